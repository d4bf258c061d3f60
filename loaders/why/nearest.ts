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
  return edits(wanted, name) / Math.max(wanted.length, name.length);
}

/** Letters to add, drop or change so that one text becomes the other (Levenshtein’s distance). */
function edits(one: string, other: string): number {
  let row = Array.from({length: other.length + 1}, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}
