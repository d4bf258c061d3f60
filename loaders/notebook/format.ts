/** One cell of a notebook. Its outputs are not kept: they are made again wherever the notebook is shown. */
export interface Cell {
  kind: "code" | "prose" | "raw";
  /** Unique in the notebook. */
  id: string;
  source: string;
  metadata: Record<string, unknown>;
}

/** A notebook without its outputs. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
}

/** What every notebook of this project says of its kernel; `.jupyter/kernels/carnets` is that kernel. */
const kernel = {
  kernelspec: {display_name: "Carnets (Deno)", language: "typescript", name: "carnets"},
  language_info: {file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript"}
};

const kinds: Readonly<Record<string, Cell["kind"]>> = {code: "code", markdown: "prose", raw: "raw"};
const types = {code: "code", prose: "markdown", raw: "raw"} as const;

/** The ways in which editors say that a cell is in a language of its own. */
const ours = new Set(["typescript", "ts", "javascript", "js", "sql", "deno"]);

/**
 * Reads a notebook of nbformat 4, whichever its outputs, with or without metadata of a kernel.
 *
 * @param path For messages.
 * @throws {Error} When it is not JSON, not nbformat 4, or not in TypeScript; the message names the cell.
 */
export function readNotebook(text: string, path: string): Notebook {
  const json = parse(text, path);
  const {nbformat, cells, metadata = {}} = json;
  if (nbformat !== 4 || !Array.isArray(cells))
    throw new Error(
      `${path} : un carnet au format nbformat 4 est attendu, reçu ${nbformat === undefined ? "un autre fichier JSON" : `nbformat ${nbformat}`}. ` +
        `Ouvrez-le dans Jupyter et enregistrez-le, ou tapez : jupyter nbconvert --to notebook --inplace ${path}`
    );
  const language = metadata.kernelspec?.language ?? metadata.language_info?.name;
  if (language !== undefined && !ours.has(String(language).toLowerCase()))
    throw new Error(
      `${path} : un carnet TypeScript est attendu (noyau « ${kernel.kernelspec.display_name} »), celui-ci est en ${language}. ` +
        "Choisissez ce noyau dans Jupyter, et traduisez ses cellules."
    );
  const seen = new Set<string>();
  return {metadata, cells: cells.map((cell, i) => readCell(cell, i, {path, seen}))};
}

/** The text of a notebook, as Jupyter would write it: nbformat 4.5, one line of source per line, no output. */
export function writeNotebook({cells, metadata}: Notebook): string {
  const json = {
    cells: cells.map(({kind, id, source, metadata: own}) => ({
      cell_type: types[kind],
      ...(kind === "code" ? {execution_count: null} : {}),
      id,
      metadata: own,
      ...(kind === "code" ? {outputs: []} : {}),
      source: source.split(/(?<=\n)/).filter(Boolean)
    })),
    metadata: {...metadata, ...kernel},
    nbformat: 4,
    nbformat_minor: 5
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

function parse(text: string, path: string): Record<string, any> {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null) return json;
  } catch (cause) {
    throw new Error(
      `${path} : un carnet Jupyter (JSON) est attendu. ${cause instanceof Error ? cause.message : cause}`,
      {cause}
    );
  }
  throw new Error(`${path} : un carnet Jupyter est attendu, reçu un autre fichier JSON.`);
}

function readCell(cell: Record<string, any>, i: number, {path, seen}: {path: string; seen: Set<string>}): Cell {
  const where = `${path}, cellule ${i + 1}`;
  const kind = kinds[cell.cell_type];
  if (kind === undefined)
    throw new Error(`${where} : « code », « markdown » ou « raw » est attendu, reçu « ${cell.cell_type} ».`);
  const metadata: Record<string, any> = cell.metadata ?? {};
  const source = Array.isArray(cell.source) ? cell.source.join("") : String(cell.source ?? "");
  const magic = /^%%(\w+)/.exec(source)?.[1];
  const language: string | undefined =
    kind === "code" ? (metadata.vscode?.languageId ?? metadata.language ?? magic) : undefined;
  if (language !== undefined && !ours.has(language.toLowerCase()))
    throw new Error(
      `${where} : du TypeScript ou du SQL est attendu, cette cellule est en ${language}. Traduisez-la, ou changez-la en texte.`
    );
  let id = typeof cell.id === "string" && /^[\w-]{1,64}$/.test(cell.id) && !seen.has(cell.id) ? cell.id : `c${i + 1}`;
  while (seen.has(id)) id += "b";
  seen.add(id);
  return {kind, id, source: source.replaceAll("\r\n", "\n"), metadata};
}
