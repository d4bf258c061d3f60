/** Works, services or supplies: decides the letter in the contract's id, the price form and the general clauses. */
export type Trade = "T" | "S" | "F";

/** A CPV division, how many of Paris's 2,206 rows of 2024–2025 it holds, and what the fictional City buys there. */
export interface Division {
  trade: Trade;
  weight: number;
  /** Eight digits and the object, after which a place follows. */
  needs: readonly (readonly [cpv: string, object: string])[];
  /** Words that end a company's name. */
  crafts: readonly string[];
}

/** Divisions 03 and 09 weigh a little more than in Paris, for seven-digit CPV codes come from them alone. */
export const divisions: readonly Division[] = [
  {
    trade: "T",
    weight: 860,
    needs: [
      ["45214200", "réfection des classes"],
      ["45453100", "remise en état des façades"],
      ["45233140", "pavage de la chaussée"],
      ["45261210", "couverture et zinguerie"],
      ["45310000", "mise aux normes électriques"],
      ["45331000", "remplacement de la chaufferie"],
      ["45421000", "menuiseries extérieures"],
      ["45442100", "peinture intérieure"],
      ["45112710", "aménagement d’un jardin partagé"],
      ["45262660", "retrait de matériaux amiantés"],
      ["45321000", "isolation thermique"]
    ],
    crafts: ["Bâtiment", "Travaux", "Façades", "Voirie", "Toitures"]
  },
  {
    trade: "S",
    weight: 371,
    needs: [
      ["71221000", "maîtrise d’œuvre de la rénovation"],
      ["71317200", "coordination de la sécurité du chantier"],
      ["71356200", "assistance à la maîtrise d’ouvrage"],
      ["71314300", "diagnostic énergétique"],
      ["71632000", "essais et contrôles techniques"],
      ["71351810", "relevés topographiques"]
    ],
    crafts: ["Architectes", "Ingénierie", "Études", "Contrôle"]
  },
  {
    trade: "S",
    weight: 139,
    needs: [
      ["79713000", "gardiennage et médiation"],
      ["79952000", "organisation d’une fête de quartier"],
      ["79340000", "campagne d’information"],
      ["79530000", "traduction en langue des signes"],
      ["79810000", "impression d’affiches"]
    ],
    crafts: ["Communication", "Accueil", "Événements"]
  },
  {
    trade: "S",
    weight: 127,
    needs: [
      ["92312000", "spectacles jeune public"],
      ["92610000", "animation sportive"],
      ["92521000", "montage d’une exposition"],
      ["92331210", "ateliers du mercredi"]
    ],
    crafts: ["Spectacles", "Animation", "Culture"]
  },
  {
    trade: "S",
    weight: 84,
    needs: [
      ["72262000", "développement d’un téléservice"],
      ["72253000", "assistance aux utilisateurs"],
      ["72415000", "hébergement des sites"],
      ["72316000", "analyse de données ouvertes"]
    ],
    crafts: ["Numérique", "Logiciels", "Données"]
  },
  {
    trade: "S",
    weight: 75,
    needs: [
      ["50750000", "maintenance des ascenseurs"],
      ["50720000", "entretien du chauffage"],
      ["50232100", "entretien de l’éclairage"],
      ["50112000", "réparation des véhicules"]
    ],
    crafts: ["Maintenance", "Entretien"]
  },
  {
    trade: "S",
    weight: 64,
    needs: [
      ["80500000", "formation des agents"],
      ["80511000", "formation aux premiers secours"],
      ["80570000", "accompagnement de reconversions"]
    ],
    crafts: ["Formation", "Apprentissages"]
  },
  {
    trade: "F",
    weight: 54,
    needs: [
      ["22113000", "livres de la bibliothèque"],
      ["22200000", "abonnements de presse"],
      ["22462000", "documents imprimés"]
    ],
    crafts: ["Librairie", "Éditions"]
  },
  {
    trade: "F",
    weight: 49,
    needs: [
      ["39130000", "mobilier de bureau"],
      ["39160000", "mobilier scolaire"],
      ["39221000", "équipement de la cuisine"]
    ],
    crafts: ["Mobilier", "Agencement"]
  },
  {
    trade: "F",
    weight: 45,
    needs: [
      ["44316000", "quincaillerie"],
      ["44113600", "enrobés"],
      ["44423400", "panneaux de signalisation"]
    ],
    crafts: ["Fournitures", "Matériaux"]
  },
  {
    trade: "F",
    weight: 44,
    needs: [
      ["34430000", "vélos à assistance électrique"],
      ["34144512", "bennes à ordures ménagères"],
      ["34928400", "bancs et corbeilles"]
    ],
    crafts: ["Véhicules", "Cycles"]
  },
  {
    trade: "S",
    weight: 40,
    needs: [
      ["90611000", "balayage des rues"],
      ["90911200", "nettoyage des bureaux"],
      ["90511000", "collecte des déchets"],
      ["90610000", "entretien des fontaines"]
    ],
    crafts: ["Propreté", "Collecte"]
  },
  {
    trade: "F",
    weight: 27,
    needs: [
      ["32323500", "vidéoprotection"],
      ["32342410", "sonorisation"]
    ],
    crafts: ["Audiovisuel"]
  },
  {
    trade: "F",
    weight: 26,
    needs: [
      ["30213100", "ordinateurs portables"],
      ["30192700", "papeterie"]
    ],
    crafts: ["Bureautique"]
  },
  {
    trade: "S",
    weight: 26,
    needs: [
      ["77310000", "plantation et entretien des espaces verts"],
      ["77211500", "taille des arbres"]
    ],
    crafts: ["Paysage", "Jardins"]
  },
  {
    trade: "S",
    weight: 23,
    needs: [
      ["66510000", "assurances"],
      ["66110000", "services bancaires"]
    ],
    crafts: ["Assurances"]
  },
  {
    trade: "F",
    weight: 40,
    needs: [
      ["03451000", "plantes vivaces"],
      ["03452000", "arbres d’alignement"],
      ["03221000", "légumes de saison"],
      ["03413000", "bois de chauffage"]
    ],
    crafts: ["Pépinières", "Maraîchage"]
  },
  {
    trade: "F",
    weight: 24,
    needs: [
      ["09310000", "électricité renouvelable"],
      ["09123000", "gaz naturel"]
    ],
    crafts: ["Énergies"]
  },
  {
    trade: "S",
    weight: 21,
    needs: [
      ["60130000", "transport d’élèves"],
      ["60140000", "location de cars"]
    ],
    crafts: ["Transports"]
  },
  {
    trade: "F",
    weight: 20,
    needs: [
      ["37535200", "jeux du square"],
      ["37300000", "instruments de musique"]
    ],
    crafts: ["Jeux"]
  },
  {
    trade: "S",
    weight: 17,
    needs: [
      ["85311000", "accueil et hébergement d’urgence"],
      ["85320000", "accompagnement social"]
    ],
    crafts: ["Solidarités"]
  },
  {trade: "F", weight: 17, needs: [["16311000", "tondeuses à gazon"]], crafts: ["Matériels"]},
  {
    trade: "S",
    weight: 16,
    needs: [
      ["55524000", "restauration scolaire"],
      ["55120000", "salles de réunion"]
    ],
    crafts: ["Restauration"]
  },
  {trade: "F", weight: 15, needs: [["38410000", "capteurs de qualité de l’air"]], crafts: ["Mesures"]},
  {trade: "F", weight: 13, needs: [["33141000", "trousses de secours"]], crafts: ["Santé"]},
  {trade: "F", weight: 12, needs: [["42512300", "ventilation"]], crafts: ["Climatique"]},
  {trade: "F", weight: 11, needs: [["18110000", "vêtements de travail"]], crafts: ["Textile"]},
  {
    trade: "F",
    weight: 11,
    needs: [
      ["15500000", "produits laitiers"],
      ["15810000", "pain et pâtisserie"]
    ],
    crafts: ["Alimentation"]
  },
  {trade: "S", weight: 8, needs: [["64110000", "services postaux"]], crafts: ["Courrier"]},
  {trade: "S", weight: 5, needs: [["98390000", "ateliers de réparation"]], crafts: ["Services"]}
];
