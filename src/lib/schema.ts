import {solidarityTables} from "./tables/solidarity.js";

/** What a column holds. Dates travel as `YYYY-MM-DD` text in TypeScript and as date32 in Arrow. */
type ColumnType = "text" | "integer" | "number" | "boolean" | "date";

/** One published column: its type, whether it may be null (null means unknown), and what it means, in French. */
export interface Column {
  type: ColumnType;
  nullable?: true;
  label: string;
}

/** One published table: what one row is, which columns identify it, and its columns in order. */
export interface TableSchema {
  grain: string;
  keys: readonly string[];
  columns: Readonly<Record<string, Column>>;
}

/**
 * The published tables ("marts"). A mart's SQL, its Arrow file and the TypeScript rows all follow this registry;
 * a column that is missing or too many stops the build.
 */
export const tables = {
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
      is_framework: {type: "boolean", label: "déclaré comme accord-cadre"},
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
      is_framework: {type: "boolean", label: "accord-cadre"},
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
      is_framework: {type: "boolean", label: "accord-cadre"},
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
  },
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
      amount_declared_eur: {type: "number", nullable: true, label: "montant déclaré là, euros hors taxes"}
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
  },
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
  },
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
  },
  ...solidarityTables,
  emission: {
    grain: "une année × une série × un périmètre × un secteur d’émissions de gaz à effet de serre",
    keys: ["series", "perimeter", "sector", "year"],
    columns: {
      series: {type: "text", label: "série ; seules les lignes d’une même série se comparent"},
      perimeter: {type: "text", label: "territoire ou empreinte"},
      sector: {type: "text", label: "secteur, ou total"},
      level: {type: "text", label: "total, sous_total, secteur ou sous_secteur"},
      year: {type: "integer", label: "année"},
      emissions_mt: {type: "number", label: "millions de tonnes équivalent CO₂"},
      status: {type: "text", label: "statut de publication"},
      note: {type: "text", nullable: true, label: "réserve"},
      baseline_year: {type: "integer", nullable: true, label: "année de référence des cibles"},
      baseline_mt: {type: "number", nullable: true, label: "valeur de référence"},
      target_2030_mt: {type: "number", nullable: true, label: "cible 2030 du Plan Climat 2024-2030"},
      target_2050_mt: {type: "number", nullable: true, label: "cible 2050 du Plan Climat 2024-2030"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  target: {
    grain: "une cible publiée : plan × indicateur × année",
    keys: ["plan", "indicator", "perimeter", "target_year", "unit"],
    columns: {
      plan: {type: "text", label: "plan climat"},
      domain: {type: "text", label: "domaine"},
      indicator: {type: "text", label: "grandeur visée, mot de la source"},
      perimeter: {type: "text", label: "périmètre"},
      baseline_year: {type: "integer", nullable: true, label: "année de référence"},
      baseline_value: {type: "number", nullable: true, label: "valeur de référence"},
      target_year: {type: "integer", label: "année visée"},
      target_value: {type: "number", label: "valeur visée"},
      unit: {type: "text", label: "unité"},
      status: {type: "text", label: "statut de publication"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  climate_series: {
    grain: "une valeur d’un indicateur des plans climat, selon une source",
    keys: ["source_id", "record_number"],
    columns: {
      indicator: {type: "text", label: "grandeur mesurée, mot de la source"},
      detail: {type: "text", nullable: true, label: "secteur, mode de déplacement ou polluant"},
      perimeter: {type: "text", label: "périmètre"},
      from_year: {type: "integer", nullable: true, label: "première année d’une évolution ou d’un cumul"},
      year: {type: "integer", nullable: true, label: "année"},
      value: {type: "number", label: "valeur, dans son unité"},
      unit: {type: "text", label: "unité"},
      status: {type: "text", label: "statut de publication"},
      is_published: {type: "boolean", label: "publié par un organisme officiel, ou par la presse qui le cite"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"},
      record_number: {type: "integer", label: "rang de la ligne dans ce fichier, à partir de 1"}
    }
  },
  carbon_budget: {
    grain: "un budget carbone, ou un montant qui l’accompagne",
    keys: ["indicator", "perimeter", "from_year", "to_year"],
    columns: {
      indicator: {type: "text", label: "ce que dit le nombre, mot de la source"},
      perimeter: {type: "text", label: "périmètre"},
      from_year: {type: "integer", label: "première année"},
      to_year: {type: "integer", label: "dernière année, comprise"},
      value: {type: "number", label: "valeur, dans son unité"},
      unit: {type: "text", label: "unité"},
      status: {type: "text", label: "statut de publication"},
      is_published: {type: "boolean", label: "publié par un organisme officiel, ou par la presse qui le cite"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  mobilisation: {
    grain: "un compte de participants ou de contributions, selon une source",
    keys: ["source_id", "record_number"],
    columns: {
      declared_date: {type: "text", nullable: true, label: "date telle que la source la donne"},
      year: {type: "integer", nullable: true, label: "année"},
      program: {type: "text", label: "démarche ou dispositif"},
      indicator: {type: "text", label: "ce qui est compté"},
      value: {type: "number", label: "valeur, dans son unité"},
      unit: {type: "text", label: "unité"},
      status: {type: "text", label: "statut de publication"},
      is_published: {type: "boolean", label: "publié par un organisme officiel, ou par la presse qui le cite"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"},
      record_number: {type: "integer", label: "rang de la ligne dans ce fichier, à partir de 1"}
    }
  },
  climate_action: {
    grain: "une action du Plan Climat dont l’effet est imprimé",
    keys: ["action"],
    columns: {
      sector: {type: "text", label: "secteur ; total pour la somme imprimée"},
      action: {type: "text", label: "action"},
      from_year: {type: "integer", label: "première année"},
      to_year: {type: "integer", label: "dernière année"},
      reduction_mt: {type: "number", label: "réduction attendue, millions de tonnes équivalent CO₂"},
      status: {type: "text", label: "statut de publication"},
      is_published: {type: "boolean", label: "publié comme constat : une projection ne l’est pas"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
  equivalence: {
    grain: "un facteur qui change une quantité en une autre, de tous les jours",
    keys: ["key"],
    columns: {
      key: {type: "text", label: "clé de la source"},
      label: {type: "text", label: "nom"},
      category: {type: "text", label: "catégorie"},
      value: {type: "number", label: "facteur, dans son unité"},
      unit: {type: "text", label: "unité"},
      quantity: {type: "text", label: "ce que le facteur mesure"},
      vintage: {type: "text", label: "millésime"},
      status: {type: "text", label: "statut de publication"},
      is_published: {type: "boolean", label: "publié par un organisme officiel"},
      note: {type: "text", nullable: true, label: "réserve"},
      source_url: {type: "text", label: "page lue"},
      source_id: {type: "text", label: "fichier d’origine"}
    }
  },
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

/** Name of a published table. */
export type TableName = keyof typeof tables;

type Value<C extends Column> = C["type"] extends "integer" | "number"
  ? number
  : C["type"] extends "boolean"
    ? boolean
    : string;

/** One row of a published table, as plain TypeScript values; a nullable column may be null, never undefined. */
export type Row<T extends TableName> = {
  -readonly [K in keyof (typeof tables)[T]["columns"]]: (typeof tables)[T]["columns"][K] extends infer C extends Column
    ? C extends {nullable: true}
      ? Value<C> | null
      : Value<C>
    : never;
};

/** Rows of the tables that a figure or an indicator asked for. */
export type Tables = {[T in TableName]: Row<T>[]};
