import {solidarity} from "./solidarity-rows.js";
import type {Report} from "../../src/lib/report.js";
import {tables as schema, type Row, type Tables} from "../../src/lib/schema.js";
import {agora} from "./agora.js";
import {climate, otherTotal, sectorEmissions} from "./climate.js";
import {commitments} from "./commitments.js";

/** Tables without a row: what a figure gets when nothing was published. */
export const noTables = Object.fromEntries(Object.keys(schema).map((name) => [name, []])) as unknown as Tables;

/** A report of a build of real data. */
export const report: Report = {
  version: 1,
  generated_at: "2026-11-25T02:00:00Z",
  from: ["live"],
  is_fictional: false,
  is_partial: false,
  inputs: [],
  tables: {},
  findings: [],
  totals: []
};

/** An award of one contract; the fields that a test looks at are given. */
export function award(fields: Partial<Row<"award">>): Row<"award"> {
  return {
    award_uid: "a",
    kind: "marche",
    buyer_siren: "217500016",
    object: "Entretien des jardins",
    cpv: "77310000",
    cpv_division: "77",
    nature: "Marché",
    procedure: "Procédure adaptée",
    is_framework: false,
    notified_on: "2024-03-01",
    year: 2024,
    duration_months: 12,
    offers_received: 3,
    contract_count: 1,
    supplier_count: 1,
    amount_declared_eur: 100_000,
    amount_eur: 100_000,
    amount_issue: null,
    first_published_on: "2024-03-20",
    dialect: "v2",
    platform: null,
    consortium_type: null,
    social_clauses: null,
    environmental_clauses: null,
    is_innovative: null,
    has_subcontracting: null,
    place_code: "75",
    place_type: "Code département",
    modification_count: 0,
    amount_after_eur: null,
    subcontract_count: 0,
    default_fields: null,
    is_publication_closed: true,
    ...fields
  };
}

/** A supplier of an award. */
export function link(fields: Partial<Row<"award_supplier">>): Row<"award_supplier"> {
  return {
    award_uid: "a",
    supplier_id: fields.supplier_siren ?? "inconnu",
    supplier_siren: "000000018",
    supplier_id_declared: fields.supplier_siren === null ? null : `${fields.supplier_siren ?? "000000018"}00011`,
    id_issue: null,
    share: 1,
    amount_eur: 100_000,
    age_years: null,
    year: 2024,
    cpv_division: "77",
    buyer_siren: "217500016",
    procedure: "Procédure adaptée",
    is_framework: false,
    notified_on: "2024-03-01",
    is_registered: false,
    enterprise_category: null,
    size_class: null,
    is_association: null,
    is_cooperative: null,
    is_ess: null,
    is_ess_flagged: null,
    is_ess_form: null,
    commune_code: null,
    department_code: null,
    supplier_place: null,
    previous_award_on: null,
    observed_since: null,
    awarded_next_year: null,
    ...fields
  };
}

/** A supplier of which only the declared identifier is known. */
function supplier(fields: Partial<Row<"supplier">>): Row<"supplier"> {
  return {
    supplier_id: fields.supplier_siren ?? "inconnu",
    supplier_siren: null,
    supplier_name: null,
    is_registered: false,
    legal_form: null,
    legal_form_label: null,
    naf: null,
    size_band: null,
    size_class: null,
    enterprise_category: null,
    is_association: null,
    is_cooperative: null,
    is_ess: null,
    commune_code: null,
    commune_name: null,
    department_code: null,
    region_code: null,
    created_on: null,
    is_closed: null,
    award_count: 1,
    amount_eur: null,
    ...fields
  };
}

/** A finding without effect. */
export function finding(fields: Partial<Row<"finding">>): Row<"finding"> {
  return {
    finding_id: "f",
    rule: "duplicate-contract",
    severity: "warning",
    platform: null,
    year: null,
    contract_uid: null,
    source_id: "0123456789ab",
    record_number: 1,
    field: "contract_id",
    declared: null,
    repaired: null,
    evidence: null,
    effect_eur: null,
    ...fields
  };
}

/** The nine editions in Paris, first and final results. */
export const nightCounts: Row<"night_count">[] = solidarity.night_count.filter(({perimeter}) => perimeter === "paris");

function total(
  series: string,
  year: number,
  mt: number,
  targets: [number, number],
  note: string | null
): Row<"emission"> {
  const baseline = series === "plan2024_territoire" ? 7.42 : 28.35;
  return {
    series,
    perimeter: series === "plan2024_territoire" ? "territoire" : "empreinte",
    sector: "total",
    level: "total",
    year,
    emissions_mt: mt,
    status: "publie",
    note,
    baseline_year: 2004,
    baseline_mt: baseline,
    target_2030_mt: targets[0],
    target_2050_mt: targets[1],
    source_url: "https://example.org/paris.md",
    source_id: "0123456789ab"
  };
}

/** Totals of the two series of the Plan Climat 2024-2030. */
const emissions: Row<"emission">[] = [
  ...[
    [2004, 7.42],
    [2014, 5.96],
    [2018, 5.28],
    [2021, 4.82]
  ].map(([year = 0, mt = 0]) => total("plan2024_territoire", year, mt, [3.74, 0.1], null)),
  ...[
    [2004, 28.35],
    [2014, 25.57],
    [2018, 22.63],
    [2021, 18.54]
  ].map(([year = 0, mt = 0]) =>
    total(
      "plan2024_empreinte",
      year,
      mt,
      [17.01, 5.67],
      year === 2021 ? "2021 est une année marquée par la crise sanitaire (aérien)" : null
    )
  )
];

const datesOfAwards: Readonly<Record<string, string>> = {
  a: "2024-03-01",
  b: "2025-03-01",
  c: "2026-03-01",
  d: "2026-03-01"
};

/** A record that declares a contract. */
export function source(fields: Partial<Row<"contract_source">>): Row<"contract_source"> {
  return {
    contract_uid: "a",
    source_id: "0123456789ab",
    record_number: 1,
    dataset: "decp",
    platform: "plateforme-exemple",
    is_kept: true,
    published_on: "2024-04-01",
    amount_declared_eur: 100_000,
    supplier_ids_declared: "00000001800011",
    ...fields
  };
}

/** A contract of which only its identifier, its award, its date and its answers are looked at. */
export function contract(fields: Partial<Row<"contract">>): Row<"contract"> {
  return {
    contract_uid: "a",
    award_uid: "a",
    kind: "marche",
    procedure: "Procédure adaptée",
    is_framework: false,
    notified_on: "2024-03-01",
    offers_received: 3,
    consortium_type: null,
    social_clauses: null,
    environmental_clauses: null,
    is_innovative: null,
    ...fields
  } as Row<"contract">;
}

/** A field that every record of a platform answers. */
export function answers(fields: Partial<Row<"completeness">>): Row<"completeness"> {
  return {
    field: "amount",
    platform: "plateforme-exemple",
    year: 2024,
    asked: 100,
    answered: 100,
    default_value: null,
    default_count: 0,
    ...fields
  };
}

/** A month of a buyer. */
export function month(fields: Partial<Row<"coverage">>): Row<"coverage"> {
  return {buyer_id: "217500016", dataset: "decp", month: "2024-01-01", contract_count: 12, is_gap: false, ...fields};
}

/** Some of the eleven holders of the framework that is declared three times, as a record names them. */
function holdersOfB(from: number, to: number): string {
  return Array.from({length: to - from}, (_, i) => `0000001${String(from + i).padStart(2, "0")}00011`).join("; ");
}

/** What the quality of the awards above is judged on. */
const quality: Pick<Tables, "contract" | "contract_source" | "completeness" | "coverage" | "buyer"> = {
  contract: ["a", "b", "b2", "b3", "c", "d", "e"].map((contract_uid) =>
    contract({
      contract_uid,
      award_uid: contract_uid.charAt(0),
      notified_on: datesOfAwards[contract_uid.charAt(0)] ?? null
    })
  ),
  contract_source: [
    source({contract_uid: "a"}),
    source({contract_uid: "a", record_number: 2, is_kept: false}),
    source({
      contract_uid: "b",
      record_number: 3,
      amount_declared_eur: 2_500_000,
      supplier_ids_declared: holdersOfB(0, 4)
    }),
    source({
      contract_uid: "b2",
      record_number: 4,
      amount_declared_eur: 2_500_000,
      supplier_ids_declared: holdersOfB(4, 8)
    }),
    source({
      contract_uid: "b3",
      record_number: 5,
      amount_declared_eur: 2_500_000,
      supplier_ids_declared: holdersOfB(8, 11)
    }),
    source({contract_uid: "c", record_number: 6, amount_declared_eur: 400_000, platform: null}),
    source({contract_uid: "d", record_number: 7, amount_declared_eur: 10, supplier_ids_declared: null}),
    source({contract_uid: "e", record_number: 8, amount_declared_eur: null, supplier_ids_declared: null})
  ],
  completeness: [
    answers({}),
    answers({field: "offers_received", answered: 40}),
    answers({field: "origin_france", asked: 60, answered: 60, default_value: "0", default_count: 60})
  ],
  coverage: [
    ...Array.from({length: 12}, (_, i) => month({month: `2024-${String(i + 1).padStart(2, "0")}-01`})),
    month({month: "2025-01-01", contract_count: 0, is_gap: true}),
    month({month: "2025-02-01", contract_count: 0, is_gap: true}),
    month({month: "2025-03-01", contract_count: 24})
  ],
  buyer: [
    {
      buyer_id: "217500016",
      buyer_siren: "217500016",
      buyer_name: "Ville exemple",
      contract_count: 7,
      award_count: 5,
      amount_eur: 3_000_000
    }
  ]
};

/** What the register says of a small firm of the city. */
const registered: Partial<Row<"award_supplier">> = {
  is_registered: true,
  enterprise_category: "PME",
  size_class: "0-9",
  age_years: 2,
  is_association: false,
  is_cooperative: true,
  is_ess: true,
  is_ess_flagged: false,
  is_ess_form: true,
  department_code: "75",
  supplier_place: "paris"
};

/** Three years of awards, one framework declared three times, one filler, one missing amount. */
const procurement: Pick<Tables, "award" | "award_supplier" | "supplier" | "finding"> = {
  award: [
    award({award_uid: "a", amount_eur: 100_000}),
    award({
      award_uid: "b",
      year: 2025,
      amount_eur: 2_500_000,
      amount_declared_eur: 7_500_000,
      contract_count: 3,
      supplier_count: 3
    }),
    award({award_uid: "c", year: 2026, amount_eur: 400_000, amount_declared_eur: 400_000}),
    award({award_uid: "d", year: 2026, amount_eur: null, amount_declared_eur: 10, amount_issue: "placeholder"}),
    award({award_uid: "e", year: null, amount_eur: null, amount_declared_eur: null, amount_issue: "missing"})
  ],
  award_supplier: [
    link({award_uid: "a", supplier_siren: "000000018", amount_eur: 100_000, ...registered}),
    ...Array.from({length: 11}, (_, i) =>
      link({
        award_uid: "b",
        year: 2025,
        supplier_siren: `0000001${String(i).padStart(2, "0")}`,
        amount_eur: 200_000 + i * 10_000,
        is_framework: i % 2 === 0,
        ...registered,
        ...(i < 4 ? {enterprise_category: "GE", size_class: "5000+", supplier_place: "france"} : {})
      })
    ),
    link({award_uid: "c", year: 2026, supplier_siren: "000000018", amount_eur: 400_000, ...registered}),
    link({award_uid: "d", year: 2026, supplier_siren: null, amount_eur: null}),
    link({award_uid: "e", year: null, supplier_siren: null, amount_eur: 50_000})
  ],
  supplier: [
    supplier({
      supplier_siren: "000000018",
      supplier_name: "JARDINS IMAGINAIRES SARL",
      award_count: 2,
      amount_eur: 500_000
    }),
    supplier({supplier_siren: "000000100", amount_eur: 200_000})
  ],
  finding: [finding({effect_eur: -100_000})]
};

/** Every table filled with the rows above. */
export const tables: Tables = {
  ...noTables,
  ...procurement,
  ...quality,
  ...commitments,
  ...solidarity,
  ...climate,
  ...agora,
  emission: [...emissions, otherTotal, ...sectorEmissions]
};
