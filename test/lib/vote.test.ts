import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  approval,
  collegeMajority,
  consent,
  doubleRule,
  equalColleges,
  onePersonOneVote,
  turnout,
  type YesNo
} from "../../src/lib/metrics/vote.js";
import {
  compareGauges,
  compareJudgments,
  distribution,
  majorityGauge,
  medianGrades
} from "../../src/lib/metrics/vote-grades.js";

const vote = (yes: number, no: number, abstain = 0, members = yes + no + abstain): YesNo => ({
  members,
  yes,
  no,
  abstain
});

describe("a majority with quorum", () => {
  it("loses on a tie and takes no abstention for a side (Robert’s Rules of Order, 12th ed., 44:3 and 44:12)", () => {
    // RONR 44:3: of 19 votes cast, a majority is anything above 9½: 10.
    expect(collegeMajority(vote(10, 9), 0)).toBe("accepted");
    expect(collegeMajority(vote(9, 10), 0)).toBe("refused");
    expect(collegeMajority(vote(9, 9, 7), 0)).toBe("tied");
  });

  it("says nothing under its quorum, which is inclusive", () => {
    expect(collegeMajority(vote(4, 1, 0, 10), 0.5)).toBe("accepted");
    expect(collegeMajority(vote(4, 0, 0, 10), 0.5)).toBe("no-quorum");
    expect(collegeMajority(vote(0, 0, 0, 0), 0)).toBe("no-quorum");
    expect(turnout(vote(4, 1, 1, 12))).toBe(0.5);
  });

  it("has no approval when nobody said yes or no, and refuses more ballots than members", () => {
    expect(approval(vote(0, 0, 3))).toBeNull();
    expect(equalColleges([vote(0, 0, 3)])).toBeNull();
    expect(() => approval(vote(3, 2, 0, 4))).toThrow("expected at most 4 ballots, got 5");
    expect(() => approval(vote(-1, 2))).toThrow("whole numbers");
  });
});

describe("the double rule", () => {
  it("rejects what the people accept and the cantons do not (Switzerland, 29 November 2020, responsible business)", () => {
    // 1 299 000 yes and 1 261 000 no: 50,7 % (RTS, 29 November 2020); 8½ cantons of 23 accept: here 17 halves of 46.
    const halves = [...Array<YesNo>(17).fill(vote(2, 1)), ...Array<YesNo>(29).fill(vote(1, 2))];
    expect(onePersonOneVote([vote(1_299_000, 1_261_000)])).toBeCloseTo(0.507, 3);
    const decision = doubleRule(halves, {quorum: 0, required: 24, refusal: 1});
    expect([decision.outcome, decision.reason]).toEqual(["rejected", "too-few"]);
  });

  it("wants 15 of 27 members of the Council of the Union (Council of the European Union, qualified majority: 55 %)", () => {
    const council = (yes: number) => Array.from({length: 27}, (_, i) => (i < yes ? vote(1, 0) : vote(0, 1)));
    const rule = {quorum: 0, required: Math.ceil(0.55 * 27), refusal: 1};
    expect(rule.required).toBe(15);
    expect(doubleRule(council(15), rule).outcome).toBe("adopted");
    expect(doubleRule(council(14), rule).outcome).toBe("rejected");
  });

  it("rejects on one strong refusal, whatever the others say, and names who refused", () => {
    const votes = [vote(5, 1), vote(2, 15), vote(25, 2), vote(80, 6)];
    const decision = doubleRule(votes, {quorum: 0, required: 3, refusal: 2 / 3});
    expect(decision).toMatchObject({outcome: "rejected", reason: "strong-refusal", by: [1]});
    expect(doubleRule(votes, {quorum: 0, required: 3, refusal: 0.9}).outcome).toBe("adopted");
    // Two thirds exactly is not more than two thirds.
    expect(doubleRule([vote(1, 0), vote(1, 2)], {quorum: 0, required: 1, refusal: 2 / 3}).outcome).toBe("adopted");
  });

  it("adjourns when only the absent keep it from adoption", () => {
    const votes = [vote(5, 0), vote(5, 0), vote(1, 0, 0, 10), vote(0, 5)];
    expect(doubleRule(votes, {quorum: 0.5, required: 3, refusal: 1})).toMatchObject({
      outcome: "adjourned",
      reason: "quorum",
      by: [2]
    });
    expect(doubleRule(votes, {quorum: 0.5, required: 4, refusal: 1}).outcome).toBe("rejected");
  });
});

describe("equal colleges and one person one vote", () => {
  it("differ as electoral and popular votes do (Simpson’s paradox: C. Blyth, JASA 67, 1972)", () => {
    // A small college for, a large one against: 90 % and 40 %.
    const votes = [vote(9, 1), vote(40, 60)];
    expect(equalColleges(votes)).toBeCloseTo(0.65, 12);
    expect(onePersonOneVote(votes)).toBeCloseTo(49 / 110, 12);
  });

  it("are one when the colleges have one size", () => {
    expect(equalColleges([vote(3, 1), vote(1, 3)])).toBe(onePersonOneVote([vote(3, 1), vote(1, 3)]));
  });
});

describe("consent", () => {
  it("is reached when no argued objection is left (G. Endenburg, Sociocracy, 1998)", () => {
    const votes = [vote(5, 0), vote(14, 0, 2)];
    expect(consent(votes, [false, false], 0)).toMatchObject({outcome: "adopted", verdicts: ["accepted", "accepted"]});
    expect(consent(votes, [false, true], 0)).toMatchObject({outcome: "adjourned", reason: "objection", by: [1]});
    expect(consent([vote(5, 1), vote(14, 0)], [], 0)).toMatchObject({outcome: "adjourned", by: [0]});
    expect(consent([vote(1, 0, 0, 10), vote(14, 0)], [], 0.5)).toMatchObject({outcome: "adjourned", reason: "quorum"});
  });
});

describe("an ordered scale", () => {
  it("has the median of its middle ballots (R. Conroy, Statalist, 19 June 2006: A 0, B 20, C 60, D 5, E 15 %)", () => {
    expect(medianGrades([0, 20, 60, 5, 15])).toEqual({lower: 2, upper: 2});
    expect(distribution([0, 20, 60, 5, 15])).toEqual([0, 0.2, 0.6, 0.05, 0.15]);
  });

  it("shows a split college, which its mean of 3 hides", () => {
    expect(medianGrades([5, 0, 0, 0, 5])).toEqual({lower: 0, upper: 4});
    expect(medianGrades([0, 0, 10, 0, 0])).toEqual({lower: 2, upper: 2});
    expect(medianGrades([0, 0])).toBeNull();
    expect(distribution([0, 0])).toBeNull();
    expect(() => medianGrades([1.5])).toThrow("whole numbers");
  });
});

/** Percentages of the published table, from the worst grade to the best. */
const orsay2007: Record<string, number[]> = {
  // Balinski and Laraki, Election by Majority Judgement: Experimental Evidence, 2007 (three precincts of Orsay, 22 April 2007).
  Bayrou: [7.4, 8.4, 14.8, 25.1, 30.7, 13.6],
  Royal: [12.6, 12.2, 16.8, 19.1, 22.7, 16.7],
  Sarkozy: [28.2, 7.1, 11.5, 14.3, 19.8, 19.1],
  Voynet: [20.5, 26.1, 23.7, 17.5, 9.3, 2.9],
  Besancenot: [31.1, 22.6, 16.0, 16.3, 9.9, 4.1],
  Buffet: [30.4, 26.4, 20.6, 12.5, 7.6, 2.5]
};
const elections2012: Record<string, number[]> = {
  // Balinski and Laraki, Majority Judgment vs Majority Rule, 2016 (737 voters, seven grades, 2012).
  Hollande: [14.24, 14.25, 14.79, 11.67, 16.42, 16.15, 12.48],
  Bayrou: [8.69, 11.94, 20.08, 25.24, 21.71, 9.77, 2.58],
  Sarkozy: [31.75, 7.87, 11.13, 10.99, 16.28, 12.35, 9.63],
  Mélenchon: [25.37, 15.06, 17.1, 14.65, 12.89, 9.5, 5.43],
  "Dupont-Aignan": [33.92, 25.51, 20.22, 11.26, 5.97, 2.58, 0.54],
  Joly: [38.53, 24.69, 14.65, 11.8, 6.51, 2.99, 0.81],
  Poutou: [45.73, 28.09, 12.48, 7.73, 4.48, 1.36, 0.14],
  "Le Pen": [47.63, 6.24, 13.98, 9.36, 9.5, 7.33, 5.97],
  Arthaud: [49.93, 25.24, 13.16, 6.51, 3.8, 1.36, 0],
  Cheminade: [51.97, 26.87, 11.67, 5.83, 2.44, 0.81, 0.41]
};

/** Ballots of a percentage table, in hundredths of a percent. */
const ballots = (shares: readonly number[]) => shares.map((share) => Math.round(share * 100));
const byGauge = (table: Record<string, number[]>) =>
  Object.keys(table).toSorted((a, b) => compareGauges(gaugeOf(table, a), gaugeOf(table, b)));
const gaugeOf = (table: Record<string, number[]>, name: string) =>
  majorityGauge(ballots(table[name] as number[])) as NonNullable<ReturnType<typeof majorityGauge>>;

describe("majority judgment", () => {
  it.each([
    ["Bayrou", 3, "+", 44.3, 30.6],
    ["Royal", 3, "-", 39.4, 41.6],
    ["Sarkozy", 3, "-", 38.9, 46.8],
    ["Voynet", 2, "-", 29.7, 46.6],
    ["Besancenot", 1, "+", 46.3, 31.1],
    ["Buffet", 1, "+", 43.2, 30.4]
  ] as const)(
    "gives %s the gauge of the Orsay experiment (Balinski and Laraki 2007)",
    (name, grade, sign, above, below) => {
      const gauge = gaugeOf(orsay2007, name);
      expect([gauge.grade, gauge.sign]).toEqual([grade, sign]);
      expect(gauge.above * 100).toBeCloseTo(above, 0);
      expect(gauge.below * 100).toBeCloseTo(below, 0);
    }
  );

  it("ranks the Orsay experiment as published: Bayrou, Royal, Sarkozy, Voynet, Besancenot, Buffet", () => {
    expect(byGauge(orsay2007)).toEqual(Object.keys(orsay2007));
  });

  it("ranks the ten candidates of 2012 as published (Balinski and Laraki 2016), by gauge and by taking ballots away", () => {
    expect(byGauge(elections2012)).toEqual(Object.keys(elections2012));
    const whole = Object.fromEntries(Object.entries(elections2012).map(([name, shares]) => [name, ballots(shares)]));
    const ranked = Object.keys(whole).toSorted((a, b) => compareJudgments(whole[a] as number[], whole[b] as number[]));
    expect(ranked).toEqual(Object.keys(elections2012));
    expect(gaugeOf(elections2012, "Hollande")).toMatchObject({grade: 3, sign: "+"});
  });

  it("elects Nashville in the capital of Tennessee (the usual example: 42, 26, 15 and 17 % of voters, four grades)", () => {
    const cities = {
      Nashville: [0, 0, 74, 26],
      Chattanooga: [0, 42, 43, 15],
      Knoxville: [42, 0, 41, 17],
      Memphis: [58, 0, 0, 42]
    };
    expect(
      Object.keys(cities).toSorted((a, b) => compareJudgments(cities[a as "Memphis"], cities[b as "Memphis"]))[0]
    ).toBe("Nashville");
    expect(majorityGauge(cities.Memphis)?.grade).toBe(0);
  });

  it("puts three good of ten below seven of ten, and takes the lower middle of an even number", () => {
    // The example of the Python package majorityjudgement: [5, 5] is worse than [3, 7].
    expect(compareJudgments([5, 5], [3, 7])).toBeGreaterThan(0);
    expect(majorityGauge([5, 5])).toEqual({grade: 0, above: 0.5, below: 0, sign: "+"});
    expect(majorityGauge([0, 0, 0])).toBeNull();
    expect(() => compareJudgments([1], [1, 2])).toThrow("over one scale");
  });

  it("compares colleges of unlike sizes by their shares", () => {
    expect(compareJudgments([1, 2, 3], [2, 4, 6])).toBe(0);
    expect(compareJudgments([1, 2, 3], [2, 4, 5])).toBeLessThan(0);
  });
});

const ballot = fc
  .record({yes: fc.nat(30), no: fc.nat(30), abstain: fc.nat(10), away: fc.nat(30)})
  .map(({away, ...cast}) => ({
    ...cast,
    members: cast.yes + cast.no + cast.abstain + away
  }));
const colleges = fc.array(ballot, {minLength: 4, maxLength: 4});
const rule = fc.record({
  quorum: fc.double({min: 0, max: 1, noNaN: true}),
  required: fc.integer({min: 1, max: 4}),
  refusal: fc.double({min: 0.5, max: 1, noNaN: true})
});
const counts = fc.array(fc.nat(12), {minLength: 7, maxLength: 7}).filter((grades) => grades.some((n) => n > 0));
const order = {rejected: 0, adjourned: 1, adopted: 2};

/** Majority judgment as it is told: compare the middle ballots, take one of each away, again. */
function oneByOne(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [a, b].map((grades) => grades.flatMap((n, grade) => Array<number>(n).fill(grade))) as [
    number[],
    number[]
  ];
  while (left.length > 0) {
    const middle = Math.ceil(left.length / 2) - 1;
    const [one] = left.splice(middle, 1) as [number];
    const [other] = right.splice(middle, 1) as [number];
    if (one !== other) return other - one;
  }
  return 0;
}

describe("every rule", () => {
  it("is neutral to the order of the colleges", () => {
    fc.assert(
      fc.property(colleges, rule, fc.shuffledSubarray([0, 1, 2, 3], {minLength: 4}), (votes, settings, places) => {
        const moved = places.map((place) => votes[place] as YesNo);
        expect(doubleRule(moved, settings).outcome).toBe(doubleRule(votes, settings).outcome);
        expect(consent(moved, [], settings.quorum).outcome).toBe(consent(votes, [], settings.quorum).outcome);
        expect(equalColleges(moved)).toBe(equalColleges(votes));
        expect(onePersonOneVote(moved)).toBe(onePersonOneVote(votes));
      })
    );
  });

  it("adopts what everybody wants and rejects what nobody wants", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 99}), {minLength: 4, maxLength: 4}), rule, (sizes, settings) => {
        const all = sizes.map((size) => vote(size, 0));
        const none = sizes.map((size) => vote(0, size));
        expect(doubleRule(all, settings).outcome).toBe("adopted");
        expect(doubleRule(none, settings).outcome).toBe("rejected");
        expect(consent(all, [], settings.quorum).outcome).toBe("adopted");
        expect([equalColleges(all), onePersonOneVote(all)]).toEqual([1, 1]);
      })
    );
    fc.assert(
      fc.property(fc.nat(6), fc.integer({min: 1, max: 50}), (grade, size) => {
        const unanimous = Array.from({length: 7}, (_, i) => (i === grade ? size : 0));
        expect(majorityGauge(unanimous)).toEqual({grade, above: 0, below: 0, sign: "-"});
      })
    );
  });

  it("never turns worse when a no becomes a yes", () => {
    fc.assert(
      fc.property(colleges, rule, fc.nat(3), (votes, settings, who) => {
        const one = votes[who] as YesNo;
        fc.pre(one.no > 0);
        const better = votes.with(who, {...one, yes: one.yes + 1, no: one.no - 1});
        expect(order[doubleRule(better, settings).outcome]).toBeGreaterThanOrEqual(
          order[doubleRule(votes, settings).outcome]
        );
        expect(equalColleges(better) ?? 0).toBeGreaterThanOrEqual(equalColleges(votes) ?? 0);
        expect(onePersonOneVote(better) ?? 0).toBeGreaterThanOrEqual(onePersonOneVote(votes) ?? 0);
      })
    );
  });

  it("never ranks an item lower when a ballot raises its grade", () => {
    fc.assert(
      fc.property(counts, fc.nat(5), (grades, at) => {
        fc.pre((grades[at] as number) > 0);
        const raised = grades.with(at, (grades[at] as number) - 1).with(at + 1, (grades[at + 1] as number) + 1);
        expect(compareJudgments(raised, grades)).toBeLessThanOrEqual(0);
        expect(majorityGauge(raised)?.grade).toBeGreaterThanOrEqual(majorityGauge(grades)?.grade ?? 0);
      })
    );
  });

  it("ranks by taking ballots away as by gauge, where the gauges differ and the items have as many ballots", () => {
    fc.assert(
      fc.property(counts, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], {minLength: 7}), (grades, places) => {
        const other = places.map((place) => grades[place] as number);
        const [a, b] = [grades, other].map(majorityGauge) as [
          NonNullable<ReturnType<typeof majorityGauge>>,
          NonNullable<ReturnType<typeof majorityGauge>>
        ];
        const gauge = compareGauges(a, b);
        if (gauge !== 0) expect(Math.sign(compareJudgments(grades, other))).toBe(Math.sign(gauge));
      })
    );
  });

  it("takes equal ballots away at once as one by one", () => {
    fc.assert(
      fc.property(counts, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], {minLength: 7}), (grades, places) => {
        const other = places.map((place) => grades[place] as number);
        expect(Math.sign(compareJudgments(grades, other))).toBe(Math.sign(oneByOne(grades, other)));
      })
    );
  });

  it("is a strict order of judgments: two ways around are opposite", () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        expect(Math.sign(compareJudgments(one, other)) + Math.sign(compareJudgments(other, one))).toBe(0);
      })
    );
  });
});
