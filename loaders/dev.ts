import {readCommandLine} from "./command-line.js";
import {startAgain} from "./site/framework/start-again.js";
import {ensureData, resolveFrom, StepFailed, watchedForData, type Request} from "./site/steps.js";
import {parsePort, serve} from "./site/serve.js";

/** Changes that come together are one. */
const restMilliseconds = 100;

const help = `npm run dev [-- options]

Montre le site pendant qu’on l’écrit, sur http://127.0.0.1:3000 : chaque page suit ses fichiers, ses programmes et ses données.

  --from <chemin>   données réelles : fichier, dossier ou zip ; peut être répété.
                    Sans lui : l’exemple fictif.
  --keep-going      laisse de côté un fichier endommagé, et l’écrit sur chaque page
  --help            ce texte

PORT=8080 npm run dev   change l’adresse.`;

async function main(): Promise<void> {
  const {values} = readCommandLine("npm run dev", {
    args: Deno.args,
    options: {
      from: {type: "string", multiple: true, default: []},
      "keep-going": {type: "boolean", default: false},
      help: {type: "boolean", short: "h", default: false}
    }
  });
  if (values.help) return console.log(help);
  const from = await resolveFrom(values.from, Deno.env.get("INIT_CWD") ?? Deno.cwd());
  const request: Request = {from, keepGoing: values["keep-going"]};
  const port = parsePort(Deno.env.get("PORT"));
  void serve("dist", {port, onListen: () => undefined}).shutdown();
  await ensureData(request);
  void followData(request);
  let preview = startPreview(port);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    Deno.addSignalListener(signal, () => {
      preview.kill("SIGTERM");
      Deno.exit(0);
    });
  for (;;) {
    const {code} = await preview.status;
    if (code !== startAgain) Deno.exit(code);
    console.log("Le cadre des pages ou un paquet a changé : l’aperçu recommence.");
    preview = startPreview(port);
  }
}

/** Framework's preview, made to follow what its pages and loaders are made of. */
function startPreview(port: number): Deno.ChildProcess {
  return new Deno.Command("node", {
    args: ["--import", "tsx/esm", "loaders/site/framework/preview.ts", "--port", String(port)],
    env: {OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdin: "null"
  }).spawn();
}

/** Builds the data again whenever something that it depends on changes; the preview sees the new tables. */
async function followData(request: Request): Promise<void> {
  const events = Deno.watchFs([...watchedForData, ...request.from].filter((path) => !/^(embedded|live)$/.test(path)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const rebuild = async () => {
    if (isBusy) return void (timer = setTimeout(rebuild, restMilliseconds));
    isBusy = true;
    try {
      await ensureData(request, {isFollowing: true});
    } catch (error) {
      if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
    }
    isBusy = false;
  };
  for await (const {kind, paths} of events) {
    if (kind === "access" || kind === "other" || paths.every(isOfPages)) continue;
    clearTimeout(timer);
    timer = setTimeout(rebuild, restMilliseconds);
  }
}

/** Files below `src` that no table is made of, and what the preview writes there. */
function isOfPages(path: string): boolean {
  return /\/src\/(\.observablehq\/|.*\.(md|css|md\.ts)$)/.test(path);
}

if (import.meta.main)
  await main().catch((error) => {
    if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  });
