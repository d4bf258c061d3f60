import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {basename, extname, join, resolve} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {stringify} from "yaml";
import {groupBy} from "../src/lib/group-by.js";
import {convert} from "./agora/convert.js";
import {readSheets} from "./agora/sheet.js";
import {readCommandLine} from "./command-line.js";
import {voteColumns} from "./staging/agora/file.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const help = `npm run agora:import -- FICHIER [--college ID] [--seance ID] [--annee AAAA] [--fictif]

Met des propositions ou des votes dans le format du registre, data/agora/<année>/.

  FICHIER         un tableur (CSV ou XLSX, première feuille, sans cellule fusionnée) ou l’export ouvert de Decidim
                  (le zip, ou son CSV de propositions) ; le texte HTML y devient du texte
                  propositions : titre, verbatim, college, date · votes : ${voteColumns.join(", ")}
  --college ID    collège des propositions quand le tableau n’en dit pas (Decidim n’en a pas)
  --seance ID     séance des votes quand le tableau n’en dit pas
  --annee AAAA    année des votes
  --fictif        ce sont des exemples inventés

Un état de Decidim n’est pas un vote de l’Agora : il est gardé comme origine, et la proposition entre « propose ».
La plateforme de Paris n’est pas Decidim mais Lutece, qui n’a pas cet export : passez par un tableur.
Aucun fichier n’est remplacé. Vérifiez ensuite : npm run data`;

async function main(args: string[]): Promise<void> {
  const {values, positionals} = readCommandLine("npm run agora:import", {
    args,
    allowPositionals: true,
    options: {
      college: {type: "string"},
      seance: {type: "string"},
      annee: {type: "string"},
      fictif: {type: "boolean"},
      help: {type: "boolean", short: "h"}
    }
  });
  const [file] = positionals;
  if (values.help || file === undefined || positionals.length > 1) {
    console.log(help);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const base = (process.env.npm_lifecycle_event === "agora:import" && process.env.INIT_CWD) || process.cwd();
  const path = resolve(base, file);
  if (!existsSync(path)) throw new Error(`${file} : attendu un fichier, trouvé rien à ce chemin.`);
  const {propositions, votes} = convert(await readSheets(path), {
    college: values.college ?? null,
    seance: values.seance ?? null
  });
  const name = `import-${basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")}`;
  for (const [year, own] of groupBy(propositions, ({deposee_le}) => deposee_le.slice(0, 4)))
    write(
      year,
      `${name}.yaml`,
      stringify({agora: Number(year), fictif: values.fictif === true, propositions: own}),
      own.length
    );
  if (votes.length === 0) return;
  if (values.annee === undefined)
    throw new Error("agora:import : des votes attendent --annee AAAA, l’année de leur séance.");
  const lines = votes.map((vote) => voteColumns.map((column) => quoted(vote[column] ?? "")).join(","));
  write(values.annee, `${name}.csv`, [voteColumns.join(","), ...lines, ""].join("\n"), votes.length);
}

function write(year: string, file: string, text: string, count: number): void {
  const path = join("data/agora", year, file);
  if (existsSync(join(root, path)))
    throw new Error(`${path} : attendu un fichier nouveau, trouvé un fichier. Renommez-le ou retirez-le.`);
  mkdirSync(join(root, "data/agora", year), {recursive: true});
  writeFileSync(join(root, path), text);
  console.log(`${path} : ${count} ligne${count > 1 ? "s" : ""}. Vérifiez : npm run data`);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
