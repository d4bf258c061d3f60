import type {RecordSource} from "../read/records.js";
import references from "../staging/references.js";
import {cpvListColumns} from "./cpv.js";
import {areDecpKeys, decpPaths, decpRecordsIn, readDecpRecord} from "./decp.js";
import {DecpCopier} from "./decp-copy.js";
import {decpXml} from "./decp-xml.js";
import {maybeOcds} from "./ocds-document.js";
import {registerLayouts} from "./sirene.js";
import {areTableKeys, flatLineReader, maybeRecordsInExport, tablePaths} from "./tables.js";

/** A source of JSON records: where they stand, and how one becomes a row. */
export interface JsonSource extends RecordSource {
  format: "json";
  /** Paths of the splitter. */
  paths: readonly string[];
  /** Those of them that other kinds of documents have too: they say nothing about the source. */
  sharedPaths: readonly string[];
}

/** A reference table, copied as it came; recognised by columns that only it has together. */
export interface CsvSource {
  dataset: string;
  format: "csv";
  columns: readonly string[];
}

/** A document that people write by hand, copied as it came; recognised by a first-level key that only it has. */
export interface YamlSource {
  dataset: string;
  format: "yaml";
  key: string;
}

const readFlatLine = flatLineReader();

const decp: JsonSource = {
  dataset: "decp",
  format: "json",
  paths: [...decpPaths, ...tablePaths],
  sharedPaths: tablePaths,
  isRecord: (keys) => areDecpKeys(keys) || areTableKeys(keys),
  recordsIn: (value) => maybeRecordsInExport(value) ?? decpRecordsIn(value),
  read: (record) => readFlatLine(record) ?? readDecpRecord(record),
  copier: () => new DecpCopier()
};

const tables: readonly CsvSource[] = [
  ...references.map(({dataset, columns}): CsvSource => ({dataset, format: "csv", columns})),
  csv("nuit-solidarite", "edition date_nuit perimetre statut total_personnes"),
  csv("nuit-ruptures", "edition perimetre rupture source"),
  csv("nuit-lieux", "edition type_lieu personnes statut methode petit_effectif_inf_11"),
  csv("nuit-arrondissements", "edition arrondissement type_zone personnes champ statut"),
  csv("nuit-profils", "edition perimetre indicateur modalite part_pct effectif base"),
  csv("nuit-chiffres", "edition date_nuit perimetre indicateur valeur precision"),
  csv("nuit-jeu-ouvert", "edition_jeu_ouvert personnes_jeu_ouvert"),
  csv("hebergement", "annee date categorie valeur champ statut"),
  csv("fabrique-solidarite", "annee date_ou_periode indicateur valeur precision statut"),
  csv("jeux-ouverts", "identifiant portail usage_recommande"),
  csv("emissions-ges", "annee perimetre secteur niveau valeur unite serie statut"),
  csv("objectifs-climat", "plan domaine indicateur annee_cible valeur_cible sens"),
  csv("climat-energie", "annee_debut annee indicateur secteur perimetre valeur"),
  csv("climat-mobilite", "annee_debut annee indicateur mode perimetre valeur"),
  csv("climat-air", "annee_debut annee indicateur polluant perimetre valeur"),
  csv("climat-series", "annee_debut annee indicateur perimetre valeur"),
  csv("climat-budget", "periode_debut periode_fin perimetre indicateur valeur"),
  csv("climat-mobilisation", "date annee dispositif indicateur valeur"),
  csv("climat-actions", "secteur action reduction annee_debut annee_fin"),
  csv("equivalences", "cle libelle valeur unite grandeur millesime"),
  csv("agora-votes", "seance proposition college regle pour contre abstention"),
  ...registerLayouts.map(({columns}): CsvSource => ({dataset: "sirene", format: "csv", columns})),
  {dataset: "cpv", format: "csv", columns: cpvListColumns}
];

const documents: readonly YamlSource[] = [
  {dataset: "engagements", format: "yaml", key: "engagements"},
  {dataset: "agora-colleges", format: "yaml", key: "colleges"},
  {dataset: "agora", format: "yaml", key: "agora"}
];

/** Every source that `npm run data` reads. To add one: its file in this folder and one line here. */
export default {
  json: (head: string): JsonSource => maybeOcds(head) ?? decp,
  xml: decpXml,
  csv: tables,
  yaml: documents
};

function csv(dataset: string, columns: string): CsvSource {
  return {dataset, format: "csv", columns: columns.split(" ")};
}
