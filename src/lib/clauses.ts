import {hasLabel, noAnswer, whyNoAnswer} from "./answers.js";
import {defineIndicator, type Indicator} from "./indicator.js";
import {share} from "./metrics/rate.js";

/** Fields of the considerations: their name in `completeness`, and their column of `award`. */
const columns = {social: "social_clauses", environmental: "environmental_clauses"} as const;

type ClauseColumn = (typeof columns)[keyof typeof columns];

/** What differs from one indicator of considerations to the next. */
interface ClauseShare {
  id: string;
  name: string;
  question: string;
  field: keyof typeof columns;
  /** Canonical labels, any of which counts. */
  labels: readonly [string, ...string[]];
  /** The label that denies the others. */
  denial: string;
  reference: string;
  limits: readonly string[];
}

/**
 * Share of the awards that declare a consideration, among those that answer the field: an empty list is no "no".
 *
 * @returns An indicator whose value is null when no award answers.
 */
export function clauseShare({
  id,
  name,
  question,
  field,
  labels,
  denial,
  reference,
  limits
}: ClauseShare): Indicator<"award", ClauseColumn | "dialect" | "default_fields"> {
  const column = columns[field];
  const row = (declared: string | null, dialect = "v2", default_fields: string | null = null) =>
    ({[column]: declared, dialect, default_fields}) as Record<ClauseColumn, string | null> & {
      dialect: string;
      default_fields: string | null;
    };
  return defineIndicator<"award", ClauseColumn | "dialect" | "default_fields">({
    id,
    version: 1,
    domain: "marches",
    unit: "ratio",
    needs: "award",
    columns: [column, "dialect", "default_fields"],
    name,
    question,
    formula: `Nombre d’attributions qui déclarent ${labels.map((label) => `« ${label} »`).join(" ou ")}, divisé par le nombre d’attributions qui répondent au champ, ne serait-ce que « ${denial} ».`,
    origin:
      "Engagement de la Ville de Paris : étude de faisabilité sur la publication de données sociales et environnementales.",
    reference,
    limits: [
      ...limits,
      "La donnée dit ce qui est écrit dans le contrat, pas ce qui est fait pendant son exécution.",
      "Le format de 2019 ne demandait pas ce champ : il n’existe que depuis le 1er janvier 2024."
    ],
    excludes: noAnswer,
    leaveOut: (award) => whyNoAnswer(field, award[column], award),
    example: {
      rows: [
        row(labels[0]),
        row(denial),
        row(denial),
        row(denial),
        row(null),
        row(null, "v1"),
        row(labels[0], "v2", field)
      ],
      value: 0.25
    },
    compute: (rows) => share(rows, (award) => labels.some((label) => hasLabel(award[column], label)))
  });
}
