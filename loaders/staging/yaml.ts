import {readFileSync} from "node:fs";
import {Ajv2020, type ErrorObject} from "ajv/dist/2020.js";
import {isNode, LineCounter, parseDocument, type Document} from "yaml";
import {damaged} from "./csv.js";

/** A document that people write by hand, read strictly. */
export interface YamlFile<T> {
  /** Name for error messages. */
  name: string;
  sourceId: string;
  value: T;
  /** Line on which a value stands, from 1; that of the nearest value around it when it is not there. */
  lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Reads a YAML 1.2 document that follows a JSON Schema.
 *
 * @typeParam T What the schema describes.
 * @throws {Error} On a text that is no YAML, or the first value that does not follow the schema: file, line, what was
 * expected and what was found.
 */
export function readYaml<T>(path: string, name: string, sourceId: string, schema: object): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), {lineCounter: lines, prettyErrors: false});
  const [fault] = document.errors;
  if (fault) throw damaged({name}, lines.linePos(fault.pos[0]).line, "un document YAML", fault.message);
  const lineOf = (at: readonly (string | number)[]) => lineOfValue(document, lines, at);
  const value: unknown = document.toJS();
  const ajv = new Ajv2020({allErrors: false, verbose: true});
  if (!ajv.validate(schema, value)) {
    const error = ajv.errors?.[0] as ErrorObject;
    throw damaged({name}, lineOf(pathOf(error)), inWords(error), foundIn(error));
  }
  return {name, sourceId, value: value as T, lineOf};
}

function lineOfValue(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function pathOf({instancePath}: ErrorObject): (string | number)[] {
  const parts = instancePath.split("/").slice(1);
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
}

/** What the schema expected, in French, for the keywords that our schemas use. */
function inWords({keyword, params, instancePath, parentSchema}: ErrorObject): string {
  const key = instancePath.split("/").at(-1) ?? "";
  const where = key === "" ? "" : ` dans « ${key} »`;
  if (keyword === "required") return `la clé « ${params.missingProperty} »${where}`;
  if (keyword === "additionalProperties")
    return `les seules clés ${Object.keys(parentSchema?.properties ?? {}).join(", ")}${where}`;
  if (keyword === "enum") return `l’un de ${(params.allowedValues as unknown[]).join(", ")}${where}`;
  if (keyword === "pattern" || keyword === "format") return `${parentSchema?.description ?? params.pattern}${where}`;
  if (keyword === "type") return `une valeur de type ${params.type}${where}`;
  if (keyword === "minItems") return `au moins ${params.limit} élément${where}`;
  return `${keyword}${where}`;
}

function foundIn({keyword, params, data}: ErrorObject): string {
  if (keyword === "additionalProperties") return String(params.additionalProperty);
  return data !== null && typeof data === "object" ? Object.keys(data).join(", ") : String(data);
}
