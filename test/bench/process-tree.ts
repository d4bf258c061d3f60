import {spawn} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";

/** What one run of a command cost. */
export interface Cost {
  seconds: number;
  /** Processor time of the command and of its descendants that ended with it; null where it is not measured. */
  cpuSeconds: number | null;
  /** Largest sum of resident memory over the command and its descendants, in bytes; null where it is not measured. */
  peakBytes: number | null;
  /** Largest resident memory of any one of them. */
  peakProcessBytes: number | null;
}

/** How often memory is looked at, in milliseconds. */
const interval = 20;

/**
 * Runs a command to its end and measures it. Memory is read from Linux's `/proc`; pages that several processes share
 * count once for each.
 *
 * @returns The cost, and what the command wrote to its output.
 * @throws {Error} When the command fails; the message ends with what it wrote.
 */
export async function measureCommand(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string
): Promise<{cost: Cost; output: string}> {
  const cpuBefore = maybeChildrenSeconds();
  const started = performance.now();
  const child = spawn(command, args, {cwd, stdio: ["ignore", "pipe", "pipe"], env: {...process.env, ...env}});
  let output = "";
  let errors = "";
  child.stdout.on("data", (bytes: Uint8Array) => (output += String(bytes)));
  child.stderr.on("data", (bytes: Uint8Array) => (errors += String(bytes)));
  const memory = child.pid === undefined ? null : watchMemory(child.pid);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  const {peakBytes, peakProcessBytes} = memory?.() ?? {peakBytes: null, peakProcessBytes: null};
  const cpuAfter = maybeChildrenSeconds();
  const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  if (status !== 0)
    throw new Error(
      `banc d’essai : « ${command} ${args.join(" ")} » devait réussir, code ${status}.\n${errors || output}`
    );
  return {cost: {seconds, cpuSeconds, peakBytes, peakProcessBytes}, output};
}

/** Median of the runs, each quantity on its own. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    seconds: median(costs.map(({seconds}) => seconds)),
    cpuSeconds: maybeMedian(costs.map(({cpuSeconds}) => cpuSeconds)),
    peakBytes: maybeMedian(costs.map(({peakBytes}) => peakBytes)),
    peakProcessBytes: maybeMedian(costs.map(({peakProcessBytes}) => peakProcessBytes))
  };
}

/** Median of some numbers; the lower of the two middle ones when their count is even. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

function maybeMedian(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? median(known) : null;
}

/** Processor time of all ended children so far, from Linux's `/proc` (fields 16 and 17, in hundredths). */
function maybeChildrenSeconds(): number | null {
  if (!existsSync("/proc/self/stat")) return null;
  // The second field, the command in brackets, may hold spaces.
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Watches a process and its descendants until the returned function is called, which gives the peaks. */
function watchMemory(root: number): (() => {peakBytes: number; peakProcessBytes: number}) | null {
  if (!existsSync("/proc/self/status")) return null;
  const ours = new Set([root]);
  const others = new Set<number>();
  let peakBytes = 0;
  let peakProcessBytes = 0;
  const look = () => {
    let sum = 0;
    for (const name of readdirSync("/proc")) {
      const pid = Number(name);
      if (!Number.isInteger(pid) || others.has(pid)) continue;
      const status = maybeStatus(pid);
      if (status === null) continue;
      if (!ours.has(pid) && !ours.has(status.parent)) others.add(pid);
      else {
        ours.add(pid);
        sum += status.residentBytes;
        peakProcessBytes = Math.max(peakProcessBytes, status.residentBytes);
      }
    }
    peakBytes = Math.max(peakBytes, sum);
  };
  look();
  const timer = setInterval(look, interval);
  return () => {
    clearInterval(timer);
    return {peakBytes, peakProcessBytes};
  };
}

/** Null when the process is gone. */
function maybeStatus(pid: number): {parent: number; residentBytes: number} | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return null;
  }
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  return {parent: number(/^PPid:\s+(\d+)/m), residentBytes: number(/^VmRSS:\s+(\d+) kB/m) * 1024};
}
