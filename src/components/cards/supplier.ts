import {formatCount, formatEuros, formatEurosExact, formatSiren, formatYear} from "../../lib/format.js";
import {groupBy} from "../../lib/group-by.js";
import {sumEuros} from "../../lib/money.js";
import {colors} from "../../lib/palette.js";
import type {Row} from "../../lib/schema.js";
import {typeset} from "../../lib/typeset.js";
import {bars} from "../bars.js";
import {decimal, describe, euroScale} from "../chart.js";
import {element} from "../element.js";
import {chartWidths} from "../drawing.js";
import {supplierLabel} from "../explorer/awards-table.js";
import {loadInSight} from "../loading.js";
import {readArrow, readReport} from "../marts.js";
import type {Site} from "../site.js";
import {nothingFound, pageLink, type CardContext} from "./nothing-found.js";
import {cardTable, dateOr, facts, findingsTable, section} from "./parts.js";
import {rowsWhere} from "./rows-where.js";

/** Awards listed at most; the explorer lists all. */
const mostAwards = 100;

/** What the card of a supplier is made of. */
export interface SupplierData {
  supplier: Row<"supplier">;
  links: Row<"award_supplier">[];
  awards: Row<"explorer">[];
  findings: Row<"finding">[];
  /** Name of the register's files; empty when none was read. */
  registers: string[];
}

/** Shows the card of the supplier that the address names: `?id=<SIREN, or scheme:identifier>`. */
export async function openSupplier(host: HTMLElement, site: Site): Promise<void> {
  const context = {document: host.ownerDocument, site};
  const id = (new URLSearchParams(location.search).get("id") ?? "").trim();
  const wanted = /^[\d\s]+$/.test(id) ? id.replace(/\s+/g, "") : id;
  const data = await loadInSight(host, "les tables des titulaires et de leurs marchés", () => read(wanted, site));
  host.replaceChildren(...(data ? supplierCard(data, context) : [unknownSupplier(wanted, context)]));
}

async function read(id: string, {data}: Site): Promise<SupplierData | null> {
  const [suppliers, links, explorer, contracts, findings, report] = await Promise.all([
    readArrow("supplier", data),
    readArrow("award_supplier", data),
    readArrow("explorer", data),
    readArrow("contract", data),
    readArrow("finding", data),
    readReport(data)
  ]);
  const [supplier] = rowsWhere("supplier", suppliers, "supplier_id", new Set([id]));
  if (!supplier) return null;
  const own = rowsWhere("award_supplier", links, "supplier_id", new Set([id]));
  const uids = new Set(own.map(({award_uid}) => award_uid));
  const contractUids = new Set(
    rowsWhere("contract", contracts, "award_uid", uids).map(({contract_uid}) => contract_uid)
  );
  return {
    supplier,
    links: own,
    awards: rowsWhere("explorer", explorer, "award_uid", uids),
    findings: rowsWhere("finding", findings, "contract_uid", contractUids),
    registers: report.inputs.flatMap(({dataset, path}) =>
      /sirene|recherche-entreprises/.test(dataset ?? "") ? [path.split("/").at(-1) ?? path] : []
    )
  };
}

/** Everything that is known about a supplier, in order. */
export function supplierCard(data: SupplierData, context: CardContext): Element[] {
  const {supplier, links, awards, findings} = data;
  const {document} = context;
  const {supplier_id: id, supplier_siren: siren, supplier_name: name, award_count, amount_eur} = supplier;
  const amount = amount_eur === null ? "" : `, pour ${formatEuros(amount_eur)} hors taxes, parts comprises`;
  return [
    element(document, "h2", {class: "sheet-title"}, supplierLabel(id, name)),
    element(
      document,
      "p",
      {class: "sheet-lead"},
      typeset(
        `Titulaire ou cotitulaire de ${formatCount(award_count)} ${award_count < 2 ? "attribution" : "attributions"}${amount}.`
      )
    ),
    name === null
      ? element(
          document,
          "p",
          {class: "hint"},
          typeset(
            "Le nom n'est montré que s'il est sûrement celui d'une personne morale : celui d'un entrepreneur individuel n'est jamais publié ici."
          )
        )
      : null,
    section(context, "Ce que l’on sait de lui", known(data, context), registerNote(data)),
    section(context, "Année par année", ...byYear(links, context)),
    section(
      context,
      "Ses marchés",
      awardsTable(awards, links, context),
      element(
        document,
        "p",
        {},
        awards.length > mostAwards ? typeset(`Les ${mostAwards} plus récents sont ici. `) : null,
        pageLink(context, "Les voir tous dans l’explorateur", "marches/explorer", {q: siren ?? id})
      )
    ),
    section(context, "Réparations et constats", ...repairs(links, findings, context))
  ].filter((part) => part !== null);
}

function known({supplier}: SupplierData, {document}: CardContext): Element {
  const s = supplier;
  const yesNo = (value: boolean | null) => (value === null ? null : value ? "oui" : "non");
  return facts({document} as CardContext, [
    ["SIREN", s.supplier_siren === null ? null : formatSiren(s.supplier_siren)],
    ["Forme juridique", s.legal_form_label ?? s.legal_form],
    ["Catégorie d’entreprise", s.enterprise_category],
    ["Salariés", s.size_class],
    ["Activité principale (NAF)", s.naf],
    [
      "Commune du siège",
      s.commune_name === null
        ? s.commune_code
        : `${s.commune_name}${s.department_code ? ` (${s.department_code})` : ""}`
    ],
    ["Création", s.created_on === null ? null : dateOr(s.created_on)],
    ["Économie sociale et solidaire", yesNo(s.is_ess)],
    ["Cessée à la date de l’extrait", yesNo(s.is_closed)]
  ]);
}

function registerNote({supplier, registers}: SupplierData): string {
  if (registers.length === 0)
    return "Aucun extrait du répertoire Sirene n’a été lu avec ces données : on ne sait rien de plus.";
  const files = registers.join(", ");
  return supplier.is_registered
    ? `Source : répertoire Sirene (Insee), fichier ${files}. L'état est celui du jour de l'extrait, pas celui du jour de l'attribution.`
    : `Ce titulaire n'est pas dans l'extrait Sirene lu (${files}) : on ne sait rien de plus.`;
}

function byYear(links: readonly Row<"award_supplier">[], context: CardContext): Element[] {
  const {document} = context;
  const years = Array.from(
    groupBy(links, ({year}) => year),
    ([year, rows]) => ({
      year,
      count: rows.length,
      amountEur: sumEuros(rows.map(({amount_eur}) => amount_eur ?? 0))
    })
  ).sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
  const dated = years.flatMap(({year, ...rest}) => (year === null ? [] : [{year, ...rest}]));
  const box = element(document, "div", {class: "figure-chart"});
  const {divisor, unit} = euroScale(Math.max(0, ...dated.map(({amountEur}) => amountEur)));
  for (const [name, width] of Object.entries(chartWidths)) {
    const svg = bars(
      dated.map(({year, amountEur, count}) => ({
        x: year,
        y: amountEur,
        label: decimal(amountEur / divisor),
        title: typeset(
          `${year} : ${formatEuros(amountEur)}, ${formatCount(count)} ${count < 2 ? "attribution" : "attributions"}`
        )
      })),
      {color: colors.supplier, height: 200, unit, divisor},
      {document, width: Math.min(width, 120 + 80 * dated.length), isAlive: true}
    );
    svg.setAttribute("style", `${svg.getAttribute("style") ?? ""};max-width:${svg.getAttribute("width")}px`);
    describe(svg, {label: "Montant de ses parts par année", description: "Les nombres sont dans le tableau qui suit."});
    svg.classList.add(`chart-${name}`);
    box.append(svg);
  }
  const table = cardTable(context, {
    label: "Ses attributions par année",
    heads: ["Année", "Montant de ses parts", "Attributions"],
    numbers: [1, 2],
    rows: years.map(({year, amountEur, count}) => [
      year === null ? "sans date" : formatYear(year),
      formatEurosExact(amountEur),
      formatCount(count)
    ])
  });
  const note = "Un marché à plusieurs titulaires est réparti à parts égales : la source ne dit pas le partage réel.";
  return [...(dated.length > 0 ? [box] : []), table, element(document, "p", {class: "hint"}, typeset(note))];
}

function awardsTable(
  awards: readonly Row<"explorer">[],
  links: readonly Row<"award_supplier">[],
  context: CardContext
): Element {
  const parts = new Map(links.map((link) => [link.award_uid, link.amount_eur]));
  const euros = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? "non retenu" : formatEuros(amount);
  return cardTable(context, {
    label: "Ses marchés",
    heads: ["Objet", "Notifié le", "Sa part", "Montant du marché", "Procédure"],
    numbers: [2, 3],
    rows: awards
      .toReversed()
      .slice(0, mostAwards)
      .map(({award_uid, object, notified_on, amount_eur, procedure}) => [
        pageLink(context, object ?? "Objet non publié", "marches/marche", {uid: award_uid}),
        dateOr(notified_on),
        euros(parts.get(award_uid)),
        euros(amount_eur),
        procedure ?? "non renseignée"
      ])
  });
}

function repairs(
  links: readonly Row<"award_supplier">[],
  findings: readonly Row<"finding">[],
  context: CardContext
): (Element | string)[] {
  const repaired = links.filter(({id_issue}) => id_issue !== null);
  if (repaired.length === 0 && findings.length === 0) return ["Aucune règle n’a rien trouvé sur ses marchés."];
  const shown = findings.slice(0, mostAwards);
  return [
    `${formatCount(findings.length)} ${findings.length < 2 ? "constat porte" : "constats portent"} sur les marchés où il figure ; ${repaired.length === 0 ? "son identifiant n’a jamais été réparé" : `son identifiant a été réparé ${formatCount(repaired.length)} fois`}. Un constat n'accuse personne : il dit quelle case relire.`,
    findingsTable(context, shown, "Constats sur ses marchés"),
    ...(shown.length < findings.length
      ? [`Les ${formatCount(shown.length)} premiers sont ici ; le fichier des constats les a tous.`]
      : [])
  ];
}

function unknownSupplier(id: string, context: CardContext): Element {
  return nothingFound(context, {
    title: `Aucun titulaire « ${/^\d{9}$/.test(id) ? formatSiren(id) : id} » dans ces données`,
    advice: [
      "Il n'a reçu aucun marché publié ici, ou son numéro est mal écrit : un SIREN a neuf chiffres. Cherchez-le dans ",
      pageLink(context, "l’explorateur", "marches/explorer", {q: id}),
      ", par son nom ou par un autre numéro."
    ]
  });
}
