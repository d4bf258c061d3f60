import climateVolunteers from "../indicators/climate-volunteers.js";
import {defineFigure} from "../lib/figure.js";
import {formatCount, formatIndex, formatPeriod, formatYear} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {measure} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {sourcesOf} from "./publisher.js";
import {statusInWords} from "./status.js";

interface Count {
  year: number | null;
  date: string | null;
  program: string;
  indicator: string;
  value: number;
  unit: string;
  status: string;
  note: string | null;
  urls: string[];
}

interface Participation {
  volunteers: number | null;
  counts: Count[];
}

/** Who took part in the climate plans: published counts, one line per figure, its sources together. */
export default defineFigure<Participation>({
  id: "climate-participation",
  tables: ["mobilisation"],
  indicators: [climateVolunteers],
  prepare: ({mobilisation}) => {
    const published = mobilisation.filter((row) => row.is_published);
    const groups = groupBy(published, (row) => [row.declared_date, row.program, row.indicator, row.value].join(" "));
    return {
      volunteers: measure(climateVolunteers, mobilisation).value,
      counts: Array.from(groups.values(), countOf).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
    };
  },
  title: ({volunteers}) =>
    volunteers === null
      ? "Participation aux plans climat"
      : `${formatCount(volunteers)} personnes se sont portées volontaires du climat`,
  subtitle: ({counts}) => {
    const years = counts.flatMap(({year}) => year ?? []);
    return years.length === 0
      ? "Comptes publiés"
      : `Comptes publiés de participants, d’événements et de contributions, ${formatYear(Math.min(...years))} à ${formatYear(Math.max(...years))}`;
  },
  table: ({counts}) => ({
    columns: [
      {key: "program", label: "Démarche"},
      {key: "date", label: "Date", format: formatPeriod, missing: "non dite"},
      {key: "indicator", label: "Ce qui est compté"},
      {key: "said", label: "Nombre"},
      {key: "note", label: "Réserve", missing: "–"},
      {key: "status", label: "Statut"},
      {key: "sources", label: "Pages lues"}
    ],
    rows: counts.map((count) => ({
      program: count.program,
      date: count.date,
      indicator: count.indicator,
      said: inWords(count),
      note: count.note,
      status: statusInWords(count.status),
      sources: count.urls.join(" ; ")
    }))
  }),
  notes: () => [
    "Chaque ligne est une démarche à elle seule : ces nombres ne s’additionnent pas et ne font pas une évolution.",
    "Un nombre dit par un élu, estimé par un journal ou sans page retrouvée n’est pas montré ici."
  ],
  empty: "Aucun compte publié dans ces données.",
  reading: ({counts}) => {
    const first = counts[0];
    return first ? `${first.program}, ${first.indicator} : ${inWords(first)}.` : "aucun compte.";
  },
  scope: () => "Nombres publiés par la Ville, ou par la presse qui la cite.",
  source: ({counts}) => sourcesOf(counts.flatMap(({urls}) => urls))
});

function countOf(own: Row<"mobilisation">[]): Count {
  const first = own[0] as Row<"mobilisation">;
  return {
    year: first.year,
    date: first.declared_date,
    program: first.program,
    indicator: first.indicator,
    value: first.value,
    unit: first.unit,
    status: first.status,
    note: own.find(({note}) => note !== null && note !== "Recoupement")?.note ?? null,
    urls: own.map(({source_url}) => source_url)
  };
}

function inWords({value, unit}: Count): string {
  if (unit === "MtCO2e") return `${formatIndex(value)}\u00a0Mt équivalent CO₂`;
  // A share is read to its last printed digit: 95,95 %.
  return Number.isInteger(value)
    ? `${formatCount(value)}\u00a0${unit}`
    : `${String(value).replace(".", ",")}\u00a0${unit}`;
}
