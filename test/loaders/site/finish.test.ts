import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {faultsOf} from "../../../loaders/site/check-site.js";
import {editPage} from "../../../loaders/site/edit-page.js";
import {fillFigures} from "../../../loaders/site/fill-figures.js";
import {translateAsset} from "../../../loaders/site/french-assets.js";
import {analystMark, isAnalystPage, pageBanners} from "../../../loaders/site/page-frame.js";
import {securityPolicy} from "../../../loaders/site/security-policy.js";
import {publishedStates, States} from "../../../loaders/site/states.js";
import {stateKey} from "../../../src/components/state.js";
import {defineFigure} from "../../../src/lib/figure.js";

/** A page in the shape that Framework 1.13.4 gives it. */
const frameworkPage = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>Page</title>
<script type="module">

import "./_observablehq/client.js";

</script>
</head>
<body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<label id="observablehq-sidebar-backdrop" for="observablehq-sidebar-toggle"></label>
<nav id="observablehq-sidebar">
  <ol>
    <label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
    <li class="observablehq-link"><a href="./">Accueil</a></li>
  </ol>
  <div id="observablehq-search"><input type="search" placeholder="Search"></div>
  <script>{const search=1;}</script>
</nav>
<script>{const sidebar=1;}</script>
<div id="observablehq-center">
<aside id="observablehq-toc" data-selector="h2">
<nav>
<div>Sur cette page</div>
</nav>
</aside>
<main id="observablehq-main" class="observablehq">
<h1>Titre</h1>
</main>
<footer id="observablehq-footer">
<nav><a rel="prev" href="./x"><span>x</span></a></nav>
</footer>
</div>
</body>
</html>
`;

describe("a finished page", () => {
  it("is French, may be enlarged, and begins with a link to its content", async () => {
    const html = await editPage(frameworkPage, "page.html");
    expect(html).toContain('<html lang="fr">');
    expect(html).not.toContain("maximum-scale");
    expect(html).toMatch(/<body>\s*<a class="skip-link" href="#observablehq-main">Aller au contenu<\/a>/);
  });

  it("names its landmarks apart and keeps none of Framework's English words", async () => {
    const html = await editPage(frameworkPage, "page.html");
    const labels = Array.from(html.matchAll(/<nav[^>]*aria-label="([^"]*)"/g), ([, label]) => label);
    expect(labels).toEqual(["Carnets", "Sur cette page", "Page précédente, page suivante"]);
    expect(html).not.toMatch(/Search|Toggle sidebar/);
  });

  it("holds only items in its lists", async () => {
    const html = await editPage(frameworkPage, "page.html");
    expect(html).not.toMatch(/<ol>\s*<label/);
    expect(html).toContain('id="observablehq-sidebar-close"');
  });

  it("lets every inline script run, by its hash, and nothing else", async () => {
    const html = await editPage(frameworkPage, "page.html");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    const scripts = Array.from(html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), ([, body]) => body ?? "");
    expect(scripts.length).toBe(4);
    for (const body of scripts) expect(policy).toContain(createHash("sha256").update(body).digest("base64"));
    expect(policy).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')/);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<script"));
  });

  it("may make code from text only when it is an analyst's", async () => {
    const html = await editPage(frameworkPage.replace("</title>", `</title><meta name="${analystMark}">`), "page.html");
    expect(html).toContain("'unsafe-eval'");
    expect(html).not.toContain(analystMark);
  });

  it("stops the build when Framework writes something else than expected", async () => {
    const changed = frameworkPage.replace("maximum-scale=1", "maximum-scale=2");
    await expect(editPage(changed, "page.html")).rejects.toThrow(/page\.html: expected the viewport/);
  });

  it("needs no hash for data that it carries", async () => {
    const policy = await securityPolicy('<script type="application/json">{"a":1}</script>');
    expect(policy).not.toContain("sha256-");
  });
});

describe("front matter", () => {
  it("marks an analyst's page with analyst: true, and nothing below it does", () => {
    expect(isAnalystPage("---\ntitle: x\nanalyst: true\n---\n# x")).toBe(true);
    expect(isAnalystPage("---\ntitle: x\n---\nanalyst: true")).toBe(false);
    expect(isAnalystPage("# x")).toBe(false);
  });
});

describe("banners", () => {
  const fictional = {is_fictional: true, is_partial: false};

  it("say that procurement is invented, on every page that shows it, with the command that brings real data", () => {
    for (const path of ["/index", "/marches/index", "/methode/top-ten-share"]) {
      expect(pageBanners(path, fictional)).toContain("Données d’exemple, fictives.");
      expect(pageBanners(path, fictional)).toContain("npm start -- --from &lt;fichier&gt;");
    }
  });

  it("leave alone the pages whose numbers are real", () => {
    expect(pageBanners("/climat/index", fictional)).toBeNull();
    expect(pageBanners("/index", {is_fictional: false, is_partial: false})).toBeNull();
    expect(pageBanners("/index", null)).toBeNull();
  });

  it("say what is invented of the Agora, and that the numbers of its indicators are not", () => {
    const invented = {is_fictional: false, is_partial: false, inputs: [{dataset: "agora", is_fictional: true}]};
    expect(pageBanners("/agora/votes", invented)).toContain("Seuls les quatre collèges sont réels.");
    expect(pageBanners("/agora/indicateurs/trajets-a-velo", invented)).toContain("sous chaque figure.");
    expect(pageBanners("/agora/indicateurs/index", {...invented, is_fictional: true})).toContain(
      "sauf ceux des marchés, inventés aussi."
    );
    expect(pageBanners("/agora/atelier", invented)).toBeNull();
  });

  it("say on every page that a damaged file was left out", () => {
    expect(pageBanners("/climat/index", {is_fictional: false, is_partial: true})).toContain("Données incomplètes.");
  });
});

describe("the words of Framework's own files", () => {
  it("become French in its search and its styles", () => {
    const search = '`no results`;`${r.length.toLocaleString("en-US")} result${r.length===1?"":"s"}`';
    const french = translateAsset(search, "_observablehq/search.0a1b.js");
    expect(french).toContain("aucun résultat");
    expect(french).toContain('résultat${r.length<2?"":"s"}');
    expect(translateAsset('a::before{content:"Next page"}', "_import/theme/style.css")).toContain("Page suivante");
  });

  it("stop the build when they are no longer where they were", () => {
    expect(() => translateAsset("export {}", "_observablehq/search.0a1b.js")).toThrow(/expected .* as Framework/);
  });
});

describe("the check of the built site", () => {
  it("finds nothing in a sound page", () => {
    expect(faultsOf([{path: "/index.html", text: frameworkPage}])).toEqual([]);
  });

  it.each([
    [
      "a cell in error",
      "/a.html",
      '<div class="observablehq--inspect observablehq--error">SyntaxError',
      "cell in error"
    ],
    ["an import that ends in .ts", "/_import/a.js", 'import {a} from "./b.ts"', "import of a .ts file"],
    ["an image of another host", "/a.html", '<img src="https://example.org/a.png">', "file of another host"],
    ["a script without protocol", "/a.html", '<script async src="//example.org/a.js">', "file of another host"],
    ["an import from another host", "/_import/a.js", 'await import("https://example.org/a.js")', "import from another"],
    ["a font of another host", "/_import/a.css", "src:url(https://example.org/a.woff2)", "style from another host"],
    ["an empty figure", "/a.html", '<figure data-figure="x"></figure>', "figure left empty"]
  ])("finds %s", (_name, path, text, expected) => {
    expect(faultsOf([{path, text}])[0]).toContain(expected);
  });

  it("lets a page link to another site", () => {
    expect(faultsOf([{path: "/a.html", text: '<a href="https://example.org/">source</a>'}])).toEqual([]);
  });
});

describe("figures", () => {
  const figure = defineFigure({
    id: "one",
    tables: [],
    indicators: [],
    prepare: (_tables, params) => params,
    title: (params) => `Année ${params.annee}`,
    subtitle: () => "euros",
    table: () => ({columns: [{key: "a", label: "A"}], rows: [{a: 1}]}),
    reading: () => "un",
    scope: () => "tout",
    source: () => [{label: "source", url: "https://example.org/"}]
  });
  const report = {generated_at: "2026-01-01T00:00:00Z", is_fictional: false, inputs: []};
  const site = () => new States({report, tables: {}} as never);
  const context = {
    figures: new Map([["one", figure as never]]),
    stateOf: (...state: Parameters<States["get"]>) => site().get(...state),
    hasFile: (path: string) => path === "methode/index.html" || path === "methode.html"
  };

  it("stand in the page, with the attributes that the author gave", () => {
    const page = '<figure data-figure="one" data-annee="2024"></figure>';
    const {html, shown} = fillFigures(page, "marches/index.html", context);
    expect(html).toMatch(/<figure [^>]*data-figure="one"[^>]*>.*Année 2024/s);
    expect(html).toContain("../figures/one--annee-2024.csv");
    expect(shown.map(({key, params}) => ({key, params}))).toEqual([{key: "one--annee-2024", params: {annee: "2024"}}]);
  });

  it("have an anchor and downloads of their own for each state, even twice on a page", () => {
    const once = (attributes: string) => `<figure data-figure="one" ${attributes}></figure>`;
    const {html} = fillFigures(
      once('data-annee="2024"') + once('data-annee="2025"') + once('data-annee="2025"'),
      "index.html",
      context
    );
    const anchors = Array.from(html.matchAll(/<figure [^>]*\bid="([^"]*)"/g), ([, id]) => id);
    expect(anchors).toEqual(["one--annee-2024", "one--annee-2025", "one--annee-2025-3"]);
    expect(html).toContain("figures/one--annee-2024.csv");
    expect(html).toContain("figures/one--annee-2025.csv");
  });

  it("are published in each state that a page shows, and as they are when none does", () => {
    const keys = (asked: readonly Record<string, string>[]) =>
      publishedStates(
        [figure as never],
        asked.map((params) => ({figure: figure as never, params}))
      ).map(({figure, params}) => stateKey(figure, params));
    expect(keys([])).toEqual(["one"]);
    const asked = [{annee: "2024"}, {annee: "2025"}];
    expect(keys([...asked, ...asked])).toEqual(["one--annee-2024", "one--annee-2025"]);
  });

  it("stop the build when two states would share an address", () => {
    const states = site();
    states.get(figure as never, {lieu: "L’Haÿ"});
    expect(() => states.get(figure as never, {lieu: "l hay"})).toThrow(/« one » : .*one--lieu-l-hay/);
  });

  it("stop the build when the page names one that does not exist", () => {
    const page = '<figure data-figure="two"></figure>';
    expect(() => fillFigures(page, "index.html", context)).toThrow(/index\.html : la figure « two » n’existe pas.*one/);
  });
});
