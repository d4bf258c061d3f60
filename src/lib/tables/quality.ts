import type {TableSchema} from "../schema.js";

/** Tables of what the data are worth, and of where they come from. */
export const qualityTables = {
  finding: {
    grain: "une règle qu’un enregistrement enfreint",
    keys: ["finding_id"],
    columns: {
      finding_id: {type: "text", label: "identifiant : règle, enregistrement, rang"},
      rule: {type: "text", label: "règle"},
      severity: {type: "text", label: "error, warning ou info"},
      platform: {type: "text", nullable: true, label: "plateforme de l’enregistrement"},
      year: {type: "integer", nullable: true, label: "année de notification de l’enregistrement"},
      contract_uid: {type: "text", nullable: true, label: "contrat concerné"},
      source_id: {type: "text", label: "fichier d’origine"},
      record_number: {type: "integer", nullable: true, label: "rang de l’enregistrement dans ce fichier"},
      field: {type: "text", label: "champ concerné"},
      declared: {type: "text", nullable: true, label: "valeur déclarée"},
      repaired: {type: "text", nullable: true, label: "valeur réparée ; nul si rien n’a été proposé"},
      evidence: {type: "text", nullable: true, label: "sur quoi la règle se fonde : pairs, nombre, seuil"},
      effect_eur: {type: "number", nullable: true, label: "effet sur le total, euros hors taxes (négatif : retiré)"}
    }
  },
  completeness: {
    grain: "un champ × une plateforme × une année de notification",
    keys: ["field", "platform", "year"],
    columns: {
      field: {type: "text", label: "champ"},
      platform: {type: "text", label: "plateforme, ou « non dite »"},
      year: {type: "integer", nullable: true, label: "année de notification"},
      asked: {type: "integer", label: "enregistrements dont le dialecte demande ce champ"},
      answered: {type: "integer", label: "ceux qui répondent, valeurs par défaut comprises"},
      default_value: {
        type: "text",
        nullable: true,
        label: "valeur unique à plus de 99 % chez ce producteur : ce n’est pas une réponse"
      },
      default_count: {type: "integer", label: "enregistrements qui portent cette valeur"}
    }
  },
  coverage: {
    grain: "un acheteur × un jeu de données × un mois de notification",
    keys: ["buyer_id", "dataset", "month"],
    columns: {
      buyer_id: {type: "text", label: "acheteur"},
      dataset: {type: "text", label: "jeu de données du catalogue"},
      month: {type: "date", label: "premier jour du mois"},
      contract_count: {type: "integer", label: "contrats distincts notifiés ce mois-là"},
      is_gap: {type: "boolean", label: "mois anormalement vide entre des mois couverts"}
    }
  },
  source_file: {
    grain: "un fichier d’entrée",
    keys: ["source_id"],
    columns: {
      source_id: {type: "text", label: "douze premiers caractères du sha256"},
      name: {type: "text", label: "nom du fichier"},
      sha256: {type: "text", label: "empreinte du fichier"},
      bytes: {type: "number", label: "taille en octets"},
      format: {type: "text", label: "format reconnu"},
      dataset: {type: "text", label: "jeu de données du catalogue"},
      is_fictional: {type: "boolean", label: "données d’exemple, fictives"},
      records_read: {type: "integer", label: "enregistrements lus"},
      rows_staged: {type: "integer", label: "lignes retenues"},
      rows_refused: {type: "integer", label: "lignes refusées"}
    }
  }
} as const satisfies Record<string, TableSchema>;
