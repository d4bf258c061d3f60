import {assert, property, string} from "fast-check";
import {describe, expect, it} from "vitest";
import {onLightPaper} from "../../src/lib/palette.js";
import {typeset} from "../../src/lib/typeset.js";

describe("typeset", () => {
  it("sets French no-break spaces and apostrophes", () => {
    expect(typeset("L'écart : 44 % de « tout » ?")).toBe("L’écart\u00a0: 44\u00a0% de «\u00a0tout\u00a0»\u00a0?");
  });

  it("leaves an address and a time alone", () => {
    expect(typeset("https://www.apur.org/fr?a=1")).toBe("https://www.apur.org/fr?a=1");
  });

  it("changes nothing the second time", () => {
    assert(property(string(), (text) => typeset(typeset(text)) === typeset(text)));
  });
});

describe("onLightPaper", () => {
  it("puts colours where properties stood", () => {
    expect(onLightPaper('<rect fill="var(--cat-1)"/>')).toBe('<rect fill="#204949"/>');
  });

  it("names the property that it does not know", () => {
    expect(() => onLightPaper("var(--cat-9)")).toThrow("--cat-9");
  });
});
