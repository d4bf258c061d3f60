import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {breachesOfSite} from "../../loaders/site/scan-site.js";

/** The sites that the global setup built, as a visitor gets them. */
const sites = [".cache/e2e/embedded/dist", ".cache/e2e/paris/dist"].filter((folder) => existsSync(folder));

describe("the built site", () => {
  it.each(sites)("tells nothing in %s that could single a person out", (site) => {
    expect(existsSync(`${site}/solidarite/ou.html`)).toBe(true);
    expect(breachesOfSite(site)).toEqual([]);
  });

  it("was built", () => expect(sites.length).toBeGreaterThan(0));
});
