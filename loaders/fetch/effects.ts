/** What downloads need of the world, and how patient they are. */
export interface FetchEffects {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Hears each failed attempt that will be followed by another one. */
  onRetry: (problem: string, attempt: number, attempts: number) => void;
  /** Attempts in all, the first one included. */
  attempts: number;
  /** Wait before the second attempt; doubles each time, up to half a minute. */
  firstWaitMs: number;
  /** Longest silence of a server. */
  idleMs: number;
}

/** The real world, with six attempts over half a minute. */
export function realEffects(): FetchEffects {
  return {
    fetch: (url, init) => fetch(url, init),
    now: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onRetry: () => undefined,
    attempts: 6,
    firstWaitMs: 1000,
    idleMs: 60_000
  };
}
