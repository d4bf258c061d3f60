import type {DecpParty} from "./decp-row.js";
import {isObject, textOf, type Json} from "./decp-values.js";
import {listOf} from "./ocds-records.js";

/** Identifier lists of org-id.guide that hold SIREN or SIRET, and names that publishers give them. */
const frenchLists = new Set(["FR-RCS", "FR-INSEE", "FR-SIREN", "FR-SIRET", "SIREN", "SIRET"]);
const unionCountries = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR EL HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ")
);
/** An identifier that carries its list: `GB-CFS-307567`. */
const listedId = /^(?:[A-Z]{2}|XI)-[A-Z0-9]{2,}-.+/;

/**
 * An organisation that a release refers to, with what the release's `parties` say of it. French identifiers stand
 * alone, with the scheme SIRET; others are written `list:id` with the DECP scheme UE or HORS-UE; an identifier that is
 * only a number of this release (`1`, `supplier-2`) is none. Contact points are never read, and names of natural
 * persons, where they can be told, are left out.
 *
 * @param reference `buyer`, or one of `suppliers`; embedded organisations (OCDS 1.0) too.
 */
export function partyOf(release: Json, reference: Json): DecpParty {
  const id = textOf(reference.id);
  const party = listOf(release.parties).find((candidate) => id !== null && textOf(candidate.id) === id) ?? {};
  const candidates = [party, reference].flatMap((from) => [
    ...listOf(from.identifier),
    ...listOf(from.additionalIdentifiers)
  ]);
  const identifier =
    candidates.find((candidate) => isFrench(candidate) && textOf(candidate.id) !== null) ??
    candidates.find((candidate) => textOf(candidate.id) !== null);
  const own = identifierOf(identifier) ?? localIdentifierOf(id);
  const legalName = candidates.map((candidate) => textOf(candidate.legalName)).find((name) => name !== null);
  const name = textOf(party.name) ?? textOf(reference.name) ?? legalName ?? null;
  return {id: own?.id ?? null, scheme: own?.scheme ?? null, name: isPerson(party, identifier) ? null : name};
}

function identifierOf(identifier: Json | undefined): {id: string; scheme: string} | null {
  const id = textOf(identifier?.id);
  if (identifier === undefined || id === null) return null;
  if (isFrench(identifier)) return {id, scheme: "SIRET"};
  const list = textOf(identifier.scheme);
  if (list === null) return localIdentifierOf(id);
  return {id: `${list}:${id}`, scheme: schemeOf(list)};
}

function localIdentifierOf(id: string | null): {id: string; scheme: string} | null {
  return id !== null && listedId.test(id) ? {id, scheme: schemeOf(id)} : null;
}

function schemeOf(list: string): string {
  return unionCountries.has(list.slice(0, 2).toUpperCase()) ? "UE" : "HORS-UE";
}

function isFrench(identifier: Json): boolean {
  return frenchLists.has((textOf(identifier.scheme) ?? "").toUpperCase());
}

/** A sole trader by its scale, or a natural person by the first digits of a Portuguese tax number. */
function isPerson(party: Json, identifier: Json | undefined): boolean {
  if (isObject(party.details) && textOf(party.details.scale) === "selfEmployed") return true;
  const list = textOf(identifier?.scheme) ?? "";
  return list.startsWith("PT-") && /^(?:[123]\d|45)\d{7}$/.test(textOf(identifier?.id) ?? "");
}
