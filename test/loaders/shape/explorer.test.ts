import {describe, expect, it} from "vitest";
import {holder, record, shaped} from "./work.js";

/** Two units whose SIREN pass their key. */
const [alpha, beta] = ["732829320", "552081317"] as const;
const register = [
  "siren,nom,forme_juridique,activite_principale,commune,code_postal,tranche_effectifs,date_creation,etat,code_commune,categorie_entreprise,est_ess,statut_diffusion",
  `${alpha},ALPHA ; TRAVAUX,5710,43.21A,PARIS,75012,12,2001-01-01,A,75112,PME,,O`,
  `${beta},DUPONT JEANNE,1000,43.21A,NANTERRE,92000,01,2010-01-01,A,92050,PME,,O`,
  ""
].join("\n");

describe("the explorer's table", () => {
  it("has one row per award, its suppliers in one cell, sets without repetition, and no sole trader's name", async () => {
    const {rows} = await shaped({
      files: [
        [
          record({id: "A1", amount: "1000", holders: [holder(`${beta}00011`), holder(`${alpha}00074`)]}),
          record({id: "A2", object: "autre", amount: "5", holders: [holder("BE0123456789", "TVA")]}),
          record({
            id: "A3",
            object: "sans date",
            notified_on: null,
            cpv: null,
            procedure: null,
            holders: [holder(null, null)]
          })
        ]
      ],
      csv: [{dataset: "sirene", text: register}]
    });
    const [first, second, last] = rows("explorer");
    expect(rows("explorer")).toHaveLength(rows("award").length);
    expect(first).toMatchObject({
      award_uid: "217500016-A1",
      year: 2024,
      amount_eur: 1000,
      supplier_ids: `${beta} ; ${alpha}`,
      supplier_names: " ; ALPHA, TRAVAUX",
      supplier_categories: "PME",
      supplier_places: "paris ; petite-couronne"
    });
    expect(second).toMatchObject({amount_eur: null, supplier_names: null, supplier_categories: "inconnu"});
    expect(second?.supplier_places).toBe("etranger");
    expect(last).toMatchObject({
      notified_on: null,
      year: null,
      cpv_division: null,
      procedure: null,
      supplier_ids: "inconnu"
    });
  });
});
