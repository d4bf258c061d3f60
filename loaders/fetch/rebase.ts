import type {Resource, Source} from "../../src/lib/source.js";

/**
 * A source as a mirror or a test server serves it: the same paths under another base, whose host alone may be asked.
 *
 * @param base For example `https://miroir.paris.fr/decp`; null for the source itself.
 * @throws {TypeError} When the base is no URL.
 */
export function rebased(
  {hosts}: Source,
  resource: Resource,
  base: string | null
): {resource: Resource; hosts: readonly string[]} {
  if (base === null) return {resource, hosts};
  const {pathname, search} = new URL(resource.url);
  const url = base.replace(/\/+$/, "") + pathname + search;
  return {resource: {...resource, url}, hosts: [new URL(base).host]};
}
