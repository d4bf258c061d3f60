import largeAwardShare from "../indicators/large-award-share.js";
import midCapAwardShare from "../indicators/mid-cap-award-share.js";
import smeAmountShare from "../indicators/sme-amount-share.js";
import smeAwardShare from "../indicators/sme-award-share.js";
import smeCeilingShare from "../indicators/sme-ceiling-share.js";
import {formatRatio} from "../lib/format.js";
import {steps} from "../lib/palette.js";
import {traits} from "../lib/traits.js";
import {classYearsFigure} from "./class-years.js";
import {shareCell, type ShareCell} from "./diversity.js";

const step = (i: number) => steps[i] ?? {fill: "var(--rule)", ink: "var(--ink)"};

export default classYearsFigure<ShareCell>({
  id: "enterprise-category",
  indicators: [smeAwardShare, smeAmountShare, smeCeilingShare, midCapAwardShare, largeAwardShare],
  column: "enterprise_category",
  classes: [
    {value: "PME", name: "PME", color: step(1).fill, ink: step(1).ink},
    {value: "ETI", name: "taille intermédiaire", color: step(3).fill, ink: step(3).ink},
    {value: "GE", name: "grande entreprise", color: step(5).fill, ink: step(5).ink}
  ],
  extraOf: (links) => shareCell(traits.sme, links, "awards"),
  title: ({extra: {value}}) =>
    value === null
      ? "Catégorie des titulaires"
      : `${formatRatio(value)} des attributions de catégorie connue vont à des PME`,
  subject: "Catégorie Insee des titulaires : PME, entreprise de taille intermédiaire, grande entreprise",
  unknownName: "catégorie inconnue",
  bigNumbers: () => [],
  notes: [
    "La catégorie est celle du groupe entier, pour une année passée : la filiale d’un grand groupe est une grande entreprise.",
    "Elle manque aux organismes publics, aux étrangers et à certaines unités : l’inconnu est montré, jamais réparti."
  ],
  scope: "Titulaires et cotitulaires ; une attribution à plusieurs titulaires compte pour chacun à parts égales.",
  isTold: ({extra: {value}}) => value !== null,
  empty:
    "Aucune catégorie Insee (PME, ETI, GE) dans le registre lu : la part des PME ne peut pas être calculée. Donnez le stock Sirene des unités légales avec les marchés."
});
