import {shares, type SharedBar} from "../components/shares.js";
import {stack} from "../components/stack.js";
import answeredShare from "../indicators/answered-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatRatio} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import {colors} from "../lib/palette.js";
import {counted, periodOf, procurementSource} from "./procurement.js";
import {fieldName, noContract} from "./quality.js";

interface Field {
  field: string;
  asked: number;
  /** Real answers, default values left aside. */
  given: number;
  byDefault: number;
  /** The default values of the producers, the first three. */
  defaults: string[];
}

interface Completeness {
  fields: Field[];
  share: number | null;
  period: string;
}

const threeAtMost = 3;

export default defineFigure<Completeness>({
  id: "completeness",
  tables: ["completeness"],
  indicators: [answeredShare],
  prepare: ({completeness}) => {
    return {
      fields: Array.from(
        groupBy(completeness, ({field}) => field),
        ([field, rows]) => {
          const sum = (key: "asked" | "answered" | "default_count") => rows.reduce((total, row) => total + row[key], 0);
          const byDefault = sum("default_count");
          const defaults = rows.flatMap(({default_value, default_count}) =>
            default_value === null || default_count === 0 ? [] : [default_value]
          );
          return {
            field,
            asked: sum("asked"),
            given: sum("answered") - byDefault,
            byDefault,
            defaults: [...new Set(defaults)].slice(0, threeAtMost)
          };
        }
      )
        .filter(({asked}) => asked > 0)
        .toSorted((a, b) => b.given / b.asked - a.given / a.asked || (a.field < b.field ? -1 : 1)),
      share: measure(answeredShare, completeness).value,
      period: periodOf(completeness)
    };
  },
  title: ({share}) =>
    share === null ? "Cases renseignées" : `${formatRatio(share)} des cases demandées portent une vraie réponse`,
  subtitle: ({period}) =>
    `Part des enregistrements qui répondent, champ par champ, parmi ceux dont le format demande ce champ, ${period}`,
  chart: ({fields}, context) => {
    if (fields.length === 0) return null;
    const real = fields.filter((field) => !isByDefault(field));
    const byDefault = fields.filter(isByDefault);
    const panel = (title: string, some: Field[]) =>
      some.length === 0 ? [] : [{title, svg: shares(some.map(toBar), context)}];
    return stack([...panel("Réponses", real), ...panel("Valeur par défaut : non répondu", byDefault)], context);
  },
  table: ({fields}) => ({
    columns: [
      {key: "field", label: "Champ", format: fieldName},
      {key: "answered_share", label: "Part renseignée", format: formatRatio},
      {key: "answered", label: "Réponses"},
      {key: "by_default", label: "Valeur par défaut : non répondu"},
      {key: "asked", label: "Enregistrements interrogés"},
      {key: "default_values", label: "Valeurs par défaut", missing: "–"}
    ],
    rows: fields.map(({field, asked, given, byDefault, defaults}) => ({
      field,
      answered_share: given / asked,
      answered: given,
      by_default: byDefault,
      asked,
      default_values: defaults.length === 0 ? null : defaults.join(" ; ")
    }))
  }),
  notes: ({fields}) => [
    "Une case est dite « par défaut » quand un même producteur y met une seule et même valeur dans plus de 99 % des cas : c’est un réglage, pas une réponse.",
    ...(fields.some(isByDefault)
      ? ["La partie orangée d’une barre montre ces cases ; la partie vide, celles qui ne sont pas remplies."]
      : []),
    "Le dénominateur change d’un champ à l’autre : le format de 2019 ne demande pas les champs de celui de 2024."
  ],
  empty: noContract,
  reading: ({fields}) => {
    const least = fields.at(-1);
    return least
      ? `« ${fieldName(least.field)} » a une vraie réponse dans ${counted(least.given, "enregistrement", "enregistrements")} sur ${formatCount(least.asked)}.`
      : "aucun champ.";
  },
  scope: () =>
    "Enregistrements DECP lus, avant toute réunion de doublons ; les listes d’une ville sont une autre question.",
  source: () => procurementSource
});

/** A field whose answers are, for the most part, a setting. */
function isByDefault({given, byDefault}: Field): boolean {
  return byDefault > given;
}

function toBar({field, asked, given, byDefault, defaults}: Field): SharedBar {
  const value = defaults[0] === undefined || byDefault <= given ? "" : ` : « ${defaults[0]} »`;
  return {
    name: `${fieldName(field)}${value}`,
    parts: [
      {share: given / asked, color: colors.answered},
      {share: byDefault / asked, color: colors.byDefault}
    ],
    label: formatRatio(given / asked),
    title: `${fieldName(field)} : ${counted(given, "réponse", "réponses")} et ${counted(byDefault, "valeur", "valeurs")} par défaut sur ${formatCount(asked)}`
  };
}
