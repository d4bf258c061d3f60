import {defineIndicator} from "../lib/indicator.js";
import {median} from "../lib/metrics/quantile.js";
import {
  publicationColumns,
  publicationDays,
  publicationExcludes,
  publicationLimits,
  whyNoDelay
} from "../lib/publication.js";

export default defineIndicator({
  id: "publication-delay",
  version: 1,
  domain: "marches",
  unit: "days",
  needs: "award",
  columns: publicationColumns,
  name: "Délai médian de publication",
  question: "Combien de jours passent entre la notification d’un marché et la publication de ses données ?",
  formula:
    "Médiane (définition R-8) du nombre de jours entre la notification et la première publication connue, sur les attributions notifiées au moins six mois avant la dernière publication lue.",
  origin: "Engagement de la Ville de Paris : fiabiliser la donnée de ses marchés publics.",
  reference: "Code de la commande publique, article R. 2196-1 ; Hyndman et Fan, 1996, définition 8 pour la médiane.",
  limits: publicationLimits,
  excludes: publicationExcludes,
  leaveOut: whyNoDelay,
  example: {
    rows: [
      {notified_on: "2024-03-01", first_published_on: "2024-03-09", is_publication_closed: true},
      {notified_on: "2024-03-01", first_published_on: "2024-03-10", is_publication_closed: true},
      {notified_on: "2024-03-01", first_published_on: "2024-06-30", is_publication_closed: true},
      {notified_on: "2024-03-01", first_published_on: "2024-03-02", is_publication_closed: true},
      {notified_on: "2024-03-01", first_published_on: "2024-02-01", is_publication_closed: true},
      {notified_on: "2025-03-01", first_published_on: "2025-03-02", is_publication_closed: false}
    ],
    value: 8.5
  },
  compute: (rows) => median(rows.map((row) => publicationDays(row) ?? 0))
});
