/** Families of legal forms: two first digits of a code, French label. */
const families: Readonly<Record<string, string>> = {
  "10": "Entrepreneur individuel",
  "21": "Indivision",
  "22": "Société créée de fait",
  "23": "Société en participation",
  "24": "Fiducie",
  "27": "Paroisse hors zone concordataire",
  "28": "Assujetti unique à la TVA",
  "29": "Autre groupement de droit privé sans personnalité morale",
  "31": "Personne morale de droit étranger immatriculée au RCS",
  "32": "Personne morale de droit étranger non immatriculée au RCS",
  "41": "Établissement public ou régie à caractère industriel ou commercial",
  "51": "Société coopérative commerciale particulière",
  "52": "Société en nom collectif",
  "53": "Société en commandite",
  "54": "Société à responsabilité limitée (SARL)",
  "55": "Société anonyme à conseil d’administration",
  "56": "Société anonyme à directoire",
  "57": "Société par actions simplifiée",
  "58": "Société européenne",
  "61": "Caisse d’épargne et de prévoyance",
  "62": "Groupement d’intérêt économique",
  "63": "Société coopérative agricole",
  "64": "Société d’assurance mutuelle",
  "65": "Société civile",
  "69": "Autre personne morale de droit privé inscrite au RCS",
  "71": "Administration de l’État",
  "72": "Collectivité territoriale",
  "73": "Établissement public administratif",
  "74": "Autre personne morale de droit public administratif",
  "81": "Organisme de protection sociale à adhésion obligatoire",
  "82": "Organisme mutualiste",
  "83": "Comité d’entreprise",
  "84": "Organisme professionnel",
  "85": "Organisme de retraite à adhésion non obligatoire",
  "91": "Syndicat de propriétaires",
  "92": "Association loi 1901 ou assimilée",
  "93": "Fondation",
  "99": "Autre personne morale de droit privé"
};

/**
 * Cooperatives, by what their codes begin with. In order: banks, SNC, commandites; SARL, then SA with a board or a
 * directorate (building, housing, consumers, retailers, crafts, sea, transport, SCOP, unions, others such as SCIC);
 * farming; civil companies; mutual banks.
 */
const cooperatives: readonly string[] = (
  "51 5203 5307 5309 " +
  "5443 5451 5453 5454 5455 5458 5459 5460 " +
  "5543 5547 5551 5552 5553 5554 5555 5558 5559 5560 " +
  "5643 5647 5651 5652 5653 5654 5655 5658 5659 5660 " +
  "63 6543 6551 6554 6558 6560 6595 6596"
).split(" ");

/** The codes of {@link LegalForm.isSocialEconomy}, in words, so that a reader can take them from a register. */
export const socialEconomyCodes =
  "associations 92, fondations 93, mutuelles 64 et 82, coopératives 51, 5203, 5307, 5309, 5443, 5451 à 5460, 5543, 5547, 5551 à 5560, 5643, 5647, 5651 à 5660, 63, 6543, 6551 à 6560, 6595 et 6596";

/** What INSEE's code of a legal form says about who bears it. */
export interface LegalForm {
  /** Label of its family. */
  label: string;
  /** False for a sole trader, and for groups without personality, whose name is that of persons. */
  isLegalPerson: boolean;
  isAssociation: boolean;
  /** By form alone: a SCOP or SCIC that is an SAS has the code of every SAS. */
  isCooperative: boolean;
  /** Social economy by form: association, cooperative, mutual society or foundation. */
  isSocialEconomy: boolean;
}

/**
 * Reads a code of the catégories juridiques.
 *
 * @param code Four digits; the first two suffice for all but cooperatives.
 * @returns null when the code is of no known family.
 * @see INSEE, catégories juridiques, levels II and III, September 2022; loi n° 2014-856 du 31 juillet 2014, art. 1, II, 1°.
 */
export function maybeLegalForm(code: string): LegalForm | null {
  const family = code.slice(0, 2);
  const label = /^[0-9]{4}$/.test(code) ? families[family] : undefined;
  if (label === undefined) return null;
  const isAssociation = family === "92";
  const isCooperative = cooperatives.some((start) => code.startsWith(start));
  return {
    label,
    isLegalPerson: !/^[12]/.test(code),
    isAssociation,
    isCooperative,
    isSocialEconomy: isAssociation || isCooperative || ["64", "82", "93"].includes(family)
  };
}
