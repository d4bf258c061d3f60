import {describe, expect, it} from "vitest";
import * as format from "../../src/lib/format.js";

describe("French numbers", () => {
  it.each([
    [format.formatCount(3507), "3\u202f507"],
    [format.formatCount(-1234.4), "\u22121\u202f234"],
    [format.formatYear(2018), "2018"],
    [format.formatEurosExact(2761685632.53), "2\u202f761\u202f685\u202f632,53\u00a0€"],
    [format.formatEuros(2761685632.53), "2,76\u00a0Md\u00a0€"],
    [format.formatEuros(999_600_000), "1,00\u00a0Md\u00a0€"],
    [format.formatEuros(355_000_000), "355\u00a0M\u00a0€"],
    [format.formatEuros(999_600), "1,00\u00a0M\u00a0€"],
    [format.formatEuros(12_345), "12\u202f300\u00a0€"],
    [format.formatEuros(10), "10\u00a0€"],
    [format.formatEuros(-2_180_000_000), "\u22122,18\u00a0Md\u00a0€"],
    [format.formatRatio(0.4867), "48,7\u00a0%"],
    [format.formatPoints(0.032), "+3,2\u00a0points"],
    [format.formatPoints(-0.001), "\u22120,1\u00a0point"],
    [format.formatFactor(1.7895), "×1,79"],
    [format.formatDecimal(12.34), "12,3"],
    [format.formatBytes(120), "1\u00a0ko"],
    [format.formatBytes(999_499), "999\u00a0ko"],
    [format.formatBytes(999_500), "1,0\u00a0Mo"],
    [format.formatDays(42), "42\u00a0jours"],
    [format.formatDays(1.5), "1,5\u00a0jour"],
    [format.formatMegatonnes(4.82), "4,82\u00a0Mt"],
    [format.formatDate("2026-01-22"), "22\u00a0janvier\u00a02026"],
    [format.formatDate("2025-03-01"), "1er\u00a0mars\u00a02025"],
    [format.formatNumber(34182.09), "34\u202f182,09"],
    [format.formatNumber(0.0001), "0"],
    [format.formatPeriod("2019-11-07"), "7\u00a0novembre\u00a02019"],
    [format.formatPeriod("2018-02"), "février\u00a02018"],
    [format.formatPeriod("2016-2017"), "2016 à 2017"],
    [format.formatPeriod("2022-12"), "décembre\u00a02022"],
    [format.formatPeriod("2021"), "2021"],
    [format.formatPeriod("hiver 2018-2019"), "hiver 2018-2019"],
    [format.formatSiren("123456789"), "123\u202f456\u202f789"],
    [format.formatSiren("TVA:FR12"), "TVA:FR12"]
  ])("%s", (actual, expected) => expect(actual).toBe(expected));

  it("refuse NaN rather than show it", () => {
    expect(() => format.formatCount(Number.NaN)).toThrow("expected a finite number, got NaN");
    expect(() => format.formatDate("hier")).toThrow('expected YYYY-MM-DD, got "hier"');
  });
});
