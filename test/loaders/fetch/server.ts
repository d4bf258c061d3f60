import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

/** Answers one request; `n` is how many came to the same path before it. */
export type Responder = (request: IncomingMessage, response: ServerResponse, n: number) => void;

/** A server on this machine that answers as it is told, path by path, and remembers what it was asked. */
export class LocalServer {
  readonly routes = new Map<string, Responder>();
  readonly requests: {path: string; query: URLSearchParams; headers: IncomingMessage["headers"]}[] = [];
  readonly #server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? "/", "http://local");
    const n = this.requests.filter(({path}) => path === pathname).length;
    this.requests.push({path: pathname, query: searchParams, headers: request.headers});
    const responder = this.routes.get(pathname);
    if (responder) responder(request, response, n);
    else response.writeHead(404).end();
  });

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get base(): string {
    return `http://${this.host}`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** How many requests a path received. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** Forgets routes and requests. */
  reset(): void {
    this.routes.clear();
    this.requests.length = 0;
  }
}

/** Sends a JSON document; with an ETag, 304 to whoever has it already. */
export function json(value: unknown, etag?: string): Responder {
  return (request, response) => {
    if (etag !== undefined && request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const headers = {"content-type": "application/json", "content-length": Buffer.byteLength(text)};
    response.writeHead(200, etag === undefined ? headers : {...headers, etag}).end(text);
  };
}

/** Sends a status without a body. */
export function status(code: number, headers: Record<string, string> = {}): Responder {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** Announces a whole document, sends the half of it and hangs up. */
export function cut(text: string): Responder {
  return (_, response) => {
    response.writeHead(200, {"content-type": "application/json", "content-length": Buffer.byteLength(text)});
    response.write(text.slice(0, text.length / 2), () => setTimeout(() => response.destroy(), 20));
  };
}

/** Answers in one way after the other; the last one for ever. */
export function inTurn(...responders: Responder[]): Responder {
  return (request, response, n) => responders[Math.min(n, responders.length - 1)]?.(request, response, n);
}
