import {isObject, textOf, type Json} from "./decp-values.js";
import {OcdsParties} from "./ocds-parties.js";
import {listOf} from "./ocds-values.js";

/** Paths at which a package holds releases or records, in every wrapping seen so far. */
const packagePaths = ["", "results[].", "results[].ocdsReleasePackage."]
  .flatMap((path) => [`${path}releases[]`, `${path}records[]`])
  .concat("[]");

/** Keys that an OCDS object has beside its `ocid`. */
const otherKeys = `tag initiationType date tender awards contracts planning buyer parties releases compiledRelease
  versionedRelease`.split(/\s+/);

/** One award of a release, or one of its contracts that no award of it names; a release that has neither, alone. */
export class OcdsAward {
  /**
   * @param position Rank of the award or contract in its release, from 1.
   * @param publisher Name of the publisher of the package; null when it is not known.
   */
  constructor(
    readonly release: Json,
    readonly award: Json | null,
    readonly contracts: readonly Json[],
    readonly parties: OcdsParties,
    readonly position: number,
    readonly publisher: string | null
  ) {}
}

/**
 * Where the OCDS objects of a document stand.
 *
 * @param rootKeys First-level keys of its first object: those of a release or record mean that it is one itself.
 */
export function ocdsPathsFor(rootKeys: readonly string[]): readonly string[] {
  return areOcdsKeys(rootKeys) ? [""] : packagePaths;
}

/** True when first-level keys are those of an OCDS release or record. */
export function areOcdsKeys(keys: readonly string[]): boolean {
  return keys.includes("ocid") && otherKeys.some((key) => keys.includes(key));
}

/**
 * Opens what stands at an OCDS object's place: a package gives what it holds; a record its compiled release, or else the
 * releases embedded in it; a release one entry per award, one per contract that no award names, or itself.
 *
 * @param publisher Name of the publisher that the document names, if it does.
 * @returns One entry per declared contract; the value itself when it is no OCDS object.
 */
export function ocdsRecordsIn(value: unknown, publisher: string | null): unknown[] {
  if (Array.isArray(value)) return value.flatMap((inside) => ocdsRecordsIn(inside, publisher));
  if (!isObject(value)) return [value];
  if (!("ocid" in value)) {
    const lists = [value.releases, value.records].filter(Array.isArray);
    const name = isObject(value.publisher) ? textOf(value.publisher.name) : null;
    return lists.length > 0 ? ocdsRecordsIn(lists.flat(), name ?? publisher) : [value];
  }
  if (isObject(value.compiledRelease)) return awardsOf({ocid: value.ocid, ...value.compiledRelease}, publisher);
  const embedded = listOf(value.releases).filter((release) => !("url" in release) || "tag" in release);
  if (embedded.length > 0) return embedded.flatMap((release) => awardsOf({ocid: value.ocid, ...release}, publisher));
  return awardsOf(value, publisher);
}

function awardsOf(release: Json, publisher: string | null): unknown[] {
  if (isVersioned(release)) return [{versionedRelease: release.ocid}];
  const awards = listOf(release.awards);
  const contracts = listOf(release.contracts);
  const byAward = new Map<string | null, Json[]>(awards.map(({id}) => [textOf(id), []]));
  byAward.delete(null);
  const orphans = contracts.filter((contract) => !byAward.get(textOf(contract.awardID))?.push(contract));
  const entries: [Json | null, Json[]][] = [
    ...awards.map((award): [Json, Json[]] => [award, byAward.get(textOf(award.id)) ?? []]),
    ...orphans.map((contract): [null, Json[]] => [null, [contract]])
  ];
  if (entries.length === 0) entries.push([null, []]);
  const parties = new OcdsParties(release);
  return entries.map(([award, own], i) => new OcdsAward(release, award, own, parties, i + 1, publisher));
}

/** True for a versioned release, in which every value is the list of its versions. */
function isVersioned({tag, initiationType, language, title, tender}: Json): boolean {
  const values = [tag, initiationType, language, title, isObject(tender) ? (tender.title ?? tender.status) : null];
  return values.flatMap(listOf).some((version) => "releaseID" in version || "releaseTag" in version);
}
