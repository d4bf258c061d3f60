/** Hands a text to the reader as a file to save. */
export function saveFile(
  parts: readonly string[],
  {name, document, type = "text/csv;charset=utf-8"}: {name: string; document: Document; type?: string}
): void {
  const url = URL.createObjectURL(new Blob([...parts], {type}));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
