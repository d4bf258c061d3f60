import sources from "../../catalogue/index.js";
import {cpvDivisions} from "../../lib/cpv.js";
import {formatCount, formatEurosExact, formatFactor, formatSiren} from "../../lib/format.js";
import type {Row} from "../../lib/schema.js";
import {typeset} from "../../lib/typeset.js";
import {element} from "../element.js";
import {supplierLabel} from "../explorer/awards-table.js";
import {loadInSight} from "../loading.js";
import type {Site} from "../site.js";
import {nothingFound, pageLink, type CardContext, type Content} from "./nothing-found.js";
import {cardTable, code, dateOr, facts, findingsTable, section} from "./parts.js";
import {readContract, type ContractData} from "./contract-data.js";

/** Why an amount is not kept, with the page of the rule. */
const amountIssues: Readonly<Record<string, readonly [words: string, rule: string]>> = {
  placeholder: ["montant de remplissage", "placeholder-amount"],
  missing: ["montant absent", "missing-amount"],
  filler: ["montant tapé au hasard", "filler-amount"],
  "too-large": ["montant de plus de trois milliards d’euros", "amount-too-large"]
};

/** Shows the card of the contract that the address names: `?uid=<contract_uid>`. */
export async function openContract(host: HTMLElement, site: Site): Promise<void> {
  const context = {document: host.ownerDocument, site};
  const uid = new URLSearchParams(location.search).get("uid")?.trim() ?? "";
  const data = await loadInSight(host, "les tables des marchés", () => readContract(uid, site));
  host.replaceChildren(...(data ? contractCard(data, context) : [unknownContract(uid, context)]));
}

/** Everything that is known about a contract, in order. */
export function contractCard(data: ContractData, context: CardContext): Element[] {
  const {contract, award, siblings, findings} = data;
  const {document} = context;
  return [
    element(document, "h2", {class: "sheet-title"}, typeset(contract.object ?? "Objet non publié")),
    element(document, "p", {class: "sheet-lead"}, ...amountInWords(contract, context)),
    section(context, "Ce qui est déclaré", declared(data, context)),
    section(context, "Titulaires", suppliersTable(data, context)),
    ...(siblings.length > 0 ? [siblingsOf(award, siblings, context)] : []),
    section(
      context,
      "Valeur déclarée, valeur retenue",
      comparison(contract, findings, context),
      ...(findings.length > 0
        ? ["Toutes les règles que ce contrat enfreint :", findingsTable(context, findings, "Constats sur ce contrat")]
        : ["Aucune règle n’a rien trouvé sur ce contrat."])
    ),
    section(context, "Modifications", ...modificationsOf(data, context)),
    section(context, "Sous-traitance", ...subcontractsOf(data, context)),
    section(context, "D’où viennent ces données", ...sourcesOf(data, context))
  ];
}

function amountInWords(
  {amount_eur, amount_declared_eur, amount_issue}: Row<"contract">,
  context: CardContext
): Content[] {
  if (amount_eur !== null) return [typeset(`${formatEurosExact(amount_eur)} hors taxes.`)];
  const issue = amountIssues[amount_issue ?? ""];
  const was =
    amount_declared_eur === null ? "aucun montant déclaré" : `${formatEurosExact(amount_declared_eur)} déclarés`;
  if (!issue) return [typeset(`Montant non retenu (${was}).`)];
  return [typeset(`Montant non retenu (${was}) : `), pageLink(context, issue[0], `methode/${issue[1]}`), "."];
}

function declared({contract: c, buyerName}: ContractData, context: CardContext): Element {
  const yesNo = (value: boolean | null) => (value === null ? null : value ? "oui" : "non");
  const number = (value: number | null, unit: string) => (value === null ? null : `${formatCount(value)}${unit}`);
  const division = c.cpv === null ? null : cpvDivisions[c.cpv.slice(0, 2)];
  const buyer = [buyerName, c.buyer_siren === null ? null : `SIREN ${formatSiren(c.buyer_siren)}`]
    .filter(Boolean)
    .join(", ");
  return facts(
    context,
    [
      ["Acheteur", buyer || null],
      ["Identifiant déclaré", c.contract_id === null ? null : code(context, c.contract_id)],
      ["Nature", c.nature],
      ["Accord-cadre", yesNo(c.is_framework)],
      ["Procédure", c.procedure],
      ["Objet acheté (CPV)", c.cpv === null ? null : `${c.cpv}${division ? ` : ${division}` : ""}`],
      ["Notifié le", c.notified_on === null ? null : dateOr(c.notified_on)],
      ["Publié le", c.published_on === null ? null : dateOr(c.published_on)],
      ["Durée", number(c.duration_months, " mois")],
      ["Offres reçues", number(c.offers_received, "")],
      [
        "Plafond de la liste de la Ville, jamais additionné",
        c.ceiling_eur === null ? null : formatEurosExact(c.ceiling_eur)
      ],
      ["Groupement", c.consortium_type],
      ["Considérations sociales", c.social_clauses],
      ["Considérations environnementales", c.environmental_clauses],
      ["Marché innovant", yesNo(c.is_innovative)],
      [
        "Lieu d’exécution",
        c.place_code === null ? null : `${c.place_code}${c.place_type ? ` (${c.place_type.toLowerCase()})` : ""}`
      ],
      ["Plateforme", c.platform]
    ].filter(([name, value]) => value !== null || !/Plafond/.test(String(name))) as never
  );
}

function suppliersTable({links, names}: ContractData, context: CardContext): Element {
  return cardTable(context, {
    label: "Titulaires",
    heads: ["Titulaire", "Identifiant déclaré", "Part du montant"],
    numbers: [2],
    rows: links.map(({supplier_id: id, supplier_id_declared, amount_eur}) => [
      id === "inconnu"
        ? "titulaire inconnu"
        : pageLink(context, supplierLabel(id, names.get(id) ?? null), "marches/fournisseur", {id}),
      supplier_id_declared ?? "non publié",
      amount_eur === null ? "non retenue" : formatEurosExact(amount_eur)
    ])
  });
}

function siblingsOf(
  {contract_count}: Row<"award">,
  siblings: readonly Row<"contract">[],
  context: CardContext
): Element {
  return section(
    context,
    "Un accord-cadre compté une seule fois",
    `Ce contrat et ${siblings.length < 2 ? "un autre" : `${formatCount(siblings.length)} autres`} répètent une même attribution, une fois par titulaire : les ${formatCount(contract_count)} contrats comptent une fois.`,
    cardTable(context, {
      label: "Contrats de la même attribution",
      heads: ["Contrat", "Montant déclaré"],
      numbers: [1],
      rows: siblings.map(({contract_uid, amount_declared_eur}) => [
        pageLink(context, contract_uid, "marches/marche", {uid: contract_uid}),
        amount_declared_eur === null ? "aucun" : formatEurosExact(amount_declared_eur)
      ])
    })
  );
}

function comparison(c: Row<"contract">, findings: readonly Row<"finding">[], context: CardContext): Element {
  const euros = (amount: number | null, otherwise: string) => (amount === null ? otherwise : formatEurosExact(amount));
  const rule = (field: RegExp): Content => {
    const found = findings.find((finding) => field.test(finding.field));
    return found ? pageLink(context, found.rule, `methode/${found.rule}`) : "–";
  };
  return cardTable(context, {
    label: "Valeur déclarée et valeur retenue",
    heads: ["Champ", "Déclaré", "Retenu", "Règle"],
    rows: [
      ["Montant", euros(c.amount_declared_eur, "rien"), euros(c.amount_eur, "rien"), rule(/^amount/)],
      ["Code CPV", c.cpv_declared ?? "rien", c.cpv ?? "rien", rule(/^cpv/)],
      ["Procédure", c.procedure_declared ?? "rien", c.procedure ?? "rien", rule(/^procedure/)],
      ["Nature", c.nature_declared ?? "rien", c.nature ?? "rien", rule(/^nature/)]
    ]
  });
}

const meanings: Readonly<Record<string, string>> = {
  new_total: "nouveau total",
  increment: "ajout au montant",
  unknown: "on ne sait pas si c’est un total ou un ajout"
};

function modificationsOf({modifications}: ContractData, context: CardContext): Content[] {
  if (modifications.length === 0) return ["Aucune modification publiée."];
  return [
    cardTable(context, {
      label: "Modifications",
      heads: [
        "N°",
        "Notifiée le",
        "Objet",
        "Montant déclaré",
        "Ce qu’il veut dire",
        "Rapport au montant initial",
        "Montant après"
      ],
      numbers: [3, 5, 6],
      rows: modifications.map((m) => [
        String(m.n),
        dateOr(m.notified_on),
        m.object ?? "non publié",
        m.amount_declared_eur === null ? "aucun" : formatEurosExact(m.amount_declared_eur),
        m.amount_declared_eur === null ? "–" : (meanings[m.amount_meaning] ?? m.amount_meaning),
        m.amount_ratio === null ? "–" : formatFactor(m.amount_ratio),
        m.amount_after_eur === null ? "inconnu" : formatEurosExact(m.amount_after_eur)
      ])
    })
  ];
}

function subcontractsOf({subcontracts}: ContractData, context: CardContext): Content[] {
  if (subcontracts.length === 0) return ["Aucun acte de sous-traitance publié. Cela ne dit pas qu'il n'y en a pas."];
  return [
    cardTable(context, {
      label: "Actes de sous-traitance",
      heads: ["N°", "Acte", "Sous-traitant", "Notifié le", "Montant déclaré"],
      numbers: [4],
      rows: subcontracts.map((s) => [
        String(s.n),
        s.kind === "act" ? "acte" : "modification d’acte",
        s.subcontractor_siren === null
          ? (s.subcontractor_id_declared ?? "non publié")
          : `SIREN ${formatSiren(s.subcontractor_siren)}`,
        dateOr(s.notified_on),
        s.amount_declared_eur === null ? "aucun" : formatEurosExact(s.amount_declared_eur)
      ])
    })
  ];
}

function sourcesOf({records, files}: ContractData, context: CardContext): Content[] {
  const {document} = context;
  return [
    "Chaque enregistrement qui déclare ce contrat : le fichier, son empreinte, et le rang de l’enregistrement dans ce fichier. Le fichier se télécharge chez son producteur ; l'empreinte prouve que c'est le même.",
    cardTable(context, {
      label: "Enregistrements d’origine",
      heads: ["Fichier", "Enregistrement", "Jeu de données", "Retenu", "Montant déclaré là", "sha256"],
      numbers: [1, 4],
      rows: records.map(({source_id, record_number, dataset, is_kept, amount_declared_eur}) => {
        const source = sources.find(({id}) => id === dataset);
        return [
          files.get(source_id)?.name ?? source_id,
          `n° ${formatCount(record_number)}`,
          source ? element(document, "a", {href: source.url}, typeset(source.name)) : dataset,
          is_kept ? "oui" : "non, plus ancien",
          amount_declared_eur === null ? "aucun" : formatEurosExact(amount_declared_eur),
          code(context, files.get(source_id)?.sha256 ?? "inconnue")
        ];
      })
    })
  ];
}

function unknownContract(uid: string, context: CardContext): Element {
  return nothingFound(context, {
    title: `Aucun marché « ${uid} » dans ces données`,
    advice: [
      "L'identifiant est mal écrit, ou le marché n'est pas dans les fichiers lus. Cherchez-le par son objet dans ",
      pageLink(context, "l’explorateur", "marches/explorer"),
      "."
    ]
  });
}
