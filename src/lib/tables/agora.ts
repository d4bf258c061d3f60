import type {TableSchema} from "../schema.js";

const isFictional = {type: "boolean", label: "exemple inventé : rien de cela n’a eu lieu"} as const;
const sourceId = {type: "text", label: "fichier d’origine"} as const;
const proposalKey = {
  proposal_id: {type: "text", label: "proposition"},
  version: {type: "integer", label: "version, à partir de 1"}
} as const;

/** Tables of the Agora’s register. */
export const agoraTables = {
  college: {
    grain: "un collège de l’Agora",
    keys: ["college_id"],
    columns: {
      college_id: {type: "text", label: "collège"},
      n: {type: "integer", label: "rang, à partir de 1"},
      name: {type: "text", label: "nom"},
      description: {type: "text", label: "qui en est"},
      source_url: {type: "text", label: "page qui nomme ce collège"},
      members: {type: "integer", nullable: true, label: "membres à la dernière séance qui les compte"},
      members_on: {type: "date", nullable: true, label: "jour de cette séance"},
      is_fictional: {...isFictional, label: "effectif inventé, pour l’exemple ; le collège, lui, existe"},
      source_id: sourceId
    }
  },
  mandate: {
    grain: "un mandat d’un collège",
    keys: ["role", "starts_on"],
    columns: {
      college_id: {type: "text", label: "collège"},
      role: {type: "text", label: "presidency"},
      starts_on: {type: "date", label: "premier jour"},
      ends_on: {type: "date", label: "dernier jour"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  session: {
    grain: "une séance de l’Agora",
    keys: ["session_id"],
    columns: {
      session_id: {type: "text", label: "séance"},
      year: {type: "integer", label: "année"},
      held_on: {type: "date", label: "jour"},
      kind: {type: "text", label: "annual, workshop ou committee"},
      title: {type: "text", label: "titre"},
      presided_by: {type: "text", label: "collège qui préside"},
      agenda: {type: "text", label: "ordre du jour, une ligne par point"},
      quorum_ratio: {type: "number", label: "part des membres qui doit prendre part au vote, par collège, de 0 à 1"},
      required_colleges: {type: "integer", label: "nombre de collèges qui doivent accepter"},
      refusal_limit_ratio: {
        type: "number",
        label: "un collège qui refuse au-delà de cette part fait rejeter, de 0 à 1"
      },
      report_url: {type: "text", nullable: true, label: "compte rendu"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  proposal: {
    grain: "une version d’une proposition d’indicateur",
    keys: ["proposal_id", "version"],
    columns: {
      ...proposalKey,
      title: {type: "text", label: "titre"},
      body: {type: "text", label: "verbatim : les mots du groupe"},
      author_college: {type: "text", label: "collège qui propose ; jamais une personne"},
      created_on: {type: "date", label: "jour du dépôt"},
      workshop: {type: "text", nullable: true, label: "atelier ou lieu dont elle vient"},
      state: {type: "text", label: "état où elle en est"},
      state_on: {type: "date", label: "jour où elle y est entrée"},
      indicator: {type: "text", nullable: true, label: "indicateur de ce site qui la mesure"},
      definition: {type: "text", nullable: true, label: "définition composée à l’atelier, en JSON"},
      origin_platform: {type: "text", nullable: true, label: "plateforme d’où elle a été reprise"},
      origin_url: {type: "text", nullable: true, label: "sa page là-bas"},
      origin_state: {type: "text", nullable: true, label: "son état là-bas ; n’est pas un vote de l’Agora"},
      declared_progress_ratio: {type: "number", nullable: true, label: "avancement déclaré là-bas, saisi à la main"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  step: {
    grain: "un pas dans la vie d’une version",
    keys: ["proposal_id", "version", "n"],
    columns: {
      ...proposalKey,
      n: {type: "integer", label: "rang dans la vie de cette version, à partir de 1"},
      state: {type: "text", label: "état où elle entre"},
      dated_on: {type: "date", label: "jour"},
      actor: {type: "text", label: "collège, agora, services, secretariat ou conseil"},
      motive: {type: "text", label: "motif"},
      document_url: {type: "text", nullable: true, label: "document"},
      session_id: {type: "text", nullable: true, label: "séance"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  ballot_total: {
    grain: "le total d’un collège sur un objet mis au vote",
    keys: ["session_id", "proposal_id", "version", "college_id"],
    columns: {
      session_id: {type: "text", label: "séance"},
      held_on: {type: "date", label: "jour de la séance"},
      ...proposalKey,
      college_id: {type: "text", label: "collège"},
      rule: {type: "text", label: "majority, double, consent, judgment ou likert"},
      members: {type: "integer", label: "membres du collège à cette séance"},
      yes: {type: "integer", nullable: true, label: "pour ; nul quand on donne une mention"},
      no: {type: "integer", nullable: true, label: "contre ; nul quand on donne une mention"},
      abstain: {type: "integer", label: "abstentions"},
      grades: {type: "text", nullable: true, label: "bulletins par mention, de la pire à la meilleure"},
      quorum_ratio: {type: "number", label: "quorum de la séance, de 0 à 1"},
      floor_grade: {type: "integer", nullable: true, label: "rang de la mention requise, 0 pour la pire"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  objection: {
    grain: "une objection motivée d’un collège à une version",
    keys: ["proposal_id", "version", "n"],
    columns: {
      ...proposalKey,
      n: {type: "integer", label: "rang, à partir de 1"},
      college_id: {type: "text", label: "collège"},
      opened_on: {type: "date", label: "jour"},
      reason: {type: "text", label: "motif"},
      amendment: {type: "text", nullable: true, label: "amendement demandé"},
      closed_on: {type: "date", nullable: true, label: "jour où elle est levée ; nul tant qu’elle est ouverte"},
      answer: {type: "text", nullable: true, label: "ce qui l’a levée"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  presentation: {
    grain: "une présentation d’un collège devant le Conseil de Paris",
    keys: ["session_id", "college_id"],
    columns: {
      session_id: {type: "text", label: "séance dont elle rend compte"},
      college_id: {type: "text", label: "collège"},
      council_on: {type: "date", label: "jour du Conseil"},
      deliberation_ref: {type: "text", nullable: true, label: "référence de la délibération"},
      document_url: {type: "text", nullable: true, label: "document présenté"},
      request: {type: "text", label: "ce que le collège demande"},
      answer: {type: "text", nullable: true, label: "réponse donnée"},
      answered_on: {type: "date", nullable: true, label: "jour de la réponse"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  },
  review: {
    grain: "la revue annuelle d’une version",
    keys: ["proposal_id", "version", "year"],
    columns: {
      ...proposalKey,
      year: {type: "integer", label: "année de la revue"},
      decided_on: {type: "date", label: "jour"},
      decision: {type: "text", label: "kept, revised ou retired"},
      motive: {type: "text", label: "motif"},
      document_url: {type: "text", nullable: true, label: "document"},
      is_fictional: isFictional,
      source_id: sourceId
    }
  }
} as const satisfies Record<string, TableSchema>;
