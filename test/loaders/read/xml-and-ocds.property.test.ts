import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readFiles, type ReadResult} from "./read-bytes.js";

const decpKeys =
  `id uid acheteur acheteur.id autoriteConcedante nature objet codeCPV procedure dureeMois dateNotification montant titulaires
  titulaire concessionnaires lieuExecution modifications modification techniques technique ccag typesPrix source _type
  actesSousTraitance considerationsSociales marche marches denominationSociale typeIdentifiant`.split(/\s+/);
const ocdsKeys =
  `ocid id tag date parties buyer tender awards contracts suppliers value amount currency identifier scheme roles items
  classification contractPeriod startDate durationInDays amendments awardID status releases compiledRelease publisher
  bids statistics deliveryAddresses additionalIdentifiers`.split(/\s+/);
const scalars = [
  fc.constantFrom(
    "EUR",
    "2024-01-01",
    "Marché",
    "",
    "NaN",
    "__proto__",
    "ocds-xxxxxx-1",
    "12345678901234",
    "\u0000",
    "\ud800"
  ),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null)
];

/** Any JSON whose keys are mostly those of a format. */
function dirtyJson(keys: readonly string[]): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    value: fc.oneof({depthSize: "medium", withCrossShrink: true}, ...scalars, tie("list"), tie("object")),
    list: fc.array(tie("value"), {maxLength: 4}),
    object: fc.dictionary(fc.oneof({arbitrary: fc.constantFrom(...keys), weight: 8}, fc.string()), tie("value"), {
      maxKeys: 8
    })
  })).value;
}

/** A tree of elements whose names are mostly those of DECP. */
interface Element {
  name: string;
  children: (Element | string)[];
}

const dirtyXml = fc.letrec<{element: Element}>((tie) => ({
  element: fc.record({
    name: fc.constantFrom(...decpKeys.filter((key) => !key.includes("."))),
    children: fc.array(fc.oneof({depthSize: "medium"}, fc.string(), tie("element")), {maxLength: 5})
  })
})).element;

function xmlOf(element: Element | string): string {
  if (typeof element !== "string") return `<${element.name}>${element.children.map(xmlOf).join("")}</${element.name}>`;
  const named: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;"};
  return element.replace(/[&<>]/g, (character) => named[character] as string).toWellFormed();
}

/** Every record is read once: as a row or as a refusal, numbered without gap. */
function expectEachOnce({inputs, rows, refused}: ReadResult, atLeast: number): void {
  const [input] = inputs;
  expect(input?.records_read).toBeGreaterThanOrEqual(atLeast);
  expect([rows.length, refused.length]).toEqual([input?.rows_staged, input?.rows_refused]);
  const numbers = [...rows, ...refused].map(({record_number}) => record_number as number);
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
}

const sound = {id: "A1", acheteur: {id: "1"}, codeCPV: "77310000", montant: 1, titulaires: [{id: "2"}]};
const soundXml =
  "<marche><id>A1</id><acheteur><id>1</id></acheteur><codeCPV>77310000</codeCPV><montant>1</montant></marche>";
const soundRelease = {ocid: "ocds-xxxxxx-1", tag: ["award"], awards: [{id: "A1", value: {amount: 1, currency: "EUR"}}]};

describe("whatever a record holds, it is read without fail and counted once", () => {
  it("in JSON", async () => {
    const record = fc.oneof(
      dirtyJson(decpKeys),
      dirtyJson(decpKeys).map((dirt) => ({...sound, ...(dirt as object)}))
    );
    const property = fc.asyncProperty(fc.array(record, {maxLength: 5}), async (records) => {
      expectEachOnce(await readFiles({"a.json": JSON.stringify({marches: [...records, sound]})}), 1);
    });
    await fc.assert(property, {numRuns: 100});
  });

  it("in XML", async () => {
    const property = fc.asyncProperty(fc.array(dirtyXml, {maxLength: 5}), async (elements) => {
      const read = await readFiles({"a.xml": `<marches>${elements.map(xmlOf).join("")}${soundXml}</marches>`});
      expectEachOnce(read, 1);
    });
    await fc.assert(property, {numRuns: 100});
  });

  it("in OCDS", async () => {
    const release = fc.oneof(
      dirtyJson(ocdsKeys),
      dirtyJson(ocdsKeys).map((dirt) => ({...soundRelease, ...(dirt as object)})),
      fc.record({ocid: fc.constant("ocds-xxxxxx-2"), awards: dirtyJson(ocdsKeys), contracts: dirtyJson(ocdsKeys)})
    );
    const property = fc.asyncProperty(fc.array(release, {maxLength: 5}), async (releases) => {
      const text = JSON.stringify({publisher: {name: "Portail"}, releases: [...releases, soundRelease]});
      const read = await readFiles({"a.json": text});
      expectEachOnce(read, 1);
      expect(read.inputs).toMatchObject([{dataset: "ocds"}]);
    });
    await fc.assert(property, {numRuns: 100});
  });
});

/** The XML of a record: lists as repeated elements, as the schemas write them. */
function xmlOfRecord(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((inside) => xmlOfRecord(name, inside)).join("");
  const inside =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, child]) => xmlOfRecord(key, child))
          .join("")
      : xmlOf(String(value));
  return `<${name}>${inside}</${name}>`;
}

const word = fc.constantFrom("Marché", "12345678901234", "2024-01-01", "1000.5", "A & B <C>", "œuvre");
const party = fc.record({id: word, typeIdentifiant: word, denominationSociale: word}, {requiredKeys: ["id"]});
const listIn = <T>(name: string, item: fc.Arbitrary<T>) =>
  fc.array(item, {minLength: 1, maxLength: 3}).map((items) => ({[name]: items}));
const contract = fc.record(
  {
    id: word,
    acheteur: fc.record({id: word, nom: word}),
    codeCPV: word,
    objet: word,
    montant: word,
    techniques: listIn("technique", word),
    titulaires: listIn("titulaire", party),
    modifications: listIn("modification", fc.record({id: word, montant: word, titulaires: listIn("titulaire", party)})),
    actesSousTraitance: listIn("acteSousTraitance", fc.record({id: word, montant: word, sousTraitant: party})),
    lieuExecution: fc.record({code: word, typeCode: word, nom: word})
  },
  {requiredKeys: ["id", "acheteur", "codeCPV"]}
);

describe("a record says the same in XML and in JSON", () => {
  it("whatever its lists hold, first of its file or not, plain or with a comment", async () => {
    const property = fc.asyncProperty(contract, fc.constantFrom("", "\n", "\r\n  "), async (one, space) => {
      const plain = xmlOfRecord("marche", one).replaceAll("</", `${space}</`);
      const commented = plain.replace("<acheteur>", "<!-- <acheteur> --><acheteur>");
      const {rows} = await readFiles({
        "a.json": JSON.stringify({marches: [one]}),
        "b.xml": `<marches>${[plain, plain, commented, plain].join(space)}</marches>`
      });
      const said = rows.map((row) => ({...row, source_id: null, record_number: null}));
      expect(said).toEqual(Array.from({length: 5}, () => said[0]));
    });
    await fc.assert(property, {numRuns: 100});
  });
});
