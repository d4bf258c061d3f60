import {fold} from "../enumerations.js";
import type {TextColumn} from "./columns.js";

/** All texts of all rows, folded, in one string that a search runs through at the speed of memory. */
export interface TextIndex {
  /** Per row: a space, its words with one space between two, and a line feed. */
  text: string;
  /** Where each row starts in `text`, and its end. */
  starts: Int32Array;
}

/** Code points that have a folded form of their own; beyond stand punctuation and scripts that no French name is in. */
const foldedPoints = 0x2000;
const space = 32;
const lineFeed = 10;
const latin1 = new TextDecoder("latin1");
let points: string[] | undefined;

/** What each code point becomes between two letters; "" when it goes away, as a combining accent does. */
function foldTable(): string[] {
  return (points ??= Array.from({length: foldedPoints}, (_, point) =>
    fold(`a${String.fromCodePoint(point)}a`).slice(1, -1)
  ));
}

/**
 * Makes the texts of each row searchable without case, accents or punctuation, as {@link fold} would, straight from
 * their bytes: folding one string after the other takes ten times as long.
 *
 * @param columns Texts of the same rows; a search sees them one after the other.
 */
export function indexTexts(columns: readonly TextColumn[]): TextIndex {
  const table = foldTable();
  const rows = (columns[0]?.offsets.length ?? 1) - 1;
  const size = columns.reduce((total, {bytes}) => total + bytes.length, 0) + rows * (columns.length + 2);
  const out = new Uint8Array(size);
  const starts = new Int32Array(rows + 1);
  let end = 0;
  const writeSpace = () => {
    if (out[end - 1] !== space) out[end++] = space;
  };
  for (let row = 0; row < rows; row++) {
    starts[row] = end;
    for (const {offsets, bytes} of columns) {
      writeSpace();
      const last = offsets[row + 1] as number;
      for (let i = offsets[row] as number; i < last; i++) {
        const byte = bytes[i] as number;
        if ((byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57)) out[end++] = byte;
        else if (byte >= 65 && byte <= 90) out[end++] = byte + 32;
        else if (byte < 0x80 || byte >= 0xf0) writeSpace();
        else if (byte >= 0xc0) {
          const isThree = byte >= 0xe0;
          const second = (bytes[++i] as number) & 63;
          const point = isThree
            ? ((byte & 15) << 12) | (second << 6) | ((bytes[++i] as number) & 63)
            : ((byte & 31) << 6) | second;
          const folded = point < foldedPoints ? (table[point] as string) : " ";
          if (folded === " ") writeSpace();
          else for (let k = 0; k < folded.length; k++) out[end++] = folded.charCodeAt(k);
        }
      }
    }
    out[end++] = lineFeed;
  }
  starts[rows] = end;
  return {text: latin1.decode(out.subarray(0, end)), starts};
}

/**
 * The words that a reader's text asks for: each must begin a word of the row. A word with an apostrophe or a hyphen
 * stays one phrase; digits in groups, as a SIREN is written, are one number.
 *
 * @returns Folded, without repetition; none when the text holds no letter or digit.
 */
export function searchTerms(query: string): string[] {
  const joined = /^[\d\s]+$/.test(query) ? query.replace(/\s+/g, "") : query;
  return [...new Set(joined.split(/\s+/).map(fold).filter(Boolean))];
}

/**
 * Which rows hold every term.
 *
 * @param terms As {@link searchTerms} gives them.
 * @returns Per row, 1 when it does; null when there is no term.
 */
export function searchTexts({text, starts}: TextIndex, terms: readonly string[]): Uint8Array | null {
  if (terms.length === 0) return null;
  const rows = starts.length - 1;
  const found = new Uint8Array(rows);
  let left = rows;
  // The longest word is the rarest: the others are only looked for where it stands.
  for (const [n, term] of terms.toSorted((a, b) => b.length - a.length).entries()) {
    const needle = ` ${term}`;
    let matched = 0;
    if (left * 4 < rows) {
      for (let row = 0; row < rows; row++)
        if (found[row] === n && text.slice(starts[row], starts[row + 1]).includes(needle)) {
          found[row] = n + 1;
          matched++;
        }
    } else {
      let row = 0;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, starts[row + 1])) {
        while ((starts[row + 1] as number) <= at) row++;
        if (found[row] !== n) continue;
        found[row] = n + 1;
        matched++;
      }
    }
    left = matched;
  }
  for (let row = 0; row < rows; row++) found[row] = found[row] === terms.length ? 1 : 0;
  return found;
}
