import {closeSync, createReadStream, openSync, readSync, writeSync} from "node:fs";
import process from "node:process";
import {createGunzip} from "node:zlib";
import {DuckDBInstance} from "@duckdb/node-api";
import {JsonSplitter} from "../../loaders/read/splitter.js";

/** Bytes gathered before they are read or written. */
const bufferBytes = 1 << 20;

const text = "VARCHAR";
const party = "STRUCT(typeIdentifiant VARCHAR, id VARCHAR, denominationSociale VARCHAR)";

/** Every field of a DECP v2 record, as its texts. */
const columns: Readonly<Record<string, string>> = {
  id: text,
  acheteur: "STRUCT(id VARCHAR, nom VARCHAR)",
  nature: text,
  objet: text,
  codeCPV: text,
  procedure: text,
  lieuExecution: "STRUCT(code VARCHAR, typeCode VARCHAR)",
  dureeMois: text,
  dateNotification: text,
  datePublicationDonnees: text,
  montant: text,
  formePrix: text,
  typesPrix: "STRUCT(typePrix VARCHAR[])",
  attributionAvance: text,
  tauxAvance: text,
  offresRecues: text,
  marcheInnovant: text,
  ccag: text,
  sousTraitanceDeclaree: text,
  typeGroupementOperateurs: text,
  origineUE: text,
  origineFrance: text,
  idAccordCadre: text,
  titulaires: `STRUCT(titulaire ${party})[]`,
  considerationsSociales: "STRUCT(considerationSociale VARCHAR[])",
  considerationsEnvironnementales: "STRUCT(considerationEnvironnementale VARCHAR[])",
  modalitesExecution: "STRUCT(modaliteExecution VARCHAR[])",
  techniques: "STRUCT(technique VARCHAR[])",
  modifications: `STRUCT(modification STRUCT(id VARCHAR, dateNotificationModification VARCHAR, dureeMois VARCHAR,
    montant VARCHAR, titulaires STRUCT(titulaire ${party})[]))[]`,
  actesSousTraitance: "JSON",
  source: text
};

/**
 * The least that bringing a DECP file into tables can cost: cut it into records, write them one a line, let DuckDB read
 * the columns that matter into one table of contracts and one of holders. No check, no rule, no repair, no file written.
 *
 * @param input A DECP v2 file of well-formed records, plain or gzip.
 * @param target Where the lines go.
 * @returns The number of contracts that DuckDB holds.
 */
async function bareRead(input: string, target: string): Promise<number> {
  await split(input, target);
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  await db.run("SET memory_limit='1GB'");
  const list = Object.entries(columns).map(([name, type]) => `"${name}": '${type}'`);
  await db.run(
    `CREATE TABLE contract AS SELECT * EXCLUDE (acheteur, dateNotification, datePublicationDonnees, montant, dureeMois),
       acheteur.id AS buyer_id, left(codeCPV, 2) AS cpv_division, TRY_CAST(dateNotification AS DATE) AS notified_on,
       TRY_CAST(datePublicationDonnees AS DATE) AS published_on, TRY_CAST(montant AS DECIMAL(18, 2)) AS amount,
       TRY_CAST(dureeMois AS DOUBLE) AS duration_months
     FROM read_json('${target.replaceAll("'", "''")}', format = 'newline_delimited', columns = {${list.join(", ")}})`
  );
  await db.run(
    `CREATE TABLE holder AS SELECT id AS contract_id, buyer_id, t.titulaire.id AS supplier_raw,
       regexp_replace(t.titulaire.id, '[^0-9A-Za-z]', '', 'g') AS supplier_id, t.titulaire.denominationSociale AS name
     FROM (SELECT id, buyer_id, UNNEST(titulaires) AS t FROM contract)`
  );
  const counted = await db.runAndReadAll("SELECT count(*)::INTEGER AS n FROM contract");
  const count = Number(counted.getRowObjectsJS()[0]?.["n"]);
  db.closeSync();
  instance.closeSync();
  return count;
}

async function split(input: string, target: string): Promise<void> {
  const file = openSync(target, "w");
  const buffer = new Uint8Array(bufferBytes);
  let used = 0;
  const flush = () => {
    writeSync(file, buffer, 0, used);
    used = 0;
  };
  const splitter = new JsonSplitter(["marches.marche[]"], (bytes) => {
    if (used + bytes.length + 1 > bufferBytes) flush();
    buffer.set(bytes, used);
    used += bytes.length;
    buffer[used++] = 0x0a;
  });
  if (input.endsWith(".gz")) {
    const chunks = createReadStream(input, {highWaterMark: bufferBytes}).pipe(createGunzip({chunkSize: 1 << 18}));
    for await (const chunk of chunks) splitter.push(chunk as Uint8Array);
  } else {
    const source = openSync(input, "r");
    const chunk = new Uint8Array(bufferBytes);
    for (let n = -1; n !== 0;) {
      n = readSync(source, chunk, 0, bufferBytes, null);
      splitter.push(chunk.subarray(0, n));
    }
    closeSync(source);
  }
  splitter.end();
  flush();
  closeSync(file);
}

const [input, target] = process.argv.slice(2);
if (input === undefined || target === undefined) throw new Error("bare-read.ts: expected an input and a target file.");
console.log(await bareRead(input, target));
