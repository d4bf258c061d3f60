import {parseArgs} from "node:util";
import {ensureData, resolveFrom, StepFailed, watchedForData, type Request} from "./site/steps.js";
import {parsePort, serve} from "./site/serve.js";

/** The loaders through which pages read the data; Framework runs them again when their date changes. */
const shims = ["src/data/[table].arrow.ts", "src/data/report.json.ts"];

async function main(): Promise<void> {
  const {values} = parseArgs({
    args: Deno.args,
    options: {from: {type: "string", multiple: true, default: []}, "keep-going": {type: "boolean", default: false}}
  });
  const from = await resolveFrom(values.from, Deno.env.get("INIT_CWD") ?? Deno.cwd());
  const request: Request = {from, keepGoing: values["keep-going"]};
  const port = parsePort(Deno.env.get("PORT"));
  void serve("dist", {port, onListen: () => undefined}).shutdown();
  await ensureData(request);
  await forgetLoaderOutput();
  const preview = new Deno.Command("node", {
    args: [
      "node_modules/@observablehq/framework/dist/bin/observable.js",
      "preview",
      "--no-open",
      "--port",
      String(port)
    ],
    env: {OBSERVABLE_TELEMETRY_DISABLE: "true"},
    stdin: "null"
  }).spawn();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    Deno.addSignalListener(signal, () => {
      preview.kill("SIGTERM");
      Deno.exit(0);
    });
  void followData(request);
  const {code} = await preview.status;
  Deno.exit(code);
}

/** Empties what loaders gave from Framework's cache, which keeps packages too: preview judges it by dates alone. */
async function forgetLoaderOutput(): Promise<void> {
  const cache = "src/.observablehq/cache";
  const kept = new Set(["_npm", "_node", "_jsr", "_observablehq", ".npm-mirror"]);
  const entries = await Array.fromAsync(Deno.readDir(cache)).catch(() => []);
  for (const {name} of entries) if (!kept.has(name)) await Deno.remove(`${cache}/${name}`, {recursive: true});
}

/** Builds the data again whenever something that it depends on changes, and lets the open page know. */
async function followData(request: Request): Promise<void> {
  const folders = [...watchedForData, ...request.from].filter((path) => path !== "embedded" && path !== "live");
  const events = Deno.watchFs(folders);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const rebuild = async () => {
    if (isBusy) return void (timer = setTimeout(rebuild, 300));
    isBusy = true;
    try {
      if (await ensureData(request)) for (const shim of shims) await Deno.utime(shim, new Date(), new Date());
    } catch (error) {
      if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
    }
    isBusy = false;
  };
  for await (const {kind} of events) {
    if (kind === "access" || kind === "other") continue;
    clearTimeout(timer);
    timer = setTimeout(rebuild, 300);
  }
}

if (import.meta.main)
  await main().catch((error) => {
    if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  });
