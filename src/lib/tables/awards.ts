import type {TableSchema} from "../schema.js";

/** Tables of contracts and economic awards. */
export const awardTables = {
  contract: {
    grain: "un contrat déclaré (marché ou concession), dans sa version la plus récente",
    keys: ["contract_uid"],
    columns: {
      contract_uid: {type: "text", label: "identifiant : SIREN de l’acheteur, identifiant déclaré"},
      award_uid: {type: "text", label: "attribution économique à laquelle ce contrat appartient"},
      kind: {type: "text", label: "marche ou concession"},
      contract_id: {type: "text", nullable: true, label: "identifiant déclaré"},
      buyer_siren: {type: "text", nullable: true, label: "SIREN de l’acheteur"},
      buyer_siret: {type: "text", nullable: true, label: "SIRET de l’acheteur, tel que déclaré"},
      object: {type: "text", nullable: true, label: "objet déclaré"},
      cpv: {type: "text", nullable: true, label: "code CPV à huit chiffres, réparé s’il le fallait"},
      cpv_declared: {type: "text", nullable: true, label: "code CPV tel que déclaré"},
      nature: {type: "text", nullable: true, label: "nature, libellé canonique"},
      nature_declared: {type: "text", nullable: true, label: "nature telle que déclarée"},
      procedure: {type: "text", nullable: true, label: "procédure, libellé canonique"},
      procedure_declared: {type: "text", nullable: true, label: "procédure telle que déclarée"},
      is_framework: {type: "boolean", label: "déclaré comme accord-cadre, par sa nature ou parmi ses techniques"},
      notified_on: {type: "date", nullable: true, label: "date de notification (signature pour une concession)"},
      published_on: {type: "date", nullable: true, label: "date de publication des données"},
      duration_months: {type: "number", nullable: true, label: "durée en mois"},
      offers_received: {type: "integer", nullable: true, label: "nombre d’offres reçues"},
      amount_declared_eur: {type: "number", nullable: true, label: "montant déclaré, euros hors taxes"},
      amount_eur: {type: "number", nullable: true, label: "montant retenu, euros hors taxes ; nul si remplissage"},
      amount_issue: {type: "text", nullable: true, label: "pourquoi amount_eur est nul : voir award"},
      ceiling_eur: {
        type: "number",
        nullable: true,
        label: "plafond pluriannuel de la liste de la Ville, jamais additionné"
      },
      modification_count: {type: "integer", label: "nombre de modifications déclarées"},
      subcontract_count: {type: "integer", label: "nombre d’actes de sous-traitance déclarés"},
      consortium_type: {type: "text", nullable: true, label: "type de groupement, libellé canonique"},
      social_clauses: {
        type: "text",
        nullable: true,
        label: "considérations sociales, libellés canoniques séparés par « ; »"
      },
      environmental_clauses: {
        type: "text",
        nullable: true,
        label: "considérations environnementales, libellés canoniques séparés par « ; »"
      },
      is_innovative: {type: "boolean", nullable: true, label: "marché innovant"},
      place_code: {type: "text", nullable: true, label: "code du lieu d’exécution"},
      place_type: {type: "text", nullable: true, label: "type de ce code, libellé canonique"},
      platform: {type: "text", nullable: true, label: "plateforme déclarée par la source"},
      source_count: {type: "integer", label: "nombre de fichiers qui déclarent ce contrat"},
      source_id: {type: "text", label: "fichier d’origine"},
      record_number: {type: "integer", label: "rang de l’enregistrement dans ce fichier, à partir de 1"}
    }
  },
  award: {
    grain: "une attribution économique : un accord-cadre déclaré une fois par titulaire compte une fois",
    keys: ["award_uid"],
    columns: {
      award_uid: {type: "text", label: "identifiant de l’attribution"},
      kind: {type: "text", label: "marche ou concession"},
      buyer_siren: {type: "text", nullable: true, label: "SIREN de l’acheteur"},
      object: {type: "text", nullable: true, label: "objet déclaré"},
      cpv: {type: "text", nullable: true, label: "code CPV à huit chiffres, réparé s’il le fallait"},
      cpv_division: {type: "text", nullable: true, label: "division CPV (deux premiers chiffres)"},
      nature: {type: "text", nullable: true, label: "nature, libellé canonique"},
      procedure: {type: "text", nullable: true, label: "procédure, libellé canonique"},
      is_framework: {
        type: "boolean",
        label: "accord-cadre : son premier contrat le déclare, ou plusieurs contrats y sont réunis"
      },
      notified_on: {type: "date", nullable: true, label: "date de notification"},
      year: {type: "integer", nullable: true, label: "année de notification"},
      duration_months: {type: "number", nullable: true, label: "durée en mois"},
      offers_received: {type: "integer", nullable: true, label: "nombre d’offres reçues"},
      contract_count: {type: "integer", label: "nombre de contrats déclarés réunis ici"},
      supplier_count: {type: "integer", label: "nombre de titulaires distincts"},
      amount_declared_eur: {type: "number", nullable: true, label: "somme des montants déclarés des contrats réunis"},
      amount_eur: {type: "number", nullable: true, label: "montant compté une seule fois ; nul si remplissage"},
      amount_issue: {
        type: "text",
        nullable: true,
        label: "pourquoi amount_eur est nul : placeholder, missing, filler, too-large, ceiling ou currency"
      },
      first_published_on: {type: "date", nullable: true, label: "première publication connue des données"},
      dialect: {type: "text", nullable: true, label: "dialecte de la source, qui dit quels champs elle demande"},
      platform: {type: "text", nullable: true, label: "plateforme déclarée par la source"},
      consortium_type: {type: "text", nullable: true, label: "type de groupement, libellé canonique"},
      social_clauses: {
        type: "text",
        nullable: true,
        label: "considérations sociales, libellés canoniques séparés par « ; »"
      },
      environmental_clauses: {
        type: "text",
        nullable: true,
        label: "considérations environnementales, libellés canoniques séparés par « ; »"
      },
      is_innovative: {type: "boolean", nullable: true, label: "marché innovant"},
      has_subcontracting: {type: "boolean", nullable: true, label: "sous-traitance déclarée"},
      place_code: {type: "text", nullable: true, label: "code du lieu d’exécution"},
      place_type: {type: "text", nullable: true, label: "type de ce code, libellé canonique"},
      modification_count: {type: "integer", label: "modifications déclarées, du contrat réuni qui en a le plus"},
      amount_after_eur: {
        type: "number",
        nullable: true,
        label: "montant après la dernière modification chiffrée ; nul s’il n’y en a pas ou si son sens est inconnu"
      },
      subcontract_count: {type: "integer", label: "actes de sous-traitance déclarés, tous contrats réunis"},
      default_fields: {
        type: "text",
        nullable: true,
        label: "champs où la plateforme met une seule valeur à plus de 99 %, séparés par « ; » : voir completeness"
      },
      is_publication_closed: {
        type: "boolean",
        label: "notifiée au moins six mois avant la dernière publication lue : un retard a eu le temps de se voir"
      }
    }
  },
  award_supplier: {
    grain: "un titulaire d’une attribution",
    keys: ["award_uid", "supplier_id"],
    columns: {
      award_uid: {type: "text", label: "identifiant de l’attribution"},
      supplier_id: {type: "text", label: "SIREN, ou schéma:identifiant, ou « inconnu »"},
      supplier_siren: {type: "text", nullable: true, label: "SIREN, réparé s’il le fallait ; nul si irréparable"},
      supplier_id_declared: {type: "text", nullable: true, label: "identifiant du titulaire tel que déclaré"},
      id_issue: {type: "text", nullable: true, label: "pourquoi l’identifiant déclaré a été réparé ou écarté"},
      share: {type: "number", label: "part du montant : 1/n, la source ne donnant pas de partage"},
      amount_eur: {type: "number", nullable: true, label: "part × montant de l’attribution, euros hors taxes"},
      age_years: {type: "number", nullable: true, label: "âge du titulaire à la notification, en années"},
      year: {type: "integer", nullable: true, label: "année de notification"},
      cpv_division: {type: "text", nullable: true, label: "division CPV"},
      buyer_siren: {type: "text", nullable: true, label: "SIREN de l’acheteur"},
      procedure: {type: "text", nullable: true, label: "procédure, libellé canonique"},
      is_framework: {
        type: "boolean",
        label: "accord-cadre : son premier contrat le déclare, ou plusieurs contrats y sont réunis"
      },
      notified_on: {type: "date", nullable: true, label: "date de notification"},
      is_registered: {type: "boolean", label: "titulaire trouvé dans l’extrait SIRENE lu"},
      enterprise_category: {type: "text", nullable: true, label: "catégorie INSEE du titulaire : PME, ETI ou GE"},
      size_class: {
        type: "text",
        nullable: true,
        label: "salariés du titulaire : 0-9, 10-49, 50-249, 250-4999 ou 5000+"
      },
      is_association: {type: "boolean", nullable: true, label: "titulaire association, par sa forme juridique"},
      is_cooperative: {type: "boolean", nullable: true, label: "titulaire coopérative, par sa forme juridique"},
      is_ess: {type: "boolean", nullable: true, label: "titulaire de l’économie sociale et solidaire"},
      is_ess_flagged: {
        type: "boolean",
        nullable: true,
        label: "mention ESS du registre ; nul si le registre lu ne la donne pas"
      },
      is_ess_form: {
        type: "boolean",
        nullable: true,
        label: "association, coopérative, mutuelle ou fondation, par sa forme juridique"
      },
      commune_code: {type: "text", nullable: true, label: "commune du siège du titulaire, code INSEE"},
      department_code: {type: "text", nullable: true, label: "département du siège du titulaire"},
      supplier_place: {
        type: "text",
        nullable: true,
        label: "siège du titulaire : paris, petite-couronne, ile-de-france, france ou etranger ; nul si inconnu"
      },
      previous_award_on: {
        type: "date",
        nullable: true,
        label: "dernière attribution du même acheteur à ce titulaire, avant l’année de celle-ci"
      },
      observed_since: {
        type: "date",
        nullable: true,
        label: "jour depuis lequel les attributions de l’acheteur sont publiées sans trou jusqu’à cette année"
      },
      awarded_next_year: {
        type: "boolean",
        nullable: true,
        label: "le même acheteur lui attribue encore l’année suivante ; nul si elle n’est pas publiée en entier"
      }
    }
  },
  explorer: {
    grain: "une attribution économique, avec ses titulaires dans une même case : ce que lit l’explorateur",
    keys: ["award_uid"],
    columns: {
      award_uid: {type: "text", label: "identifiant de l’attribution"},
      object: {type: "text", nullable: true, label: "objet déclaré"},
      notified_on: {type: "date", nullable: true, label: "date de notification"},
      year: {type: "integer", nullable: true, label: "année de notification"},
      cpv_division: {type: "text", nullable: true, label: "division CPV"},
      procedure: {type: "text", nullable: true, label: "procédure, libellé canonique"},
      amount_eur: {type: "number", nullable: true, label: "montant retenu, euros hors taxes"},
      supplier_ids: {type: "text", label: "identifiants des titulaires, séparés par « ; »"},
      supplier_names: {
        type: "text",
        nullable: true,
        label: "leurs noms, dans le même ordre ; vide si le nom n’est pas publié"
      },
      supplier_categories: {type: "text", label: "catégories des titulaires, sans répétition : PME, ETI, GE, inconnu"},
      supplier_places: {
        type: "text",
        label: "sièges des titulaires : paris, petite-couronne, ile-de-france, france, etranger, inconnu"
      }
    }
  }
} as const satisfies Record<string, TableSchema>;
