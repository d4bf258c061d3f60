import {DateDay, Dictionary, Float64, Int16, Int32, Table, Utf8, vectorFromArray} from "apache-arrow";
import type {ColumnsLike} from "../../../src/lib/explore/columns.js";

/** An award as a test says it. */
export interface TestAward {
  uid?: string;
  object?: string | null;
  notifiedOn?: string | null;
  division?: string | null;
  procedure?: string | null;
  amountEur?: number | null;
  ids?: string[];
  names?: (string | null)[];
  categories?: string[];
  places?: string[];
}

/** The mart `explorer` of some awards; facets travel as dictionaries, or as plain texts. */
export function explorerTable(awards: readonly TestAward[], {asText = false} = {}): ColumnsLike {
  const of = <Value>(get: (award: TestAward, i: number) => Value) => awards.map(get);
  const set = (values: string[] = ["inconnu"]) => [...new Set(values)].sort().join(" ; ");
  const text = (values: (string | null)[]) => vectorFromArray(values, new Utf8());
  const coded = (values: (string | null)[]) =>
    asText ? text(values) : vectorFromArray(values, new Dictionary(new Utf8(), new Int16()));
  const names = of(({names = []}) => (names.some(Boolean) ? names.map((name) => name ?? "").join(" ; ") : null));
  return new Table({
    award_uid: text(of(({uid}, i) => uid ?? `u${i}`)),
    object: text(of(({object = null}) => object)),
    notified_on: vectorFromArray(
      of(({notifiedOn = null}) => (notifiedOn === null ? null : new Date(notifiedOn))),
      new DateDay()
    ),
    year: vectorFromArray(
      of(({notifiedOn = null}) => (notifiedOn === null ? null : Number(notifiedOn.slice(0, 4)))),
      new Int32()
    ),
    cpv_division: coded(of(({division = null}) => division)),
    procedure: coded(of(({procedure = null}) => procedure)),
    amount_eur: vectorFromArray(
      of(({amountEur = null}) => amountEur),
      new Float64()
    ),
    supplier_ids: text(of(({ids = ["inconnu"]}) => ids.join(" ; "))),
    supplier_names: text(names),
    supplier_categories: coded(of(({categories}) => set(categories))),
    supplier_places: coded(of(({places}) => set(places)))
  }) as unknown as ColumnsLike;
}
