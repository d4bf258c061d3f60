import type {TableSchema} from "../schema.js";

/** Tables of buyers and suppliers. */
export const partyTables = {
  buyer: {
    grain: "un acheteur",
    keys: ["buyer_id"],
    columns: {
      buyer_id: {type: "text", label: "SIREN, ou identifiant déclaré, ou « acheteur-inconnu »"},
      buyer_siren: {type: "text", nullable: true, label: "SIREN ; nul si irréparable"},
      buyer_name: {type: "text", nullable: true, label: "nom déclaré le plus fréquent"},
      contract_count: {type: "integer", label: "nombre de contrats distincts"},
      award_count: {type: "integer", label: "nombre d’attributions"},
      amount_eur: {type: "number", nullable: true, label: "somme des montants retenus, euros hors taxes"}
    }
  },
  supplier: {
    grain: "un titulaire : une unité légale (SIREN) ou un identifiant étranger avec son schéma",
    keys: ["supplier_id"],
    columns: {
      supplier_id: {type: "text", label: "SIREN, ou schéma:identifiant, ou « inconnu »"},
      supplier_siren: {type: "text", nullable: true, label: "SIREN"},
      supplier_name: {type: "text", nullable: true, label: "nom d’une personne morale ; jamais celui d’une personne"},
      is_registered: {type: "boolean", label: "trouvé dans l’extrait SIRENE lu"},
      legal_form: {type: "text", nullable: true, label: "catégorie juridique INSEE, code à quatre chiffres"},
      legal_form_label: {type: "text", nullable: true, label: "famille de forme juridique"},
      naf: {type: "text", nullable: true, label: "activité principale, code NAF"},
      size_band: {type: "text", nullable: true, label: "tranche d’effectif salarié, code INSEE"},
      size_class: {type: "text", nullable: true, label: "0-9, 10-49, 50-249, 250-4999 ou 5000+ salariés"},
      enterprise_category: {type: "text", nullable: true, label: "catégorie INSEE : PME, ETI ou GE"},
      is_association: {type: "boolean", nullable: true, label: "association, par sa forme juridique"},
      is_cooperative: {type: "boolean", nullable: true, label: "coopérative, par sa forme juridique"},
      is_ess: {type: "boolean", nullable: true, label: "économie sociale et solidaire, par forme ou mention"},
      commune_code: {type: "text", nullable: true, label: "commune du siège, code INSEE"},
      commune_name: {type: "text", nullable: true, label: "commune du siège"},
      department_code: {type: "text", nullable: true, label: "département du siège"},
      region_code: {type: "text", nullable: true, label: "région du siège"},
      created_on: {type: "date", nullable: true, label: "date de création"},
      is_closed: {type: "boolean", nullable: true, label: "cessée à la date de l’extrait"},
      award_count: {type: "integer", label: "nombre d’attributions"},
      amount_eur: {type: "number", nullable: true, label: "somme de ses parts, euros hors taxes"}
    }
  }
} as const satisfies Record<string, TableSchema>;
