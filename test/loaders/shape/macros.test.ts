import {existsSync, readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import type {DuckDBConnection} from "@duckdb/node-api";
import * as fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createTableOf, openDatabase, query, sqlText} from "../../../loaders/duckdb.js";
import {canonicalLabel, cpvCode} from "../../../loaders/staging/labels.js";
import {cpvClassesWithLeadingZero, cpvDivisions, repairCpv} from "../../../src/lib/cpv.js";
import {fold, maybeCanonical, natures, procedures} from "../../../src/lib/enumerations.js";
import {isSiren, isSiret} from "../../../src/lib/siren.js";

let db: DuckDBConnection;
let close: () => void;

beforeAll(async () => {
  ({db, close} = await openDatabase({folders: [], scratch: ""}));
  await db.run(sqlText("staging/macros.sql"));
});

afterAll(() => close());

/** What SQL makes of each text. */
async function inSql(texts: readonly string[], expression: string): Promise<unknown[]> {
  await db.run("DROP TABLE IF EXISTS given");
  await createTableOf(
    db,
    "given",
    {n: "INTEGER", x: "VARCHAR"},
    texts.map((x, n) => ({n, x}))
  );
  return (await query(db, `SELECT ${expression} AS value FROM given ORDER BY n`)).map((row) => row.value);
}

const digits = (min: number, max = min) =>
  fc.string({unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max});
const oneOrMore = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, {minLength: 1, maxLength: 200});

describe("SIREN and SIRET in SQL", () => {
  it("are judged as in TypeScript, for any digits", async () => {
    const codes = fc.oneof(
      digits(9),
      digits(14),
      digits(0, 20),
      digits(5).map((nic) => `356000000${nic}`),
      fc.string()
    );
    await fc.assert(
      fc.asyncProperty(oneOrMore(codes.filter((code) => !code.includes("\0"))), async (texts) => {
        expect(await inSql(texts, "is_siren(x)")).toEqual(texts.map(isSiren));
        expect(await inSql(texts, "is_siret(x)")).toEqual(texts.map(isSiret));
      }),
      {numRuns: 40}
    );
  });

  it("know real keys, La Poste's exception, and that zeros are no company", async () => {
    const texts = [
      "73282932000074",
      "73282932000075",
      "35600000000048",
      "35600000049837",
      "35600000000011",
      "0".repeat(14)
    ];
    expect(texts.map(isSiret)).toEqual([true, false, true, true, false, false]);
    expect(await inSql(texts, "is_siret(x)")).toEqual([true, false, true, true, false, false]);
    expect(["732829320", "732829321", "000000000"].map(isSiren)).toEqual([true, false, false]);
  });

  it("changes from true to false when one digit changes", () => {
    fc.assert(
      fc.property(digits(8), fc.nat({max: 8}), fc.integer({min: 1, max: 9}), (start, place, shift) => {
        const siren = Array.from("0123456789", (key) => start + key).find(isSiren);
        fc.pre(siren !== undefined);
        const changed = (Number(siren[place]) + shift) % 10;
        expect(isSiren(siren.slice(0, place) + changed + siren.slice(place + 1))).toBe(false);
      })
    );
  });
});

describe("labels in SQL", () => {
  it("are folded as in TypeScript", async () => {
    const texts = [
      ...Object.keys(procedures),
      "MARCHE_PUBLIC",
      "Maîtrise d'œuvre",
      "  Appel d’offres\u00A0ouvert ",
      "ÉTÉ",
      ""
    ];
    expect(await inSql(texts, "fold(x)")).toEqual(texts.map(fold));
  });

  it("find the canonical label of old schemas, capitals and typing variants", async () => {
    const declared = ["ACCORD-CADRE", "Accord cadre", "MARCHE_SUBSEQUENT", "marche", "inconnue au bataillon"];
    const expected = ["Accord-cadre", "Accord-cadre", "Marché subséquent", "Marché", null];
    expect(await inSql(declared, canonicalLabel(natures, "x"))).toEqual(expected);
    expect(declared.map((text) => maybeCanonical(natures, text))).toEqual(expected);
    expect(maybeCanonical(procedures, "Marché négocié sans publicité ni mise en concurrence")).toBe(
      "Marché passé sans publicité ni mise en concurrence préalable"
    );
    expect(maybeCanonical(procedures, "Procédure concurrentielle avec négociation")).toBe("Procédure avec négociation");
  });
});

describe("amounts in SQL", () => {
  it("are read in French and English, to the cent", async () => {
    const texts = ["1234.5", "1 234,50", "1\u202F234,50\u00A0€", "0", "10.0", "1e3", "12345678.904"];
    expect(await inSql(texts, "amount_of(x)::DOUBLE")).toEqual([1234.5, 1234.5, 1234.5, 0, 10, 1000, 12345678.9]);
  });

  it("are unknown when they are no number, negative, or above any contract", async () => {
    const texts = ["", "NC", "NaN", "Infinity", "-5", "1.0E17", "100000000000", "12,345,678"];
    expect(await inSql(texts, "amount_of(x)::DOUBLE")).toEqual(texts.map(() => null));
  });
});

describe("dates in SQL", () => {
  it("lose their time and zone", async () => {
    const texts = ["2018-08-30+02:00", "2024-02-29", " 2024-01-02T10:00:00Z", "2100-12-31"];
    expect(await inSql(texts, "day_of(x)::VARCHAR")).toEqual(["2018-08-30", "2024-02-29", "2024-01-02", "2100-12-31"]);
  });

  it("are read in the French order too", async () => {
    const texts = ["29/02/2024", "3/9/2023", " 31/12/2021 00:00"];
    expect(await inSql(texts, "day_of(x)::VARCHAR")).toEqual(["2024-02-29", "2023-09-03", "2021-12-31"]);
  });

  it("are unknown when they do not exist or lie outside 1990–2100", async () => {
    const texts = ["0218-10-29", "5021-02-18", "2023-02-29", "September, 16 2021", "", "1989-12-31", "29/02/2023"];
    expect(await inSql(texts, "day_of(x)::VARCHAR")).toEqual(texts.map(() => null));
  });
});

describe("CPV codes", () => {
  it("are repaired in SQL as in TypeScript", async () => {
    const codes = fc.oneof(
      digits(0, 10),
      fc.tuple(digits(8), digits(1)).map(([code, key]) => `${code}-${key}`)
    );
    await fc.assert(
      fc.asyncProperty(oneOrMore(codes), async (texts) => {
        expect(await inSql(texts, cpvCode("x"))).toEqual(texts.map(repairCpv));
      }),
      {numRuns: 40}
    );
  });

  it("lose their key, and are padded on the left only to a class that exists", () => {
    expect(repairCpv("79980000-7")).toBe("79980000");
    expect(repairCpv("3452000")).toBe("03452000");
    expect(repairCpv("3999000")).toBeNull();
    expect(repairCpv("4500000")).toBeNull();
    expect(repairCpv("74200000")).toBeNull();
  });

  it("have 45 divisions", () => expect(Object.keys(cpvDivisions)).toHaveLength(45));

  const list = "../shared/data/decp/reference/cpv_2008_fr.csv.gz";
  if (!existsSync(list) && !process.env.CI)
    console.log(`CPV : ${list} absent, contrôle sur la liste officielle laissé de côté.`);
  else
    it("have the divisions and classes of the official list", () => {
      const codes = gunzipSync(readFileSync(list)).toString().split("\n").slice(1).filter(Boolean);
      expect(new Set(codes.map((code) => code.slice(0, 2)))).toEqual(new Set(Object.keys(cpvDivisions)));
      const zeros = codes.filter((code) => code.startsWith("0")).map((code) => code.slice(0, 4));
      expect(new Set(zeros)).toEqual(new Set(cpvClassesWithLeadingZero));
    });
});
