import {extname, join, relative, resolve} from "node:path";

/** Types of what the site publishes; the rest goes out as bytes. */
const types: Record<string, string> = {
  ".arrow": "application/vnd.apache.arrow.stream",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2"
};

const compressible = new Set([".arrow", ".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".wasm"]);

/** Files whose name carries a hash or a version never change; the search index keeps its address when it does. */
const immutable = /^\/(_npm|_import|_observablehq|_file|_node)\/(?!minisearch\.)/;

/** Pages made to be shown inside those of other sites; a page's own meta element cannot say it. */
const embeds = /^\/figures\//;

/**
 * Answers requests from a folder, as a static host would: pages with or without `.html`, `index.html` of a folder,
 * byte ranges, gzip, 304 when the file is as it was, `404.html`.
 *
 * @param root The folder; nothing outside it is ever read, whatever the address says.
 */
export function createHandler(root: string): (request: Request) => Promise<Response> {
  const folder = resolve(root);
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response("Seules les lectures sont possibles.", {status: 405, headers: {allow: "GET, HEAD"}});
    const {pathname, search} = new URL(request.url);
    const path = maybeDecode(pathname);
    if (path === null) return notFound(folder, request);
    const found = await findFile(folder, path);
    if (found === null) return notFound(folder, request);
    if (found.isFolder)
      return new Response(null, {status: 308, headers: {location: `${pathname.replace(/^\/+/, "/")}/${search}`}});
    return sendFile(found, request, immutable.test(path));
  };
}

interface Found {
  file: string;
  info: Deno.FileInfo;
  isFolder: boolean;
}

function maybeDecode(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes("\0") || path.includes("\\") ? null : path;
  } catch {
    return null;
  }
}

async function findFile(folder: string, path: string): Promise<Found | null> {
  const wanted = join(folder, path);
  const inside = relative(folder, wanted);
  if (inside.startsWith("..") || inside.split("/").some((part) => part.startsWith("."))) return null;
  const candidates = path.endsWith("/") ? [join(wanted, "index.html")] : [wanted, `${wanted}.html`];
  for (const file of candidates) {
    const info = await Deno.stat(file).catch(() => null);
    if (info?.isFile) return {file, info, isFolder: false};
  }
  const index = path.endsWith("/") ? null : await Deno.stat(join(wanted, "index.html")).catch(() => null);
  return index ? {file: wanted, info: index, isFolder: true} : null;
}

async function notFound(folder: string, request: Request): Promise<Response> {
  const file = join(folder, "404.html");
  const info = await Deno.stat(file).catch(() => null);
  if (!info)
    return new Response("Page introuvable.", {status: 404, headers: {"content-type": "text/plain; charset=utf-8"}});
  return sendFile({file, info, isFolder: false}, new Request(request.url, {method: request.method}), false, 404);
}

async function sendFile({file, info}: Found, request: Request, isImmutable: boolean, status = 200): Promise<Response> {
  const extension = extname(file);
  const etag = `W/"${info.size.toString(36)}-${(info.mtime?.getTime() ?? 0).toString(36)}"`;
  const headers = new Headers({
    "content-type": types[extension] ?? "application/octet-stream",
    "cache-control": isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": `frame-ancestors ${embeds.test(new URL(request.url).pathname) ? "*" : "'self'"}`,
    vary: "accept-encoding",
    etag
  });
  if (status === 200 && request.headers.get("if-none-match") === etag)
    return new Response(null, {status: 304, headers});
  const range = status === 200 ? parseRange(request.headers.get("range"), info.size) : null;
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${info.size}`);
    return new Response(null, {status: 416, headers});
  }
  if (range) {
    headers.set("content-range", `bytes ${range.start}-${range.end}/${info.size}`);
    headers.set("content-length", String(range.end - range.start + 1));
    return new Response(request.method === "HEAD" ? null : await readRange(file, range), {status: 206, headers});
  }
  const accepts = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const isCompressed = accepts && compressible.has(extension) && info.size > 1024;
  if (isCompressed) headers.set("content-encoding", "gzip");
  else headers.set("content-length", String(info.size));
  if (request.method === "HEAD") return new Response(null, {status, headers});
  const {readable} = await Deno.open(file, {read: true});
  return new Response(isCompressed ? readable.pipeThrough(new CompressionStream("gzip")) : readable, {status, headers});
}

interface ByteRange {
  start: number;
  /** Inclusive. */
  end: number;
}

/** One range of bytes; null when none, several or another unit is asked for: the whole file is then right. */
function parseRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "unsatisfiable" : {start, end};
}

async function readRange(file: string, {start, end}: ByteRange): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const handle = await Deno.open(file, {read: true});
  await handle.seek(start, Deno.SeekMode.Start);
  let left = end - start + 1;
  return handle.readable.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        if (left <= 0) return controller.terminate();
        controller.enqueue(chunk.subarray(0, left));
        left -= chunk.length;
        if (left <= 0) controller.terminate();
      }
    })
  );
}

/**
 * Serves a folder on this machine alone.
 *
 * @param options `port` 0 takes any free port; `onListen` gets the address, with a slash at the end.
 * @throws {Error} When the port is taken; the message says how to choose another one.
 */
export function serve(
  root: string,
  {port, signal, onListen}: {port: number; signal?: AbortSignal; onListen: (address: string) => void}
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve(
      {hostname: "127.0.0.1", port, signal, onListen: ({port}) => onListen(`http://127.0.0.1:${port}/`)},
      createHandler(root)
    );
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse)
      throw new Error(
        `Le port ${port} est déjà pris. Choisissez-en un autre, par exemple : PORT=${port + 1} npm start`,
        {cause: error}
      );
    throw error;
  }
}

/**
 * The port to serve on.
 *
 * @param value The environment's `PORT`; 3000 when absent.
 * @throws {Error} When it is no port number.
 */
export function parsePort(value: string | undefined): number {
  const port = value === undefined || value === "" ? 3000 : Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT : un nombre entre 0 et 65535 est attendu, reçu « ${value} ».`);
  return port;
}

if (import.meta.main)
  serve(Deno.args[0] ?? "dist", {port: parsePort(Deno.env.get("PORT")), onListen: (address) => console.log(address)});
