import {expect, it} from "vitest";
import {archivesPage} from "../../src/agora/archives-page.js";
import {agoraPage} from "../../src/agora/index-page.js";
import {agoraJournalPage} from "../../src/agora/journal-page.js";
import {lifePage} from "../../src/agora/life-page.js";
import type {Register} from "../../src/agora/register.js";
import {votesPage} from "../../src/agora/votes-page.js";
import {RegisterCopy} from "./copy.js";

const file = "2027/agora.yaml";
const id = "oiseaux-du-matin";

/** Two years of a register, of which a test writes each step in turn. */
const start = `agora: 2027
fictif: true
presidence:
  - {college: volontaires, du: 2027-01-01, au: 2027-12-31}
seances:
  - id: seance-2027
    date: 2027-06-12
    genre: annuelle
    titre: "Séance annuelle 2027"
    ordre_du_jour: ["Voter les oiseaux"]
    effectifs: {administration: 8, entreprises: 20, associations: 30, volontaires: 100}
    regles: {quorum: 0.5, colleges_requis: 3, refus_maximal: 0.667}
propositions:
  - id: ${id}
    titre: "Les oiseaux du matin"
    verbatim: "« On n’entend plus les moineaux. <script>alert(1)</script> »"
    college: volontaires
    deposee_le: 2027-01-16
etapes:
`;
const step = (etat: string, date: string, acteur: string, seance?: string) =>
  `  - {proposition: ${id}, etat: ${etat}, date: ${date}, acteur: ${acteur}, motif: "Motif de ${etat}."${seance ? `, seance: ${seance}` : ""}}\n`;
const ballots = `seance,proposition,version,college,regle,pour,contre,abstention,mentions
seance-2027,${id},1,administration,double,5,2,0,
seance-2027,${id},1,entreprises,double,9,6,1,
seance-2027,${id},1,associations,double,20,2,1,
seance-2027,${id},1,volontaires,double,70,9,3,
`;

const ofIt = ({proposal}: Register) => proposal.find((one) => one.proposal_id === id);

it("goes from a proposal to its retirement by editing files only, and every page follows", async () => {
  const copy = new RegisterCopy();
  copy.write(file, start + step("recevable", "2027-01-25", "secretariat"));
  const add = (text: string) => copy.write(file, copy.text(file) + text);

  const admissible = await copy.built("2027-02-01");
  expect(ofIt(admissible)).toMatchObject({state: "admissible", author_college: "volontaires"});
  expect(agoraPage(admissible)).toContain("L’année 2027");
  expect(agoraPage(admissible)).toContain("à venir");
  expect(agoraPage(admissible)).not.toContain("<script>");
  expect(agoraPage(admissible)).toContain("&#60;script&#62;");
  expect(votesPage(admissible)).toContain("Aucun vote cette année");

  add(step("discute", "2027-02-20", "agora") + step("faisabilite_examinee", "2027-03-20", "services"));
  add(step("mis_au_vote", "2027-06-12", "agora", "seance-2027"));
  expect(copy.staged(["2024", "2025", "2026"]).proposal.length).toBeGreaterThan(0);
  copy.write("2027/votes.csv", ballots);
  const voted = await copy.built();
  expect(ofIt(voted)).toMatchObject({state: "put_to_vote"});
  expect(votesPage(voted)).toContain(`data-objet="seance-2027--${id}--1"`);
  expect(agoraPage(voted)).toContain("1 indicateur a été mis au vote");

  // The ballots adopt it: writing anything else is refused.
  add(step("rejete", "2027-06-12", "agora", "seance-2027"));
  await expect(copy.built()).rejects.toThrow("attendu adopte, ce que donnent les bulletins");
  copy.edit(
    file,
    step("rejete", "2027-06-12", "agora", "seance-2027"),
    step("adopte", "2027-06-12", "agora", "seance-2027")
  );
  add(step("mesure", "2027-09-06", "services"));
  add(
    `presentations:\n  - {seance: seance-2027, college: volontaires, conseil_le: 2027-07-06, demande: "Des haies.", reponse: "Deux haies.", reponse_le: 2027-10-05}\n`
  );
  const measured = await copy.built();
  expect(ofIt(measured)).toMatchObject({state: "measured", state_on: "2027-09-06"});
  expect(agoraPage(measured)).toMatch(/### En usage[\s\S]*Les oiseaux du matin[\s\S]*### En chemin/);
  expect(agoraJournalPage(measured)).toContain("Motif de adopte.");
  expect(archivesPage(measured)).toContain("Réponse du 5\u00a0octobre\u00a02027\u00a0: Deux haies.");

  add(
    `revues:\n  - {proposition: ${id}, date: 2027-11-13, decision: retire, acteur: agora, motif: "Le micro est tombé en panne."}\n`
  );
  const retired = await copy.built();
  expect(ofIt(retired)).toMatchObject({state: "retired"});
  expect(retired.step.filter((one) => one.proposal_id === id).map(({state}) => state)).toEqual([
    "proposed",
    "admissible",
    "discussed",
    "feasibility_reviewed",
    "put_to_vote",
    "adopted",
    "measured",
    "reviewed",
    "retired"
  ]);
  expect(agoraPage(retired)).toMatch(/### Retirés[\s\S]*Les oiseaux du matin/);
  expect(agoraJournalPage(retired)).toContain(
    "retiré, par l’Agora, tous collèges réunis. Le micro est tombé en panne."
  );
  expect(archivesPage(retired)).toContain("Le micro est tombé en panne.");
  expect(lifePage(retired)).toContain("Une vie, pas à pas");
}, 180_000);
