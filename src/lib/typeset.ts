/**
 * Puts French no-break spaces where a plain space was typed: before `: ; ! ? % € »` and after `«`; and a curly
 * apostrophe between letters. Idempotent.
 */
export function typeset(text: string): string {
  return text
    .replace(/ +([:;!?%€»])/g, "\u00a0$1")
    .replace(/« +/g, "«\u00a0")
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’");
}
