import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {paces, progressRate, projectedRatio, rateRatio, rateScore, type Course} from "../../src/lib/metrics/pace.js";
import {paceRules} from "../../src/lib/metrics/pace-rules.js";
import {completion, compoundRate, linearExpected} from "../../src/lib/metrics/trend.js";

/** The published figures under each rule: base, latest, target, then what each rule gives, as printed by hand. */
const vectors: [name: string, base: number[], latest: number[], target: number[], expected: number[]][] = [
  ["local", [2004, 7.42], [2021, 4.82], [2030, 3.74], [-2.506, -2.601, 96.4, 2.6, 0.974, 5.014, 0.78, 70.7]],
  ["residential", [2004, 2.5], [2021, 1.76], [2030, 1.4], [-2.043, -2.205, 92.7, 2.33, 0.944, 1.781, 0.92, 67.3]],
  ["tertiary", [2004, 2.4], [2021, 1.75], [2030, 1.2], [-1.841, -2.631, 70, 0.71, 0.766, 1.615, 1.6, 54.2]],
  ["industry", [2004, 0.2], [2021, 0.18], [2030, 0.11], [-0.618, -2.273, 27.2, -1.37, 0.331, 0.141, 6.61, 22.2]],
  ["transport", [2004, 1.8], [2021, 0.71], [2030, 0.68], [-5.325, -3.675, 144.9, 5, 1.22, 1.068, 0.05, 97.3]],
  ["waste", [2004, 0.52], [2021, 0.42], [2030, 0.35], [-1.248, -1.511, 82.6, 1.62, 0.852, 0.409, 1.32, 58.8]],
  ["footprint", [2004, 28.35], [2021, 18.54], [2030, 17.01], [-2.467, -1.946, 126.8, 4.77, 1.194, 20.935, 0.29, 86.5]],
  [
    "footprint without 2021",
    [2004, 28.35],
    [2018, 22.63],
    [2030, 17.01],
    [-1.597, -1.946, 82.1, 1.58, 0.855, 22.244, 1.15, 50.4]
  ],
  ["renewables", [2004, 10], [2023, 19], [2030, 45], [3.436, 5.956, 57.7, -0.1, 0.402, 35.577, 7.84, 25.7]],
  ["bike share", [2010, 3], [2023, 11.2], [2030, 25], [10.664, 11.184, 95.4, 2.53, 0.898, 17.3, 3.13, 37.3]]
];

const at = ([year = 0, value = 0]: number[]) => ({year, value});

function course(base: number[], latest: number[], target: number[] | null): Course {
  const aim = target && at(target);
  return {base: at(base), latest: at(latest), target: aim, wanted: aim && aim.value > at(base).value ? "up" : "down"};
}

const local = course([2004, 7.42], [2021, 4.82], [2030, 3.74]);

function verdict(id: string, of: Course) {
  return (paceRules.find((rule) => rule.id === id) as (typeof paceRules)[number]).judge(of);
}

describe("the same figures under each rule", () => {
  it.each(vectors)("%s", (_, base, latest, target, expected) => {
    const [rate = 0, needed = 0, r = 0, score = 0, un = 0, line = 0, pace = 0, done = 0] = expected;
    const c = course(base, latest, target);
    const path = {
      baseYear: c.base.year,
      baseValue: c.base.value,
      targetYear: at(target).year,
      targetValue: at(target).value
    };
    expect((compoundRate(at(base), at(latest)) as number) * 100).toBeCloseTo(rate, 3);
    expect((compoundRate(at(base), at(target)) as number) * 100).toBeCloseTo(needed, 3);
    expect((rateRatio(c) as number) * 100).toBeCloseTo(r, 1);
    expect(rateScore(rateRatio(c) as number)).toBeCloseTo(score, 2);
    expect(projectedRatio(c)).toBeCloseTo(un, 3);
    expect(linearExpected(path, c.latest.year)).toBeCloseTo(line, 3);
    expect(paces(c)?.ratio).toBeCloseTo(pace, 2);
    expect((completion(path, c.latest.value) as number) * 100).toBeCloseTo(done, 1);
  });

  it("local emissions are ahead of the straight line, on the curve of constant rate, and on track for two rules", () => {
    expect(verdict("linear", local)).toMatchObject({label: "en avance", value: expect.closeTo(1.37, 2)});
    expect(verdict("geometric", local)).toMatchObject({label: "sur le chemin", value: expect.closeTo(-0.63, 2)});
    expect(verdict("un-sdg-2023", local).label).toBe("sur la bonne voie");
    expect(verdict("open-sdg", local).label).toBe("sur la bonne voie");
    expect(verdict("needed-pace", local).label).toBe("le rythme passé suffit");
  });

  it("the bike share is on track for one rule and must accelerate for another", () => {
    const bikes = course([2010, 3], [2023, 11.2], [2030, 25]);
    expect(verdict("open-sdg", bikes).label).toBe("sur la bonne voie");
    expect(verdict("un-sdg-2023", bikes).label).toBe("progrès, à accélérer");
    expect(verdict("needed-pace", bikes).label).toBe("rythme à accélérer");
  });

  it("the footprint changes sides with the year of the health crisis", () => {
    const labels = [18.54, 22.63].map((value, i) =>
      ["linear", "un-sdg-2023", "open-sdg"].map(
        (id) => verdict(id, course([2004, 28.35], [i === 0 ? 2021 : 2018, value], [2030, 17.01])).label
      )
    );
    expect(labels).toEqual([
      ["en avance", "sur la bonne voie", "sur la bonne voie"],
      ["sur le chemin", "progrès, à accélérer", "à accélérer"]
    ]);
  });
});

describe("the traps of the rules", () => {
  const toZero = course([2004, 2.5], [2021, 1.76], [2050, 0]);
  it("a target of zero has a straight line, and the rules of rates say why they abstain", () => {
    expect(verdict("linear", toZero)).toMatchObject({label: "en retard", reason: null});
    expect(verdict("needed-pace", toZero).label).toBe("rythme à accélérer");
    for (const id of ["geometric", "un-sdg-2023", "open-sdg"])
      expect(verdict(id, toZero)).toEqual({
        label: null,
        value: null,
        reason: "la cible vaut zéro : aucun taux annuel constant n’y mène"
      });
  });
  it("a base of zero has no rate either", () => {
    const fromZero = course([2004, 0], [2021, 4], [2030, 10]);
    expect(verdict("linear", fromZero).label).toBe("en retard");
    expect(verdict("open-sdg", fromZero).reason).toContain("une valeur est nulle");
  });
  it("a target of zero that is reached is met under every rule that has a path", () => {
    const done = course([2004, 2.5], [2021, 0], [2050, 0]);
    for (const {id, judge} of paceRules) expect([id, judge(done).label]).toEqual([id, "cible atteinte"]);
  });
  it("a base that already beat its target does not turn a fall into progress", () => {
    const lost: Course = {base: at([2015, 2]), latest: at([2020, 4]), target: at([2030, 3]), wanted: "down"};
    expect(rateRatio(lost)).toBeLessThan(0);
    expect(verdict("open-sdg", lost).label).toBe("recul");
    expect(verdict("un-sdg-2023", lost).label).toBe("stagnation ou recul");
  });
  it("nobody is late on a step that nobody dated", () => {
    expect(verdict("kausal", local)).toEqual({
      label: null,
      reason: "aucun jalon n’est daté de 2021 ou d’avant : rien ne dit le retard",
      value: expect.closeTo(0.7065, 4)
    });
    const steps = [at([2030, 3.74]), at([2020, 5.565])];
    expect(verdict("kausal", {...local, steps}).label).toBe("à l’heure du jalon");
    expect(verdict("kausal", {...local, steps: [at([2020, 4.5])]}).label).toBe("en retard sur le jalon");
  });
  it("a pace is asked to turn round, or does not exist, when things went the wrong way or did not move", () => {
    expect(verdict("needed-pace", course([2004, 5], [2021, 6], [2030, 3])).label).toBe("rythme à inverser");
    expect(verdict("needed-pace", course([2004, 5], [2021, 5], [2030, 3])).reason).toContain("rien n’a bougé");
    expect(verdict("needed-pace", course([2004, 5], [2031, 4], [2030, 3])).reason).toContain("entre le départ");
  });
  it("without target, a rate is judged in the direction that is wanted", () => {
    const rates = [0.97, 0.99, 1, 1.01].map((f): Course => {
      const value = 100 * f ** 10;
      return {base: at([2010, 100]), latest: {year: 2020, value}, target: null, wanted: "down"};
    });
    expect(rates.map((c) => verdict("un-sdg-2023", c).label)).toEqual([
      "sur la bonne voie",
      "progrès, à accélérer",
      "stagnation ou recul",
      "stagnation ou recul"
    ]);
    expect(rates.map((c) => verdict("open-sdg", c).label)).toEqual([
      "sur la bonne voie",
      "à accélérer",
      "progrès limité",
      "recul"
    ]);
    for (const id of ["linear", "geometric", "kausal", "needed-pace"])
      expect(verdict(id, rates[0] as Course).reason).toBe("aucune cible n’est publiée");
  });
  it("one year is too short for a rate", () => {
    expect(verdict("open-sdg", course([2020, 5], [2021, 4], [2030, 3])).reason).toContain("au moins deux années");
  });
});

describe("every rule", () => {
  const value = fc.double({min: 0.01, max: 1000, noNaN: true});
  const courses = fc
    .record({
      base: value,
      latest: value,
      target: value,
      past: fc.integer({min: 2, max: 40}),
      ahead: fc.integer({min: 1, max: 40})
    })
    .filter(({base, target}) => Math.abs(base - target) > 0.01 * base)
    .map(({base, latest, target, past, ahead}) =>
      course([2000, base], [2000 + past, latest], [2000 + past + ahead, target])
    );

  it("says something or says why not, and never NaN", () => {
    const any = fc.record({
      base: fc.integer({min: -2, max: 3}),
      latest: fc.integer({min: -2, max: 3}),
      target: fc.option(fc.integer({min: -2, max: 3})),
      wanted: fc.constantFrom<Course["wanted"]>("down", "up")
    });
    fc.assert(
      fc.property(any, ({base, latest, target, wanted}) => {
        const c: Course = {
          base: at([2004, base]),
          latest: at([2021, latest]),
          target: target === null ? null : at([2030, target]),
          wanted
        };
        for (const {judge} of paceRules) {
          const said = judge(c);
          expect((said.label === null) !== (said.reason === null)).toBe(true);
          if (said.value !== null) expect(Number.isFinite(said.value)).toBe(true);
        }
      })
    );
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(courses, ({base, latest, target, wanted}) => {
        const scale = <G extends {value: number}>(goal: G): G => ({...goal, value: goal.value * 1024});
        const scaled: Course = {base: scale(base), latest: scale(latest), target: target && scale(target), wanted};
        for (const {judge} of paceRules) expect(judge(scaled).label).toBe(judge({base, latest, target, wanted}).label);
      })
    );
  });

  it("gives exactly 1 on the path of constant rate, and its past pace there is the line's on the line", () => {
    fc.assert(
      fc.property(courses, (c) => {
        const aim = c.target as {year: number; value: number};
        const time = (c.latest.year - c.base.year) / (aim.year - c.base.year);
        const onCurve = {...c, latest: {...c.latest, value: c.base.value * (aim.value / c.base.value) ** time}};
        expect(rateRatio(onCurve)).toBeCloseTo(1, 6);
        expect(projectedRatio(onCurve)).toBeCloseTo(1, 6);
        const onLine = {...c, latest: {...c.latest, value: c.base.value + (aim.value - c.base.value) * time}};
        expect(paces(onLine)?.ratio).toBeCloseTo(1, 6);
        expect(paceRules[0]?.judge(onLine).label).toBe("sur le chemin");
      })
    );
  });

  it("never judges a better value more severely", () => {
    fc.assert(
      fc.property(courses, value, (c, other) => {
        const better = {
          ...c,
          latest: {
            ...c.latest,
            value: c.wanted === "down" ? Math.min(other, c.latest.value) : Math.max(other, c.latest.value)
          }
        };
        expect(rateRatio(better) as number).toBeGreaterThanOrEqual((rateRatio(c) as number) - 1e-9);
        expect(progressRate(better) as number).toBeGreaterThanOrEqual((progressRate(c) as number) - 1e-9);
        expect(rateScore(rateRatio(better) as number)).toBeGreaterThanOrEqual(rateScore(rateRatio(c) as number) - 1e-6);
      })
    );
  });
});
