import {describe, expect, it} from "vitest";
import {CommandLineError, readCommandLine} from "../../loaders/command-line.js";

const options = {
  from: {type: "string", multiple: true},
  out: {type: "string"},
  help: {type: "boolean", short: "h"}
} as const;

const read = (...args: string[]) => readCommandLine("npm run essai", {args, options});

describe("a command line", () => {
  it("gives what was typed", () => {
    expect({...read("--from", "un fichier.json", "--from=-", "-h").values}).toEqual({
      from: ["un fichier.json", "-"],
      help: true
    });
    expect(readCommandLine("npm run essai", {args: ["a", "b"], options, allowPositionals: true}).positionals).toEqual([
      "a",
      "b"
    ]);
  });

  it.each([
    [["--frm", "x"], "option inconnue « --frm »"],
    [["-x"], "option inconnue « -x »"],
    [["--constructor"], "option inconnue « --constructor »"],
    [["--out"], "--out attend une valeur"],
    [["--out", "--help"], "--out attend une valeur"],
    [["--out="], "--out attend une valeur"],
    [["--help=oui"], "--help n’attend pas de valeur"],
    [["x.json"], "argument inattendu « x.json » ; pour lire ce chemin, écrivez --from x.json"]
  ])("refuses %j in words, and says where the help is", (args, problem) => {
    expect(() => read(...args)).toThrow(new CommandLineError("npm run essai", problem));
    expect(() => read(...args)).toThrow("Voir npm run essai -- --help.");
  });
});
