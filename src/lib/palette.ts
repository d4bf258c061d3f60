/**
 * Colours of the page as CSS custom properties (`src/theme/tokens.css`), each with its value on light paper for
 * pictures that leave the page.
 */
const light: Readonly<Record<string, string>> = {
  paper: "#fdfcf9",
  panel: "#f6f3ec",
  rule: "#e3ded3",
  ink: "#1c2429",
  "ink-2": "#4c565c",
  "ink-3": "#646c72",
  accent: "#0e5f66",
  focus: "#b4530a",
  "cat-1": "#204949",
  "cat-2": "#cd8000",
  "cat-3": "#8b4c98",
  "cat-4": "#a74f38",
  "cat-5": "#899776",
  "cat-6": "#6493e2",
  "on-bright": "#1c2429",
  "cat-2-text": "#a36500",
  "cat-5-text": "#6a7858",
  "cat-6-text": "#4471bd",
  "seq-1": "#e3f1e9",
  "seq-2": "#b3dbcf",
  "seq-3": "#7fbeb5",
  "seq-4": "#509b98",
  "seq-5": "#307475",
  "seq-6": "#1b4c4f",
  "seq-1-ink": "#1c2429",
  "seq-2-ink": "#1c2429",
  "seq-3-ink": "#1c2429",
  "seq-4-ink": "#1c2429",
  "seq-5-ink": "#ffffff",
  "seq-6-ink": "#ffffff"
};

/** Steps of a quantity, from little to much; a text on a step has its `ink`. */
export const steps = [1, 2, 3, 4, 5, 6].map((n) => ({fill: `var(--seq-${n})`, ink: `var(--seq-${n}-ink)`}));

/** The fixed colour of each entity that charts draw: an entity keeps its colour on every page. */
export const colors = {
  amount: "var(--cat-1)",
  removed: "var(--cat-5)",
  awards: "var(--cat-6)",
  supplier: "var(--cat-1)",
  known: "var(--cat-1)",
  fresh: "var(--cat-2)",
  answered: "var(--cat-1)",
  byDefault: "var(--cat-2)",
  offers: "var(--cat-1)",
  singleBid: "var(--cat-4)",
  consortia: "var(--cat-3)",
  amended: "var(--cat-4)",
  delay: "var(--cat-6)",
  social: "var(--cat-3)",
  environmental: "var(--cat-5)",
  young: "var(--cat-4)",
  socialEconomy: "var(--cat-3)",
  people: "var(--cat-3)",
  street: "var(--cat-3)",
  metro: "var(--cat-6)",
  stations: "var(--cat-1)",
  car_parks: "var(--cat-4)",
  care: "var(--cat-2)",
  green: "var(--cat-5)",
  territory: "var(--cat-1)",
  footprint: "var(--cat-4)",
  commitment: "var(--cat-1)",
  inFavour: "var(--cat-1)",
  against: "var(--cat-2)",
  abstained: "var(--cat-5)",
  target: "var(--cat-2-text)",
  ink: "var(--ink)",
  label: "var(--ink-2)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  onBright: "var(--on-bright)"
} as const;

/**
 * Replaces the page's custom properties by their value on light paper, for a picture that stands alone.
 *
 * @throws {Error} On a property that is not in the palette: the picture would lose a colour without a word.
 */
export function onLightPaper(markup: string): string {
  return markup.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    if (name.startsWith("plot-")) return "#fdfcf9";
    if (name === "sans-serif") return "'Source Sans 3', 'Source Sans 3 Variable', system-ui, sans-serif";
    const color = light[name];
    if (!color) throw new Error(`palette: expected a known colour, got "--${name}". Add it to src/lib/palette.ts.`);
    return color;
  });
}
