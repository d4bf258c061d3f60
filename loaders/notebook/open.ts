import {resolve, relative} from "node:path";
import {readCommandLine} from "../command-line.js";
import {executeNotebooks, howToInstall, jupyterEnvironment} from "./execute.js";
import {isFile} from "./is-file.js";

const help = `npm run notebook [-- options]

Ouvre src/notebooks/ avec le noyau Deno du projet, dans JupyterLab, Notebook ou VS Code.

  --execute all|<carnets>  exécute sans fenêtre, par le vrai noyau ; écrit dans .cache/notebooks/
  --html                   avec --execute : écrit aussi chaque carnet en HTML
  --limit <secondes>       avec --execute : temps laissé à une cellule (60)
  --with lab|notebook|code choisit l’éditeur
  --install                rend ce noyau connu de tous vos éditeurs (dossier Jupyter de votre compte)
  --help                   ce texte`;

const folder = "src/notebooks";

/** How each editor is started. */
const editors: Readonly<Record<string, {command: string; args: readonly string[]; name: string}>> = {
  lab: {command: "jupyter-lab", args: [`--notebook-dir=${folder}`], name: "JupyterLab"},
  notebook: {command: "jupyter-notebook", args: [`--notebook-dir=${folder}`], name: "Jupyter Notebook"},
  code: {command: "code", args: [folder], name: "VS Code"}
};

async function main(): Promise<void> {
  const {values, positionals} = readCommandLine("npm run notebook", {
    args: Deno.args,
    allowPositionals: true,
    options: {
      execute: {type: "boolean", default: false},
      html: {type: "boolean", default: false},
      limit: {type: "string", default: "60"},
      with: {type: "string"},
      install: {type: "boolean", default: false},
      help: {type: "boolean", short: "h", default: false}
    }
  });
  if (values.help) return console.log(help);
  if (values.install)
    return void (await run("jupyter", [
      "kernelspec",
      "install",
      "--user",
      "--name=carnets",
      ".jupyter/kernels/carnets"
    ]));
  await ensureData();
  if (values.execute) return execute(positionals, {limit: values.limit, html: values.html});
  await open(values.with);
}

async function execute(names: readonly string[], {limit, html}: {limit: string; html: boolean}): Promise<void> {
  const limitSeconds = Number(limit);
  if (!(limitSeconds > 0)) throw new Error(`--limit : un nombre de secondes est attendu, reçu « ${limit} ».`);
  if (names.length === 0) throw new Error("--execute : « all », ou des carnets, sont attendus.");
  const paths = names.includes("all") ? allNotebooks() : names.map(fromRoot);
  const outs = await executeNotebooks(paths, {limitSeconds});
  if (html) await run("jupyter", ["nbconvert", "--log-level=ERROR", "--to=html", ...outs]);
}

function allNotebooks(): string[] {
  return [...Deno.readDirSync(folder)]
    .flatMap(({name}) => (name.endsWith(".ipynb") ? [`${folder}/${name}`] : []))
    .toSorted();
}

/** A path that the user typed, wherever that was, from the root of the project. */
function fromRoot(path: string): string {
  const found = relative(Deno.cwd(), resolve(Deno.env.get("INIT_CWD") ?? ".", path));
  if (!isFile(found)) throw new Error(`Un carnet est attendu, « ${path} » n’existe pas.`);
  return found;
}

async function open(chosen: string | undefined): Promise<void> {
  if (chosen !== undefined && !(chosen in editors))
    throw new Error(`--with : ${Object.keys(editors).join(", ")} sont attendus, reçu « ${chosen} ».`);
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  const found = Object.entries(editors).find(
    ([key, {command}]) =>
      (chosen === undefined || chosen === key) && folders.some((path) => isFile(`${path}/${command}`))
  );
  if (!found)
    throw new Error(`Aucun éditeur de carnets n’a été trouvé (JupyterLab, Notebook, VS Code).\n${howToInstall}`);
  const [key, {command, args, name}] = found;
  console.log(`${name} : noyau « Carnets (Deno) », dossier ${folder}.`);
  if (key === "code")
    console.log(
      "Si VS Code ne montre pas ce noyau : npm run notebook -- --install, puis choisissez-le en haut à droite."
    );
  const asRoot = key !== "code" && Deno.uid() === 0 ? ["--allow-root"] : [];
  await run(command, [...args, ...asRoot]);
}

/** Notebooks read the last data build; the embedded data make one where there is none. */
async function ensureData(): Promise<void> {
  if (isFile("data/build/report.json")) return;
  console.log("Données : exemple fictif et tables de référence…");
  await run("npm", ["run", "--silent", "data"]);
}

async function run(command: string, args: string[]): Promise<void> {
  const child = await new Deno.Command(command, {args, env: jupyterEnvironment(Deno.cwd())})
    .spawn()
    .status.catch(() => null);
  if (child === null) throw new Error(`« ${command} » n’est pas là.\n${howToInstall}`);
  if (!child.success)
    throw new Error(`« ${command} ${args.join(" ")} » a échoué (code ${child.code}). Voir ci-dessus.`);
}

if (import.meta.main)
  await main().catch((error) => {
    console.error(error.message);
    Deno.exit(1);
  });
