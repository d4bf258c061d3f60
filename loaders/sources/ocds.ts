import type {DecpModification, DecpParty, DecpRow, Refusal} from "./decp-row.js";
import {isObject, textOf, type Json} from "./decp-values.js";
import {monthsOf} from "./ocds-period.js";
import {OcdsAward} from "./ocds-records.js";
import {hasContent, listOf, objectOf} from "./ocds-values.js";

/** Statuses of an award that never became a contract. */
const withoutContract = new Set(["cancelled", "unsuccessful"]);

/**
 * Reads one award of an OCDS release, or a contract that no award names, into the flat shape of all DECP rows, in the
 * publisher's words. The award's own dates and amount come before those of its contracts; an amount in another currency
 * than the euro is left out and named in a note, `currency:GBP`. Amendments carry an amount only when the contract's
 * value, which is the state after them, differs from the award's.
 *
 * @param value What `ocdsRecordsIn` gave.
 * @returns The row; a refusal when the release awards nothing (`record-no-award`) or is no release (`record-not-decp`).
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function readOcdsRecord(value: unknown): DecpRow | Refusal {
  if (!(value instanceof OcdsAward))
    return {
      rule: "record-not-decp",
      message: "ni publication ni dossier OCDS : ocid manque",
      raw: (JSON.stringify(value) ?? "").slice(0, 2000)
    };
  const {release, award, contracts} = value;
  const status = textOf(award?.status);
  if (award === null && contracts.length === 0) return noAward(release, "aucune attribution ni aucun contrat");
  if (award !== null && status !== null && withoutContract.has(status))
    return noAward(release, `attribution « ${status} »`, award);
  const tender = objectOf(release.tender);
  const contract = earliest(contracts);
  const parts = [award ?? {}, contract, tender];
  const period = [award?.contractPeriod, contract.period, tender.contractPeriod].find(isObject) ?? {};
  const items = [award?.items, contract.items, tender.items].flatMap(listOf);
  const price = valueOf(award, contracts);
  const buyer = value.parties.read(buyerOf(value, tender));
  const method = textOf(tender.procurementMethod);
  const details = textOf(tender.procurementMethodDetails);
  return {
    kind: "marche",
    dialect: "ocds",
    id: idOf(value, contract),
    uid: textOf(release.ocid),
    buyer_id: buyer.id,
    buyer_name: buyer.name,
    nature: null,
    object: firstText(parts, "title") ?? firstText(parts, "description"),
    cpv: cpvOf([...items, tender]),
    procedure: details ?? method,
    techniques: objectOf(tender.techniques).hasFrameworkAgreement === true ? ["Accord-cadre"] : [],
    modalities: [],
    framework_id: null,
    ...placeOf(items),
    duration_months: monthsOf(period),
    notified_on: textOf(award?.date) ?? textOf(contract.dateSigned),
    published_on: textOf(release.date),
    amount: price.amount,
    price_form: null,
    price_types: [],
    offers_received: offersOf(release, tender),
    consortium_type: null,
    ccag: null,
    is_innovative: null,
    has_advance: null,
    advance_rate: null,
    has_subcontracting: textOf(award?.hasSubcontracting),
    origin_eu: null,
    origin_france: null,
    social: [],
    environmental: [],
    platform: value.publisher ?? prefixOf(release),
    starts_on: textOf(period.startDate),
    subsidy: null,
    holders: suppliersOf(value),
    modifications: modificationsOf(value),
    subcontracts: [],
    subcontract_changes: [],
    notes: method === null || details === null ? price.notes : [...price.notes, `method:${method}`]
  };
}

function noAward({ocid, id, date, tag}: Json, message: string, award?: Json): Refusal {
  const raw = JSON.stringify({ocid, id, date, tag, award: award && {id: award.id, status: award.status}});
  return {rule: "record-no-award", message, raw: raw.slice(0, 2000)};
}

/** The award's identifier within its process, the same in each release of it; its rank when it has none. */
function idOf({release, award, position}: OcdsAward, contract: Json): string | null {
  const ocid = textOf(release.ocid);
  const own = award === null ? orphanId(contract) : textOf(award.id);
  const id = own ?? String(position);
  return ocid === null || id.startsWith(ocid) ? id : `${ocid}-${id}`;
}

function orphanId(contract: Json): string | null {
  const id = textOf(contract.id);
  return textOf(contract.awardID) ?? (id === null ? null : `contract-${id}`);
}

function buyerOf({release, parties}: OcdsAward, tender: Json): Json {
  const declared = [release.buyer, tender.procuringEntity].find((body) => isObject(body) && hasContent(body));
  return objectOf(declared ?? parties.with("buyer")[0] ?? parties.with("procuringEntity")[0]);
}

function suppliersOf(entry: OcdsAward): DecpParty[] {
  const {award, contracts, parties} = entry;
  const declared = [award ?? {}, ...contracts].map(({suppliers}) => listOf(suppliers)).find((list) => list.length > 0);
  const references = (declared ?? (isOnlyContract(entry) ? parties.with("supplier") : [])).filter(hasContent);
  const seen = new Set<string>();
  return references.flatMap((reference) => {
    const party = parties.read(reference);
    const key = JSON.stringify([textOf(reference.id), party]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [party];
  });
}

/** True for the one contract of a release without awards: the release's suppliers are its own. */
function isOnlyContract({release, award}: OcdsAward): boolean {
  return award === null && listOf(release.awards).length === 0 && listOf(release.contracts).length === 1;
}

/** The award's own value, else what its contracts come to; in euros only. */
function valueOf(award: Json | null, contracts: readonly Json[]): {amount: string | null; notes: string[]} {
  const own = objectOf(award?.value);
  const values = (own.amount ?? null) === null ? contracts.map(({value}) => objectOf(value)) : [own];
  const declared = values.filter(({amount}) => (amount ?? null) !== null);
  const foreign = declared.find((value) => !isEuro(value));
  if (foreign) return {amount: null, notes: [`currency:${currencyOf(foreign) ?? noCurrency}`]};
  if (declared.length < 2) return {amount: textOf(declared[0]?.amount), notes: []};
  const sum = declared.reduce((total, {amount}) => total + Number(amount), 0);
  return {amount: textOf(Number(sum.toFixed(2))), notes: ["contracts-added"]};
}

/** ISO 4217 code of an amount without currency. */
const noCurrency = "XXX";

function currencyOf(value: Json): string | null {
  return textOf(value.currency)?.trim().toUpperCase() || null;
}

function isEuro(value: Json): boolean {
  return currencyOf(value) === "EUR";
}

function modificationsOf({award, contracts}: OcdsAward): DecpModification[] {
  return [...amendmentsOf(award ?? {}, null), ...contracts.flatMap((contract) => amendmentsOf(contract, award))];
}

function amendmentsOf(amended: Json, award: Json | null): DecpModification[] {
  const listed = listOf(amended.amendments);
  const amendments = listed.length > 0 ? listed : listOf(amended.amendment).filter(hasContent);
  const [before, after] = [objectOf(award?.value), objectOf(amended.value)];
  const isTotal = isEuro(before) && isEuro(after) && textOf(before.amount) !== textOf(after.amount);
  return amendments.map((amendment, i) => ({
    id: textOf(amendment.id),
    object: textOf(amendment.rationale) ?? textOf(amendment.description),
    notified_on: textOf(amendment.date),
    published_on: null,
    duration_months: null,
    amount: isTotal && i === amendments.length - 1 ? textOf(after.amount) : null,
    holders: []
  }));
}

function cpvOf(classified: readonly Json[]): string | null {
  const all = classified.flatMap((part) => [...listOf(part.classification), ...listOf(part.additionalClassifications)]);
  return textOf(all.find(({scheme}) => textOf(scheme)?.toUpperCase() === "CPV")?.id);
}

function offersOf(release: Json, tender: Json): string | null {
  const declared = textOf(tender.numberOfTenderers);
  if (declared !== null) return declared;
  const statistics = listOf(objectOf(release.bids).statistics).filter(({measure}) => measure === "bids");
  return textOf((statistics.find(({relatedLot}) => (relatedLot ?? null) === null) ?? statistics[0])?.value);
}

function placeOf(items: readonly Json[]): Pick<DecpRow, "place_code" | "place_type" | "place_name"> {
  const [address = {}] = items.flatMap((item) => [...listOf(item.deliveryAddresses), ...listOf(item.deliveryAddress)]);
  const country = textOf(address.country) ?? textOf(address.countryName);
  const code = textOf(address.postalCode);
  const isFrench = code !== null && /^\d{5}$/.test(code) && /^(?:FR|FRA|France)$/i.test(country ?? "");
  const name = [address.locality, address.region, country].map(textOf).find((text) => text !== null) ?? null;
  return {place_code: isFrench ? code : null, place_type: isFrench ? "Code postal" : null, place_name: name};
}

/** The contract signed first; the first one when none has a date. */
function earliest(contracts: readonly Json[]): Json {
  const signed = contracts.filter(({dateSigned}) => textOf(dateSigned) !== null);
  signed.sort((a, b) => ((textOf(a.dateSigned) as string) < (textOf(b.dateSigned) as string) ? -1 : 1));
  return signed[0] ?? contracts[0] ?? {};
}

function prefixOf(release: Json): string | null {
  return /^(ocds-[^-]+)-/i.exec(textOf(release.ocid) ?? "")?.[1] ?? null;
}

function firstText(parts: readonly Json[], key: string): string | null {
  return parts.map((part) => textOf(part[key])).find((text) => text !== null && text.trim() !== "") ?? null;
}
