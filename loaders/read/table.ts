import {mapped, missingColumns, type Mapping} from "../sources/mapping.js";
import type {DecpRow, Refusal} from "../sources/decp-row.js";
import type {TableReader} from "../sources/table-row.js";
import {maybeTableReader} from "../sources/tables.js";
import {InputError} from "./errors.js";
import {RecordCounter, type Reading, type RecordSink} from "./records.js";

/** Finds the reader of each table of a run, and knows whether the mapping that was given served any of them. */
export class MappingCheck {
  #isUsed = false;
  #columns: readonly string[] = [];

  /** @param mapping What the columns of tables with unknown headings mean; null when none was given. */
  constructor(readonly mapping: Mapping | null) {}

  /** The reader of a table with these headings; null when it is no procurement. */
  maybeReaderOf(columns: readonly string[]): TableReader | null {
    const renamed = mapped(columns, this.mapping);
    if (renamed) this.#isUsed = true;
    else this.#columns = columns;
    return maybeTableReader(renamed ?? columns);
  }

  /** @throws {InputError} When no table that was met has the columns that the mapping names. */
  throwWhenUnused(): void {
    if (this.mapping === null || this.#isUsed) return;
    const missing = missingColumns(this.#columns, this.mapping);
    throw new InputError(
      "--mapping",
      `attendu un tableau qui porte les colonnes nommées, trouvé aucun : « ${missing.join(" », « ")} » manque`,
      this.#columns.length > 0
        ? `Colonnes du dernier tableau lu : ${this.#columns.join(", ")}. Corrigez le fichier de correspondance.`
        : "Aucun tableau n’a été lu : ôtez --mapping."
    );
  }
}

/** Hands each line of a table over as a row or a refusal, and counts. */
export class TableCounter extends RecordCounter {
  readonly #dialect: string;

  constructor(reader: TableReader, sink: RecordSink) {
    super(
      {
        dataset: reader.dataset,
        isRecord: () => true,
        recordsIn: (cells) => [cells],
        read: (cells): DecpRow | Refusal => reader.read(cells as readonly unknown[])
      },
      sink
    );
    this.#dialect = reader.dialect;
  }

  /** What was counted. `damage` says why the table could not be read to its end. */
  reading(encoding: string, damage: Error | null): Reading {
    const {read, accepted} = this;
    return {encoding, read, accepted, dialects: {[this.#dialect]: accepted}, isOurs: true, damage};
  }
}
