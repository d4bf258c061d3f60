import type {Row, Tables} from "../../src/lib/schema.js";

const page = {status: "publie", source_url: "https://example.org/paris.md", source_id: "0123456789ab"};

/** A sector of the series of local emissions, in 2004 and 2021. */
function sector(name: string, mt: [number, number], targets: [number, number]): Row<"emission">[] {
  return mt.map((emissions_mt, i) => ({
    ...page,
    series: "plan2024_territoire",
    perimeter: "territoire",
    sector: name,
    level: "secteur",
    year: i === 0 ? 2004 : 2021,
    emissions_mt,
    note: null,
    baseline_year: 2004,
    baseline_mt: mt[0],
    target_2030_mt: targets[0],
    target_2050_mt: targets[1]
  }));
}

/** Sectors of both series, as published; two of the five local ones. */
export const sectorEmissions: Row<"emission">[] = [
  ...sector("résidentiel", [2.5, 1.76], [1.4, 0]),
  ...sector("industrie", [0.2, 0.18], [0.11, 0]),
  ...sector("transport (aérien compris)", [15.48, 8.54], [9.29, 3.1]).map((row) => ({
    ...row,
    series: "plan2024_empreinte",
    perimeter: "empreinte",
    note: "2021 est une année marquée par la crise sanitaire (aérien)"
  }))
];

/** A total of another inventory: never joined to the plan's. */
export const otherTotal: Row<"emission"> = {
  ...page,
  series: "bilan2018",
  perimeter: "territoire",
  sector: "total",
  level: "total",
  year: 2018,
  emissions_mt: 5.5,
  note: "5,28 dans le Plan Climat 2024-2030",
  baseline_year: null,
  baseline_mt: null,
  target_2030_mt: null,
  target_2050_mt: null,
  source_url: "https://example.com/bilan-2018"
};

/** A target of the plan 2024-2030. */
export function target(fields: Partial<Row<"target">>): Row<"target"> {
  return {
    ...page,
    plan: "2024-2030",
    domain: "batiment",
    indicator: "logements privés rénovés par an",
    perimeter: "territoire",
    baseline_year: null,
    baseline_value: null,
    target_year: 2030,
    target_value: 40_000,
    unit: "logements/an",
    note: "dernière valeur « inconnue » dans le document",
    ...fields
  };
}

/** A published value of an indicator. */
export function value(fields: Partial<Row<"climate_series">>): Row<"climate_series"> {
  return {
    ...page,
    indicator: "part d'énergies renouvelables et de récupération",
    detail: "total",
    perimeter: "territoire",
    from_year: null,
    year: 2014,
    value: 15.6,
    unit: "%",
    is_published: true,
    note: null,
    record_number: 1,
    ...fields
  };
}

/** An amount of the carbon budget of Paris. */
export function budget(fields: Partial<Row<"carbon_budget">>): Row<"carbon_budget"> {
  return {
    ...page,
    indicator: "budget carbone",
    perimeter: "territoire",
    from_year: 2021,
    to_year: 2026,
    value: 27.75,
    unit: "MtCO2e",
    is_published: true,
    note: null,
    ...fields
  };
}

/** The volunteers of 2018. */
export function volunteers(fields: Partial<Row<"mobilisation">>): Row<"mobilisation"> {
  return {
    ...page,
    declared_date: "2018-06-05",
    year: 2018,
    program: "Volontaires du climat",
    indicator: "personnes s'étant portées volontaires",
    value: 15_040,
    unit: "personnes",
    is_published: true,
    note: null,
    record_number: 1,
    ...fields
  };
}

/** A factor of everyday things. */
export function factor(fields: Partial<Row<"equivalence">>): Row<"equivalence"> {
  return {
    ...page,
    key: "avion-pny",
    label: "A/R Paris - New-York en avion",
    category: "cas pratiques",
    value: 2060,
    unit: "kgCO2e/aller-retour/passager",
    quantity: "gaz à effet de serre",
    vintage: "2026-06",
    is_published: true,
    note: null,
    source_url: "https://example.org/facteurs",
    ...fields
  };
}

/** The tables of the climate plan that figures read, few rows each. */
export const climate: Pick<Tables, "target" | "climate_series" | "carbon_budget" | "mobilisation" | "equivalence"> = {
  equivalence: [factor({}), factor({key: "repasavecduboeuf", unit: "kgCO2e/repas", value: 4.97})],
  mobilisation: [
    volunteers({}),
    volunteers({record_number: 2, note: "Recoupement", source_url: "https://example.com/deux"}),
    volunteers({record_number: 3, program: "votation", indicator: "part de oui", unit: "%", value: 95.95}),
    volunteers({
      record_number: 4,
      program: "votation",
      indicator: "participation",
      unit: "%",
      value: 5,
      status: "estime_presse",
      is_published: false
    })
  ],
  target: [
    target({}),
    target({
      indicator: "émissions locales – total",
      unit: "MtCO2e",
      baseline_year: 2004,
      baseline_value: 7.42,
      note: null
    }),
    target({
      indicator: "pistes cyclables créées",
      unit: "km",
      baseline_year: 2020,
      baseline_value: 0,
      target_year: 2026,
      target_value: 180,
      note: null
    }),
    target({indicator: "quantité de déchets produits", unit: "% par rapport à la référence", target_value: -20})
  ],
  climate_series: [
    value({year: 2004, value: 10}),
    value({record_number: 2}),
    value({
      record_number: 3,
      indicator: "part d'alimentation durable",
      detail: null,
      perimeter: "administration",
      year: 2024,
      value: 7
    }),
    value({
      record_number: 4,
      indicator: "part d'alimentation durable",
      detail: null,
      perimeter: "administration",
      year: 2024,
      value: 6.6,
      source_url: "https://example.com/autre"
    }),
    value({record_number: 5, year: 2025, value: 21, status: "a_verifier", is_published: false})
  ],
  carbon_budget: [
    budget({}),
    budget({indicator: "reste à ne pas dépasser", from_year: 2024, value: 13.23, note: "48 % du budget 2021-2026"})
  ]
};
