import process from "node:process";

let taken: Uint8Array[] = [];
let current: readonly string[] = [];
const stdout = Deno.stdout;

const take = (bytes: Uint8Array): number => taken.push(bytes.slice()) && bytes.length;
const takeText = (text: string): number => take(new TextEncoder().encode(text));

/** Standard output, as a loader finds it: what is written there is taken, in order, whichever way it is written. */
const catcher = {
  write: async (bytes: Uint8Array) => take(bytes),
  writeSync: take,
  isTerminal: () => false,
  close() {},
  get writable() {
    return new WritableStream<Uint8Array>({write: (bytes) => void take(bytes)});
  }
};

/** Begins one of several runs of a loader in this process: it finds its arguments and an output of its own. */
export function beginRun(args: readonly string[]): void {
  taken = [];
  current = args;
  process.argv.splice(2, Infinity, ...args);
  Object.defineProperty(Deno, "args", {configurable: true, get: () => [...current]});
  Object.defineProperty(Deno, "stdout", {configurable: true, value: catcher});
  console.log =
    console.info =
    console.debug =
      (...values: unknown[]) => void takeText(`${values.length === 0 ? "" : lineOf(values)}\n`);
  process.stdout.write = ((chunk: string | Uint8Array) =>
    Boolean(typeof chunk === "string" ? takeText(chunk) : take(chunk))) as typeof process.stdout.write;
}

/** What Deno’s console writes for these values: the places of a first text filled, what is no text as code shows it. */
function lineOf([first, ...rest]: readonly unknown[]): string {
  if (typeof first !== "string") return [first, ...rest].map(shown).join(" ");
  const text = first.replaceAll(/%([sdifjoOc%])/g, (place, kind: string) => {
    if (kind === "%") return rest.length === 0 ? place : "%";
    if (rest.length === 0) return place;
    const value = rest.shift();
    if (kind === "d" || kind === "i" || kind === "f") {
      const number = typeof value === "symbol" ? NaN : kind === "i" ? parseInt(String(value), 10) : Number(value);
      return String(number);
    }
    if (kind === "c") return "";
    if (kind === "j") return JSON.stringify(value);
    return kind === "s" ? shown(value) : Deno.inspect(value);
  });
  return [text, ...rest.map(shown)].join(" ");
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : Deno.inspect(value);
}

/** Ends the run: writes to the true output a line with the number of bytes, then the bytes. */
export async function endRun(): Promise<void> {
  const bytes = taken.reduce((sum, part) => sum + part.length, 0);
  for (const part of [new TextEncoder().encode(`${bytes}\n`), ...taken])
    for (let sent = 0; sent < part.length;) sent += await stdout.write(part.subarray(sent));
}
