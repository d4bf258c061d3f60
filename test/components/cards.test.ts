import {tableFromArrays} from "apache-arrow";
import {parseHTML} from "linkedom";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {contractCard} from "../../src/components/cards/contract.js";
import type {ContractData} from "../../src/components/cards/contract-data.js";
import {rowsWhere} from "../../src/components/cards/rows-where.js";
import {supplierCard, type SupplierData} from "../../src/components/cards/supplier.js";
import {supplierLabel} from "../../src/components/explorer/awards-table.js";
import {fetchBytes, loadInSight} from "../../src/components/loading.js";
import {pageAddress} from "../../src/components/site.js";
import {tables, type Row, type TableName} from "../../src/lib/schema.js";
import {award, link} from "../figures/rows.js";

const {document} = parseHTML("<!doctype html><html><body><div></div></body></html>") as unknown as {document: Document};
const site = {root: new URL("https://site.test/"), data: new URL("https://site.test/data/")};
const context = {document, site};

beforeEach(() => vi.stubGlobal("location", new URL("https://site.test/marches/marche")));
afterEach(() => vi.unstubAllGlobals());

/** A row of a table: what a test does not say is unknown. */
function rowOf<T extends TableName>(table: T, fields: Partial<Row<T>>): Row<T> {
  return {...Object.fromEntries(Object.keys(tables[table].columns).map((key) => [key, null])), ...fields} as Row<T>;
}

const textOf = (elements: readonly Element[]) => elements.map((one) => one.textContent).join("\n");

const contract = rowOf("contract", {
  contract_uid: "217500016-A1",
  award_uid: "217500016-A1",
  kind: "marche",
  contract_id: "A1",
  buyer_siren: "217500016",
  object: "Tonte des pelouses",
  cpv: "03121100",
  cpv_declared: "3121100",
  nature: "Marché",
  nature_declared: "Marché",
  procedure: "Procédure adaptée",
  procedure_declared: "procedure adaptee",
  is_framework: false,
  notified_on: "2024-03-01",
  published_on: null,
  duration_months: 12,
  offers_received: null,
  amount_declared_eur: 1,
  amount_eur: null,
  amount_issue: "placeholder",
  ceiling_eur: null
});

const finding = rowOf("finding", {
  finding_id: "f",
  rule: "cpv-left-pad",
  severity: "warning",
  contract_uid: "217500016-A1",
  source_id: "s",
  record_number: 7,
  field: "cpv",
  declared: "3121100",
  repaired: "03121100",
  effect_eur: null
});

const data: ContractData = {
  contract,
  award: award({contract_count: 2}),
  siblings: [{...contract, contract_uid: "217500016-A2"}],
  links: [link({supplier_id: "732829320"}), link({supplier_id: "inconnu", supplier_siren: null})],
  names: new Map([["732829320", null]]),
  buyerName: null,
  findings: [finding],
  modifications: [],
  subcontracts: [],
  records: [
    rowOf("contract_source", {
      contract_uid: "217500016-A1",
      source_id: "s",
      record_number: 7,
      dataset: "decp",
      is_kept: true
    })
  ],
  files: new Map([["s", rowOf("source_file", {source_id: "s", name: "decp.json", sha256: "ab".repeat(32)})]])
};

describe("the card of a contract", () => {
  let card: Element[];
  let text: string;
  beforeEach(() => {
    card = contractCard(data, context);
    text = textOf(card);
  });
  const linkTo = (path: string) => card.flatMap((one) => [...one.querySelectorAll(`a[href*="${path}"]`)]);

  it("shows the declared value beside the kept one, with the page of the rule", () => {
    const row = card
      .flatMap((one) => [...one.querySelectorAll("tr")])
      .find((tr) => tr.textContent?.startsWith("Code CPV"));
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      "Code CPV",
      "3121100",
      "03121100",
      "cpv-left-pad"
    ]);
    expect(linkTo("methode/cpv-left-pad").length).toBe(2);
  });

  it("says why an amount does not count, and that a repeated framework counts once", () => {
    expect(text).toMatch(/Montant non retenu \(1,00\u00a0€ déclarés\)\u00a0: montant de remplissage/);
    expect(linkTo("methode/placeholder-amount").length).toBe(1);
    expect(text).toContain("les 2 contrats comptent une fois");
  });

  it("leads to the source record by file, fingerprint and number", () => {
    expect(text).toContain("decp.json");
    expect(text).toContain("ab".repeat(32));
    expect(text).toContain("n° 7");
  });

  it("calls a supplier without a public name by its number, and links no unknown one", () => {
    expect(linkTo("marches/fournisseur").map((a) => a.textContent)).toEqual(["SIREN\u00a0732\u202f829\u202f320"]);
    expect(text).toContain("titulaire inconnu");
  });

  it("never shows a machine's word", () => expect(text).not.toMatch(/null|undefined|NaN|\[object/));
});

describe("the card of a supplier", () => {
  const supplier = rowOf("supplier", {
    supplier_id: "732829320",
    supplier_siren: "732829320",
    supplier_name: null,
    is_registered: false,
    award_count: 1,
    amount_eur: 100_000
  });
  const own = [link({supplier_id: "732829320", year: 2024, amount_eur: 100_000, id_issue: "supplier-id-bad-key"})];
  const awards = [rowOf("explorer", {award_uid: "a", object: "Tonte", notified_on: "2024-03-01", amount_eur: 100_000})];
  const text = (part: Partial<SupplierData>) =>
    textOf(
      supplierCard({supplier, links: own, awards, findings: [finding], registers: ["sirene.csv"], ...part}, context)
    );

  it("names a sole trader by its number, and says why", () => {
    expect(text({})).toContain("SIREN\u00a0732\u202f829\u202f320");
    expect(text({})).toContain("celui d’un entrepreneur individuel n’est jamais publié");
    expect(text({supplier: {...supplier, supplier_name: "ALPHA SAS"}})).not.toContain("n’est jamais publié");
  });

  it("says where the facts come from, or that there are none", () => {
    expect(text({})).toContain("n’est pas dans l’extrait Sirene lu (sirene.csv)");
    expect(text({registers: []})).toContain("Aucun extrait du répertoire Sirene");
    expect(text({supplier: {...supplier, is_registered: true}})).toContain("fichier sirene.csv");
  });

  it("counts its findings and repairs in words that the numbers support", () => {
    expect(text({})).toContain(
      "1 constat porte sur les marchés où il figure\u00a0; son identifiant a été réparé 1 fois"
    );
    expect(text({findings: [], links: [link({})]})).toContain("Aucune règle n’a rien trouvé");
  });
});

describe("a supplier's label", () => {
  it.each([
    ["732829320", "ALPHA SAS", "ALPHA SAS"],
    ["732829320", null, "SIREN\u00a0732\u202f829\u202f320"],
    ["TVA:BE012", null, "TVA\u00a0: BE012"]
  ])("%s, %s", (id, name, label) => expect(supplierLabel(id, name)).toBe(label));
});

describe("an address inside the site", () => {
  it("has .html where the host shows its pages so", () => {
    expect(pageAddress(site, "marches/marche", {uid: "a&b"})).toBe("https://site.test/marches/marche?uid=a%26b");
    vi.stubGlobal("location", new URL("https://site.test/marches/explorer.html"));
    expect(pageAddress(site, "marches/marche")).toBe("https://site.test/marches/marche.html");
  });
});

describe("the rows of a table that hold a value", () => {
  it("are made, and no others", () => {
    const buyers = tableFromArrays({
      buyer_id: ["a", "b", "c"],
      buyer_siren: ["1", "2", "1"],
      buyer_name: ["x", "y", "z"],
      contract_count: [1, 2, 3],
      award_count: [1, 2, 3],
      amount_eur: [1, 2, 3]
    });
    expect(rowsWhere("buyer", buyers, "buyer_siren", new Set(["1"])).map((row) => row.buyer_name)).toEqual(["x", "z"]);
    expect(rowsWhere("buyer", buyers, "buyer_siren", new Set())).toEqual([]);
  });
});

describe("loading in sight", () => {
  it("says what is missing, tries again when asked, and leaves nothing behind", async () => {
    const host = document.querySelector("div") as unknown as HTMLElement;
    let tries = 0;
    const loading = loadInSight(host, "la table", async () => {
      if (++tries === 1) throw new Error("x.arrow : attendu un fichier, reçu le code 503.");
      return 42;
    });
    await vi.waitFor(() =>
      expect(host.textContent).toContain("Il manque\u00a0: la table. x.arrow\u00a0: attendu un fichier")
    );
    host.querySelector("button")?.click();
    expect(await loading).toBe(42);
    expect(host.childNodes.length).toBe(0);
  });

  it("tells its progress, and refuses what is no file", async () => {
    const shares: number[] = [];
    vi.stubGlobal("fetch", async () => new Response(new Uint8Array([1, 2, 3, 4])));
    const bytes = await fetchBytes(new URL("https://site.test/x"), {
      size: 8,
      onProgress: (share) => shares.push(share)
    });
    expect([...bytes]).toEqual([1, 2, 3, 4]);
    expect(shares.at(-1)).toBe(0.5);
    vi.stubGlobal("fetch", async () => new Response(null, {status: 404}));
    await expect(fetchBytes(new URL("https://site.test/x"))).rejects.toThrow(
      /\/x : attendu un fichier, reçu le code 404/
    );
  });
});
