import {formatCount, formatDate} from "../lib/format.js";
import {groupBy} from "../lib/group-by.js";
import {domainNames, type Domain} from "../lib/indicator.js";
import type {Row} from "../lib/schema.js";
import {list, safe} from "../methode/markup.js";

type Action = Row<"commitment_action">;
type Evidence = Row<"commitment_evidence">;

/** Each state as the page says it. */
const states: Readonly<Record<string, string>> = {
  atteste: "Attesté",
  atteste_en_partie: "Attesté en partie",
  inconnu: "Inconnu"
};

/** The answer that the page gives first: how many actions were promised, and of how many a public trace was found. */
export function commitmentsAnswer(actions: readonly Action[]): string {
  const count = (wanted: string) => actions.filter(({state}) => state === wanted).length;
  const [full, part, unknown] = [count("atteste"), count("atteste_en_partie"), count("inconnu")];
  const checked = actions[0]?.checked_on;
  if (checked === undefined) return safe("Aucun engagement dans ces données.");
  const found = [
    ...(full > 0 ? [`${formatCount(full)} ${full === 1 ? "est attestée" : "sont attestées"}`] : []),
    ...(part > 0 ? [`${formatCount(part)} ${part === 1 ? "l’est" : "le sont"} en partie`] : []),
    ...(unknown > 0 ? [`de ${formatCount(unknown)} nous n’avons trouvé aucune preuve publique`] : [])
  ];
  return safe(
    `Sur ${formatCount(actions.length)} ${actions.length === 1 ? "action promise" : "actions promises"}, ${found.join(", ")} (vérifié le ${formatDate(checked)}).`
  );
}

/**
 * The page of the commitments, as Markdown: what was promised, what can be evidenced, what is unknown, and which
 * figures of this site speak of it.
 */
export function commitmentsPage(actions: readonly Action[], evidence: readonly Evidence[]): string {
  const proofs = groupBy(evidence, ({action_id}) => action_id);
  const commitments = groupBy(
    actions.toSorted((a, b) => a.n - b.n),
    ({commitment_id}) => commitment_id
  );
  return [
    `---\ntitle: Engagements\n---`,
    `# Trois engagements${"\u00a0"}: ce qui est promis, ce qui est attesté`,
    commitmentsAnswer(actions),
    safe(
      "Rien n’est dit « fait » sans une page publique qui le montre. « Inconnu » n’accuse personne : il dit qu’une preuve manque, et chacun peut l’apporter."
    ),
    ...Array.from(commitments, ([id, own]) => commitmentPart(id, own, proofs)),
    `## Corriger ou compléter`,
    `${safe("Une preuve manque, une date est fausse ? Le fichier")} <code>data/reference/engagements/plan-2019-2021.yaml</code> ${safe("se modifie avec un éditeur de texte ; la préparation des données dit la ligne d’une erreur. Une action ne devient « attestée » qu’avec l’adresse de la page qui le montre.")}`
  ].join("\n\n");
}

function commitmentPart(id: string, own: readonly Action[], proofs: ReadonlyMap<string, readonly Evidence[]>): string {
  const first = own[0] as Action;
  const pages = [...new Set(own.flatMap(({site_pages}) => site_pages?.split(" ") ?? []))];
  return [
    `## ${safe(first.commitment)}`,
    safe(`${first.problem}`),
    list([
      `${safe("En répond, selon le plan :")} ${safe(first.lead)}`,
      `${safe("Avec :")} ${safe(first.partners)}`,
      ...(first.follow_up === null ? [] : [followUp(first)]),
      `${safe("Dans ces carnets :")} ${[`/${first.domain}/`, ...pages.filter((page) => page !== `/${first.domain}/`)]
        .map((page) => `<a href="..${page}">${safe(nameOf(page))}</a>`)
        .join(", ")}`
    ]),
    `<figure data-figure="commitment-timeline" data-engagement="${safe(id)}"></figure>`,
    `### ${safe(`Action par action : ${first.commitment}`)}`,
    list(own.map((action) => actionItem(action, proofs.get(action.action_id) ?? [])))
  ].join("\n\n");
}

function followUp({follow_up, page_url}: Action): string {
  return page_url === null ? safe(follow_up ?? "") : `<a href="${safe(page_url)}">${safe(follow_up ?? "")}</a>`;
}

function actionItem(action: Action, proofs: readonly Evidence[]): string {
  const calendar = action.calendar === null ? "sans calendrier dans le plan" : action.calendar;
  const by = action.is_paired_by_order ? " (date rapprochée par son ordre dans le plan)" : "";
  return [
    `<strong>${safe(action.action_id)}</strong> ${safe(action.action)}.`,
    safe(`Prévu : ${calendar}${by}.`),
    `<em>${safe(states[action.state] ?? action.state)}.</em>`,
    ...proofs.map(({url, says}) => `<a href="${safe(url)}">${safe(says)}</a>`),
    ...(action.note === null ? [] : [safe(action.note)])
  ].join(" ");
}

function nameOf(page: string): string {
  const [domain = "", name = ""] = page.split("/").slice(1);
  const whole = domainNames[domain as Domain] ?? domain;
  return name === "" ? whole : `${whole}, ${name === "qualite" ? "qualité des données" : name}`;
}
