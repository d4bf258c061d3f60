import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {FetchEffects} from "../../../loaders/fetch/effects.js";
import {fetchFiles} from "../../../loaders/fetch/fetch-files.js";
import {lastSnapshot, type Snapshot} from "../../../loaders/fetch/snapshot.js";
import nuitJeuOuvert from "../../../src/catalogue/nuit-jeu-ouvert.js";
import type {Resource, Source} from "../../../src/lib/source.js";
import {cut, inTurn, json, LocalServer, status, type Responder} from "./server.js";

const server = new LocalServer();
const other = new LocalServer();
const root = mkdtempSync(join(tmpdir(), "carnets-refresh-"));
const dataset = "/api/1/datasets/fictif/";
const source: Source = {
  id: "decp",
  name: "Source fictive",
  producer: "",
  url: "",
  licence: "Licence de la fiche",
  cadence: "",
  grain: "",
  hosts: [],
  caveats: []
};
const text = (n: number): string => JSON.stringify({marches: Array.from({length: n}, (_, i) => ({id: `${i}`}))});

let folder: string;
let waits: number[];
let retries: string[];
let day: string;

beforeAll(async () => {
  await server.start();
  await other.start();
});
afterAll(async () => {
  await server.stop();
  await other.stop();
  rmSync(root, {recursive: true});
});
beforeEach(() => {
  server.reset();
  other.reset();
  folder = mkdtempSync(join(root, "decp-"));
  [waits, retries, day] = [[], [], "2026-11-24"];
  list({title: "decp-2024.json", path: "/static/decp-2024.json"});
  server.routes.set("/static/decp-2024.json", json(text(40), '"v1"'));
});

/** Publishes a data set as the API of data.gouv.fr lists it. */
function list(...files: {title: string; path: string}[]): void {
  const resources = files.map(({title, path}) => ({title, url: server.base + path, format: "json"}));
  server.routes.set(dataset, (request, response, n) => json({license: "lov2", resources})(request, response, n));
}

function refresh({
  resource = {kind: "data-gouv", url: server.base + dataset, select: /^decp-20\d\d\.json(\.gz)?$/, maxBytes: 100_000},
  hosts = [server.host],
  idleMs = 5000
}: {resource?: Exclude<Resource, {kind: "company-search"}>; hosts?: string[]; idleMs?: number} = {}): Promise<string> {
  const temporary = join(folder, ".partial-1");
  rmSync(temporary, {recursive: true, force: true});
  mkdirSync(temporary);
  const effects: FetchEffects = {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.parse(`${day}T08:00:00Z`),
    sleep: async (ms) => void waits.push(ms),
    onRetry: (problem) => void retries.push(problem),
    attempts: 4,
    firstWaitMs: 1,
    idleMs
  };
  const done = fetchFiles(source, resource, {folder, temporary, hosts, onProgress: () => undefined}, effects);
  return done.finally(() => rmSync(temporary, {recursive: true, force: true}));
}

function snapshotOf(date: string): Snapshot {
  return JSON.parse(readFileSync(join(folder, date, "snapshot.json"), "utf8")) as Snapshot;
}

/** Every file of the source with its content. */
function stateOf(): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).sort();
  const paths = files.filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(paths.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

describe("a source that is well", () => {
  it("is kept byte for byte, with its address, licence, sha256, size and date", async () => {
    expect(await refresh()).toBe("1 fichier(s), 0 Mo");
    const bytes = readFileSync(join(folder, "2026-11-24/decp-2024.json"));
    expect(bytes.toString()).toBe(text(40));
    expect(snapshotOf("2026-11-24")).toEqual({
      source: "decp",
      fetched_at: "2026-11-24T08:00:00.000Z",
      files: [
        {
          name: "decp-2024.json",
          url: `${server.base}/static/decp-2024.json`,
          final_url: `${server.base}/static/decp-2024.json`,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          bytes: bytes.length,
          fetched_at: "2026-11-24T08:00:00.000Z",
          licence: "Licence Ouverte 2.0",
          etag: '"v1"',
          last_modified: null,
          version: null
        }
      ]
    });
    expect(readdirSync(folder)).toEqual(["2026-11-24"]);
  });

  it("is asked for its yearly files only, by title or file name", async () => {
    list(
      {title: "decp-global.json", path: "/static/g.json"},
      {title: "decp-2025-01.json", path: "/static/m.json"},
      {title: "Année 2025", path: "/static/decp-2025.json.gz"},
      {title: "decp-2024.json", path: "/static/decp-2024.json"}
    );
    server.routes.set("/static/decp-2025.json.gz", (_, response) => void response.end(gzipSync(text(3))));
    await refresh();
    expect(snapshotOf("2026-11-24").files.map(({name}) => name)).toEqual(["decp-2024.json", "decp-2025.json.gz"]);
  });

  it("is not downloaded again when its ETag has not changed, and keeps its date", async () => {
    await refresh();
    const before = stateOf();
    day = "2026-11-25";
    expect(await refresh()).toBe("inchangé depuis le 2026-11-24");
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBe('"v1"');
    expect(stateOf()).toEqual(before);
  });

  it("keeps what has not changed beside what has", async () => {
    list({title: "decp-2024.json", path: "/static/decp-2024.json"}, {title: "decp-2025.json", path: "/static/b.json"});
    server.routes.set("/static/b.json", json(text(1), '"b1"'));
    await refresh();
    server.routes.set("/static/b.json", json(text(2), '"b2"'));
    day = "2026-11-25";
    expect(await refresh()).toContain("2 fichier(s)");
    expect(readFileSync(join(folder, "2026-11-25/decp-2024.json"), "utf8")).toBe(text(40));
    expect(readFileSync(join(folder, "2026-11-25/decp-2025.json"), "utf8")).toBe(text(2));
    expect(snapshotOf("2026-11-25").files.map(({fetched_at: at}) => at.slice(0, 10))).toEqual([
      "2026-11-24",
      "2026-11-25"
    ]);
    expect(readFileSync(join(folder, "2026-11-24/decp-2025.json"), "utf8")).toBe(text(1));
  });

  it("gives way to its newer state of the same day", async () => {
    await refresh();
    server.routes.set("/static/decp-2024.json", json(text(41), '"v2"'));
    await refresh();
    expect(readdirSync(folder)).toEqual(["2026-11-24"]);
    expect(readFileSync(join(folder, "2026-11-24/decp-2024.json"), "utf8")).toBe(text(41));
  });

  it("is downloaded whole again when a file of its last state was lost or shortened", async () => {
    await refresh();
    rmSync(join(folder, "2026-11-24/decp-2024.json"));
    expect(lastSnapshot(folder)).toBeNull();
    expect(await refresh()).toBe("1 fichier(s), 0 Mo");
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBeUndefined();
  });
});

describe("a city's list on an Opendatasoft portal", () => {
  const path = "/api/explore/v2.1/catalog/datasets/liste-des-marches";
  const resource = (): Exclude<Resource, {kind: "company-search"}> => ({
    kind: "opendatasoft",
    url: server.base + path,
    maxBytes: 100_000
  });
  const publish = (processed: string, license: string | null): void => {
    const metas = {default: {title: "Liste", license, data_processed: processed, modified: "2020-01-01"}};
    server.routes.set(path, json({dataset_id: "liste-des-marches", metas}));
    server.routes.set(`${path}/exports/json`, (_, response) => {
      response.writeHead(200, {"content-type": "application/json; charset=utf-8"});
      response.write("[{");
      response.end('"num_marche": "1"}]\n');
    });
  };

  it("brings the licence that its metadata say today", async () => {
    publish("2026-11-01T00:00:00+00:00", "Open Database License (ODbL)");
    await refresh({resource: resource()});
    expect(snapshotOf("2026-11-24").files[0]).toMatchObject({
      name: "liste-des-marches.json",
      licence: "Open Database License (ODbL)",
      version: "2026-11-01T00:00:00+00:00"
    });
  });

  it("has the licence of its card when its metadata say none", async () => {
    publish("2026-11-01", null);
    await refresh({resource: resource()});
    expect(snapshotOf("2026-11-24").files[0]?.licence).toBe("Licence de la fiche");
  });

  it("is not exported again before the portal has new data", async () => {
    publish("2026-11-01", "LO");
    await refresh({resource: resource()});
    day = "2026-11-25";
    expect(await refresh({resource: resource()})).toBe("inchangé depuis le 2026-11-24");
    expect(server.count(`${path}/exports/json`)).toBe(1);
    publish("2026-11-24", "LO");
    await refresh({resource: resource()});
    expect(server.count(`${path}/exports/json`)).toBe(2);
  });
});

describe("the City's count of people met, on the same portal", () => {
  const path = "/api/explore/v2.1/catalog/datasets/exclusion-sans-domicilisme";
  const {resource: card} = nuitJeuOuvert;
  const resource = () => ({...card, url: server.base + path}) as Extract<Resource, {kind: "opendatasoft"}>;
  const table = "edition_jeu_ouvert,personnes_jeu_ouvert\r\n2018,3035\r\n2019,3641\r\n";
  const publish = (...fields: [name: string, label: string, type: string][]): void => {
    const metas = {default: {license: "ODbL", data_processed: "2024-12-06T10:00:00+00:00"}};
    const described = fields.map(([name, label, type]) => ({name, label, type}));
    server.routes.set(path, json({dataset_id: "exclusion-sans-domicilisme", fields: described, metas}));
    server.routes.set(`${path}/exports/csv`, (_, response) => {
      response.writeHead(200, {"content-type": "text/csv; charset=utf-8"}).end(table);
    });
  };
  const asked = () => server.requests.find((request) => request.path.endsWith("/exports/csv"))?.query;

  it("asks for the two columns by the names that the catalogue gives today", async () => {
    publish(["annee", "Année", "text"], ["nombre", "Nombre de personnes", "int"], ["geo", "Contour", "geo_shape"]);
    await refresh({resource: resource()});
    expect(asked()?.get("select")).toBe("`annee` as edition_jeu_ouvert,`nombre` as personnes_jeu_ouvert");
    expect(asked()?.get("delimiter")).toBe(",");
    const [file] = snapshotOf("2026-11-24").files;
    expect(file).toMatchObject({name: "exclusion-sans-domicilisme.csv", licence: "ODbL"});
    expect(readFileSync(join(folder, "2026-11-24/exclusion-sans-domicilisme.csv"), "utf8")).toBe(table);
  });

  it("follows fields that were renamed, as long as their labels say what they are", async () => {
    publish(["field_1", "Édition", "date"], ["field_2", "Total des personnes", "int"]);
    await refresh({resource: resource()});
    expect(asked()?.get("select")).toBe("`field_1` as edition_jeu_ouvert,`field_2` as personnes_jeu_ouvert");
  });

  it("brings nothing when the catalogue has no such field, or two of them, and lists what it has", async () => {
    publish(["annee", "Année", "text"], ["valeur", "Valeur", "int"]);
    await expect(refresh({resource: resource()})).rejects.toThrow(/trouvé 0 parmi annee \(Année, text\) ; valeur/);
    publish(["annee", "Année", "text"], ["nombre_hommes", "Nombre", "int"], ["total", "Total", "int"]);
    await expect(refresh({resource: resource()})).rejects.toThrow(/trouvé 2 parmi/);
    expect(stateOf()).toEqual({});
  });

  it("refuses an error page, or data in place of a table", async () => {
    for (const body of ["<html><title>Erreur</title>", '[{"annee": "2018", "nombre": 3035}]']) {
      publish(["annee", "Année", "text"], ["nombre", "Nombre", "int"]);
      server.routes.set(`${path}/exports/csv`, (_, response) => void response.end(body));
      await expect(refresh({resource: resource()})).rejects.toThrow(/autre chose qu’un tableau CSV/);
    }
  });
});

describe("a server that recovers is asked again", () => {
  const good = json(text(50), '"v2"');
  const ills: [string, Responder, RegExp][] = [
    [
      "after too many requests, as late as it says",
      status(429, {"retry-after": "1"}),
      /réponse 429 \(trop de demandes\)/
    ],
    ["after an error of its own", status(500), /réponse 500/],
    ["after a maintenance break", status(503, {"retry-after": "Tue, 24 Nov 2026 08:00:09 GMT"}), /réponse 503/],
    ["after a body cut in its middle", cut(text(50)), /réponse coupée/],
    ["after it hung up without a word", (_, response) => void response.destroy(), /pas de réponse/],
    [
      "after a JSON that stops before its end, although nothing announced its length",
      (_, response) => void response.end(text(50).slice(0, -9)),
      /un JSON de \d+ octets qui n’a pas sa fin/
    ]
  ];

  it.each(ills)("%s", async (_, ill, problem) => {
    server.routes.set("/static/decp-2024.json", inTurn(ill, good));
    await refresh();
    expect(readFileSync(join(folder, "2026-11-24/decp-2024.json"), "utf8")).toBe(text(50));
    expect(retries).toEqual([expect.stringMatching(problem)]);
    expect(server.count("/static/decp-2024.json")).toBe(2);
  });

  it("waiting for the seconds, or until the date, of Retry-After", async () => {
    const late = status(503, {"retry-after": "Tue, 24 Nov 2026 08:00:09 GMT"});
    server.routes.set("/static/decp-2024.json", inTurn(status(429, {"retry-after": "1"}), late, good));
    await refresh();
    expect(waits).toEqual([1000, 9000]);
  });

  it("when it was silent for too long", async () => {
    server.routes.set(
      "/static/decp-2024.json",
      inTurn(() => undefined, good)
    );
    await refresh({idleMs: 300});
    expect(retries).toEqual([expect.stringMatching(/silence de plus de/)]);
  });

  it("also for its list of files", async () => {
    const resources = [{title: "decp-2024.json", url: `${server.base}/static/decp-2024.json`}];
    server.routes.set(dataset, inTurn(status(502), json({resources})));
    expect(await refresh()).toBe("1 fichier(s), 0 Mo");
  });

  it("follows a redirect inside of its hosts", async () => {
    other.routes.set("/suite.json", json(text(7)));
    server.routes.set("/static/decp-2024.json", status(302, {location: `${other.base}/suite.json`}));
    await refresh({hosts: [server.host, other.host]});
    expect(snapshotOf("2026-11-24").files[0]).toMatchObject({
      url: `${server.base}/static/decp-2024.json`,
      final_url: `${other.base}/suite.json`
    });
  });
});

describe("a server that goes wrong leaves the last good snapshot in its place", () => {
  const huge = JSON.stringify(["x".repeat(200_000)]);
  const page = "<!doctype html><html><title>Maintenance en cours</title>";
  const ills: [string, () => Responder, RegExp, number][] = [
    ["with errors for ever", () => status(500), /decp-2024\.json\?nouveau : réponse 500, 4 fois de suite$/, 4],
    ["with too many requests for ever", () => status(429, {"retry-after": "1"}), /réponse 429 .*4 fois de suite$/, 4],
    ["asking to come back in an hour", () => status(429, {"retry-after": "3600"}), /demande d’attendre 60 min$/, 1],
    ["cutting every body in its middle", () => cut(text(90)), /réponse coupée.*4 fois de suite$/, 4],
    ["without the file", () => status(404), /réponse 404$/, 1],
    ["refusing", () => status(403), /réponse 403$/, 1],
    ["with a status that no one asked for", () => status(304), /réponse 304$/, 1],
    [
      "with an HTML page instead of data",
      () => (_, response) => void response.writeHead(200, {"content-type": "text/html"}).end(page),
      /attendu des données en json, trouvé autre chose que du JSON : une page HTML \(« Maintenance en cours »\)$/,
      1
    ],
    [
      "with an HTML page that calls itself JSON",
      () => (_, response) => void response.writeHead(200, {"content-type": "application/json"}).end(page),
      /une page HTML/,
      1
    ],
    ["with an empty list", () => json("[ ]\n"), /attendu des données, trouvé un JSON vide$/, 1],
    ["with nothing", () => (_, response) => void response.end(), /trouvé une réponse vide$/, 1],
    [
      "with an announced size over the limit",
      () => json(huge),
      /attendu au plus 100000 octets .*trouvé 200004 ou plus$/,
      1
    ],
    [
      "with a size over the limit that it did not announce",
      () => (_, response) => {
        response.write(huge.slice(0, 10));
        response.end(huge.slice(10));
      },
      /attendu au plus 100000 octets/,
      1
    ],
    [
      "sending away to another host",
      () => status(302, {location: "http://ailleurs.example/decp-2024.json"}),
      /renvoi refusé vers http:\/\/ailleurs\.example\/decp-2024\.json\. Attendu, en https, un de : 127\.0\.0\.1:\d+$/,
      1
    ],
    ["sending around in circles", () => status(301, {location: "/static/decp-2024.json"}), /plus de 5 renvois/, 6],
    ["sending away to a file", () => status(302, {location: "file:///etc/passwd"}), /renvoi refusé vers file:/, 1]
  ];

  it.each(ills)("%s", async (_, ill, problem, requests) => {
    await refresh();
    const before = stateOf();
    list({title: "decp-2024.json", path: "/static/decp-2024.json?nouveau"});
    server.routes.set("/static/decp-2024.json", ill());
    const asked = server.count("/static/decp-2024.json");
    day = "2026-11-25";
    await expect(refresh()).rejects.toThrow(problem);
    expect(server.count("/static/decp-2024.json") - asked).toBe(requests);
    expect(stateOf()).toEqual(before);
    expect(lastSnapshot(folder)?.fetched_at).toBe("2026-11-24T08:00:00.000Z");
  });

  it.each([
    ["no list of files", {id: "x"}, /attendu une liste « resources », trouvé id$/],
    [
      "no file of the expected name",
      {resources: [{title: "lisez-moi.txt", url: "https://x.example/a"}]},
      /lisez-moi\.txt/
    ],
    ["HTML", page, /attendu du JSON, trouvé autre chose que du JSON : une page HTML/],
    ["broken JSON", '{"resources": [}', /trouvé un texte illisible/],
    [
      "a file on another host",
      {resources: [{title: "decp-2024.json", url: "https://ailleurs.example/decp-2024.json"}]},
      /https:\/\/ailleurs\.example\/decp-2024\.json : adresse refusée/
    ]
  ])("its API answering with %s", async (_, answer, problem) => {
    await refresh();
    const before = stateOf();
    server.routes.set(dataset, json(answer));
    await expect(refresh()).rejects.toThrow(problem);
    expect(stateOf()).toEqual(before);
  });

  it("one file of several being bad", async () => {
    await refresh();
    const before = stateOf();
    list({title: "decp-2024.json", path: "/static/decp-2024.json"}, {title: "decp-2025.json", path: "/static/b.json"});
    server.routes.set("/static/decp-2024.json", json(text(60), '"v3"'));
    server.routes.set("/static/b.json", status(410));
    await expect(refresh()).rejects.toThrow(/b\.json : réponse 410/);
    expect(stateOf()).toEqual(before);
  });
});
