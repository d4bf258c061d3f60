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
  type MajorityGauge,
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
  it("needs 11 of 20 and 10 of 19, and fails at 13 to 13 (The Complete Idiot’s Guide to Robert’s Rules, “Majority Vote”)", () => {
    // https://www.oreilly.com/library/view/the-complete-idiots/9781615640348/h1_id_57.xhtml
    expect(collegeMajority(vote(11, 9), 0)).toBe("accepted");
    expect(collegeMajority(vote(10, 10), 0)).toBe("tied");
    expect(collegeMajority(vote(10, 9), 0)).toBe("accepted");
    expect(collegeMajority(vote(9, 10), 0)).toBe("refused");
    expect(collegeMajority(vote(13, 13), 0)).toBe("tied");
    expect(collegeMajority(vote(13, 14), 0)).toBe("refused");
  });

  it("takes no abstention for a side: of 85 sheets with 4 blank, 41 are a majority (California State Association of Parliamentarians)", () => {
    // http://www.roberts-rules.com/parl17.htm: half of the 81 that are left is 40½.
    expect(collegeMajority(vote(41, 40, 4), 0)).toBe("accepted");
    expect(collegeMajority(vote(40, 41, 4), 0)).toBe("refused");
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
    // AWP, final results: 1 299 173 yes, 1 261 673 no, 50,7 %; 8½ cantons accept, 14½ refuse: 17 and 29 halves.
    // https://www.cash.ch/news/politik/konzernverantwortung-nur-romandie-und-urbane-kantone-dafuer-1668662
    const halves = [...Array<YesNo>(17).fill(vote(2, 1)), ...Array<YesNo>(29).fill(vote(1, 2))];
    expect(onePersonOneVote([vote(1_299_173, 1_261_673)])).toBeCloseTo(0.507, 3);
    const decision = doubleRule(halves, {quorum: 0, required: 24, refusal: 1});
    expect([decision.outcome, decision.reason]).toEqual(["rejected", "too-few"]);
  });

  it("wants 15 of 27 members of the Council of the Union (Council of the European Union, “Qualified majority”: 55 %)", () => {
    // https://www.consilium.europa.eu/en/council-eu/voting-system/qualified-majority/
    const council = (yes: number) => Array.from({length: 27}, (_, i) => (i < yes ? vote(1, 0) : vote(0, 1)));
    const rule = {quorum: 0, required: Math.ceil(0.55 * 27), refusal: 1};
    expect(rule.required).toBe(15);
    expect(doubleRule(council(15), rule).outcome).toBe("adopted");
    expect(doubleRule(council(14), rule).outcome).toBe("rejected");
  });

  it("rejects on one strong refusal, whatever the others say, and names who refused", () => {
    // By hand from the definition: 15 of 17 is 88 %, more than two thirds and less than 90 %.
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
  it("part on a small college for and a large one against", () => {
    // By hand from the definition: 90 % and 40 % make 65 % by college, and 49 of 110 persons.
    const votes = [vote(9, 1), vote(40, 60)];
    expect(equalColleges(votes)).toBeCloseTo(0.65, 12);
    expect(onePersonOneVote(votes)).toBeCloseTo(49 / 110, 12);
  });

  it("are one when the colleges have one size", () => {
    expect(equalColleges([vote(3, 1), vote(1, 3)])).toBe(onePersonOneVote([vote(3, 1), vote(1, 3)]));
  });
});

describe("consent", () => {
  it("is reached when no argued and paramount objection is left (the principle of consent, Cohabitat Montréal)", () => {
    // http://cohabitatmontreal.com/philosophy/sociocracy/: a “not against” is required, so that abstentions consent.
    const votes = [vote(5, 0), vote(14, 0, 2)];
    expect(consent(votes, [false, false], 0)).toMatchObject({outcome: "adopted", verdicts: ["accepted", "accepted"]});
    expect(consent(votes, [false, true], 0)).toMatchObject({outcome: "adjourned", reason: "objection", by: [1]});
    expect(consent([vote(5, 1), vote(14, 0)], [], 0)).toMatchObject({outcome: "adjourned", by: [0]});
    expect(consent([vote(1, 0, 0, 10), vote(14, 0)], [], 0.5)).toMatchObject({outcome: "adjourned", reason: "quorum"});
  });
});

describe("an ordered scale", () => {
  it("has the median of its middle ballot: L among L, S, XL, L and S (TRUTHLab, Median Measurement, 2018)", () => {
    // https://truthlab.com/blog/2018/11/analyzing-survey-data-median-measurement/; from S to XL: two, none, two, one.
    expect(medianGrades([2, 0, 2, 1])).toEqual({lower: 2, upper: 2});
  });

  it("has one median for two unlike colleges, which is why the shares stand beside it (Psychology StackExchange 23668)", () => {
    // https://psychology.stackexchange.com/questions/23668: both have the median “3”, the third of five.
    const [a, b] = [
      [5, 5, 50, 20, 20],
      [20, 20, 50, 5, 5]
    ] as const;
    expect([medianGrades(a), medianGrades(b)]).toEqual([
      {lower: 2, upper: 2},
      {lower: 2, upper: 2}
    ]);
    expect(distribution(a)).toEqual([0.05, 0.05, 0.5, 0.2, 0.2]);
    expect(distribution(b)).not.toEqual(distribution(a));
  });

  it("shows a split college, which its mean of 3 hides", () => {
    // By hand from the definition: five at each end, or ten in the middle, have one mean.
    expect(medianGrades([5, 0, 0, 0, 5])).toEqual({lower: 0, upper: 4});
    expect(medianGrades([0, 0, 10, 0, 0])).toEqual({lower: 2, upper: 2});
    expect(medianGrades([0, 0])).toBeNull();
    expect(distribution([0, 0])).toBeNull();
    expect(() => medianGrades([1.5])).toThrow("whole numbers");
  });
});

/** Ranks from 1 of tallies in their order; equal ones share the better rank. */
const ranks = (tallies: readonly number[][]) =>
  tallies.map((tally) => 1 + tallies.filter((other) => compareJudgments(other, tally) < 0).length);

describe("majority judgment", () => {
  // Tallies from the worst grade to the best, and ranks, of the tests of Mieux Voter, the association of the method’s authors:
  // https://github.com/MieuxVoter/majority-judgment-library-java, src/test/resources/assertions.json and
  // src/test/java/fr/mieuxvoter/mj/MajorityJudgmentDeliberatorTest.java.
  it.each([
    [
      "Few judgments",
      [
        [1, 1, 1],
        [1, 0, 2],
        [3, 0, 0],
        [2, 0, 1],
        [0, 3, 0]
      ],
      [3, 1, 5, 4, 2]
    ],
    [
      "testDemoUsage",
      [
        [4, 5, 2, 1, 3, 1, 2],
        [3, 6, 2, 1, 3, 1, 2]
      ],
      [2, 1]
    ],
    [
      "testDemoUsageCollectedTally",
      [
        [2, 3, 0, 3],
        [2, 0, 4, 2],
        [2, 1, 3, 2]
      ],
      [3, 1, 2]
    ],
    [
      "testDemoUsageNormalizedCollectedTally, of unlike numbers of ballots",
      [
        [2, 2, 2],
        [1, 1, 1],
        [0, 1, 0],
        [0, 0, 1]
      ],
      [3, 3, 2, 1]
    ]
  ])("ranks as Mieux Voter does: %s", (_name, tallies, expected) => {
    expect(ranks(tallies)).toEqual(expected);
  });

  it("parts one grade by who is above or below it, the larger group first (LaPrimaire.org, Les résultats, 2017)", () => {
    // The rule: https://es2.slideshare.net/LaPrimaire/llection-prsidentielle-au-jugement-majoritaire-les-rsultats
    // The tallies: by hand, of 20 ballots with the middle on the third of five grades.
    const upward = majorityGauge([2, 3, 6, 5, 4]);
    const lessUpward = majorityGauge([1, 4, 8, 4, 3]);
    const lessDownward = majorityGauge([3, 4, 8, 4, 1]);
    const downward = majorityGauge([4, 5, 6, 3, 2]);
    expect(upward).toEqual({grade: 2, above: 0.45, below: 0.25, sign: "+"});
    expect(downward).toEqual({grade: 2, above: 0.25, below: 0.45, sign: "-"});
    const order = [upward, lessUpward, lessDownward, downward].map((gauge) => gauge as MajorityGauge);
    expect([2, 0, 3, 1].map((i) => order[i] as MajorityGauge).toSorted(compareGauges)).toEqual(order);
  });

  it("puts five good of ten below seven of ten, and takes the lower middle of an even number", () => {
    // The example of the Python package majorityjudgement (README): [5, 5] is worse than [3, 7].
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
        const [a, b] = [grades, other].map(majorityGauge) as [MajorityGauge, MajorityGauge];
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
