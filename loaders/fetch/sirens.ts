import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {isSiren} from "../../src/lib/siren.js";
import {FetchError} from "./errors.js";

/**
 * SIREN numbers to look up, each once: those of a text file (any layout) in its order, or those of a build's suppliers,
 * the largest amounts first.
 *
 * @param path A file, or the folder of a build.
 * @returns Null when the build does not exist or is the fictional sample: there is nobody to look up.
 * @throws {FetchError} When the file does not exist or holds no SIREN.
 */
export function sirensOf(path: string, isBuild: boolean): string[] | null {
  if (isBuild) return suppliersOf(path);
  if (!existsSync(path)) throw new FetchError(`${path} : attendu un fichier de SIREN, trouvé rien à ce chemin`);
  const sirens = readFileSync(path, "utf8").match(/(?<!\d)\d{9}(?!\d)/g) ?? [];
  const valid = [...new Set(sirens)].filter(isSiren);
  if (valid.length === 0) throw new FetchError(`${path} : attendu des SIREN (neuf chiffres), trouvé aucun`);
  return valid;
}

function suppliersOf(build: string): string[] | null {
  const [report, mart] = [join(build, "report.json"), join(build, "marts/supplier.arrow")];
  if (!existsSync(report) || !existsSync(mart)) return null;
  if ((JSON.parse(readFileSync(report, "utf8")) as {is_fictional?: boolean}).is_fictional) return null;
  const suppliers = tableFromIPC(readFileSync(mart));
  const amounts = new Map<string, number>();
  for (const row of suppliers) {
    const {supplier_siren: siren, amount_eur: amount} = row as {supplier_siren: unknown; amount_eur: unknown};
    if (typeof siren === "string" && isSiren(siren)) amounts.set(siren, typeof amount === "number" ? amount : 0);
  }
  return [...amounts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([siren]) => siren);
}
