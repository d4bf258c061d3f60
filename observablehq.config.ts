import {existsSync, readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {installMirror} from "./loaders/site/npm-mirror.js";
import {isAnalystPage, pageBanners, pageFooter, pageHead, type BuildState} from "./loaders/site/page-frame.js";
import {publishedNotebooks} from "./src/carnets/published.js";
import rules from "./src/catalogue/rules/index.js";
import humanIndicators from "./src/indicators/human/index.js";
import indicators from "./src/indicators/index.js";
import {tables} from "./src/lib/schema.js";
import {lastDivisions} from "./src/marches/cpv/last-divisions.js";

const root = fileURLToPath(new URL(".", import.meta.url));

// `npm run why` reads this file too, and writes nothing.
if (process.env.CARNETS_READ_ONLY === undefined) installMirror({root, source: "src"});

function readSource(path: string): string {
  const file = `src${path}.md`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function readBuildState(): BuildState | null {
  const path = "data/build/report.json";
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

export default {
  root: "src",
  output: process.env.CARNETS_DIST ?? "dist",
  title: "Carnets de l’Agora",
  style: "theme/style.css",
  globalStylesheets: [],
  pages: [
    {
      name: "Marchés publics",
      open: true,
      pages: [
        {name: "Vue d’ensemble", path: "/marches/"},
        {name: "Fournisseurs", path: "/marches/fournisseurs"},
        {name: "Diversité", path: "/marches/diversite"},
        {name: "Concurrence", path: "/marches/concurrence"},
        {name: "Clauses sociales et environnementales", path: "/marches/clauses"},
        {name: "Par domaine d’achat", path: "/marches/cpv/"},
        {name: "Explorateur", path: "/marches/explorer"},
        {name: "Qualité des données", path: "/marches/qualite"}
      ]
    },
    {
      name: "Solidarité",
      open: false,
      pages: [
        {name: "Vue d’ensemble", path: "/solidarite/"},
        {name: "La Nuit", path: "/solidarite/la-nuit"},
        {name: "Où", path: "/solidarite/ou"},
        {name: "Qui", path: "/solidarite/qui"},
        {name: "Hébergement", path: "/solidarite/hebergement"},
        {name: "La Fabrique", path: "/solidarite/la-fabrique"},
        {name: "Agir", path: "/solidarite/agir"}
      ]
    },
    {
      name: "Climat",
      open: false,
      pages: [
        {name: "Trajectoire", path: "/climat/"},
        {name: "Verdict", path: "/climat/verdict"},
        {name: "Budget carbone", path: "/climat/budget"},
        {name: "Secteurs", path: "/climat/secteurs"},
        {name: "Ce que le plan ne mesure pas", path: "/climat/lacunes"},
        {name: "Volontaires", path: "/climat/volontaires"},
        {name: "En termes humains", path: "/climat/en-termes-humains"}
      ]
    },
    {
      name: "Agora",
      open: false,
      pages: [
        {name: "Cette année", path: "/agora/"},
        {name: "Indicateurs humains", path: "/agora/indicateurs/"},
        {name: "L’atelier", path: "/agora/atelier"},
        {name: "Votes", path: "/agora/votes"},
        {name: "Journal des décisions", path: "/agora/journal"},
        {name: "Archives", path: "/agora/archives"},
        {name: "Vie d’un indicateur", path: "/agora/vie-d-un-indicateur"}
      ]
    },
    {name: "Engagements", path: "/engagements/"},
    {name: "Méthode", path: "/methode/"},
    {name: "Données", path: "/donnees/dictionnaire"},
    {name: "Journal", path: "/journal"},
    {
      name: "Atelier",
      open: false,
      pager: null,
      pages: [
        {name: "Carnets Jupyter", path: "/carnets/"},
        {name: "Bac à sable", path: "/bac-a-sable"},
        {name: "Explorer en cellules", path: "/explorer-en-cellules"},
        {name: "Aide-mémoire", path: "/donnees/aide-memoire"}
      ]
    }
  ],
  home: "Accueil",
  search: true,
  toc: {label: "Sur cette page"},
  preserveExtension: true,
  head: ({path}: {path: string}) => pageHead(readSource(path)),
  header: ({path}: {path: string}) => pageBanners(path, readBuildState(), {isAnalyst: isAnalystPage(readSource(path))}),
  footer: pageFooter,
  dynamicPaths: [
    ...[...indicators, ...rules].map(({id}) => `/methode/${id}`),
    ...humanIndicators.map(({id}) => `/agora/indicateurs/${id}`),
    ...lastDivisions().map(({division}) => `/marches/cpv/${division}`),
    ...publishedNotebooks.flatMap((name) => [`/carnets/${name}`, `/notebooks/${name}.ipynb`]),
    ...Object.keys(tables).flatMap((table) => ["arrow", "parquet", "csv"].map((format) => `/data/${table}.${format}`)),
    "/data/report.json",
    "/data/constats.csv",
    "/data/fournisseurs.csv",
    ...readdirSync("src/theme/fonts").map((font) => `/theme/fonts/${font}`)
  ],
  interpreters: {
    ".ts": [
      "node_modules/.bin/deno",
      "run",
      "--quiet",
      "--no-prompt",
      "--no-remote",
      "--cached-only",
      "--config=loaders/deno.json",
      "--allow-read=data,src,node_modules"
    ]
  },
  duckdb: {extensions: {json: null, parquet: null}}
};
