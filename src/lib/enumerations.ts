/** A canonical label, and the other words under which producers declare it. */
type Labels = Readonly<Record<string, readonly string[]>>;

/** Nature of a contract: labels of the orders of 2019 and 2022, marchés then concessions. */
export const natures: Labels = {
  Marché: ["marché public"],
  "Marché de partenariat": ["partenariat"],
  "Accord-cadre": [],
  "Marché subséquent": ["subséquent"],
  "Marché de défense ou de sécurité": ["marché de défense et de sécurité", "défense ou sécurité"],
  "Concession de travaux": [],
  "Concession de service": ["concession de services"],
  "Concession de service public": ["concession de services publics"],
  "Délégation de service public": ["DSP"]
};

/**
 * Procedure: the six labels of the orders, those of concessions, the words of the schemas before 1.5; then the four
 * methods of OCDS, wider than any French procedure and so labels of their own.
 */
export const procedures: Labels = {
  "Procédure adaptée": ["MAPA"],
  "Appel d’offres ouvert": [],
  "Appel d’offres restreint": ["restricted procedure"],
  "Marché passé sans publicité ni mise en concurrence préalable": [
    "marché négocié sans publicité ni mise en concurrence préalable",
    "marché public négocié sans publicité ni mise en concurrence préalable",
    "marché public passé sans publicité ni mise en concurrence préalable",
    "marché public sans publicité ni mise en concurrence préalable",
    "marché sans publicité ni mise en concurrence préalable",
    "marché négocié sans publicité ni mise en concurrence",
    "marché public négocié sans publicité ni mise en concurrence",
    "marché passé sans publicité ni mise en concurrence",
    "marché public passé sans publicité ni mise en concurrence",
    "marché sans publicité ni mise en concurrence",
    "negotiated procedure without prior publication"
  ],
  "Dialogue compétitif": ["competitive dialogue"],
  "Procédure avec négociation": [
    "procédure concurrentielle avec négociation",
    "procédure négociée avec mise en concurrence préalable",
    "competitive procedure with negotiation"
  ],
  "Procédure négociée ouverte": [],
  "Procédure non négociée ouverte": [],
  "Procédure négociée restreinte": [],
  "Procédure non négociée restreinte": [],
  "Procédure ouverte": ["open", "open procedure"],
  "Procédure sur sélection": ["selective"],
  "Procédure limitée": ["limited"],
  "Attribution directe": ["direct"]
};

/** Form of a group of holders. */
export const consortiumTypes: Labels = {
  "Pas de groupement": ["sans objet", "aucun"],
  Conjoint: ["groupement conjoint"],
  Solidaire: ["groupement solidaire"]
};

/** Social considerations of a contract; the last label denies the others. */
export const socialClauses: Labels = {
  "Clause sociale": ["clauses sociales"],
  "Critère social": ["critères sociaux"],
  "Marché réservé": ["marchés réservés"],
  "Concession réservée": [],
  "Pas de considération sociale": ["sans objet", "aucune", "non"]
};

/** Environmental considerations of a contract; the last label denies the others. */
export const environmentalClauses: Labels = {
  "Clause environnementale": ["clauses environnementales"],
  "Critère environnemental": ["critères environnementaux"],
  "Pas de considération environnementale": ["sans objet", "aucune", "non"]
};

/** What the code of a place of performance counts in. */
export const placeTypes: Labels = {
  "Code postal": ["postal"],
  "Code commune": ["commune", "code INSEE"],
  "Code arrondissement": ["arrondissement"],
  "Code canton": ["canton"],
  "Code département": ["département"],
  "Code région": ["région"],
  "Code pays": ["pays"]
};

/** Scheme of a supplier's identifier. */
export const identifierSchemes: Labels = {
  SIRET: ["SIREN"],
  TVA: ["TVA intracommunautaire", "n° TVA"],
  TAHITI: [],
  RIDET: [],
  FRWF: ["FRW"],
  IREP: [],
  UE: [],
  "HORS-UE": []
};

/** Text without case, accents, ligatures, apostrophes, hyphens and underscores: what two spellings share. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Each folded spelling of an enumeration with its canonical label. */
export function spellings(labels: Labels): [folded: string, label: string][] {
  return Object.entries(labels).flatMap(([label, others]) =>
    [label, ...others].map((text): [string, string] => [fold(text), label])
  );
}

/** Canonical label of a declared text; null when the enumeration does not know it. */
export function maybeCanonical(labels: Labels, declared: string): string | null {
  const folded = fold(declared);
  return spellings(labels).find(([spelling]) => spelling === folded)?.[1] ?? null;
}
