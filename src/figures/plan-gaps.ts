import unmeasuredTargetsShare from "../indicators/unmeasured-targets-share.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatIndex, formatMegatonnes, formatYear} from "../lib/format.js";
import {
  conflictingValues,
  isRelative,
  oldValues,
  unmeasured,
  unmeasuredTargets,
  valuesWithoutTarget,
  type Gap
} from "../lib/metrics/plan-gaps.js";
import {sourcesOf} from "./publisher.js";
import {statusInWords} from "./status.js";

type Kind = Gap["kind"];

interface Gaps {
  kind: Kind;
  gaps: Gap[];
  /** Targets of the plan in a unit, and those without a measured value. */
  targets: {of: number; without: number};
  today: number;
}

/** What an author writes after `data-quoi`. */
const kinds: Readonly<Record<string, Kind>> = {
  cibles: "target",
  valeurs: "value",
  anciennes: "old",
  conflits: "conflict"
};

/** What the plan does not measure, one kind of gap at a time. */
export default defineFigure<Gaps>({
  id: "plan-gaps",
  tables: ["target", "climate_series", "emission"],
  indicators: [unmeasuredTargetsShare],
  prepare: ({target, climate_series: series, emission}, {quoi = "cibles"}, {generated_at}) => {
    const kind = kinds[quoi];
    if (!kind)
      throw new RangeError(`plan-gaps: expected data-quoi among ${Object.keys(kinds).join(", ")}, got "${quoi}".`);
    const today = Number(generated_at.slice(0, 4));
    const counted = target.filter(({plan, unit}) => plan === "2024-2030" && !isRelative(unit));
    const gaps: Record<Kind, () => Gap[]> = {
      target: () => unmeasuredTargets(target),
      value: () => valuesWithoutTarget(series, target),
      old: () => oldValues(series, today),
      conflict: () => conflictingValues(series, emission)
    };
    return {
      kind,
      gaps: gaps[kind](),
      targets: {of: counted.length, without: unmeasured(counted).length},
      today
    };
  },
  title: ({kind, gaps, targets}) => {
    const n = formatCount(gaps.length);
    if (kind === "target")
      return `Plan Climat : ${formatCount(targets.without)} cibles sur ${formatCount(targets.of)} sans valeur mesurée imprimée`;
    if (kind === "value") return `${n} mesure${plural(gaps)} sans cible du même nom`;
    if (kind === "old") return `${n} mesure${plural(gaps)} de plus de trois ans`;
    return `${n} désaccord${plural(gaps)} entre valeurs publiées`;
  },
  subtitle: ({kind, today}) =>
    ({
      target: "Cibles du plan 2024-2030 dont le départ manque, ou est zéro par convention",
      value: "Dernière valeur publiée, sans cible du plan 2024-2030 qui porte ce nom",
      old: `Dernière valeur publiée, d’avant ${formatYear(today - 3)}`,
      conflict: "Mêmes grandeur, périmètre et année : les deux valeurs, leurs sources"
    })[kind],
  table: ({kind, gaps}) => ({
    columns: [
      {key: "what", label: "Grandeur"},
      {key: "perimeter", label: "Périmètre"},
      {key: "values", label: kind === "target" ? "Cibles" : kind === "conflict" ? "Valeurs" : "Dernière valeur"},
      {key: "note", label: "Réserve", missing: "–"},
      {key: "status", label: "Statut"},
      {key: "sources", label: "Pages lues"}
    ],
    rows: gaps.map(({what, perimeter, values, note}) => ({
      what,
      perimeter,
      values: values.map(inWords).join(" ; "),
      note,
      status: [...new Set(values.map(({status}) => statusInWords(status)))].join(" ; "),
      sources: [...new Set(values.map(({url}) => url))].join(" ; ")
    }))
  }),
  notes: ({kind}) => [
    {
      target: "Une valeur peut exister ailleurs : ce tableau dit ce que le document imprime à côté de sa cible.",
      value: "Les noms sont comparés tels qu’imprimés : une cible peut viser la même chose sous un autre nom.",
      old: "Une valeur ancienne n’est pas fausse : elle ne dit rien des années qui suivent.",
      conflict:
        "Ces carnets ne tranchent pas : un recalcul, un arrondi ou un autre périmètre peuvent expliquer l’écart."
    }[kind]
  ],
  empty: "Aucune lacune de cette sorte dans ces données.",
  reading: ({gaps}) => {
    const first = gaps[0];
    return first ? `${first.what} (${first.perimeter}) : ${first.values.map(inWords).join(" ; ")}.` : "aucune lacune.";
  },
  scope: ({kind}) =>
    kind === "target"
      ? "Cibles publiées du plan 2024-2030 qui ont une échéance et une unité."
      : "Valeurs publiées par un organisme officiel, ou par la presse qui le cite ; ni évolutions, ni cumuls.",
  source: ({gaps}) => sourcesOf(gaps.flatMap(({values}) => values.map(({url}) => url)))
});

function inWords({year, value, unit}: Gap["values"][number]): string {
  const number =
    unit === "MtCO2e"
      ? `${formatMegatonnes(value)} équivalent CO₂`
      : `${Number.isInteger(value) ? formatCount(value) : formatIndex(value)}\u00a0${unit}`;
  return year === null ? number : `${number} en ${formatYear(year)}`;
}

function plural(gaps: readonly Gap[]): string {
  return gaps.length > 1 ? "s" : "";
}
