import {defineIndicator} from "../lib/indicator.js";
import {share} from "../lib/metrics/rate.js";
import {isLate, publicationColumns, publicationExcludes, publicationLimits, whyNoDelay} from "../lib/publication.js";

export default defineIndicator({
  id: "late-publication-share",
  version: 1,
  domain: "marches",
  unit: "ratio",
  needs: "award",
  columns: publicationColumns,
  name: "Part publiée après deux mois",
  question: "Quelle part des marchés a été publiée plus de deux mois après sa notification ?",
  formula:
    "Nombre d’attributions publiées plus de deux mois de calendrier après leur notification, divisé par le nombre d’attributions notifiées au moins six mois avant la dernière publication lue.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference:
    "Code de la commande publique, article R. 2196-1 ; arrêtés du 22 mars 2019 et du 22 décembre 2022 : deux mois, et non 60 jours.",
  limits: publicationLimits,
  excludes: publicationExcludes,
  leaveOut: whyNoDelay,
  example: {
    rows: [
      {notified_on: "2023-12-31", first_published_on: "2024-02-29", is_publication_closed: true},
      {notified_on: "2023-12-31", first_published_on: "2024-03-01", is_publication_closed: true},
      {notified_on: null, first_published_on: "2024-03-01", is_publication_closed: false}
    ],
    value: 0.5
  },
  compute: (rows) => share(rows, isLate)
});
