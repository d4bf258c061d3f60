import type {TableSchema} from "../schema.js";

/** Tables of the climate plan. */
export const climateTables = {
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
  }
} as const satisfies Record<string, TableSchema>;
