import type {DecpParty} from "./decp-row.js";
import {isObject, textOf, type Json} from "./decp-values.js";
import {listOf} from "./ocds-values.js";

/** Identifier lists of org-id.guide that hold SIREN or SIRET, and names that publishers give them. */
const frenchLists = new Set(["FR-RCS", "FR-INSEE", "FR-SIREN", "FR-SIRET", "SIREN", "SIRET"]);
const unionCountries = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR EL HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ")
);
/** An identifier that carries its list: `GB-CFS-307567`. */
const listedId = /^[A-Z]{2}-[A-Z0-9]{2,}-.+/;

/** The organisations of one release. */
export class OcdsParties {
  readonly #byId = new Map<string, Json>();
  readonly #byRole = new Map<string, Json[]>();

  constructor(release: Json) {
    for (const party of listOf(release.parties)) {
      const id = textOf(party.id);
      if (id !== null) this.#byId.set(id, party);
      for (const role of Array.isArray(party.roles) ? party.roles : []) {
        const others = this.#byRole.get(role as string);
        if (others) others.push(party);
        else this.#byRole.set(role as string, [party]);
      }
    }
  }

  /** Those that have a role, in order. */
  with(role: string): readonly Json[] {
    return this.#byRole.get(role) ?? [];
  }

  /**
   * An organisation that the release refers to, with what its `parties` say of it. French identifiers stand alone, with
   * the scheme SIRET, the SIRET before the SIREN; others are written `list:id` with the DECP scheme UE or HORS-UE; an
   * identifier that is only a number of this release (`1`, `supplier-2`) is none. Contact points are never read, and
   * names of natural persons, where they can be told, are left out.
   *
   * @param reference `buyer`, or one of `suppliers`; embedded organisations (OCDS 1.0) too.
   */
  read(reference: Json): DecpParty {
    const id = textOf(reference.id);
    const party = this.#byId.get(id ?? "") ?? {};
    const candidates = [party, reference].flatMap((from) => [
      ...listOf(from.identifier),
      ...listOf(from.additionalIdentifiers)
    ]);
    const identifiers = candidates.filter((candidate) => textOf(candidate.id) !== null);
    const french = identifiers.filter(isFrench);
    const identifier = french.find(isEstablishment) ?? french[0] ?? identifiers[0];
    const own = identifierOf(identifier) ?? localIdentifierOf(id);
    const legalName = candidates.map((candidate) => textOf(candidate.legalName)).find((name) => name !== null);
    const name = textOf(party.name) ?? textOf(reference.name) ?? legalName ?? null;
    return {id: own?.id ?? null, scheme: own?.scheme ?? null, name: isPerson(party, identifier) ? null : name};
  }
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

/** True for a SIRET, which says more than the SIREN beside it. */
function isEstablishment(identifier: Json): boolean {
  return (textOf(identifier.id) ?? "").replace(/\s/g, "").length === 14;
}

/** A sole trader by its scale, or a natural person by the first digits of a Portuguese tax number. */
function isPerson(party: Json, identifier: Json | undefined): boolean {
  if (isObject(party.details) && textOf(party.details.scale) === "selfEmployed") return true;
  const list = textOf(identifier?.scheme) ?? "";
  return list.startsWith("PT-") && /^(?:[123]\d|45)\d{7}$/.test(textOf(identifier?.id) ?? "");
}
