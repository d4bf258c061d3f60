import {blankDraft, type Draft} from "../../lib/human/draft.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {saveFile} from "../save.js";
import type {Site} from "../site.js";
import {choiceFields} from "./choices.js";
import {fileOf, mostFileBytes, readFile} from "./file.js";
import {draftOf, holdsDraft, linkOf} from "./link.js";
import type {Measured} from "./measured.js";
import {checksOf, factsOf, sentenceOf, sheetOf, type Shown} from "./preview.js";
import {
  criteriaFields,
  measureField,
  proposalFields,
  questionFields,
  step,
  stillMissing,
  wordsFields,
  type MeasureName,
  type StepsOptions
} from "./steps.js";

/** What the page says of what can be chosen. */
interface Choices {
  measures: readonly MeasureName[];
  colleges: readonly (readonly [id: string, name: string])[];
}

/** How long a group may type before the address follows, or go through the measures before one is loaded. */
const pauseMs = 300;

/**
 * Puts the workshop into its place, in the state that the page's address holds. Nothing is loaded but the form: a table comes
 * when a measure is chosen.
 *
 * @param host `data-choices` is a {@link Choices} as JSON.
 */
export async function openAtelier(host: HTMLElement, site: Site): Promise<void> {
  const {ownerDocument: document} = host;
  const choices = JSON.parse(host.dataset.choices ?? "") as Choices;
  const [draft, trouble] = await fromAddress();
  const notice = element(document, "div", {role: "alert"});
  const work = element(document, "div", {class: "atelier"});
  host.replaceChildren(notice, work);
  const tell = (words: string | null) =>
    notice.replaceChildren(
      ...(words === null
        ? []
        : [element(document, "div", {class: "notice"}, element(document, "p", {}, typeset(words)))])
    );
  tell(trouble);
  const start = (first: Draft) => run(work, first, {choices, site, tell, restart: start});
  start(draft);
  addEventListener("hashchange", () => {
    if (holdsDraft(location.hash)) void fromAddress().then(([next, why]) => (tell(why), why === null && start(next)));
  });
}

/** The draft of the address; else a blank one, and why the address gave none. */
async function fromAddress(): Promise<[Draft, string | null]> {
  if (!holdsDraft(location.hash)) return [blankDraft, null];
  try {
    return [await draftOf(location.hash), null];
  } catch (error) {
    return [blankDraft, (error as Error).message];
  }
}

function run(
  work: HTMLElement,
  first: Draft,
  {
    choices,
    site,
    tell,
    restart
  }: {choices: Choices; site: Site; tell: (words: string | null) => void; restart: (draft: Draft) => void}
): void {
  const {ownerDocument: document} = work;
  let opening: Promise<(id: string) => Promise<Measured>> | undefined;
  const open = async (id: string) => {
    opening ??= import("./measured.js").then(({measuresOf}) => measuresOf(site.data));
    opening.catch(() => (opening = undefined));
    return (await opening)(id);
  };
  let shown: Shown = {draft: first, measured: null, evaluation: null, fault: null};
  let pending = 0;
  let stopping = 0;
  const place = (attributes: Record<string, string> = {}) => element(document, "div", attributes);
  const [said, facts, more] = [place({"aria-live": "polite"}), place(), place()];
  const ready = element(document, "p", {class: "hint", role: "status"});
  const link = element(document, "input", {readonly: "", "aria-label": "Lien de la proposition"}) as HTMLInputElement;
  const sheet = place();
  const ids = choices.measures.map(({id}) => id);

  const show = () => {
    said.replaceChildren(sentenceOf(shown, document));
    facts.replaceChildren(factsOf(shown, {document, site}));
    for (const [id, checks] of checksOf(shown, ids, document)) places.get(id)?.replaceChildren(checks);
    ready.textContent = typeset(stillMissing(shown.draft) ?? "La proposition est entière.");
    sheet.replaceChildren(sheetOf(shown, {document, site, colleges: choices.colleges}));
    clearTimeout(pending);
    pending = setTimeout(() => void write(), pauseMs) as unknown as number;
  };
  const write = async () => {
    const hash = await linkOf(shown.draft);
    if (!work.contains(said)) return;
    history.replaceState(history.state, "", hash);
    link.value = location.href;
  };
  const compute = () => {
    const {measured, draft} = shown;
    if (measured === null || measured.indicator.id !== draft.definition.measure) return show();
    try {
      shown = {...shown, evaluation: measured.evaluate(draft.definition), fault: null};
    } catch (error) {
      const words = `Cette définition ne se calcule pas sur ces données : ${(error as Error).message}`;
      shown = {...shown, evaluation: null, fault: words};
    }
    show();
  };
  const options: StepsOptions = {
    document,
    draft: first,
    ...choices,
    onChange: (next) => {
      shown = {...shown, draft: next(shown.draft)};
      compute();
    },
    // Arrow keys go through the whole list: only the measure on which the group stops is loaded.
    onMeasure: () => {
      clearTimeout(stopping);
      stopping = setTimeout(() => void load(), pauseMs) as unknown as number;
    }
  };
  const drawChoices = (measured: Measured) => {
    const at = [...more.querySelectorAll("input, select")].indexOf(document.activeElement as Element);
    more.replaceChildren(
      ...choiceFields({
        document,
        measured,
        definition: shown.draft.definition,
        onChange: (part) => options.onChange((now) => ({...now, definition: {...now.definition, ...part}})),
        onRedraw: () => drawChoices(measured)
      })
    );
    if (at >= 0) more.querySelectorAll<HTMLElement>("input, select")[at]?.focus();
  };
  const load = async () => {
    const {measure} = shown.draft.definition;
    shown = {...shown, measured: null, evaluation: null, fault: null};
    more.replaceChildren(
      element(
        document,
        "p",
        {class: "hint"},
        typeset(measure === "" ? "Choisissez d’abord ce que vous mesurez." : "Chargement de la table…")
      )
    );
    show();
    if (measure === "") return;
    try {
      const measured = await open(measure);
      if (shown.draft.definition.measure !== measure) return;
      shown = {...shown, measured};
      drawChoices(measured);
      compute();
    } catch (error) {
      if (shown.draft.definition.measure !== measure) return;
      const again = element(document, "button", {type: "button", class: "button"}, "Réessayer");
      again.addEventListener("click", () => void load());
      more.replaceChildren(again);
      shown = {...shown, fault: `La table n’a pas pu être lue : ${(error as Error).message} Vérifiez votre connexion.`};
      show();
    }
  };
  const {elements, places} = criteriaFields(options);
  work.replaceChildren(
    step(1, "Ce qu’on mesure", document, measureField(options)),
    step(2, "Lesquels, et à côté de quoi", document, more),
    step(3, "La phrase", document, ...wordsFields(options)),
    element(
      document,
      "section",
      {class: "atelier-preview", "aria-labelledby": "en-direct"},
      element(document, "h2", {id: "en-direct"}, "En direct"),
      said,
      facts
    ),
    step(4, "Avant de voter", document, ...questionFields(options), ...elements),
    step(
      5,
      "Garder, partager, imprimer",
      document,
      ...proposalFields(options),
      ready,
      keepButtons({document, draft: () => shown.draft, write, tell, restart, link})
    ),
    sheet
  );
  void load();
}

/** Save, open, copy the link, print, start anew. */
function keepButtons({
  document,
  draft,
  write,
  tell,
  restart,
  link
}: {
  document: Document;
  draft: () => Draft;
  /** Brings the address up to date at once. */
  write: () => Promise<void>;
  tell: (words: string | null) => void;
  restart: (draft: Draft) => void;
  link: HTMLInputElement;
}): HTMLElement {
  const status = element(document, "p", {class: "hint", role: "status"});
  const said = (words: string) => (status.textContent = typeset(words));
  const button = (words: string, act: () => void | Promise<void>) => {
    const made = element(document, "button", {type: "button", class: "button"}, words);
    made.addEventListener("click", () => {
      tell(null);
      Promise.resolve(act()).catch((error: unknown) => {
        tell((error as Error).message);
        document.querySelector(".notice")?.scrollIntoView({block: "center"});
      });
    });
    return made;
  };
  const file = element(document, "input", {type: "file", accept: ".yaml,.yml,.json"}) as HTMLInputElement;
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const read =
      chosen.size > mostFileBytes
        ? Promise.reject(new RangeError(`Ce fichier est trop gros : ${chosen.size} octets, au plus ${mostFileBytes}.`))
        : chosen.text().then(readFile);
    read.then(
      (opened) => {
        tell(null);
        restart(opened);
        document.querySelector<HTMLElement>(".atelier select")?.focus();
      },
      (error: Error) => {
        file.value = "";
        tell(`Ce fichier n’est pas ouvert. ${error.message}`);
      }
    );
  });
  return element(
    document,
    "div",
    {class: "atelier-keep"},
    element(
      document,
      "div",
      {class: "atelier-buttons"},
      button("Enregistrer le fichier", async () => {
        const name = `${draft().definition.id || "proposition"}.yaml`;
        await write();
        saveFile([await fileOf(draft(), new Date().toISOString().slice(0, 10))], {
          name,
          document,
          type: "application/yaml"
        });
        said(
          `Fichier ${name} enregistré. Un analyste l’adopte d’une commande : npm run new -- indicator --from ${name}`
        );
      }),
      button("Copier le lien", async () => {
        await write();
        await navigator.clipboard.writeText(link.value).catch(() => link.select());
        said("Le lien tient toute la proposition : qui l’ouvre la voit telle qu’elle est.");
      }),
      button("Imprimer la fiche", () => print()),
      button("Recommencer", () => restart(blankDraft))
    ),
    status,
    link,
    element(document, "label", {class: "atelier-open"}, element(document, "span", {}, "Rouvrir un fichier"), file)
  );
}
