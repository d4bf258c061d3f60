import {csvLine} from "../../lib/csv.js";
import {bindInputs, queryExamples, tablesNamed, type QueryExample} from "../../lib/explore/sql.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {saveFile} from "../save.js";
import type {Site} from "../site.js";
import {newDatabase, QueryStopped} from "./database.js";
import type {QueryResult} from "./plain.js";
import {resultView} from "./result.js";
import {tablesList} from "./tables-list.js";

/**
 * Opens the SQL panel: examples, a query with bound inputs, its result. DuckDB is loaded at the first run.
 *
 * @param host `data-year` is the year that examples begin with.
 */
export async function openSql(host: HTMLElement, site: Site): Promise<void> {
  const {ownerDocument: document} = host;
  const examples = queryExamples(host.dataset.year ?? "");
  const status = element(document, "p", {class: "explorer-status", role: "status"});
  const output = element(document, "div", {class: "sql-result"});
  const database = newDatabase(site.data, (words, share) => {
    const percent = share === undefined || share >= 1 ? "" : "…";
    status.textContent = typeset(`En attente : ${words}${percent}`);
  });
  const {form, query, values, show, setRunning} = queryForm(examples, document);

  const run = async () => {
    setRunning(true);
    output.replaceChildren();
    const started = performance.now();
    try {
      const sql = query();
      const bound = bindInputs(sql);
      const result = await database.run(bound, bound.names.map(values), tablesNamed(sql));
      status.textContent = typeset(told(result, performance.now() - started));
      const onSave = () => saveFile(csvOf(result), {name: "requete.csv", document});
      output.replaceChildren(...(result.columns.length > 0 ? resultView(result, {document, onSave}) : []));
    } catch (error) {
      status.textContent = error instanceof QueryStopped ? "Requête arrêtée. Le moteur repart à la suivante." : "";
      if (!(error instanceof QueryStopped)) output.replaceChildren(failure(error, document));
    } finally {
      setRunning(false);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  form.querySelector(".stop")?.addEventListener("click", () => database.stop());
  host.replaceChildren(form, status, output, tablesList(document));
  show(examples[0] as QueryExample);
  form.querySelector("textarea")?.focus();
}

function queryForm(examples: readonly QueryExample[], document: Document) {
  const choice = element(
    document,
    "select",
    {},
    ...examples.map(({name}, i) => element(document, "option", {value: String(i)}, typeset(name)))
  ) as HTMLSelectElement;
  const area = element(document, "textarea", {
    rows: "10",
    spellcheck: "false",
    autocapitalize: "off"
  }) as HTMLTextAreaElement;
  const inputs = element(document, "div", {class: "sql-inputs"});
  const runs = element(document, "button", {type: "submit", class: "button"}, "Exécuter") as HTMLButtonElement;
  const stops = element(
    document,
    "button",
    {type: "button", class: "button stop", disabled: ""},
    "Arrêter"
  ) as HTMLButtonElement;
  const given = new Map<string, string>();

  const showInputs = () => {
    const {names} = bindInputs(area.value);
    inputs.replaceChildren(
      ...names.map((name) => {
        const field = element(document, "input", {name, value: given.get(name) ?? ""}) as HTMLInputElement;
        field.addEventListener("input", () => given.set(name, field.value));
        return element(document, "label", {}, `:${name} `, field);
      })
    );
  };
  const show = ({sql, inputs: first}: QueryExample) => {
    area.value = sql;
    for (const [name, value] of Object.entries(first)) given.set(name, value);
    showInputs();
  };
  area.addEventListener("change", showInputs);
  choice.addEventListener("change", () => show(examples[Number(choice.value)] as QueryExample));
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const hint =
    "Ctrl + Entrée exécute. Une entrée s'écrit :annee ; sa valeur est liée à la requête, jamais collée dedans. Vide, elle vaut NULL.";
  const form = element(
    document,
    "form",
    {class: "sql-form"},
    element(document, "label", {}, "Partir d’un exemple ", choice),
    element(document, "label", {class: "sql-query"}, "Requête", area),
    element(document, "p", {class: "hint"}, hint),
    inputs,
    element(document, "p", {class: "sql-buttons"}, runs, stops)
  ) as HTMLFormElement;
  return {
    form,
    show,
    query: () => {
      showInputs();
      return area.value;
    },
    values: (name: string) => given.get(name) || null,
    setRunning: (isRunning: boolean) => {
      runs.disabled = isRunning;
      stops.disabled = !isRunning;
    }
  };
}

function told({rows}: QueryResult, milliseconds: number): string {
  const seconds = (milliseconds / 1000).toFixed(2).replace(".", ",");
  return `${rows.length} ${rows.length < 2 ? "ligne" : "lignes"}, en ${seconds} s.`;
}

function csvOf({columns, rows}: QueryResult): string[] {
  return [columns, ...rows].map((cells) => `${csvLine(cells)}\r\n`);
}

function failure(error: unknown, document: Document): Element {
  const message = error instanceof Error ? error.message : String(error);
  return element(
    document,
    "div",
    {class: "loading-failed", role: "alert"},
    element(document, "p", {}, "La requête n’a pas abouti. Voici le message du moteur :"),
    element(document, "pre", {}, message)
  );
}
