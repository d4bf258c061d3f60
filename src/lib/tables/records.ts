import type {TableSchema} from "../schema.js";

/** Tables of what declares or changes a contract. */
export const recordTables = {
  contract_source: {
    grain: "un enregistrement qui déclare un contrat : toutes les sources d’un contrat sont gardées",
    keys: ["source_id", "record_number"],
    columns: {
      contract_uid: {type: "text", label: "contrat déclaré"},
      source_id: {type: "text", label: "fichier d’origine"},
      record_number: {type: "integer", label: "rang de l’enregistrement dans ce fichier, à partir de 1"},
      dataset: {type: "text", label: "jeu de données du catalogue"},
      platform: {type: "text", nullable: true, label: "plateforme déclarée"},
      is_kept: {type: "boolean", label: "version retenue du contrat"},
      published_on: {type: "date", nullable: true, label: "date de publication des données"},
      amount_declared_eur: {type: "number", nullable: true, label: "montant déclaré là, euros hors taxes"},
      supplier_ids_declared: {
        type: "text",
        nullable: true,
        label: "identifiants des titulaires tels que déclarés là, séparés par « ; »"
      }
    }
  },
  modification: {
    grain: "une modification déclarée d’un contrat",
    keys: ["contract_uid", "n"],
    columns: {
      contract_uid: {type: "text", label: "contrat modifié"},
      n: {type: "integer", label: "rang de la modification, à partir de 1"},
      notified_on: {type: "date", nullable: true, label: "date de notification de la modification"},
      published_on: {type: "date", nullable: true, label: "date de publication de la modification"},
      duration_months: {type: "number", nullable: true, label: "durée déclarée, en mois"},
      amount_declared_eur: {type: "number", nullable: true, label: "montant déclaré, euros hors taxes"},
      amount_meaning: {type: "text", label: "ce que ce montant veut dire : new_total, increment ou unknown"},
      amount_ratio: {type: "number", nullable: true, label: "montant de la modification ÷ montant initial déclaré"},
      amount_after_eur: {
        type: "number",
        nullable: true,
        label: "montant du contrat après elle ; nul si le sens est inconnu"
      },
      object: {type: "text", nullable: true, label: "objet de la modification"}
    }
  },
  subcontract: {
    grain: "un acte de sous-traitance déclaré, ou une modification d’acte",
    keys: ["contract_uid", "n"],
    columns: {
      contract_uid: {type: "text", label: "contrat"},
      n: {type: "integer", label: "rang, à partir de 1"},
      kind: {type: "text", label: "act, ou change pour une modification d’acte"},
      act_id: {type: "text", nullable: true, label: "identifiant déclaré de l’acte"},
      has_act: {type: "boolean", label: "l’acte que la ligne modifie est déclaré lui aussi"},
      subcontractor_siren: {type: "text", nullable: true, label: "SIREN du sous-traitant, réparé s’il le fallait"},
      subcontractor_id_declared: {type: "text", nullable: true, label: "identifiant tel que déclaré"},
      notified_on: {type: "date", nullable: true, label: "date de notification"},
      published_on: {type: "date", nullable: true, label: "date de publication"},
      duration_months: {type: "number", nullable: true, label: "durée en mois"},
      amount_declared_eur: {type: "number", nullable: true, label: "montant déclaré, euros hors taxes"}
    }
  }
} as const satisfies Record<string, TableSchema>;
