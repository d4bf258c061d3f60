import type {Resource} from "../../src/lib/source.js";
import {ask} from "./ask.js";
import type {Target} from "./download.js";
import type {FetchEffects} from "./effects.js";
import {FetchError} from "./errors.js";
import {strangerIn} from "./sniff.js";

const maxMetadataBytes = 32_000_000;

/** What of the data.gouv.fr API's answer is used. */
interface GouvDataset {
  license?: string | null;
  resources: {title?: string | null; url: string; last_modified?: string | null}[];
}

/** What of the Explore v2.1 API's answer is used. */
interface PortalDataset {
  dataset_id: string;
  fields?: {name: string; label?: string | null; type?: string | null}[];
  metas: {
    default: {license?: string | null; data_processed?: string | null; modified?: string | null};
  };
}

/**
 * The files of a resource, asked of the producer's API.
 *
 * @param licence Of the card: for a producer whose metadata are silent.
 * @returns At least one target, sorted by name, each name once.
 * @throws {FetchError} In French: no answer, an answer of another shape, no file that matches.
 */
export function targetsOf(
  resource: Exclude<Resource, {kind: "company-search"}>,
  licence: string,
  hosts: readonly string[],
  effects: FetchEffects
): Promise<Target[]> {
  return resource.kind === "data-gouv"
    ? gouvTargets(resource, licence, hosts, effects)
    : portalTargets(resource, licence, hosts, effects);
}

/**
 * Asks for a JSON document small enough to be held.
 *
 * @throws {FetchError} Also on an answer that is no JSON.
 */
export function askJson(url: string, hosts: readonly string[], effects: FetchEffects): Promise<unknown> {
  return ask(
    url,
    {hosts, headers: {accept: "application/json"}},
    async ({chunks, headers}) => {
      const parts: Uint8Array[] = [];
      let bytes = 0;
      for await (const chunk of chunks()) {
        bytes += chunk.length;
        if (bytes > maxMetadataBytes) throw new FetchError(`${url} : réponse de plus de ${maxMetadataBytes} octets`);
        parts.push(chunk);
      }
      const body = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
      const stranger = strangerIn(body.subarray(0, 4096), headers.get("content-type"), "json");
      if (stranger !== null) throw new FetchError(`${url} : attendu du JSON, trouvé ${stranger}`);
      try {
        return JSON.parse(new TextDecoder().decode(body)) as unknown;
      } catch (error) {
        throw new FetchError(`${url} : attendu du JSON, trouvé un texte illisible (${(error as Error).message})`);
      }
    },
    effects
  );
}

async function gouvTargets(
  {url, select, maxBytes}: Extract<Resource, {kind: "data-gouv"}>,
  licence: string,
  hosts: readonly string[],
  effects: FetchEffects
): Promise<Target[]> {
  const dataset = (await askJson(url, hosts, effects)) as Partial<GouvDataset>;
  if (!Array.isArray(dataset.resources))
    throw new FetchError(`${url} : attendu une liste « resources », trouvé ${Object.keys(dataset).join(", ")}`);
  const targets = new Map<string, Target>();
  for (const {title, url: file, last_modified: modified} of dataset.resources) {
    const name = [title ?? "", fileNameOf(file)].find((text) => select.test(text));
    if (name === undefined) continue;
    const version = modified ?? null;
    const twin = targets.get(name);
    if (twin && (twin.version ?? "") >= (version ?? "")) continue;
    const format = name.endsWith(".gz") ? "json.gz" : "json";
    targets.set(name, {name, url: file, format, maxBytes, licence: licenceOf(dataset.license) ?? licence, version});
  }
  if (targets.size === 0) {
    const titles = dataset.resources.map(({title}) => title).slice(0, 8);
    throw new FetchError(`${url} : attendu des fichiers nommés comme ${select.source}, trouvé ${titles.join(", ")}`);
  }
  return [...targets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function portalTargets(
  {url, maxBytes, columns}: Extract<Resource, {kind: "opendatasoft"}>,
  licence: string,
  hosts: readonly string[],
  effects: FetchEffects
): Promise<Target[]> {
  const dataset = (await askJson(url, hosts, effects)) as Partial<PortalDataset>;
  const meta = dataset.metas?.default;
  if (meta === undefined)
    throw new FetchError(
      `${url} : attendu des métadonnées « metas.default », trouvé ${Object.keys(dataset).join(", ")}`
    );
  const format = columns ? "csv" : "json";
  return [
    {
      name: `${fileNameOf(url)}.${format}`,
      url: columns ? `${url}/exports/csv?${selectOf(url, columns, dataset.fields ?? [])}` : `${url}/exports/json`,
      format,
      maxBytes,
      licence: meta.license ?? licence,
      version: [meta.data_processed ?? meta.modified].find(Boolean) ?? null
    }
  ];
}

/**
 * The query for a table of few columns, each under our name: its field is the only one of the catalogue whose name or
 * label is as expected.
 */
function selectOf(
  url: string,
  columns: Readonly<Record<string, RegExp>>,
  fields: NonNullable<PortalDataset["fields"]>
): URLSearchParams {
  const select = Object.entries(columns).map(([column, pattern]) => {
    const matching = fields.filter(({name, label}) => pattern.test(name) || pattern.test(label ?? ""));
    const [field] = matching;
    if (!field || matching.length > 1) {
      const listed = fields.map(({name, label, type}) => `${name} (${label ?? "sans libellé"}, ${type ?? "?"})`);
      throw new FetchError(
        `${url} : attendu un seul champ nommé comme ${pattern.source}, trouvé ${matching.length} parmi ` +
          `${listed.join(" ; ") || "aucun champ"}. Corrigez la fiche de la source.`
      );
    }
    return `\`${field.name}\` as ${column}`;
  });
  return new URLSearchParams({select: select.join(","), delimiter: ",", with_bom: "false"});
}

/** Names of licences where data.gouv.fr has codes. */
function licenceOf(code: string | null | undefined): string | null {
  const names: Record<string, string> = {lov2: "Licence Ouverte 2.0", "fr-lo": "Licence Ouverte"};
  return code ? (names[code] ?? code) : null;
}

function fileNameOf(url: string): string {
  return new URL(url).pathname.split("/").findLast((part) => part !== "") ?? "";
}
