import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {shapedFolder, temporaryFolder} from "./work.js";

/** Fictional contracts: identifier, object, amount of the source in French, amount as its XML has it. */
const contracts = [
  ["F1", "Papier de bureau", "40 000,00", "4000000"],
  ["F2", "Taille des haies", "1 250,50", "125050"],
  ["F3", "Entretien de l’ascenseur", "9 300,20", "930020"],
  ["F4", "Fournitures de peinture", "77 000,00", "77000"]
] as const;

const xml = `<?xml version="1.0" encoding="UTF-8"?><marches>${[
  ...contracts,
  ["F5", "Location de salles", "", "6000000"]
]
  .map(
    ([id, object, , amount]) =>
      `<marche><id>${id}</id><nature>Marché</nature><objet>${object}</objet><codeCPV>22113000-5</codeCPV><procedure>Procédure adaptée</procedure><dureeMois>48</dureeMois><montant>${amount}</montant><acheteur><id>21750001600019</id></acheteur><titulaires><titulaire><id>73282932000074</id><typeIdentifiant>SIRET</typeIdentifiant></titulaire></titulaires></marche>`
  )
  .join("")}</marches>`;

const csv = [
  "id|acheteur_id|nature|objet|codeCPV|procedure|DureeMois|dateNotification|montant|titulaires_id|titulaires_typeIdentifiant",
  ...contracts.map(
    ([id, object, amount]) =>
      `${id}|21750001600019|Marché|${object}|22113000-5|Procédure adaptée|48|01/02/2019|${amount}|73282932000074|SIRET`
  )
].join("\n");

it("a source CSV beside an XML that lost its decimals settles each amount that both declare", async () => {
  const [folder, work] = [temporaryFolder(), temporaryFolder()];
  const inputs = Object.entries({"marches.xml": xml, "marches.csv": csv}).map(([label, text]) => {
    const path = join(folder, label);
    writeFileSync(path, text);
    return {path, label, isFictional: true};
  });
  const [lost, source] = await readInputs(work, inputs);
  const {rows} = await shapedFolder(work);
  const kept = rows("contract").map(({contract_id, amount_eur, source_id}) => [contract_id, amount_eur, source_id]);
  expect(kept).toEqual([
    ["F1", 40000, source?.source_id],
    ["F2", 1250.5, source?.source_id],
    ["F3", 9300.2, source?.source_id],
    ["F4", 77000, source?.source_id],
    ["F5", 6000000, lost?.source_id]
  ]);
  const found = rows("finding").filter(({rule}) => rule === "amount-times-hundred");
  expect(found.map(({source_id, declared, repaired}) => [source_id, declared, repaired])).toEqual([
    [lost?.source_id, "4000000.00", "40000.00"],
    [lost?.source_id, "125050.00", "1250.50"],
    [lost?.source_id, "930020.00", "9300.20"],
    [lost?.source_id, "6000000.00", "60000.00"]
  ]);
  expect(found.map(({evidence}) => evidence)).toEqual([
    ...["40000.00", "1250.50", "9300.20"].map(
      (amount, i) =>
        `tranché : le fichier ${source?.source_id} déclare ${amount} (enregistrement ${i + 1}) ; de même pour 3 des 4 montants communs`
    ),
    `tout le fichier : 3 des 4 montants que déclare aussi le fichier ${source?.source_id} y valent exactement cent fois moins`
  ]);
  const declared = rows("contract_source").filter(({source_id}) => source_id === lost?.source_id);
  expect(declared.map(({amount_declared_eur}) => amount_declared_eur)).toEqual([
    4000000, 125050, 930020, 77000, 6000000
  ]);
});
