import {isMet, paces, pathOfCourse, progressRate, projectedRatio, rateRatio, towards, type Course} from "./pace.js";
import {completion, geometricExpected, geometricLead, linearExpected, linearLead, steppedGoal} from "./trend.js";

/** What one rule says of a course: words, or the reason why it says nothing. */
export interface Verdict {
  /** Null when the rule abstains. */
  label: string | null;
  /** Why the rule abstains; null when it does not. */
  reason: string | null;
  /** The number that the rule looks at; null when it has none. */
  value: number | null;
}

/** A rule that judges a course, with its parameters in words and where they were read. */
export interface PaceRule {
  id: string;
  name: string;
  /** What `value` measures. */
  measure: string;
  /** How `value` is written. */
  unit: "years" | "ratio" | "times";
  /** The thresholds, in one sentence. */
  thresholds: string;
  /** Where the rule was read; no address where only its publisher is known. */
  source: {label: string; url: string | null};
  judge: (course: Course) => Verdict;
}

/** Labels by the least value that earns them, from the highest; the last one catches all. */
type Bands = readonly (readonly [number, string])[];

const met = "cible atteinte";

/** Share of the way from base to target within which a value counts as on its path. */
const deadBand = 0.05;

const onPath: Bands = [
  [deadBand, "en avance"],
  [-deadBand, "sur le chemin"],
  [-Infinity, "en retard"]
];

/** UN SDG Progress Chart 2023: ratio of projected change, or yearly rate without target. */
const unBands: {target: Bands; noTarget: Bands} = {
  target: [
    [0.95, "sur la bonne voie"],
    [0.1, "progrès, à accélérer"],
    [-Infinity, "stagnation ou recul"]
  ],
  noTarget: [
    [0.02, "sur la bonne voie"],
    [0.005, "progrès, à accélérer"],
    [-Infinity, "stagnation ou recul"]
  ]
};

/** Open SDG after Statistics Canada. Its factor C near a natural limit is printed as an image: taken as 1. */
const openSdgBands: {target: Bands; noTarget: Bands} = {
  target: [
    [0.95, "sur la bonne voie"],
    [0.6, "à accélérer"],
    [0, "progrès limité"],
    [-Infinity, "recul"]
  ],
  noTarget: [
    [0.015, "sur la bonne voie"],
    [0.005, "à accélérer"],
    [0, "progrès limité"],
    [-Infinity, "recul"]
  ]
};

const noTarget = "aucune cible n’est publiée";
const zero = "la cible vaut zéro : aucun taux annuel constant n’y mène";
const noRate = "une valeur est nulle ou change de signe : aucun taux annuel ne se calcule";
const noWay = "la cible est égale à la valeur de départ : il n’y a pas de chemin à faire";
const tooShort = "il faut au moins deux années entre le départ et la dernière valeur";

/** Every rule, the default one first. */
export const paceRules: readonly PaceRule[] = [
  {
    id: "linear",
    name: "Ligne droite",
    measure: "avance (ou retard) sur la ligne droite",
    unit: "years",
    thresholds: "à 5 % du chemin près, la valeur est « sur le chemin »",
    source: {label: "Règle par défaut de ces carnets : une ligne que chacun peut tracer", url: null},
    judge: (course) => onExpected(course, linearExpected, linearLead)
  },
  {
    id: "geometric",
    name: "Taux annuel constant",
    measure: "avance (ou retard) sur la courbe à taux constant",
    unit: "years",
    thresholds: "à 5 % du chemin près, la valeur est « sur le chemin »",
    source: {label: "La même, quand chaque année doit baisser du même pourcentage", url: null},
    judge: (course) => onExpected(course, geometricExpected, geometricLead)
  },
  {
    id: "un-sdg-2023",
    name: "Nations unies, 2023",
    measure: "changement attendu à l’échéance au taux annuel passé, rapporté au changement voulu",
    unit: "ratio",
    thresholds: "95 % et plus : sur la bonne voie ; de 10 à 95 % : à accélérer ; moins de 10 % : stagnation ou recul",
    source: {
      label: "UN SDG Progress Chart 2023, note technique reproduite par Eustat",
      url: "https://github.com/EUSTAT-DES/site/blob/10f3c702/_pages/en/metodologia.md"
    },
    judge: (course) => byRate(course, projectedRatio, unBands)
  },
  {
    id: "open-sdg",
    name: "Statistique Canada / Open SDG",
    measure: "taux annuel passé, rapporté au taux annuel voulu",
    unit: "ratio",
    thresholds: "95 % et plus : sur la bonne voie ; de 60 à 95 % : à accélérer ; de 0 à 60 % : limité ; moins : recul",
    source: {
      label: "Open SDG, progress measurement methodology",
      url: "https://github.com/open-sdg/open-sdg/blob/26d2e387/docs/progress-methodology.md"
    },
    judge: (course) => byRate(course, rateRatio, openSdgBands)
  },
  {
    id: "kausal",
    name: "Kausal (Helsinki)",
    measure: "part du chemin faite",
    unit: "ratio",
    thresholds: "en retard si la valeur n’atteint pas le dernier jalon daté ; sans jalon, pas de verdict",
    source: {
      label: "Kausal Watch, actions/models/action.py",
      url: "https://github.com/kausaltech/kausal-watch/blob/b7797b52/actions/models/action.py"
    },
    judge: byStep
  },
  {
    id: "needed-pace",
    name: "Rythme (Haut Conseil pour le climat)",
    measure: "rythme nécessaire, rapporté au rythme passé",
    unit: "times",
    thresholds: "jusqu’à 1 : le rythme passé suffit ; au-delà : il faut l’accélérer ; négatif : il faut l’inverser",
    source: {label: "Haut Conseil pour le climat, rapport de 2023, lu dans France 24 du 28 juin 2023", url: null},
    judge: byPace
  }
];

function abstain(reason: string, value: number | null = null): Verdict {
  return {label: null, reason, value};
}

function say(label: string, value: number | null): Verdict {
  return {label, reason: null, value};
}

/** Every band ends at −Infinity, so that a number always earns a label. */
function labelOf(bands: Bands, value: number): string {
  return (bands.find(([atLeast]) => value >= atLeast) as readonly [number, string])[1];
}

function onExpected(course: Course, expectedIn: typeof geometricExpected, leadOf: typeof linearLead): Verdict {
  const {base, latest, target, wanted} = course;
  if (target === null) return abstain(noTarget);
  const path = pathOfCourse(course, target);
  const way = Math.abs(target.value - base.value);
  if (way === 0) return abstain(noWay);
  const lead = leadOf(path, latest);
  if (isMet(course)) return say(met, lead);
  const expected = expectedIn(path, latest.year);
  if (expected === null) return abstain(target.value === 0 ? zero : noRate);
  return say(labelOf(onPath, towards(wanted, latest.value - expected) / way), lead);
}

function byRate(course: Course, ratioOf: (course: Course) => number | null, bands: typeof unBands): Verdict {
  const {base, latest, target} = course;
  if (latest.year - base.year < 2) return abstain(tooShort);
  if (target === null) {
    const rate = progressRate(course);
    return rate === null ? abstain(noRate) : say(labelOf(bands.noTarget, rate), rate);
  }
  const ratio = ratioOf(course);
  if (isMet(course)) return say(met, ratio);
  if (ratio !== null) return say(labelOf(bands.target, ratio), ratio);
  return abstain(target.value === 0 ? zero : target.value === base.value ? noWay : noRate);
}

function byStep(course: Course): Verdict {
  const {latest, target, wanted, steps = []} = course;
  if (target === null) return abstain(noTarget);
  const done = completion(pathOfCourse(course, target), latest.value);
  if (done === null) return abstain(noWay);
  if (isMet(course)) return say(met, done);
  const goal = steppedGoal(steps, latest.year);
  if (goal === null)
    return abstain(`aucun jalon n’est daté de ${latest.year} ou d’avant : rien ne dit le retard`, done);
  return say(towards(wanted, latest.value - goal.value) < 0 ? "en retard sur le jalon" : "à l’heure du jalon", done);
}

function byPace(course: Course): Verdict {
  if (course.target === null) return abstain(noTarget);
  const pace = paces(course);
  if (isMet(course)) return say(met, pace?.ratio ?? null);
  if (pace === null) return abstain("la dernière valeur n’est pas entre le départ et l’échéance");
  if (pace.ratio === null) return abstain("rien n’a bougé depuis le départ : aucun rythme passé");
  if (pace.ratio < 0) return say("rythme à inverser", pace.ratio);
  return say(pace.ratio <= 1 ? "le rythme passé suffit" : "rythme à accélérer", pace.ratio);
}
