import type {RecordSource} from "../read/records.js";
import {areDecpKeys, decpRecordsIn, readDecpRecord} from "./decp.js";

/** A source of XML records: elements of some names, wherever they stand in the document. */
export interface XmlSource extends RecordSource {
  format: "xml";
  /** Local names of the elements that are records. */
  recordNames: ReadonlySet<string>;
  /** Local names of root elements that only this source has, so that a document without any record is recognised. */
  rootNames: ReadonlySet<string>;
}

/**
 * DECP in XML, of both dialects: `<marche>` and `<contrat-concession>` under any root. Children become keys, repeated
 * ones a list, so that a record reads as its JSON twin does.
 *
 * @see XSD of the orders of 2019 and 2022.
 */
export const decpXml: XmlSource = {
  dataset: "decp",
  format: "xml",
  recordNames: new Set(["marche", "marché", "contrat-concession", "contratConcession", "contrat_concession"]),
  rootNames: new Set(["marches"]),
  isRecord: areDecpKeys,
  recordsIn: decpRecordsIn,
  read: readDecpRecord
};
