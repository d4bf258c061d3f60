import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {Plugin} from "prettier";
import {format} from "prettier/standalone";
import * as estree from "prettier/plugins/estree";
import * as markdown from "prettier/plugins/markdown";
import * as typescript from "prettier/plugins/typescript";
import {maybeHeader} from "../read/table-header.js";
import {readCsv} from "../staging/csv.js";
import {NewError} from "./errors.js";
import type {Disk} from "./scaffold.js";
import type {RegisterTexts} from "./session.js";
import type {Example} from "./source-texts.js";

/** A proposal is a page of text: more is something else. */
const mostProposalBytes = 64_000;

/** The disk below the root of the repository. */
export function diskOf(root: string): Disk {
  const style = JSON.parse(readFileSync(join(root, ".prettierrc"), "utf8")) as {overrides?: unknown};
  const {overrides: _, ...options} = style;
  const plugins = [estree, typescript, markdown] as unknown as Plugin[];
  return {
    maybeRead: async (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null),
    write: async (path, text) => {
      const folder = dirname(join(root, path));
      if (!existsSync(folder)) mkdirSync(folder, {recursive: true});
      writeFileSync(join(root, path), text);
    },
    format: async (path, text) => {
      const parser = path.endsWith(".ts") ? "typescript" : path.endsWith(".md") ? "markdown" : null;
      return parser === null ? text : format(text, {...options, parser, plugins});
    }
  };
}

/**
 * Opens the example of a source.
 *
 * @param path As typed, made absolute.
 * @throws {NewError} When it is not there.
 */
export async function openExample(root: string, path: string): Promise<Example> {
  if (!existsSync(path)) throw new NewError(`npm run new : --example : attendu un fichier, rien n’est à ${path}.`);
  const text = readFileSync(path, "utf8");
  const reference = join(root, "data/reference");
  const csv = readdirSync(reference, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".csv"));
  return {
    file: basename(path),
    text,
    read: (columns) => {
      try {
        return readCsv(path, basename(path), "exemple", columns);
      } catch (error) {
        throw new NewError(`npm run new : ${(error as Error).message}`);
      }
    },
    others: csv.map((file) => ({
      file: `data/reference/${file}`,
      headings: maybeHeader(readFileSync(join(reference, file), "utf8"))?.columns ?? []
    }))
  };
}

/**
 * The text of a proposal.
 *
 * @param path As typed, made absolute.
 * @throws {NewError} When it is not there, or too large to be one.
 */
export function readProposal(path: string): string {
  if (!existsSync(path)) throw new NewError(`npm run new : --from : attendu un fichier, rien n’est à ${path}.`);
  const text = readFileSync(path, "utf8");
  if (text.length > mostProposalBytes)
    throw new NewError(
      `npm run new : --from : attendu au plus ${mostProposalBytes} caractères, trouvé ${text.length}.`
    );
  return text;
}

/** The texts of the Agora's register. */
export function registerTexts(root: string): RegisterTexts {
  const folder = join(root, "data/agora");
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".yaml"));
  return {colleges: read("colleges.yaml"), years: files.filter((file) => file !== "colleges.yaml").map(read)};
}
