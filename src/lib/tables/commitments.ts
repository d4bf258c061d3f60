import type {TableSchema} from "../schema.js";

/** Tables of the commitments' roadmaps. */
export const commitmentTables = {
  commitment_action: {
    grain: "une action d’un engagement, dans l’ordre du plan d’action",
    keys: ["action_id"],
    columns: {
      plan: {type: "text", label: "plan d’action"},
      commitment_id: {type: "text", label: "engagement"},
      commitment: {type: "text", label: "nom de l’engagement"},
      domain: {type: "text", label: "marches, solidarite ou climat"},
      lead: {type: "text", label: "direction qui en répond, selon le plan"},
      partners: {type: "text", label: "partenaires, séparés par « ; »"},
      problem: {type: "text", label: "constat de départ du plan"},
      page_url: {
        type: "text",
        nullable: true,
        label: "page de l’engagement au Partenariat pour un gouvernement ouvert"
      },
      follow_up: {type: "text", nullable: true, label: "ce que cette page en dit"},
      action_id: {type: "text", label: "identifiant de l’action"},
      n: {type: "integer", label: "rang dans le plan, à partir de 1"},
      block: {type: "text", nullable: true, label: "partie de l’engagement"},
      action: {type: "text", label: "ce qui est promis, avec nos mots"},
      calendar: {type: "text", nullable: true, label: "calendrier du plan ; nul s’il n’en dit pas"},
      is_paired_by_order: {type: "boolean", label: "date et action rapprochées par leur ordre dans le plan"},
      starts_on: {type: "date", nullable: true, label: "début prévu"},
      ends_on: {type: "date", nullable: true, label: "fin prévue ; nulle si l’action n’en a pas"},
      state: {type: "text", label: "atteste, atteste_en_partie ou inconnu : rien n’est dit fait sans preuve"},
      evidence_count: {type: "integer", label: "nombre de preuves"},
      note: {type: "text", nullable: true, label: "réserve"},
      site_pages: {type: "text", nullable: true, label: "pages de ce site qui en montrent des chiffres"},
      checked_on: {type: "date", label: "jour de la dernière vérification"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  commitment_evidence: {
    grain: "une preuve d’une action d’un engagement",
    keys: ["action_id", "n"],
    columns: {
      action_id: {type: "text", label: "action"},
      n: {type: "integer", label: "rang, à partir de 1"},
      url: {type: "text", label: "page lue"},
      says: {type: "text", label: "ce que cette page établit"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  }
} as const satisfies Record<string, TableSchema>;
