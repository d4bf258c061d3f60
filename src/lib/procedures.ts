/** How open a procedure is: OCDS' methods, and the French "procédure adaptée", which has no equivalent there. */
export type ProcurementMethod = "open" | "selective" | "adapted" | "limited";

const methods: Readonly<Record<string, ProcurementMethod>> = {
  "Appel d’offres ouvert": "open",
  "Procédure négociée ouverte": "open",
  "Procédure non négociée ouverte": "open",
  "Appel d’offres restreint": "selective",
  "Procédure avec négociation": "selective",
  "Dialogue compétitif": "selective",
  "Procédure négociée restreinte": "selective",
  "Procédure non négociée restreinte": "selective",
  "Procédure adaptée": "adapted",
  "Marché passé sans publicité ni mise en concurrence préalable": "limited",
  "Procédure ouverte": "open",
  "Procédure sur sélection": "selective",
  "Procédure limitée": "limited",
  "Attribution directe": "limited"
};

/** Each method on screen, from the most open to the least. */
export const methodNames: Readonly<Record<ProcurementMethod, string>> = {
  open: "Ouvertes",
  selective: "Restreintes ou négociées",
  adapted: "Adaptées",
  limited: "Sans concurrence"
};

/**
 * OCDS method of a procedure's canonical label; `adapted` stands for the "procédure adaptée", whose publicity the buyer
 * chooses by the amount: neither open nor direct can be said of it.
 *
 * @returns Null when the procedure is not told or its label unknown.
 * @see The European mapping of eForms to OCDS, `procurement-procedure-type`; OCDS codelist `method`.
 */
export function procurementMethod(procedure: string | null): ProcurementMethod | null {
  return procedure !== null && Object.hasOwn(methods, procedure) ? (methods[procedure] ?? null) : null;
}

/** Why an award is left out of an indicator of procedures. */
export const procedureExcludes = {unknown: "procédure non dite, ou de libellé inconnu"};

/** What every indicator of procedures cannot say. */
export const procedureLimits = [
  "Une procédure adaptée n’est ni ouverte ni fermée : sous les seuils européens, l’acheteur choisit la publicité selon le montant, et la donnée ne dit pas laquelle. Elle compte au dénominateur, jamais parmi les ouvertes.",
  "La procédure est celle que l’acheteur déclare ; rien ne permet de la vérifier ici."
];
