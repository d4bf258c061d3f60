/** Types of place where people were met, in the order in which charts stack them, with their names on screen. */
export const partNames = {
  street: "rues",
  metro: "métro et RER",
  stations: "gares",
  car_parks: "parkings",
  hospitals: "hôpitaux",
  landlords: "adresses de bailleurs sociaux",
  hospitals_and_landlords: "hôpitaux et adresses de bailleurs",
  woods: "bois (Vincennes et Boulogne)",
  green: "talus, parcs, jardins et campements",
  woods_and_green: "bois, talus, parcs, jardins et campements",
  not_itemised: "non détaillé"
} as const;

/** Groups of places that sources print beside their parts, with the parts that they add up. */
export const groups: Readonly<Record<string, {name: string; members: readonly string[]}>> = {
  outside_street: {
    name: "ensemble hors rues",
    members: [
      "metro",
      "stations",
      "car_parks",
      "hospitals",
      "landlords",
      "hospitals_and_landlords",
      "woods",
      "green",
      "woods_and_green"
    ]
  },
  partners: {
    name: "lieux des partenaires, ensemble",
    members: ["metro", "stations", "car_parks", "hospitals", "landlords", "hospitals_and_landlords"]
  },
  hospitals_and_landlords: {name: partNames.hospitals_and_landlords, members: ["hospitals", "landlords"]},
  woods_and_green: {name: partNames.woods_and_green, members: ["woods", "green"]},
  new_places: {name: "lieux non visités l’année d’avant", members: []}
};

/**
 * What a type of place is called in `nuit_solidarite_lieux.csv`, and the part or group that it belongs to. Two names of
 * one part in one edition are added up: a wood or a named site never stands alone. Null: a place that is finer than an
 * arrondissement, or a subset that crosses places; it is not published.
 */
export const placeOf: Readonly<Record<string, string | null>> = {
  rue: "street",
  "gares (SNCF)": "stations",
  "AP-HP (salles d’attente)": "hospitals",
  "métro et RER (RATP)": "metro",
  parkings: "car_parks",
  "Bois de Vincennes": "woods",
  "Bois de Boulogne": "woods",
  "La Colline (18e)": "woods",
  "bois (Vincennes + Boulogne) et La Colline": "woods",
  "bois (Vincennes + Boulogne)": "woods",
  "bois, parcs, jardins et talus (ensemble)": "woods_and_green",
  "bois + talus, parcs, jardins, campements (ensemble)": "woods_and_green",
  "talus du périphérique, parcs et jardins, campements": "green",
  "campements et périphérique": "green",
  "adresses de bailleurs sociaux (Paris Habitat…)": "landlords",
  "bailleurs sociaux + AP-HP (ensemble)": "hospitals_and_landlords",
  "lieux des partenaires (ensemble)": "partners",
  "autres secteurs que la rue (ensemble)": "outside_street",
  "lieux non visités en 2018 (parcs, jardins, talus, halls)": "new_places",
  "campements (groupes de plus de 20)": null
};

/** Names that only make sense together: one of them alone would single out a wood. */
export const onlyTogether: readonly string[] = ["Bois de Vincennes", "Bois de Boulogne"];

/** Name of a part or a group on screen; its identifier when unknown. */
export function placeName(id: string): string {
  return (partNames as Readonly<Record<string, string>>)[id] ?? groups[id]?.name ?? id;
}
