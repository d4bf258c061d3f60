import {closeSync, createReadStream, createWriteStream, openSync, writeSync} from "node:fs";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import {generateLarge} from "../../loaders/sample/large.js";

/** Writes a JSON file of generated DECP v2 contracts. */
export function writeJson(path: string, contracts: number): void {
  writePieces(path, generateLarge(contracts));
}

/** Writes the same contracts as `writeJson` as the XML of the dialect v2. */
export function writeXml(path: string, contracts: number): void {
  writePieces(path, xmlPieces(contracts));
}

/** Writes a compressed copy. */
export async function writeGzip(path: string, target: string): Promise<void> {
  await pipeline(createReadStream(path), createGzip({level: 1}), createWriteStream(target));
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}

function* xmlPieces(contracts: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<marches>\n`;
  for (const piece of generateLarge(contracts))
    for (const line of piece.split("\n")) {
      const text = line.replace(/,$/, "");
      if (text.startsWith(`{"id"`)) yield `${element("marche", JSON.parse(text))}\n`;
    }
  yield "</marches>\n";
}

/** A value as an element: a list of texts repeats it, a list of objects stands inside of it. */
function element(name: string, value: unknown): string {
  if (Array.isArray(value) && value.some((inside) => typeof inside !== "object"))
    return value.map((inside) => element(name, inside)).join("");
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: unknown): string {
  if (Array.isArray(value)) return value.map(content).join("");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, inside]) => element(name, inside))
      .join("");
  return String(value ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}
