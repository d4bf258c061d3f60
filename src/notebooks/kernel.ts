import {readFileSync} from "node:fs";
import {maybeRows, Told} from "../components/carnet/show.js";

/** How Deno's kernel asks a value for what it looks like. */
const displayed = Symbol.for("Jupyter.display");

/** What Deno adds for kernels, which its stable types leave out. */
const {jupyter} = Deno as unknown as {jupyter?: {display?: (value: object) => Promise<void>}};

/** Whether this runs in a Jupyter kernel. */
export function isKernel(): boolean {
  return typeof jupyter?.display === "function";
}

/**
 * Prepares the kernel: the network is given up, rows and charts show in the site's theme, and `display` is there as in a
 * page.
 *
 * @param show What a reader sees of a value.
 * @param prototypes Those of the values that `show` knows, besides arrays of rows.
 */
export function startKernel(show: (value: unknown) => Element | null, prototypes: readonly object[]): void {
  for (const name of ["net", "import"] as const) Deno.permissions.revokeSync({name});
  const framed = (value: unknown) => {
    const element = show(value);
    return element === null ? {} : {"text/html": frame(element.outerHTML), "text/plain": plainText(value)};
  };
  const define = (prototype: object, isOurs: (value: unknown) => boolean = () => true) =>
    Object.defineProperty(prototype, displayed, {
      configurable: true,
      get() {
        return isOurs(this) ? () => framed(this) : undefined;
      }
    });
  // Rows stay arrays through filter and map, so that their look is that of every array of plain objects.
  define(Array.prototype, (value) => maybeRows(value) !== null);
  for (const prototype of prototypes) define(prototype);
  Object.defineProperty(globalThis, "display", {
    configurable: true,
    value: (value: unknown) => {
      const bundle = framed(value);
      void jupyter?.display?.({[displayed]: () => bundle});
    }
  });
}

/** What a terminal, a difference in git or a search sees of an output. */
function plainText(value: unknown): string {
  if (value instanceof Told) return value.sentences.join("\n");
  if (typeof value === "object" && value !== null && "outerHTML" in value)
    return (value as Element).getAttribute("aria-label") ?? (value as Element).textContent ?? "";
  return Deno.inspect(maybeRows(value)?.slice(0, 5) ?? value);
}

/** The output with the site's theme around it, light or dark as the editor is. */
function frame(html: string): string {
  return `<div class="carnet"><style>${theme()}</style>${html}</div>`;
}

let css: string | undefined;

function theme(): string {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  css ??= `${read("../theme/tokens.css").replace(/:root/, ".carnet")}${read("./output.css")}`.replace(/\s+/g, " ");
  return css;
}
