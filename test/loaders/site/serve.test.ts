import {spawn, type ChildProcess} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type AddressInfo} from "node:net";
import {request} from "node:http";
import {afterAll, beforeAll, describe, expect, it} from "vitest";

const folder = ".cache/test-serve";
const site = `${folder}/site`;
let server: ChildProcess;
let address = "";

function startServer(port: number): ChildProcess {
  const args = ["run", "--quiet", "--no-prompt", "--config=loaders/deno.json", "--allow-read", "--allow-net=127.0.0.1"];
  return spawn("node_modules/.bin/deno", [...args, "--allow-env=PORT", "loaders/site/serve.ts", site], {
    env: {...process.env, PORT: String(port)}
  });
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += chunk.toString();
  return text;
}

/** Sends a path as it is: `fetch` would tidy it first. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(address);
    request({hostname, port, path}, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

/** Status, place and text of a range of the table. */
async function rangeOf(range: string): Promise<unknown[]> {
  const response = await fetch(`${address}award.arrow`, {headers: {range}});
  return [response.status, response.headers.get("content-range"), await response.text()];
}

beforeAll(async () => {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(`${site}/marches`, {recursive: true});
  mkdirSync(`${site}/_npm/x@1.0.0`, {recursive: true});
  writeFileSync(`${folder}/secret.txt`, "secret");
  writeFileSync(`${site}/.hidden`, "secret");
  writeFileSync(`${site}/index.html`, "accueil");
  writeFileSync(`${site}/404.html`, "introuvable");
  writeFileSync(`${site}/page.html`, "page");
  writeFileSync(`${site}/marches/index.html`, "marchés");
  mkdirSync(`${site}/figures`);
  writeFileSync(`${site}/figures/one.html`, "figure");
  writeFileSync(`${site}/award.arrow`, "0123456789".repeat(1000));
  writeFileSync(`${site}/_npm/x@1.0.0/a.js`, "export {}");
  server = startServer(0);
  const [chunk] = (await once(server.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  address = chunk.toString().trim();
});

afterAll(() => {
  server?.kill();
  rmSync(folder, {recursive: true, force: true});
});

describe("the server", () => {
  it("finds a page with or without its ending, and the page of a folder", async () => {
    for (const [path, text] of Object.entries({
      "": "accueil",
      page: "page",
      "page.html": "page",
      "marches/": "marchés"
    })) {
      const response = await fetch(address + path);
      expect([response.status, await response.text()]).toEqual([200, text]);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    }
    const response = await fetch(`${address}marches?annee=2024`, {redirect: "manual"});
    expect([response.status, response.headers.get("location")]).toEqual([308, "/marches/?annee=2024"]);
  });

  it("never redirects to another host", async () => {
    const response = await fetch(`${address}/marches`, {redirect: "manual"});
    expect(response.headers.get("location") ?? "/").not.toMatch(/^\/\//);
  });

  it("lets the pages of other sites show its figures, and nothing else of it", async () => {
    const policyOf = async (path: string) => (await fetch(address + path)).headers.get("content-security-policy");
    expect(await policyOf("figures/one.html")).toBe("frame-ancestors *");
    expect(await policyOf("figures/one")).toBe("frame-ancestors *");
    expect(await policyOf("marches/")).toBe("frame-ancestors 'self'");
    expect(await policyOf("marches/?x=/figures/")).toBe("frame-ancestors 'self'");
  });

  it("says what it does not have", async () => {
    const response = await fetch(`${address}none`);
    expect([response.status, await response.text()]).toEqual([404, "introuvable"]);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/marches/..%2f..%2fsecret.txt",
    "/.hidden",
    "/%00",
    "/%zz",
    "/..%5csecret.txt"
  ])("gives nothing from outside its folder, nor hidden: %s", async (path) => expect(await statusOf(path)).toBe(404));

  it("gives a range of bytes, from the start, the middle or the end", async () => {
    expect(await rangeOf("bytes=0-3")).toEqual([206, "bytes 0-3/10000", "0123"]);
    expect(await rangeOf("bytes=5-8")).toEqual([206, "bytes 5-8/10000", "5678"]);
    expect(await rangeOf("bytes=-2")).toEqual([206, "bytes 9998-9999/10000", "89"]);
    expect(await rangeOf("bytes=9998-")).toEqual([206, "bytes 9998-9999/10000", "89"]);
    expect(await rangeOf("bytes=10000-")).toEqual([416, "bytes */10000", ""]);
  });

  it("compresses tables, and keeps what is asked for as it is", async () => {
    const compressed = await fetch(`${address}award.arrow`, {headers: {"accept-encoding": "gzip"}});
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    expect((await compressed.arrayBuffer()).byteLength).toBe(10_000);
    const plain = await fetch(`${address}award.arrow`, {headers: {"accept-encoding": "identity"}});
    expect([plain.headers.get("content-encoding"), plain.headers.get("content-length")]).toEqual([null, "10000"]);
  });

  it("lets a browser keep what never changes, and asks it to check the rest", async () => {
    const library = await fetch(`${address}_npm/x@1.0.0/a.js`);
    expect(library.headers.get("cache-control")).toContain("immutable");
    const page = await fetch(address);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const again = await fetch(address, {headers: {"if-none-match": page.headers.get("etag") ?? ""}});
    expect(again.status).toBe(304);
  });

  it("only reads", async () => {
    const response = await fetch(address, {method: "POST", body: "x"});
    expect(response.status).toBe(405);
  });

  it("names another port when the wanted one is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const {port} = other.address() as AddressInfo;
    const child = startServer(port);
    const message = await textOf(child.stderr);
    expect(message).toContain(`Le port ${port} est déjà pris.`);
    expect(message).toContain(`PORT=${port + 1} npm start`);
    other.close();
  });
});
