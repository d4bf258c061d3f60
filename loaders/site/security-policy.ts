/**
 * The security policy of a page: its own files, and the inline scripts that it holds now, by their hash.
 *
 * @param html The page in its final form; any later change to an inline script makes the browser refuse it.
 * @param options `isAnalyst`: Arquero makes code from text, and htl writes handlers for Inputs before it replaces
 *   them; an analyst's page allows both.
 */
export async function securityPolicy(html: string, {isAnalyst = false} = {}): Promise<string> {
  const inline = /<script(?![^>]*\s(?:src=|type="application\/json"))[^>]*>([\s\S]*?)<\/script>/g;
  const scripts = Array.from(html.matchAll(inline), ([, body]) => body ?? "");
  const hashes = await Promise.all(Array.from(new Set(scripts), hashSource));
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...(isAnalyst ? ["'unsafe-eval'"] : []), ...hashes].join(" "),
    ...(isAnalyst ? ["script-src-attr 'unsafe-inline'"] : []),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'none'"
  ].join("; ");
}

async function hashSource(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
