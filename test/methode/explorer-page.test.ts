import {expect, it} from "vitest";
import {explorerPage} from "../../src/marches/explorer-page.js";
import {explorerTable} from "../lib/explore/rows.js";

it("holds the totals by year, division and procedure, each a link to the awards behind it", () => {
  const table = explorerTable([
    {notifiedOn: "2024-01-01", division: "45", procedure: "Appel d’offres ouvert", amountEur: 1000.5},
    {notifiedOn: "2025-01-01", division: "45", procedure: null, amountEur: null}
  ]);
  const page = explorerPage({table, bytes: 1_500_000});
  expect(page).toContain("2 attributions, pour 1\u202f000\u00a0€ hors taxes");
  expect(page.match(/<table>/g)).toHaveLength(3);
  expect(page).toContain(
    '<a rel="external" href="./explorer?procedure=Appel+d%E2%80%99offres+ouvert">Appel d’offres ouvert</a></th><td class="number">1\u202f000,50\u00a0€</td>'
  );
  expect(page).toContain(
    '<a rel="external" href="./explorer?annee=2025">2025</a></th><td class="number">non retenu</td><td class="number">1</td><td class="number">1</td>'
  );
  expect(page).toContain('data-year="2025"');
  expect(page).toContain("1,5 Mo");
});

it("says that nothing was built yet", () => {
  expect(explorerPage(null)).toContain("Aucune donnée n’a encore été construite.");
});
