import type {DecpRow, Refusal} from "./decp-row.js";
import {folded} from "./table-columns.js";
import {blankRow, cellText, type TableReader} from "./table-row.js";

/** Columns of a city's own list of contracts, with their names in the export and in a re-publication of it. */
const spellings = {
  number: "num_marche ndeg_marche numero_marche numero_de_marche",
  object: "objet_du_marche objet",
  nature: "nature_du_marche nature",
  holder_name: "fournisseur_nom",
  holder_id: "fournisseur_siret",
  amount_min: "montant_min",
  amount_max: "montant_max",
  notified_on: "date_de_notification date_notification",
  starts_on: "date_de_debut",
  duration_days: "duree_du_marche_en_jours duree_jours",
  budget: "perimetre_financier",
  origin: "_source_origin"
};

type CityField = keyof typeof spellings;

/** Whose list it is, by the re-publication's `_source_origin`. Without that column the list is Paris's. */
const buyers: Readonly<Record<string, {id: string; name: string}>> = {
  paris: {id: "217500016", name: "Ville de Paris"},
  marseille: {id: "211300553", name: "Ville de Marseille"}
};

/** What the list calls a kind of purchase stands where others say the legal nature of a contract. */
const purchaseKinds = new Set(["travaux", "services", "fourniture", "fournitures"]);

const daysPerMonth = 365.25 / 12;

/**
 * Reads a city's list of contracts, whose amount is the ceiling over all years (`montant_max`), never spending. A line
 * that its re-publication copied from the DECP is refused: it is counted where it is declared.
 *
 * @param headings Columns of the table, in order.
 * @returns null when it is no such list.
 * @see https://opendata.paris.fr/explore/dataset/liste-des-marches-de-la-collectivite-parisienne/
 */
export function maybeCityListReader(headings: readonly string[]): TableReader | null {
  const names = headings.map(folded);
  const at = Object.fromEntries(
    Object.entries(spellings).map(([field, spelling]) => [
      field,
      names.findIndex((name) => spelling.split(" ").map(folded).includes(name))
    ])
  ) as Record<CityField, number>;
  if (at.number < 0 || at.amount_max < 0 || (at.holder_name < 0 && at.holder_id < 0)) return null;
  return {
    dataset: "liste-paris",
    dialect: "city-list",
    uses: (place) => Object.values(at).includes(place),
    read(cells) {
      const of = (field: CityField): string | null => (at[field] < 0 ? null : cellText(cells[at[field]]));
      const origin = of("origin");
      return origin === "decp" ? copyOf(headings, cells) : rowOf(of, at.origin < 0 ? "paris" : (origin ?? ""));
    }
  };
}

function copyOf(headings: readonly string[], cells: readonly unknown[]): Refusal {
  const raw = JSON.stringify(Object.fromEntries(headings.map((heading, i) => [heading, cells[i]])));
  return {
    rule: "copy-of-decp",
    message: "ligne recopiée des DECP par la republication : le marché est compté là où il est déclaré",
    raw: raw.slice(0, 2000)
  };
}

function rowOf(of: (field: CityField) => string | null, origin: string): DecpRow {
  const nature = of("nature");
  const name = of("holder_name");
  const id = of("holder_id")?.replace(/^#$/, "") || null;
  const isMulti = name !== null && folded(name) === "marchemultiattributaire";
  return {
    ...blankRow("city-list"),
    id: of("number"),
    buyer_id: buyers[origin]?.id ?? null,
    buyer_name: buyers[origin]?.name ?? null,
    nature: nature !== null && purchaseKinds.has(folded(nature)) ? null : nature,
    object: of("object"),
    duration_months: months(of("duration_days")),
    notified_on: of("notified_on"),
    starts_on: of("starts_on"),
    amount: of("amount_max"),
    amount_min: of("amount_min"),
    holders: isMulti || (id === null && name === null) ? [] : [{id, scheme: id === null ? null : "SIRET", name}],
    notes: isMulti ? ["multi-holder"] : []
  };
}

/** Months of a number of days, to one decimal: 1,460 days are 48 months. A text that is no number stays as it is. */
function months(days: string | null): string | null {
  if (days === null || !/^\d+(?:[.,]\d+)?$/.test(days)) return days;
  return String(Math.round((Number(days.replace(",", ".")) / daysPerMonth) * 10) / 10);
}
