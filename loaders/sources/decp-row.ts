/** A holder, concessionaire or subcontractor, in the producer's words. */
export interface DecpParty {
  id: string | null;
  scheme: string | null;
  name: string | null;
}

/** One declared amendment. `amount` may be a new total or an increment: the producer does not say. */
export interface DecpModification {
  id: string | null;
  object: string | null;
  notified_on: string | null;
  published_on: string | null;
  duration_months: string | null;
  amount: string | null;
  holders: DecpParty[];
}

/** One declared acte de sous-traitance. */
export interface DecpSubcontract {
  id: string | null;
  holder_id: string | null;
  holder_scheme: string | null;
  duration_months: string | null;
  notified_on: string | null;
  published_on: string | null;
  amount: string | null;
  price_variation: string | null;
}

/** One declared change of an acte de sous-traitance; the act itself may be missing. */
export interface DecpSubcontractChange {
  id: string | null;
  duration_months: string | null;
  notified_on: string | null;
  published_on: string | null;
  amount: string | null;
}

/**
 * One declared contract of either dialect in one flat shape: every value is the producer's own text or null when the
 * key is absent; lists are never null. For a concession `notified_on` is the date of signature, `amount` the global
 * value, the buyer the granting authority and the holders the concessionaires.
 */
export interface DecpRow {
  kind: "marche" | "concession";
  /**
   * Shape of the record. `tabular`: one line of a flat table, which may be one of several of its contract.
   * `city-list`: a city's own list, whose `amount` is the ceiling over all years.
   */
  dialect: "v1" | "v2" | "tabular" | "city-list" | "ocds";
  id: string | null;
  uid: string | null;
  buyer_id: string | null;
  buyer_name: string | null;
  nature: string | null;
  object: string | null;
  cpv: string | null;
  procedure: string | null;
  techniques: string[];
  modalities: string[];
  framework_id: string | null;
  place_code: string | null;
  place_type: string | null;
  place_name: string | null;
  duration_months: string | null;
  notified_on: string | null;
  published_on: string | null;
  amount: string | null;
  price_form: string | null;
  price_types: string[];
  offers_received: string | null;
  consortium_type: string | null;
  ccag: string | null;
  is_innovative: string | null;
  has_advance: string | null;
  advance_rate: string | null;
  has_subcontracting: string | null;
  origin_eu: string | null;
  origin_france: string | null;
  social: string[];
  environmental: string[];
  platform: string | null;
  starts_on: string | null;
  subsidy: string | null;
  holders: DecpParty[];
  modifications: DecpModification[];
  subcontracts: DecpSubcontract[];
  subcontract_changes: DecpSubcontractChange[];
  /** What reading had to do to the record: `nan-literal`, `windows-1252`, `mark:MQ`, `multi-holder`, `currency:GBP`. */
  notes: string[];
  /** Tabular: what the lines of one contract share; null when a line stands for itself. */
  group_key?: string | null;
  /** Tabular: rank of the version that the line describes, 0 for the initial contract; null without versions. */
  version?: string | null;
  /** Tabular: why this version differs from the one before. */
  version_object?: string | null;
  /** City list: the floor over all years (`montant_min`). */
  amount_min?: string | null;
}

/** Why a record was not read. `raw` is its text, cut at 2,000 characters. */
export interface Refusal {
  rule:
    "record-malformed" | "record-not-decp" | "record-too-deep" | "row-wrong-width" | "copy-of-decp" | "record-no-award";
  /** In French, for the analyst who looks at `refused.ndjson`. */
  message: string;
  raw: string;
}
