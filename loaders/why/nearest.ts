import {distance} from "fastest-levenshtein";
import {slugOf} from "../../src/lib/slug.js";

/**
 * The known names that look most like a misspelt one, the nearest first.
 *
 * @param count At most so many.
 * @returns Names of which at most a third of the letters must change, or that hold the wanted one; none when nothing looks like it.
 */
export function nearestNames(wanted: string, known: Iterable<string>, count = 5): string[] {
  const plain = slugOf(wanted);
  if (plain === "") return [];
  return Array.from(new Set(known), (name) => ({name, far: farness(plain, slugOf(name))}))
    .filter(({far}) => far <= 1 / 3)
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({name}) => name);
}

function farness(wanted: string, name: string): number {
  if (wanted.length > 2 && name.includes(wanted)) return (name.length - wanted.length) / (10 * name.length);
  return distance(wanted, name) / Math.max(wanted.length, name.length);
}
