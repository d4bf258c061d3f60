import type {TableSchema} from "../schema.js";

const statusLabel = "definitif, provisoire ou presse";
const sourceLabel = "page lue";
const verificationLabel = "nombre de sources, ou conflit";
const maskLabel =
  "pourquoi le nombre est caché : threshold (moins de 11) ou companion (une soustraction rendrait l’autre)";

/**
 * The published tables about people met at night, shelter and the Fabrique de la solidarité. Each table and column also
 * stands in the closed list of `src/lib/disclosure.ts`: one that is missing there may not be published.
 */
export const solidarityTables = {
  night_count: {
    grain: "une édition de la Nuit de la Solidarité × un périmètre × un statut",
    keys: ["edition", "perimeter", "status"],
    columns: {
      edition: {type: "integer", label: "année de l’édition"},
      night_on: {type: "date", label: "nuit du décompte"},
      perimeter: {type: "text", label: "paris ou metropole"},
      status: {type: "text", label: statusLabel},
      people_count: {type: "integer", label: "personnes sans abri rencontrées, au moins"},
      is_headline: {type: "boolean", label: "valeur à publier pour cette édition et ce périmètre"},
      break_before: {type: "text", nullable: true, label: "pourquoi l’édition ne se compare pas à la précédente"},
      break_words: {type: "text", nullable: true, label: "la même raison, en deux ou trois mots"},
      commune_count: {type: "integer", nullable: true, label: "communes volontaires hors de Paris"},
      open_data_count: {type: "integer", nullable: true, label: "nombre du jeu ouvert de la Ville pour cette édition"},
      verification: {type: "text", nullable: true, label: verificationLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  night_count_place: {
    grain: "une édition × un statut × un type de lieu, dans Paris",
    keys: ["edition", "status", "place"],
    columns: {
      edition: {type: "integer", label: "année de l’édition"},
      status: {type: "text", label: statusLabel},
      place: {type: "text", label: "type de lieu, ou not_itemised : le reste du total, que la source ne détaille pas"},
      kind: {type: "text", label: "part (les parts font le total) ou group (en réunit plusieurs, ou en recoupe)"},
      people_count: {type: "integer", nullable: true, label: "personnes rencontrées ; nul si caché"},
      mask: {type: "text", nullable: true, label: maskLabel},
      is_shown: {
        type: "boolean",
        label: "ligne du statut le plus détaillé de l’édition ; les nombres de ces lignes font le total"
      },
      method: {type: "text", label: "publie, derive_ecart_publie (deux nombres publiés, une soustraction) ou reste"},
      verification: {type: "text", nullable: true, label: verificationLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  night_count_area: {
    grain: "une édition × un arrondissement ou Paris Centre × un champ × un statut",
    keys: ["edition", "area", "scope", "status"],
    columns: {
      edition: {type: "integer", label: "année de l’édition"},
      area: {type: "text", label: "1 à 20, ou paris-centre"},
      scope: {type: "text", label: "ce que le nombre couvre, mot de la table d’origine"},
      status: {type: "text", label: statusLabel},
      people_count: {type: "integer", nullable: true, label: "personnes rencontrées ; nul si caché"},
      mask: {type: "text", nullable: true, label: maskLabel},
      verification: {type: "text", nullable: true, label: verificationLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  night_count_profile: {
    grain: "une édition × un périmètre entier × une question × une réponse × un statut",
    keys: ["edition", "perimeter", "indicator", "category", "status"],
    columns: {
      edition: {type: "integer", label: "année de l’édition"},
      perimeter: {type: "text", label: "paris, metropole, ou paris et metropole ; jamais plus fin"},
      indicator: {type: "text", label: "question, mot de la table d’origine"},
      category: {type: "text", label: "réponse, dans les mots de l’année"},
      part_share: {type: "number", nullable: true, label: "part, entre 0 et 1 ; nulle si la source donne autre chose"},
      people_count: {type: "integer", nullable: true, label: "effectif publié, arrondi à la dizaine pour les enfants"},
      mean_years: {type: "number", nullable: true, label: "âge moyen, en années"},
      base: {type: "text", label: "à qui la part se rapporte"},
      status: {type: "text", label: statusLabel},
      verification: {type: "text", nullable: true, label: verificationLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  night_figure: {
    grain: "une édition × un périmètre × un chiffre d’organisation × un statut × une valeur",
    keys: ["edition", "perimeter", "indicator", "status", "value"],
    columns: {
      edition: {type: "integer", label: "année de l’édition"},
      perimeter: {type: "text", label: "paris, metropole, ou paris et metropole"},
      indicator: {type: "text", label: "chiffre, mot de la table d’origine"},
      value: {type: "number", label: "valeur publiée"},
      precision: {type: "text", label: "exact, environ, pres_de ou plus_de"},
      status: {type: "text", label: statusLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  shelter: {
    grain: "une date × une catégorie de places × un champ × un statut",
    keys: ["period", "category", "scope", "status"],
    columns: {
      year: {type: "integer", label: "année"},
      period: {type: "text", label: "date, ou année"},
      category: {type: "text", label: "ce qui est compté : places, ou personnes"},
      value: {type: "number", label: "valeur publiée"},
      precision: {type: "text", label: "exact, environ, pres_de ou plus_de"},
      scope: {type: "text", label: "ce que la valeur couvre ; deux champs ne se comparent pas"},
      status: {type: "text", label: statusLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  fabrique_figure: {
    grain: "une période × un chiffre de la Fabrique de la solidarité × une valeur",
    keys: ["period", "indicator", "value"],
    columns: {
      year: {type: "integer", label: "année"},
      period: {type: "text", label: "date, mois ou année"},
      indicator: {type: "text", label: "chiffre, mot de la table d’origine"},
      value: {type: "number", label: "valeur publiée"},
      precision: {type: "text", label: "exact, environ, pres_de ou plus_de"},
      status: {type: "text", label: statusLabel},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  population: {
    grain: "une année de recensement × un arrondissement, ou Paris",
    keys: ["year", "area"],
    columns: {
      year: {type: "integer", label: "année de référence du recensement"},
      area: {type: "text", label: "1 à 20, ou paris"},
      area_code: {type: "text", label: "code Insee"},
      population: {type: "integer", label: "population municipale"},
      source_url: {type: "text", label: sourceLabel},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  }
} as const satisfies Record<string, TableSchema>;
