import {execFile, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findInputs} from "../../../loaders/build/find-inputs.js";
import {fetchArgs} from "../../../loaders/build/processes.js";
import {readRefreshOptions} from "../../../loaders/fetch/options.js";
import {sirensOf} from "../../../loaders/fetch/sirens.js";
import type {Report} from "../../../src/lib/report.js";
import sources from "../../../src/catalogue/index.js";
import {makeCopy} from "../../e2e/copy.js";
import {cut, inTurn, json, LocalServer, status, type Responder} from "./server.js";

const server = new LocalServer();
const other = new LocalServer();
const dataset = "/api/1/datasets/5cd57bf68b4c4179299eb0e9/";
const cityList = "/api/explore/v2.1/catalog/datasets/liste-des-marches-de-la-collectivite-parisienne";
const record = (n: number): object => ({
  id: `2024X${n}`,
  acheteur: {id: "00000000000018"},
  nature: "Marché",
  objet: `Objet fictif ${n}`,
  codeCPV: "77310000",
  dateNotification: `2024-02-${String(1 + (n % 28)).padStart(2, "0")}`,
  datePublicationDonnees: "2024-03-01",
  montant: 1000 * n,
  titulaires: [{titulaire: {typeIdentifiant: "SIRET", id: "11111111800012"}}]
});
const decp = (...numbers: number[]): string => JSON.stringify({marches: {marche: numbers.map(record)}});

let copy: string;

beforeAll(async () => {
  await server.start();
  await other.start();
  copy = resolve(makeCopy("refresh"));
});
afterAll(async () => {
  await server.stop();
  await other.stop();
  rmSync(copy, {recursive: true, force: true});
});

/** Runs one of the scripts of package.json in the copy, as somebody would. */
function npm(script: string, ...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  const env = {...process.env, SOURCE_DATE_EPOCH: "1700000000"};
  return new Promise((done) => {
    execFile("npm", ["run", "--silent", script, "--", ...args], {cwd: copy, env}, (error, stdout, stderr) =>
      done({code: error ? Number(error.code) : 0, stdout, stderr})
    );
  });
}

/** Publishes yearly files as the ministry's data set lists them. */
function publish(files: Record<string, string>): void {
  const resources = Object.keys(files).map((title) => ({title, format: "json", url: `${server.base}/static/${title}`}));
  server.routes.set(dataset, json({license: "lov2", resources}));
  for (const [title, text] of Object.entries(files))
    server.routes.set(`/static/${title}`, json(text, `"${createHash("sha256").update(text).digest("hex")}"`));
}

/** The sha256 of each table of a build; of the list of files, whose names differ, only its length. */
function hashesOf(out: string): Record<string, string> {
  const folder = join(copy, out, "marts");
  const names = readdirSync(folder).filter((name) => name.endsWith(".arrow") && name !== "source_file.arrow");
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex")
    ])
  );
}

/** A line of Paris's list, as its portal exports it. */
function listed(n: number, ceiling: number): object {
  return {
    annee_de_notification: "2024",
    num_marche: `20242024X${n}`,
    objet_du_marche: `Objet fictif ${n}`,
    nature_du_marche: "SERVICES",
    fournisseur_nom: "JARDINS FICTIFS",
    fournisseur_siret: "11111111800012",
    fournisseur_code_postal: "75011",
    fournisseur_ville: "PARIS",
    montant_min: 0,
    montant_max: ceiling,
    date_de_notification: "2024-02-03",
    date_de_debut: "2024-03-01",
    date_de_fin: "2025-03-01",
    duree_du_marche_en_jours: 365,
    perimetre_financier: "M57 Ville",
    categorie_d_achat_cle: "01",
    categorie_d_achat_texte: "Espaces verts"
  };
}

const pathless = ({inputs}: Report): object[] => inputs.map((input) => ({...input, path: ""}));
const fromServer = (): string[] => ["decp", "--attempts", "2", "--base", `decp=${server.base}`];
const raw = (): string => join(copy, "data/raw/decp");
const today = (): string => readdirSync(raw()).at(-1) as string;
const read = (args: string[], env = {}) => readRefreshOptions(args, sources, env);

describe("npm run refresh", () => {
  it("brings the files of every procurement source, which then give the same tables as the files themselves", async () => {
    const files = {"decp-2024.json": decp(1, 2, 3, 3), "decp-2025.json": decp(4, 5)};
    publish(files);
    const list = [listed(1, 1000), listed(9, 9000)];
    server.routes.set(cityList, json({dataset_id: "liste", metas: {default: {license: "Licence Ouverte v2.0"}}}));
    server.routes.set(`${cityList}/exports/json`, json(list));
    const unit = {
      siren: "111111118",
      nom_complet: "JARDINS FICTIFS",
      nature_juridique: "5710",
      etat_administratif: "A"
    };
    server.routes.set("/search", json({results: [unit]}));
    writeFileSync(join(copy, "sirens.txt"), "111111118\n");
    const sources = ["decp", "liste-paris", "recherche-entreprises"];
    const bases = sources.flatMap((id) => ["--base", `${id}=${server.base}`]);
    const {code, stdout, stderr} = await npm("refresh", ...sources, "--sirens", "sirens.txt", ...bases);
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    expect(stdout).toContain("decp : 2 fichier(s)");
    expect(stdout).toContain("recherche-entreprises : 1 entreprises connues sur 1");
    expect(stdout).toContain("npm run data -- --from live");

    const companies = join(copy, "data/raw/recherche-entreprises", today(), "entreprises.csv");
    const direct = {...files, "liste.json": JSON.stringify(list), "entreprises.csv": readFileSync(companies, "utf8")};
    mkdirSync(join(copy, "directs"));
    for (const [name, text] of Object.entries(direct)) writeFileSync(join(copy, "directs", name), text);
    const paths = Object.keys(direct).flatMap((name) => ["--from", `directs/${name}`]);
    expect(await npm("data", "--from", "live", "--out", "vivant")).toMatchObject({code: 0, stderr: ""});
    expect(await npm("data", ...paths, "--out", "direct")).toMatchObject({code: 0, stderr: ""});

    const [live, asFiles] = ["vivant", "direct"].map(
      (out) => JSON.parse(readFileSync(join(copy, out, "report.json"), "utf8")) as Report
    ) as [Report, Report];
    expect(hashesOf("vivant")).toEqual(hashesOf("direct"));
    expect(live.totals).toEqual(asFiles.totals);
    expect(live.findings).toEqual(asFiles.findings);
    expect(pathless(live)).toEqual(pathless(asFiles));
    expect(live.inputs.map(({dataset, ignored}) => [dataset, ignored])).toEqual(
      expect.arrayContaining([
        ["decp", null],
        ["liste-paris", null],
        ["sirene", null]
      ])
    );
    const suppliers = tableFromIPC(readFileSync(join(copy, "vivant/marts/supplier.arrow"))).toArray();
    expect(suppliers.map(({supplier_siren: siren, is_registered: is}) => [siren, is])).toContainEqual([
      "111111118",
      true
    ]);
    expect(sirensOf(join(copy, "vivant"), true)).toEqual(["111111118"]);
  });

  it("says that nothing has changed, and downloads nothing", async () => {
    const {code, stdout} = await npm("refresh", ...fromServer());
    expect(code).toBe(0);
    expect(stdout).toContain(`decp : inchangé depuis le ${today()}`);
  });

  it("ends with code 1 and says what happened and what stays, when the server fails for ever", async () => {
    server.routes.set("/static/decp-2025.json", status(500));
    const {code, stderr} = await npm("refresh", ...fromServer());
    expect(code).toBe(1);
    expect(stderr).toContain(`decp : ${server.base}/static/decp-2025.json : réponse 500, 2 fois de suite.`);
    expect(stderr).toContain(`Le dernier état complet, du ${today()}, reste en usage.`);
    expect(readFileSync(join(raw(), today(), "decp-2025.json"), "utf8")).toBe(decp(4, 5));
    expect(readdirSync(raw())).toEqual([today()]);
  });

  it.each<[string, Responder, RegExp]>([
    [
      "cuts every body in its middle",
      cut(decp(4, 5, 6)),
      /decp-2025\.json : réponse coupée après \d+ octets .*, 2 fois/
    ],
    [
      "answers with an HTML page",
      (_, response) => void response.writeHead(200, {"content-type": "text/html"}).end("<html><title>Panne</title>"),
      /attendu des données en json, trouvé .* une page HTML \(« Panne »\)\.$/m
    ],
    ["asks to come back in an hour", status(429, {"retry-after": "3600"}), /réponse 429 .* demande d’attendre 60 min/],
    ["hangs up", (_, response) => void response.destroy(), /pas de réponse \(.*\), 2 fois de suite/]
  ])("keeps the last good state when the server %s", async (_, ill, message) => {
    const before = readFileSync(join(raw(), today(), "snapshot.json"), "utf8");
    server.routes.set("/static/decp-2025.json", ill);
    const {code, stderr} = await npm("refresh", ...fromServer());
    expect({code, stderr}).toEqual({code: 1, stderr: expect.stringMatching(message)});
    expect(readFileSync(join(raw(), today(), "snapshot.json"), "utf8")).toBe(before);
    expect(readdirSync(raw())).toEqual([today()]);
  });

  it("waits as long as a busy server says, then has the file", async () => {
    const text = decp(4, 5, 6);
    server.routes.set("/static/decp-2025.json", inTurn(status(429, {"retry-after": "1"}), json(text)));
    server.requests.length = 0;
    const {code} = await npm("refresh", ...fromServer());
    expect(code).toBe(0);
    expect(server.count("/static/decp-2025.json")).toBe(2);
    expect(readFileSync(join(raw(), today(), "decp-2025.json"), "utf8")).toBe(text);
  });

  it("leaves the last good state when it is interrupted, and nothing of what had begun", async () => {
    const before = readFileSync(join(raw(), today(), "snapshot.json"), "utf8");
    const asked = new Promise<void>((resolve) => {
      server.routes.set("/static/decp-2025.json", (_, response) => {
        response.writeHead(200, {"content-type": "application/json"}).write(decp(7).slice(0, 40));
        resolve();
      });
    });
    const args = [
      "run",
      "--quiet",
      "--no-prompt",
      "--config",
      "loaders/deno.json",
      "--allow-read",
      "--allow-write=data/raw"
    ];
    const command = [...args, "--allow-run", "--allow-env", "loaders/refresh.ts", ...fromServer()];
    const running = spawn(join("node_modules", ".bin", "deno"), command, {cwd: copy});
    let stderr = "";
    running.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
    const ended = new Promise<number | null>((resolve) => running.on("close", resolve));
    await asked;
    running.kill("SIGINT");
    expect(await ended).toBe(1);
    expect(stderr).toContain("Interrompu : les derniers états complets sont intacts.");
    expect(readFileSync(join(raw(), today(), "snapshot.json"), "utf8")).toBe(before);
    expect(readdirSync(raw())).toEqual([today()]);
  });

  it("clears away what a killed run left behind", async () => {
    mkdirSync(join(raw(), ".partial-999999999"));
    publish({"decp-2024.json": decp(1, 2)});
    expect(await npm("refresh", ...fromServer())).toMatchObject({code: 0});
    expect(readdirSync(raw())).toEqual([today()]);
  });

  it("does not follow a redirect to a host that is not the source's", async () => {
    other.routes.set("/decp-2025.json", json(decp(6)));
    publish({"decp-2025.json": ""});
    const before = readFileSync(join(raw(), today(), "snapshot.json"), "utf8");
    server.routes.set("/static/decp-2025.json", status(302, {location: `${other.base}/decp-2025.json`}));
    const {code, stderr} = await npm("refresh", ...fromServer());
    expect(code).toBe(1);
    expect(stderr).toContain(`renvoi refusé vers ${other.base}/decp-2025.json`);
    expect(other.requests).toEqual([]);
    expect(readFileSync(join(raw(), today(), "snapshot.json"), "utf8")).toBe(before);
  });

  it("does the other sources when one fails", async () => {
    publish({"decp-2024.json": decp(1)});
    const {code, stdout, stderr} = await npm(
      "refresh",
      "decp",
      "recherche-entreprises",
      "--attempts",
      "1",
      "--base",
      `decp=${server.base}`,
      "--base",
      `recherche-entreprises=${other.base}`,
      "--sirens",
      "absent.txt"
    );
    expect(code).toBe(1);
    expect(stdout).toContain("decp : 1 fichier(s)");
    expect(stderr).toMatch(/^recherche-entreprises : .*absent\.txt : attendu un fichier de SIREN/m);
  });

  it("is read by --from live file by file, the newest state of each source, without its cache", () => {
    const labels = findInputs(["live"], copy, copy).map(({label}) => label.replace(/\d{4}-\d\d-\d\d/, "DATE"));
    expect(labels).toEqual([
      "data/reference",
      "data/agora",
      "data/raw/decp/DATE/decp-2024.json",
      "data/raw/liste-paris/DATE/liste-des-marches-de-la-collectivite-parisienne.json",
      "data/raw/recherche-entreprises/DATE/entreprises.csv"
    ]);
  });

  it("asks nobody about the suppliers of the fictional sample", async () => {
    const {code, stdout} = await npm(
      "refresh",
      "recherche-entreprises",
      "--base",
      `recherche-entreprises=${other.base}`
    );
    expect({code, stdout}).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("laissé de côté : aucun titulaire")
    });
  });

  it("lists what it knows, with hosts and last state", async () => {
    const {code, stdout} = await npm("refresh", "--list");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /decp · .*\n.*\n +hôtes +www\.data\.gouv\.fr, static\.data\.gouv\.fr\n.*\n +dernier +data\/raw\/decp/
    );
  });
});

describe("the options of npm run refresh", () => {
  it("mean every source that can be downloaded when none is named", () => {
    expect(read([]).sources.map(({id}) => id)).toEqual(expect.arrayContaining(["decp", "recherche-entreprises"]));
    expect(read(["decp"]).sources.map(({id}) => id)).toEqual(["decp"]);
  });

  it("take a mirror from the command line before the environment", () => {
    const env = {CARNETS_BASE_RECHERCHE_ENTREPRISES: "http://a.example", CARNETS_BASE_DECP: "http://b.example"};
    const {bases} = read(["--base", "decp=http://c.example"], env);
    expect(Object.fromEntries(bases)).toEqual({
      decp: "http://c.example",
      "recherche-entreprises": "http://a.example"
    });
  });

  it.each([
    [["dcep"], /source inconnue « dcep », attendu : decp/],
    [["emissions-ges"], /source inconnue « emissions-ges »/],
    [["--lst"], /option inconnue/],
    [["--base", "decp"], /--base attend SOURCE=URL, trouvé « decp »/],
    [["--base", "decp=ftp://a.example"], /attend une adresse http\(s\)/],
    [["--attempts", "0"], /--attempts attend un entier de 1 à 20/]
  ])("refuse %j with what was expected", (args, message) => {
    expect(() => read(args)).toThrow(message);
  });
});

describe("the process that fetches a source", () => {
  it("may ask its hosts on 443 alone, write its folder, and run no native code", () => {
    const args = fetchArgs("/depot", {hosts: ["a.example", "127.0.0.1:80"], read: ["/r"], folder: "/f", order: "{}"});
    expect(args.filter((arg) => arg.startsWith("--allow"))).toEqual([
      "--allow-net=a.example:443,127.0.0.1:80",
      "--allow-read=/r",
      "--allow-write=/f"
    ]);
    expect(args).toContain("--no-prompt");
  });
});

describe("the cards of what can be downloaded", () => {
  it.each(sources.filter(({resource}) => resource !== undefined).map((source) => [source.id, source] as const))(
    "%s names an https address on one of its hosts",
    (_, {resource, hosts}) => {
      const {protocol, host} = new URL(resource?.url ?? "");
      expect([protocol, hosts]).toEqual(["https:", expect.arrayContaining([host])]);
    }
  );
});
