import {tableFromIPC} from "npm:apache-arrow";
import {knownValues, readAwards, type Awards} from "../../lib/explore/awards.js";
import type {ColumnsLike} from "../../lib/explore/columns.js";
import {awardsCsv, groupsCsv} from "../../lib/explore/export.js";
import {filterAwards, groupAwards, type Filtered} from "../../lib/explore/filter.js";
import {orderOf, takeRows, type Sort} from "../../lib/explore/order.js";
import {initialState, readState, writeState, type ExplorerState} from "../../lib/explore/state.js";
import {indexTexts, searchTerms, searchTexts, type TextIndex} from "../../lib/explore/text-index.js";
import {formatCount, formatEuros} from "../../lib/format.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {fetchBytes, loadInSight} from "../loading.js";
import {saveFile} from "../save.js";
import type {Site} from "../site.js";
import {awardsTable, pageSize} from "./awards-table.js";
import {filterForm} from "./filter-form.js";
import {viewForm} from "./view-form.js";

/**
 * Loads the awards and puts the explorer into its place, in the state that the page's address asks for.
 *
 * @param host `data-bytes` is the size of the mart.
 */
export async function openExplorer(host: HTMLElement, site: Site): Promise<void> {
  const awards = await loadInSight(host, "la table des attributions", async (onProgress) => {
    const bytes = await fetchBytes(new URL("explorer.arrow", site.data), {
      size: Number(host.dataset.bytes),
      onProgress
    });
    return readAwards(tableFromIPC(bytes) as unknown as ColumnsLike);
  });
  run(host, awards, site);
}

function run(host: HTMLElement, awards: Awards, site: Site): void {
  const {ownerDocument: document} = host;
  const known = knownValues(awards);
  const rowsThatMatch = searcher(awards);
  const order = orders(awards);
  const {state: asked, notices} = readState(new URLSearchParams(location.search), known);
  let state = asked;
  let last: Filtered | undefined;

  const change = (part: Partial<ExplorerState>) => {
    state = {...state, page: 1, ...part};
    history.replaceState(history.state, "", writeState(new URL(location.href), state));
    update();
  };
  const form = filterForm(awards, {document, onChange: change});
  const views = viewForm({document, onChange: change, onSave: () => void save()});
  const status = element(document, "p", {class: "explorer-status", role: "status"});
  const results = element(document, "div", {class: "explorer-results"});
  const reset = () => {
    change({...initialState, view: state.view, by: state.by, measure: state.measure, sort: state.sort});
    form.focus();
  };

  const update = () => {
    const {chosen, minEur, maxEur, text} = state;
    const filtered = filterAwards(awards, {chosen, minEur, maxEur, matches: rowsThatMatch(text)});
    last = filtered;
    form.show(state, filtered.counts);
    views.show(state);
    status.textContent = statusOf(filtered, awards.count);
    if (filtered.count === 0) results.replaceChildren(nothing(document, reset));
    else if (state.view === "graphique") void drawGroups(filtered);
    else results.replaceChildren(tableOf(filtered));
  };
  const tableOf = ({passes, count}: Filtered) => {
    const pages = Math.max(1, Math.ceil(count / pageSize));
    const page = Math.min(state.page, pages);
    const rows = takeRows(order(state.sort), passes, {start: (page - 1) * pageSize, limit: pageSize});
    return awardsTable(awards, rows, {
      document,
      site,
      sort: state.sort,
      page,
      count,
      onSort: (sort) => change({sort}),
      onPage: (next) => {
        change({page: next});
        results.querySelector<HTMLElement>(".table-scroll")?.focus({preventScroll: true});
        results.scrollIntoView({block: "nearest"});
      }
    });
  };
  const drawGroups = async (filtered: Filtered) => {
    const {groupsChart} = await import("./groups-chart.js");
    if (last !== filtered || state.view !== "graphique") return;
    const groups = groupAwards(awards, filtered.passes, state.by);
    results.replaceChildren(...groupsChart(groups, {document, by: state.by, measure: state.measure}));
  };
  const save = () => {
    if (!last) return;
    const parts =
      state.view === "graphique"
        ? [groupsCsv(state.by, groupAwards(awards, last.passes, state.by))]
        : [...awardsCsv(awards, takeRows(order(state.sort), last.passes))];
    saveFile(parts, {
      name: state.view === "graphique" ? `attributions-par-${state.by}.csv` : "attributions.csv",
      document
    });
  };

  const notice = notices.length > 0 ? noticesOf(notices, document) : null;
  host.replaceChildren(...[notice, form.element, status, views.element, results].filter((part) => part !== null));
  addEventListener("popstate", () => {
    state = readState(new URLSearchParams(location.search), known).state;
    update();
  });
  update();
  if (!notice) form.focus();
}

/**
 * The search over all awards; its index is made when the page rests, or at the first search if that comes before, and
 * the last answer is kept.
 */
function searcher(awards: Awards): (text: string) => Uint8Array | null {
  let index: TextIndex | undefined;
  let last: {key: string; matches: Uint8Array | null} | undefined;
  const prepare = () => (index ??= indexTexts([awards.objects, awards.supplierNames, awards.supplierIds]));
  setTimeout(prepare, 200);
  return (text) => {
    const terms = searchTerms(text);
    const key = terms.join("\n");
    if (last?.key === key) return last.matches;
    last = {key, matches: terms.length > 0 ? searchTexts(prepare(), terms) : null};
    return last.matches;
  };
}

/** Orders, each made once. */
function orders(awards: Awards): (sort: Sort) => Uint32Array {
  const made = new Map<string, Uint32Array>();
  return (sort) => {
    const key = JSON.stringify(sort);
    const order = made.get(key) ?? orderOf(awards, sort);
    made.set(key, order);
    return order;
  };
}

function statusOf({count, amountCount, cents}: Filtered, total: number): string {
  const unknown = count - amountCount;
  const amount = amountCount === 0 ? "montant inconnu" : `${formatEuros(cents / 100)} hors taxes`;
  const without = unknown === 0 ? "" : `, dont ${formatCount(unknown)} sans montant retenu`;
  return typeset(
    `${formatCount(count)} ${count < 2 ? "attribution" : "attributions"} sur ${formatCount(total)}${without} ; ${amount}.`
  );
}

function nothing(document: Document, onReset: () => void): Element {
  const button = element(document, "button", {type: "button", class: "button"}, "Effacer tous les filtres");
  button.addEventListener("click", onReset);
  const words = "Aucun marché pour ce filtre. Élargissez la période.";
  return element(document, "div", {class: "figure-empty"}, element(document, "p", {}, words), button);
}

function noticesOf(notices: readonly string[], document: Document): HTMLElement {
  const lines = notices.map((words) => element(document, "p", {}, typeset(words)));
  return element(document, "div", {class: "notice", role: "alert"}, ...lines);
}
