import {passportIds, passportOf} from "../../src/agora/indicateurs/passport.js";
import {tables} from "../../src/lib/schema.js";
import {makePages} from "../../src/carnets/make-pages.js";
import {publishedNotebooks} from "../../src/carnets/published.js";
import {divisionPage} from "../../src/marches/cpv/division-page.js";
import {lastDivisions} from "../../src/marches/cpv/last-divisions.js";
import {methodIds, methodPage} from "../../src/methode/method-page.js";

/** What the loaders with a parameter in their name would give, for each of its values: the path in the cache, the text. */
function pages(): [path: string, text: () => string][] {
  return [
    ...methodIds.map((id): [string, () => string] => [`methode/${id}.md`, () => methodPage(id)]),
    ...passportIds.map((id): [string, () => string] => [`agora/indicateurs/${id}.md`, () => passportOf(id)]),
    ...lastDivisions().map((one): [string, () => string] => [`marches/cpv/${one.division}.md`, () => divisionPage(one)])
  ];
}

/**
 * Puts into Framework's cache what its loaders with parameters would give, so that it does not start a process for each
 * of their values one after the other. The cache is empty before, so nothing there is old.
 *
 * @param cache Framework's cache, emptied of loader output.
 * @param data The data build that the site shows; its tables are linked, not made again.
 * @returns How many files were put there.
 */
export async function makeReady(cache: string, data: string): Promise<number> {
  const made = pages();
  for (const [path, text] of made) await write(`${cache}/${path}`, `${text()}\n`);
  const carnets = await makePages(publishedNotebooks);
  for (const [name, text] of carnets) await write(`${cache}/carnets/${name}.md`, `${text}\n`);
  const names = await Array.fromAsync(Deno.readDir(`${data}/marts`), ({name}) => name).catch(() => []);
  const marts = names.filter((name) => name.endsWith(".arrow") && name.slice(0, -6) in tables);
  await Deno.mkdir(`${cache}/data`, {recursive: true});
  for (const name of marts) await Deno.copyFile(`${data}/marts/${name}`, `${cache}/data/${name}`);
  return made.length + carnets.size + marts.length;
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), {recursive: true});
  await Deno.writeTextFile(path, text);
}
