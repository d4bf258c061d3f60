import {basename} from "node:path";
import {tables} from "../../src/lib/schema.js";
import {nearestNames} from "./nearest.js";
import type {Project} from "./project.js";

/** What was asked about. A page is named by its address, `/marches/index`; anything else by its name. */
export interface Subject {
  kind: "table" | "figure" | "indicator" | "page";
  name: string;
}

/** A name that nothing has; its message is for the user. */
export class UnknownName extends Error {
  override name = "UnknownName";
}

const kinds = ["table", "figure", "indicator", "page"] as const;

/**
 * What a name stands for; several things when several have it.
 *
 * @param asked `award`, `supplier-count`, `/marches/fournisseurs`, `src/marches/fournisseurs.md.ts`, `data/build/marts/award.arrow`;
 *   `figure:completeness` when the name alone would say several things.
 * @throws {UnknownName} When nothing is so named, with the nearest names; when a program makes several pages, with some.
 */
export function subjectsOf(asked: string, project: Project): Subject[] {
  const [, wanted, rest] = /^(table|figure|indicator|page):(.+)$/.exec(asked) ?? [];
  const text = (rest ?? asked).replace(/^\.\//, "");
  const known: Record<Subject["kind"], readonly string[]> = {
    table: [...project.makers.keys()],
    figure: project.figures.map(({id}) => id),
    indicator: [...project.indicators, ...project.humanIndicators].map(({id}) => id),
    page: pagesOf(project)
  };
  const spelt: Record<Subject["kind"], string> = {
    table: tableIn(text) ?? text,
    figure: idIn(text, "figures"),
    indicator: idIn(text, "indicators"),
    page: addressOf(text)
  };
  const isPath = /^(src|dist)\//.test(text) && /\.(md|html)/.test(text);
  const possible = kinds.filter((kind) => (wanted ?? kind) === kind && (!isPath || kind === "page"));
  const found = possible.flatMap((kind): Subject[] =>
    known[kind].includes(spelt[kind]) ? [{kind, name: spelt[kind]}] : []
  );
  if (found.length > 0) return found;
  const made = Object.entries(project.pages.pages).filter(([, {source}]) => source === text);
  if (made.length > 0 && possible.includes("page"))
    throw new UnknownName(
      `why : « ${text} » fait ${made.length} pages. Demandez l’une d’elles, par exemple ${made
        .slice(0, 3)
        .map(([address]) => shown(address))
        .join(", ")}.`
    );
  const names = possible.flatMap((kind) => known[kind].map(kind === "page" ? shown : (name) => name));
  const nearest = nearestNames(text, names);
  throw new UnknownName(
    `why : aucune page, table, figure ni aucun indicateur ne s’appelle « ${asked} ». ` +
      (nearest.length > 0 ? `Noms les plus proches : ${nearest.join(", ")}.` : "Voir npm run why -- --help.")
  );
}

/** An address as a reader types it: `/marches/` for `/marches/index`. */
export function shown(address: string): string {
  return address.replace(/(^|\/)index$/, "$1");
}

/** Addresses of all pages: those of the last build, and those whose sources stand there. */
function pagesOf({pages, files, config}: Project): string[] {
  const written = files.flatMap((file) => {
    const [, path] = /^src(\/[^[\]]+)\.md(\.\w+)?$/.exec(file) ?? [];
    return path === undefined ? [] : [path];
  });
  const dynamic = config.dynamicPaths.filter((path) => !/\.\w+$/.test(path));
  return [...new Set([...Object.keys(pages.pages), ...written, ...dynamic])];
}

function addressOf(text: string): string {
  const path = text
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/[?#].*$/, "")
    .replace(/^\/?(src|dist)\//, "/")
    .replace(/(\.md(\.\w+)?|\.html)$/, "")
    .replace(/^\/*/, "/");
  return path.endsWith("/") ? `${path}index` : path;
}

function tableIn(text: string): string | null {
  const [, folder, name = ""] =
    /(?:^|\/)(marts|intermediate|rules|data)\/([^/]+)\.(?:arrow|parquet|sql)$/.exec(text) ?? [];
  if (folder === undefined) return null;
  return folder === "rules" ? `rules/${name}` : folder === "data" && !(name in tables) ? null : name;
}

function idIn(text: string, folder: string): string {
  return text.startsWith(`src/${folder}/`) ? basename(text, ".ts") : text;
}
