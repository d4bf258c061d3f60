/** A piece of a text to be replaced, by its offsets. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text after edits that do not overlap, in any order. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((before, {start, end, text: piece}) => before.slice(0, start) + piece + before.slice(end), text);
}
