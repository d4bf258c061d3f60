import {describe, expect, it} from "vitest";
import {inlineStyles} from "../../../loaders/site/inline-styles.js";

const sheets = new Map([
  ["_import/theme/style.0a.css", "a{color:red;background:url(\"data:image/svg+xml,%3Csvg viewBox='0 0 1 1'%3E\")}"],
  ["_file/theme/fonts.0b.css", '@font-face{src:url("../../theme/fonts/a.woff2") format("woff2"),url(fonts/a.woff2)}'],
  ["_import/theme/odd.css", "a::before{content:'</style>'}"]
]);

const page = (root: string) =>
  `<head>\n<link rel="preload" as="style" href="${root}_import/theme/style.0a.css">\n` +
  `<link rel="stylesheet" type="text/css" href="${root}_import/theme/style.0a.css">\n` +
  `<link rel="stylesheet" href="${root}_file/theme/fonts.0b.css"><link rel="icon" href="data:,"></head>`;

describe("a page's style sheets", () => {
  it("stand in the page, so that nothing else is waited for", () => {
    const html = inlineStyles(page("../"), "marches/index.html", sheets);
    expect(html).not.toMatch(/rel="(stylesheet|preload)"/);
    expect(html.match(/<style>/g)).toHaveLength(2);
    expect(html).toContain("a{color:red;");
    expect(html).toContain('<link rel="icon"');
  });

  it.each([
    ["index.html", "./", "theme/fonts/a.woff2", "_file/theme/fonts/a.woff2"],
    ["marches/index.html", "../", "../theme/fonts/a.woff2", "../_file/theme/fonts/a.woff2"],
    ["marches/cpv/45.html", "../../", "../../theme/fonts/a.woff2", "../../_file/theme/fonts/a.woff2"]
  ])("find their fonts again from %s", (path, root, first, second) => {
    const html = inlineStyles(page(root), path, sheets);
    expect(html).toContain(`src:url("${first}") format("woff2"),url("${second}")`);
    expect(html).toContain("url(\"data:image/svg+xml,%3Csvg viewBox='0 0 1 1'%3E\")");
  });

  it("stay links when they are not of this site, would end early, or the page has a base", () => {
    const link = (href: string) => `<link rel="stylesheet" href="${href}">`;
    expect(inlineStyles(link("./other.css"), "a.html", sheets)).toBe(link("./other.css"));
    expect(inlineStyles(link("./_import/theme/odd.css"), "a.html", sheets)).toBe(link("./_import/theme/odd.css"));
    const errors = `<base href="/">${link("./_file/theme/fonts.0b.css")}`;
    expect(inlineStyles(errors, "404.html", sheets)).toBe(errors);
  });
});
