import {readCommandLine} from "./command-line.js";
import {parsePort, serve} from "./site/serve.js";
import {ensureData, ensureSite, resolveFrom, StepFailed} from "./site/steps.js";

const help = `npm start [-- options]

Prépare les données, construit le site et le montre sur http://127.0.0.1:3000.
La seconde fois, ne refait que ce qui a changé.

  --from <chemin>   données réelles : fichier, dossier ou zip ; peut être répété.
                    Sans lui : l’exemple fictif.
  --keep-going      laisse de côté un fichier endommagé, et l’écrit sur chaque page
  --no-serve        s’arrête quand le site est construit
  --help            ce texte

PORT=8080 npm start   change l’adresse.`;

async function main(): Promise<void> {
  const options = parseOptions(Deno.args);
  if (options.help) return console.log(help);
  const port = parsePort(Deno.env.get("PORT"));
  if (options.serves) claimPort(port);
  const from = await resolveFrom(options.from, Deno.env.get("INIT_CWD") ?? Deno.cwd());
  await ensureData({from, keepGoing: options.keepGoing});
  await ensureSite();
  if (!options.serves) return;
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, () => stopped.abort());
  const server = serve("dist", {
    port,
    signal: stopped.signal,
    onListen: (address) => console.log(`\nLes carnets sont sur ${address} (Ctrl-C pour arrêter).`)
  });
  stopped.signal.addEventListener("abort", () => Deno.exit(0));
  await server.finished;
}

function parseOptions(args: string[]): {from: string[]; keepGoing: boolean; serves: boolean; help: boolean} {
  const {values} = readCommandLine("npm start", {
    args,
    options: {
      from: {type: "string", multiple: true, default: []},
      "keep-going": {type: "boolean", default: false},
      "no-serve": {type: "boolean", default: false},
      help: {type: "boolean", short: "h", default: false}
    }
  });
  return {from: values.from, keepGoing: values["keep-going"], serves: !values["no-serve"], help: values.help};
}

/** Says at once that the port is taken, not after the builds. */
function claimPort(port: number): void {
  const probe = serve("dist", {port, onListen: () => undefined});
  void probe.shutdown();
}

if (import.meta.main)
  await main().catch((error) => {
    // A step that failed has already spoken.
    if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  });
