import type {TableName} from "./schema.js";

/** `error` the value cannot be used; `warning` it was repaired or is doubtful; `info` worth knowing. */
type Severity = "error" | "warning" | "info";

/** What a rule looks at: its findings are counted against the number of these, named in French. */
export const denominators = {
  records: "enregistrements lus, refusés compris",
  declared: "enregistrements retenus",
  distinct: "contrats distincts",
  holders: "titulaires déclarés",
  repeated: "enregistrements d’un contrat déjà déclaré",
  modifications: "modifications déclarées",
  amounts: "montants déclarés",
  compared: "attributions comparées à au moins 30 pairs",
  dated: "enregistrements qui portent les deux dates",
  closed: "contrats notifiés six mois au moins avant la dernière publication lue",
  producer_fields: "champs de producteurs qui comptent au moins 100 enregistrements",
  months: "mois d’acheteurs couverts",
  nights: "lignes de décompte",
  night_cells: "nombres par lieu, zone ou réponse, et chiffres d’organisation",
  night_places: "nombres par type de lieu",
  open_data_nights: "éditions du jeu ouvert de la Ville",
  emissions: "lignes d’émissions",
  climate: "lignes des tables du climat",
  targets: "cibles"
} as const;

/** Name of what a rule looks at. */
export type Denominator = keyof typeof denominators;

/**
 * A finding rule: what a record may get wrong, and what is done about it. Its SQL stands in `loaders/rules/<id>.sql`.
 * The example runs through the whole pipeline in a test.
 */
export interface Rule {
  id: string;
  severity: Severity;
  table: TableName;
  /** The field looked at, in the words of the published table. */
  field: string;
  /** What its findings are counted against. */
  of: Denominator;
  /** Short name on screen, in French. */
  name: string;
  /** What it looks at, in French. A rule that compares with the other data of the build says so. */
  looksAt: string;
  /** What is written beside the declared value; "rien" when nothing is repaired. */
  repairs: string;
  /** Why the rule is right: a text, a measurement, a registry. */
  reference: string;
  /** One declared value that the rule flags, and the repaired value, as they appear in `finding`. */
  example: {declared: string; repaired: string | null};
}

/** Declares a rule; only checks types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
