import {readdirSync, readFileSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {describe, expect, it} from "vitest";

const {resolve} = createRequire(import.meta.url);
const packages: Record<string, string> = {
  "source-serif-4": dirname(resolve("@fontsource-variable/source-serif-4/package.json")),
  "source-sans-3": dirname(resolve("@fontsource-variable/source-sans-3/package.json"))
};
const folder = "src/theme/fonts";
const fonts = readdirSync(folder).filter((file) => file.endsWith(".woff2"));

describe.each(fonts)("%s", (font) => {
  it("is the file of the locked package, unmodified", () => {
    const family = Object.keys(packages).find((name) => font.startsWith(name)) ?? "";
    const original = readFileSync(join(packages[family] ?? "", "files", font));
    expect(readFileSync(join(folder, font)).equals(original)).toBe(true);
  });

  it("weighs less than 120 kB", () => expect(statSync(join(folder, font)).size).toBeLessThan(120_000));

  it("is named by the style sheet, for the built site and for the preview", () => {
    const css = readFileSync("src/theme/fonts.css", "utf8");
    expect(css).toContain(`url("../../theme/fonts/${font}")`);
    expect(css).toContain(`url("fonts/${font}")`);
  });
});

it.each(Object.keys(packages))("%s comes with its licence", (family) => {
  expect(readFileSync(join(folder, `${family}.OFL.txt`), "utf8")).toContain("SIL Open Font License, Version 1.1");
});
