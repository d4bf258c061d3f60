import type {CsvFile} from "../csv.js";
import type {YamlFile} from "../yaml.js";

/** The colleges as `src/lib/agora/colleges.schema.json` describes them. */
export interface CollegeList {
  colleges: {id: string; nom: string; description: string; adresse: string}[];
}

/** A proposal as it was tabled; a later version of one repeats its identifier. */
export interface TabledProposal {
  id: string;
  version?: number;
  titre: string;
  verbatim: string;
  college: string;
  deposee_le: string;
  atelier?: string | null;
  indicateur?: string;
  definition?: object;
  origine?: {plateforme: string; adresse?: string | null; etat?: string | null; avancement?: number};
}

/** What points to one version of a proposal; the first when it says none. */
interface OfProposal {
  proposition: string;
  version?: number;
}

/** A year of the register, or a part of one, as `src/lib/agora/agora.schema.json` describes it. */
export interface AgoraYear {
  agora: number;
  fictif: boolean;
  presidence?: {college: string; du: string; au: string}[];
  seances?: {
    id: string;
    date: string;
    genre: string;
    titre: string;
    ordre_du_jour: string[];
    effectifs?: Record<string, number>;
    regles?: {
      quorum?: number;
      colleges_requis?: number;
      refus_maximal?: number;
      mention_requise?: string;
      accord_requis?: number;
    };
    compte_rendu?: string | null;
  }[];
  propositions?: TabledProposal[];
  etapes?: (OfProposal & {
    etat: string;
    date: string;
    acteur: string;
    motif: string;
    document?: string | null;
    seance?: string;
  })[];
  objections?: (OfProposal & {
    college: string;
    date: string;
    motif: string;
    amendement?: string | null;
    levee_le?: string | null;
    reponse?: string | null;
  })[];
  revues?: (OfProposal & {
    date: string;
    decision: string;
    acteur: string;
    motif: string;
    document?: string | null;
    seance?: string;
  })[];
  presentations?: {
    seance: string;
    college: string;
    conseil_le: string;
    deliberation?: string | null;
    document?: string | null;
    demande: string;
    reponse?: string | null;
    reponse_le?: string | null;
  }[];
}

/** Everything that people wrote about the Agora, each file read by itself. */
export interface AgoraFiles {
  colleges: readonly YamlFile<CollegeList>[];
  years: readonly YamlFile<AgoraYear>[];
  votes: readonly CsvFile[];
}

/** Columns of a table of votes. */
export const voteColumns = "seance,proposition,version,college,regle,pour,contre,abstention,mentions".split(",");
