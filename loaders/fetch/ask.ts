import pRetry, {AbortError} from "p-retry";
import type {FetchEffects} from "./effects.js";
import {FetchError, TransientError} from "./errors.js";

const maxRedirects = 5;
const maxWaitMs = 120_000;
const userAgent = "carnets-agora/0.1 (npm run refresh)";

/** A server's answer: 200, or 304 when the request was conditional. */
export interface Answer {
  status: 200 | 304;
  headers: Headers;
  /** Where the last redirect led to. */
  finalUrl: string;
  /** The body, whole: throws a `TransientError` when it stops before its announced end, or stays silent too long. */
  chunks: () => AsyncGenerator<Uint8Array>;
}

/** Where one may go, and what else the request says. */
export interface Question {
  /** As in `URL.host`: with the port when it is not that of the protocol. */
  hosts: readonly string[];
  headers?: Record<string, string>;
}

/**
 * Asks a server with GET and has its answer used, again from the start when something that may pass went wrong: no
 * connection, status 408, 425, 429 or 5xx (waiting as long as `Retry-After` says), a body cut in its middle.
 * Redirects are followed by hand, at most five, and only to the given hosts.
 *
 * @param use Uses the answer; a `TransientError` of its own counts as a failed attempt.
 * @throws {FetchError} In French, with the URL: the server said no, left the hosts, or the last attempt failed too.
 */
export function ask<T>(
  url: string,
  {hosts, headers = {}}: Question,
  use: (answer: Answer) => Promise<T>,
  effects: FetchEffects
): Promise<T> {
  const {attempts, firstWaitMs} = effects;
  const attempt = async (): Promise<T> => {
    const silence = new Silence(effects.idleMs);
    try {
      return await use(await answerTo(url, hosts, {...headers, "user-agent": userAgent}, silence, effects));
    } catch (error) {
      throw error instanceof TransientError ? error : new AbortError(error as Error);
    } finally {
      silence.end();
    }
  };
  return pRetry(attempt, {
    retries: attempts - 1,
    minTimeout: firstWaitMs,
    maxTimeout: Math.max(30_000, firstWaitMs),
    onFailedAttempt: async (error) => {
      if (!(error instanceof TransientError) || error.retriesLeft === 0) return;
      effects.onRetry(error.message, error.attemptNumber, attempts);
      if (error.waitMs !== null) await effects.sleep(error.waitMs);
    }
  }).catch((error: unknown) => {
    if (!(error instanceof TransientError)) throw error;
    throw new FetchError(`${error.message}, ${attempts} fois de suite`);
  });
}

async function answerTo(
  url: string,
  hosts: readonly string[],
  headers: Record<string, string>,
  silence: Silence,
  effects: FetchEffects
): Promise<Answer> {
  let at = new URL(url);
  refuseStrangers(at, hosts, null);
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await connected(at, headers, silence, effects);
    const {status} = response;
    const target = response.headers.get("location");
    if (status >= 300 && status < 400 && status !== 304 && target !== null) {
      await response.body?.cancel();
      const next = new URL(target, at);
      refuseStrangers(next, hosts, at);
      at = next;
      continue;
    }
    if (status !== 200 && !(status === 304 && isConditional(headers))) {
      await response.body?.cancel();
      throw refusalOf(response, at, effects.now());
    }
    const chunks = (): AsyncGenerator<Uint8Array> => chunksOf(response, at, silence);
    return {status: status as 200 | 304, headers: response.headers, finalUrl: at.href, chunks};
  }
  throw new FetchError(`${url} : attendu des données, trouvé plus de ${maxRedirects} renvois à la suite`);
}

async function connected(
  at: URL,
  headers: Record<string, string>,
  silence: Silence,
  effects: FetchEffects
): Promise<Response> {
  try {
    silence.heard();
    return await effects.fetch(at.href, {headers, redirect: "manual", signal: silence.signal});
  } catch (error) {
    throw new TransientError(`${at.href} : ${silence.told ?? `pas de réponse (${reasonOf(error)})`}`);
  }
}

async function* chunksOf(response: Response, at: URL, silence: Silence): AsyncGenerator<Uint8Array> {
  const announced = response.headers.has("content-encoding") ? null : response.headers.get("content-length");
  const reader = response.body?.getReader();
  let received = 0;
  try {
    for (;;) {
      silence.heard();
      const next = await reader?.read().catch((error: unknown) => {
        throw new TransientError(
          `${at.href} : ${silence.told ?? `réponse coupée après ${received} octets`} (${reasonOf(error)})`
        );
      });
      if (next === undefined || next.done) break;
      received += next.value.length;
      yield next.value;
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  if (announced !== null && Number(announced) !== received)
    throw new TransientError(`${at.href} : réponse coupée, ${received} octets reçus sur ${announced} annoncés`);
}

function refuseStrangers(next: URL, hosts: readonly string[], from: URL | null): void {
  const isPlain = next.protocol === "http:" && (from === null ? isLocal(next) : from.protocol === "http:");
  if (hosts.includes(next.host) && (next.protocol === "https:" || isPlain)) return;
  const what = from === null ? `${next.href} : adresse refusée` : `${from.href} : renvoi refusé vers ${next.href}`;
  throw new FetchError(`${what}. Attendu, en https, un de : ${hosts.join(", ")}`);
}

function isLocal({hostname}: URL): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function refusalOf({status, headers}: Response, at: URL, now: number): FetchError {
  const problem = `${at.href} : réponse ${status}${status === 429 ? " (trop de demandes)" : ""}`;
  if (status < 500 && ![408, 425, 429].includes(status)) return new FetchError(problem);
  const waitMs = waitOf(headers.get("retry-after"), now);
  if (waitMs !== null && waitMs > maxWaitMs)
    return new FetchError(`${problem}, le serveur demande d’attendre ${Math.ceil(waitMs / 60_000)} min`);
  return new TransientError(problem, waitMs);
}

/** Milliseconds that a `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3); null when it is unreadable. */
function waitOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function isConditional(headers: Record<string, string>): boolean {
  return "if-none-match" in headers || "if-modified-since" in headers;
}

function reasonOf(error: unknown): string {
  const {message, cause} = error as Error;
  const reason = cause instanceof Error && cause.message !== "" ? cause.message : message;
  return reason.replace(/^error sending request for url \(\S*\):? ?/, "");
}

/** Ends a request when nothing comes for too long. */
class Silence {
  readonly #end = new AbortController();
  readonly #idleMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What to say when it was too long; null before. */
  told: string | null = null;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.told = `silence de plus de ${Math.round(this.#idleMs / 1000)} s`;
      this.#end.abort();
    }, this.#idleMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
