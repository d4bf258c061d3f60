import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {fetchCompanies} from "../../../loaders/fetch/companies.js";
import {companyOf, csvOf} from "../../../loaders/fetch/company.js";
import type {FetchEffects} from "../../../loaders/fetch/effects.js";
import {sirensOf} from "../../../loaders/fetch/sirens.js";
import {lastSnapshot} from "../../../loaders/fetch/snapshot.js";
import card from "../../../src/catalogue/recherche-entreprises.js";
import {inTurn, LocalServer, status, type Responder} from "./server.js";

const server = new LocalServer();
const root = mkdtempSync(join(tmpdir(), "carnets-companies-"));
/** Invented numbers whose key is right. */
const sirens = ["111111118", "222222226", "333333334"] as const;

/** A legal unit as the API answers with it, persons and addresses included although they were not asked for. */
const unit = (siren: string, more: object = {}): object => ({
  siren,
  nom_complet: "JARDINS FICTIFS (JF)",
  nom_raison_sociale: "JARDINS, FICTIFS",
  nature_juridique: "5710",
  activite_principale: "81.30Z",
  tranche_effectif_salarie: "12",
  categorie_entreprise: "PME",
  annee_categorie_entreprise: "2023",
  date_creation: "2001-02-03",
  etat_administratif: "A",
  statut_diffusion: "O",
  nombre_etablissements: 3,
  nombre_etablissements_ouverts: 2,
  siege: {
    adresse: "1 RUE INVENTEE 75011 PARIS",
    libelle_voie: "INVENTEE",
    commune: "75111",
    libelle_commune: "PARIS",
    code_postal: "75011"
  },
  complements: {est_ess: false, est_association: false, est_entrepreneur_individuel: false},
  dirigeants: [{nom: "PERSONNE", prenoms: "FICTIVE", date_de_naissance: "1970-01"}],
  ...more
});
const answer =
  (...results: object[]): Responder =>
  (request, response) => {
    const siren = new URL(request.url ?? "", server.base).searchParams.get("q");
    const found = results.filter((result) => (result as {siren: string}).siren === siren);
    response.writeHead(200, {"content-type": "application/json"}).end(JSON.stringify({results: found, page: 1}));
  };

let folder: string;
let clock: number;
let waits: number[];

beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  rmSync(root, {recursive: true});
});
beforeEach(() => {
  server.reset();
  folder = mkdtempSync(join(root, "source-"));
  [clock, waits] = [Date.parse("2026-11-24T08:00:00Z"), []];
  server.routes.set("/search", answer(...sirens.map((siren) => unit(siren))));
});

function refresh(wanted: readonly string[] = sirens, maxRequests = 100): Promise<string> {
  const temporary = join(folder, ".partial-1");
  mkdirSync(temporary, {recursive: true});
  const effects: FetchEffects = {
    fetch: (url, init) => fetch(url, init),
    now: () => clock,
    sleep: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    onRetry: () => undefined,
    attempts: 3,
    firstWaitMs: 1,
    idleMs: 5000
  };
  const resource = {kind: "company-search", url: `${server.base}/search`, requestsPerSecond: 7, maxRequests} as const;
  const place = {folder, temporary, hosts: [server.host], onProgress: () => undefined};
  return fetchCompanies(card, resource, wanted, place, effects);
}

describe("looking suppliers up", () => {
  it("asks for each SIREN once, without persons, never more than seven a second", async () => {
    expect(await refresh()).toBe("3 entreprises connues sur 3, 3 demandées");
    expect(server.requests.map(({query}) => query.get("q"))).toEqual(sirens);
    expect(server.requests[0]?.query.get("minimal")).toBe("true");
    expect(server.requests[0]?.query.get("include")).toBe("siege,complements");
    expect(waits).toHaveLength(2);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(142);
  });

  it("keeps no person and no street, in the cache or in the table", async () => {
    await refresh();
    const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => /\.(json|csv)$/.test(name));
    const kept = files.map((name) => readFileSync(join(folder, name), "utf8")).join("");
    expect(kept).toContain("JARDINS, FICTIFS");
    expect(kept).not.toMatch(/PERSONNE|FICTIVE|INVENTEE|dirigeants|adresse/);
  });

  it("does not ask again for what it knows, nor for what the API does not", async () => {
    server.routes.set("/search", answer(unit(sirens[0])));
    expect(await refresh()).toBe("1 entreprises connues sur 3, 3 demandées");
    clock += 86_400_000;
    expect(await refresh()).toBe("inchangé depuis le 2026-11-24 : 1 entreprises connues sur 3, 0 demandées");
    expect(server.requests).toHaveLength(3);
  });

  it("asks again after half a year", async () => {
    await refresh();
    clock += 184 * 86_400_000;
    await refresh();
    expect(server.requests).toHaveLength(6);
  });

  it("asks again for an answer that was damaged on disk", async () => {
    await refresh();
    writeFileSync(join(folder, "cache", `${sirens[1]}.json`), '{"siren": "2222');
    await refresh();
    expect(server.requests.at(-1)?.query.get("q")).toBe(sirens[1]);
  });

  it("waits as long as a 429 says", async () => {
    server.routes.set(
      "/search",
      inTurn(status(429, {"retry-after": "2"}), answer(...sirens.map((siren) => unit(siren))))
    );
    await refresh();
    expect(waits).toContain(2000);
    expect(server.requests.map(({query}) => query.get("q"))).toEqual([sirens[0], ...sirens]);
  });

  it("goes on where it was stopped, and keeps the last table meanwhile", async () => {
    await refresh(sirens.slice(0, 1));
    const before = readFileSync(join(folder, "2026-11-24/entreprises.csv"), "utf8");
    clock += 86_400_000;
    const units = answer(...sirens.map((siren) => unit(siren)));
    server.routes.set("/search", inTurn(units, units, status(500)));
    await expect(refresh()).rejects.toThrow(/q=333333334.* : réponse 500, 3 fois de suite/);
    expect(lastSnapshot(folder)?.fetched_at).toMatch(/^2026-11-24/);
    expect(readFileSync(join(folder, "2026-11-24/entreprises.csv"), "utf8")).toBe(before);
    server.routes.set("/search", units);
    expect(await refresh()).toBe("3 entreprises connues sur 3, 1 demandées");
    expect(lastSnapshot(folder)?.fetched_at).toMatch(/^2026-11-25/);
  });

  it("leaves what is over the limit of a run for the next one, and says so", async () => {
    expect(await refresh(sirens, 2)).toBe(
      "2 entreprises connues sur 3, 2 demandées ; 1 restent à demander, la prochaine fois"
    );
    expect(await refresh(sirens, 2)).toBe("3 entreprises connues sur 3, 1 demandées");
  });

  it("refuses an answer of another shape", async () => {
    server.routes.set("/search", (_, response) => void response.end('{"erreur": "panne"}'));
    await expect(refresh()).rejects.toThrow(/attendu une liste « results », trouvé erreur$/);
  });
});

describe("a company", () => {
  it("becomes a line of a SIRENE extract", () => {
    expect(csvOf([companyOf(sirens[0], unit(sirens[0]))])).toBe(
      "siren,nom,forme_juridique,activite_principale,commune,code_postal,tranche_effectifs,date_creation,etat," +
        "nombre_etablissements,nombre_etablissements_ouverts,code_commune,categorie_entreprise," +
        "annee_categorie_entreprise,est_ess,est_association,statut_diffusion\r\n" +
        '111111118,"JARDINS, FICTIFS",5710,81.30Z,PARIS,75011,12,2001-02-03,A,3,2,75111,PME,2023,false,false,O\r\n'
    );
  });

  it.each([
    ["it is a sole trader", {nature_juridique: "1000"}],
    ["its legal form is unknown", {nature_juridique: null}],
    ["it is marked as a sole trader", {complements: {est_entrepreneur_individuel: true}}],
    ["it opposes publication", {statut_diffusion: "P"}]
  ])("has no name when %s", (_, more) => {
    expect(companyOf(sirens[0], unit(sirens[0], more)).nom).toBeNull();
  });

  it("is unknown where the API is silent", () => {
    const {siren, ...rest} = companyOf(sirens[0], {siege: "?", complements: null});
    expect(siren).toBe(sirens[0]);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });
});

describe("the SIREN to look up", () => {
  it("come from any text, each once, valid ones only", () => {
    const path = join(root, "liste.csv");
    writeFileSync(path, "siren;nom\n111111118;a\n222222226;b\n111111118;a\n123456789;faux\n22222222600012;siret\n");
    expect(sirensOf(path, false)).toEqual(["111111118", "222222226"]);
  });

  it("are not those of a missing or fictional build", () => {
    const build = mkdtempSync(join(root, "build-"));
    expect(sirensOf(build, true)).toBeNull();
    mkdirSync(join(build, "marts"));
    writeFileSync(join(build, "marts/supplier.arrow"), "");
    writeFileSync(join(build, "report.json"), '{"is_fictional": true}');
    expect(sirensOf(build, true)).toBeNull();
  });

  it("are missed with words when the file has none", () => {
    const path = join(root, "vide.txt");
    writeFileSync(path, "rien");
    expect(() => sirensOf(path, false)).toThrow(/attendu des SIREN \(neuf chiffres\), trouvé aucun/);
    expect(() => sirensOf(join(root, "absent.txt"), false)).toThrow(/trouvé rien à ce chemin/);
  });
});
