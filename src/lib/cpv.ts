/**
 * The 45 divisions of the Common Procurement Vocabulary 2008: two first digits of a code, French label.
 *
 * @see Regulation (EC) No 213/2008, annex I.
 */
export const cpvDivisions: Readonly<Record<string, string>> = {
  "03": "Produits agricoles, de l’élevage, de la pêche, de la sylviculture et produits connexes",
  "09": "Produits pétroliers, combustibles, électricité et autres sources d’énergie",
  "14": "Produits d’exploitation des mines, métaux de base et produits connexes",
  "15": "Produits alimentaires, boissons, tabac et produits connexes",
  "16": "Machines agricoles",
  "18": "Vêtements, articles chaussants, bagages et accessoires",
  "19": "Produits en cuir et textiles, matériaux en plastique et en caoutchouc",
  "22": "Imprimés et produits connexes",
  "24": "Produits chimiques",
  "30": "Machines, matériel et fourniture informatique et de bureau, excepté les meubles et logiciels",
  "31": "Machines, appareils, équipements et consommables électriques ; éclairage",
  "32": "Équipements et appareils de radio, de télévision, de communication, de télécommunication et équipements connexes",
  "33": "Matériels médicaux, pharmaceutiques et produits de soins personnels",
  "34": "Équipement de transport et produits auxiliaires pour le transport",
  "35": "Équipement de sécurité, de lutte contre l’incendie, de police et de défense",
  "37": "Instruments de musique, articles de sport, jeux, jouets, articles pour artisanat, articles pour travaux artistiques et accessoires",
  "38": "Équipements de laboratoire, d’optique et de précision (excepté les lunettes)",
  "39": "Meubles (y compris les meubles de bureau), aménagements, appareils électroménagers (à l’exclusion de l’éclairage) et produits de nettoyage",
  "41": "Eau collectée et purifiée",
  "42": "Machines industrielles",
  "43": "Équipement minier, équipement pour l’exploitation de carrières, matériel de construction",
  "44": "Matériaux et structures de construction ; produits auxiliaires pour la construction (à l’exception des appareils électriques)",
  "45": "Travaux de construction",
  "48": "Logiciels et systèmes d’information",
  "50": "Services de réparation et d’entretien",
  "51": "Services d’installation (à l’exception des logiciels)",
  "55": "Services d’hôtellerie, de restauration et de commerce au détail",
  "60": "Services de transport (à l’exclusion du transport des déchets)",
  "63": "Services d’appui et services auxiliaires dans le domaine des transports, services des agences de voyages",
  "64": "Services des postes et télécommunications",
  "65": "Services publics",
  "66": "Services financiers et d’assurance",
  "70": "Services immobiliers",
  "71": "Services d’architecture, services de construction, services d’ingénierie et services d’inspection",
  "72": "Services de technologies de l’information, conseil, développement de logiciels, internet et appui",
  "73": "Services de recherche et développement et services de conseil connexes",
  "75": "Services de l’administration publique, de la défense et de la sécurité sociale",
  "76": "Services relatifs à l’industrie du pétrole et du gaz",
  "77": "Services agricoles, sylvicoles, horticoles, d’aquaculture et d’apiculture",
  "79": "Services aux entreprises : droit, marketing, conseil, recrutement, impression et sécurité",
  "80": "Services d’enseignement et de formation",
  "85": "Services de santé et services sociaux",
  "90": "Services d’évacuation des eaux usées et d’élimination des déchets, services d’hygiénisation et services relatifs à l’environnement",
  "92": "Services récréatifs, culturels et sportifs",
  "98": "Autres services communautaires, sociaux et personnels"
};

/**
 * First four digits of every code of the two divisions that begin with zero, the ones whose leading zero gets lost.
 *
 * @see Regulation (EC) No 213/2008, annex I, divisions 03 and 09.
 */
export const cpvClassesWithLeadingZero: readonly string[] =
  "0300 0310 0311 0312 0313 0314 0320 0321 0322 0330 0331 0332 0333 0334 0340 0341 0342 0343 0344 0345 0346 0900 0910 0911 0912 0913 0920 0921 0922 0923 0924 0930 0931 0932 0933 0934".split(
    " "
  );

/** CPV code as declared, without its check digit ("-d") and spaces; the text itself when it is of no known shape. */
function cpvDigits(declared: string): string {
  return declared.replace(/\s/g, "").replace(/-[0-9]$/, "");
}

/**
 * CPV code of eight digits, repaired where one digit is missing on the left.
 *
 * @param declared Code as declared, check digit or not.
 * @returns Eight digits of a real division; null when the text cannot be read as a code. Seven digits are padded on the
 * left only when that gives a class that exists: padding on the right turns trees into boats.
 */
export function repairCpv(declared: string): string | null {
  const digits = cpvDigits(declared);
  if (/^[0-9]{8}$/.test(digits)) return digits.slice(0, 2) in cpvDivisions ? digits : null;
  if (/^[0-9]{7}$/.test(digits) && cpvClassesWithLeadingZero.includes(`0${digits.slice(0, 3)}`)) return `0${digits}`;
  return null;
}
