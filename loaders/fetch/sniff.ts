/** Formats that a download may be expected in. */
export type Format = "json" | "json.gz" | "csv";

/**
 * What is wrong with the beginning of an answer, or nothing.
 *
 * @param head Its first bytes.
 * @param contentType Of the answer; null when there is none.
 * @returns What was found instead of the format, in French; null when it looks right.
 */
export function strangerIn(head: Uint8Array, contentType: string | null, format: Format): string | null {
  if (head.length === 0) return "une réponse vide";
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  if (format === "json.gz") return isGzip ? null : `autre chose qu’un fichier gzip${foundIn(head, contentType)}`;
  const text = new TextDecoder().decode(head).trimStart();
  if (format === "csv")
    return /^["\uFEFF]?[\p{L}_][^\n{}<>]*,[^\n{}<>]*\r?\n/u.test(text)
      ? null
      : `autre chose qu’un tableau CSV${foundIn(head, contentType)}`;
  return /^[[{]/.test(text) ? null : `autre chose que du JSON${foundIn(head, contentType)}`;
}

/** Whether a JSON document ends as one, seen from its last bytes. */
export function endsAsJson(tail: Uint8Array): boolean {
  return /[\]}]\s*$/.test(new TextDecoder().decode(tail));
}

/** Whether these bytes are a JSON list or object with nothing in it. */
export function isBlank(bytes: Uint8Array): boolean {
  return /^\s*(\[\s*\]|\{\s*\})\s*$/.test(new TextDecoder().decode(bytes));
}

function foundIn(head: Uint8Array, contentType: string | null): string {
  const text = new TextDecoder().decode(head.subarray(0, 2000));
  const isPage = /^\s*<(!doctype html|html|head|body)/i.test(text) || /\bhtml\b/.test(contentType ?? "");
  const title = /<title[^>]*>\s*([^<]{1,80})/i.exec(text)?.[1]?.trim();
  if (isPage) return ` : une page HTML${title ? ` (« ${title} »)` : ""}`;
  return ` : « ${text.slice(0, 40).replace(/[^\P{C}]|\s+/gu, " ")} »`;
}
