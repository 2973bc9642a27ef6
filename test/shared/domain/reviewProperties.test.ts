import fc from 'fast-check';
import { aggregates } from '../../../functions/adapters/aggregates';
import { summarise } from '../../../shared/domain/cards/marks';
import { rolesToSettle, settlingOf } from '../../../shared/domain/judging';
import { suggestLevel } from '../../../shared/domain/kpis';
import { buildMatrix } from '../../../shared/domain/matrix';
import { levelsOf, missingAreas, rateArea, recordKpis, roundOf, unexplainedAreas } from '../../../shared/domain/review';
import { query, reopen, sendForSignOff, signOff } from '../../../shared/domain/signOff';
import type { Framework } from '../../../shared/schema/framework';
import type { AreaCode, LevelCode } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import { Review, type Judgement, type KpiValues, type ReviewEvent } from '../../../shared/schema/review';
import { autumn, now, periods, settings, summerBefore } from '../../support/builders/calendar';
import { smallFramework, threeAgree } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { frozen } from '../../support/builders/outcome';
import { alder, cora, dana, hazel } from '../../support/builders/people';
import { openReview, signedOffReview } from '../../support/builders/reviews';

const areas = Object.values(area);
const levelsFor = (code: AreaCode): LevelCode[] =>
  code === area.earlyYears
    ? [level.urgent, level.attention, level.expected, level.strong, level.exceptional]
    : [level.intervention, level.actions, level.assured];
const anyArea = fc.constantFrom(...areas);
const anyAreas = fc.subarray(areas);
const anyJudgements = fc
  .tuple(...areas.map((code) => fc.option(fc.tuple(fc.constantFrom(...levelsFor(code)), fc.boolean()))))
  .map((given) =>
    Object.fromEntries(
      given.flatMap((each, i): [AreaCode, Judgement][] => {
        const code = areas[i];
        if (!each || !code) return [];
        const [chosen, explained] = each;
        const id = commandId(`judged-${code}`);
        return [[code, { id, level: chosen, rationale: explained ? 'Why.' : '', evidence: [], by: dana.id, at: now }]];
      }),
    ),
  );
const anyKpis: fc.Arbitrary<KpiValues> = fc
  .tuple(...Object.values(kpi).map(() => fc.option(fc.integer({ min: 0, max: 100 }))))
  .map((values) =>
    Object.fromEntries(
      Object.values(kpi).flatMap((code, i) => {
        const value = values[i];
        return value === null || value === undefined
          ? []
          : [[code, { value, asAt: '2026-11-01', source: '', by: dana.id, at: now }]];
      }),
    ),
  );
const matrixOf = (framework: Framework, reviews: readonly Review[]) =>
  buildMatrix({
    ...autumn,
    framework,
    frameworks: [framework],
    settings,
    periods,
    academies: [alder],
    reviews: reviews.map((review) => aggregates.reviews.rowOf(review)),
    changes: [],
    reader: cora,
    today: '2026-11-20',
    asAt: now,
  });
const shuffled = (framework: Framework): fc.Arbitrary<Framework> =>
  fc
    .shuffledSubarray([...framework.areas], { minLength: framework.areas.length })
    .map((turned) => ({ ...framework, areas: turned.map((each) => ({ ...each, kpis: [...each.kpis].reverse() })) }));
const without = <T>(record: Partial<Record<AreaCode, T>>, codes: readonly AreaCode[]): Partial<Record<AreaCode, T>> =>
  Object.fromEntries(Object.entries(record).filter(([code]) => !codes.some((each) => each === code)));

describe('areas that do not apply', () => {
  it('change nothing, whatever was once judged in them', () => {
    fc.assert(
      fc.property(anyJudgements, anyJudgements, anyKpis, anyAreas, (now_, then, kpis, notApplicable) => {
        const review: Review = { ...openReview({ kpis }), judgements: now_, notApplicable };
        const bare: Review = { ...review, judgements: without(now_, notApplicable) };
        const before: Review = { ...signedOffReview({ period: summerBefore }), judgements: then };
        expect(missingAreas(review, smallFramework)).toEqual(missingAreas(bare, smallFramework));
        expect(unexplainedAreas(review, smallFramework)).toEqual(unexplainedAreas(bare, smallFramework));
        for (const code of notApplicable) expect(missingAreas(review, smallFramework)).not.toContain(code);
        const [made, told] = [matrixOf(smallFramework, [before, review]), matrixOf(smallFramework, [before, bare])];
        expect(made.counts).toEqual(told.counts);
        expect(made.counts.notApplicable).toBe(notApplicable.length);
        expect(made.rows[0]?.direction).toEqual(told.rows[0]?.direction);
        const elsewhere: Review = { ...before, judgements: without(then, notApplicable) };
        expect(matrixOf(smallFramework, [elsewhere, review]).rows[0]?.direction).toEqual(made.rows[0]?.direction);
      }),
    );
  });
});

describe('the order in which the areas are written', () => {
  const sorted = <T>(items: readonly T[]): string[] => items.map((item) => JSON.stringify(item)).sort();
  it('changes nothing in the suggestion of a level, the counts, the direction or what is missing', () => {
    fc.assert(
      fc.property(anyJudgements, anyJudgements, anyKpis, shuffled(smallFramework), (given, then, kpis, turned) => {
        const review: Review = { ...openReview({ kpis }), judgements: given };
        const before: Review = { ...signedOffReview({ period: summerBefore }), judgements: then };
        for (const each of smallFramework.areas) {
          const other = turned.areas.find(({ code }) => code === each.code) ?? each;
          expect(suggestLevel(turned, other, kpis)?.level).toBe(suggestLevel(smallFramework, each, kpis)?.level);
        }
        const [made, other] = [matrixOf(smallFramework, [before, review]), matrixOf(turned, [before, review])];
        expect(sorted(other.counts.levels)).toEqual(sorted(made.counts.levels));
        expect({ ...other.counts, levels: [] }).toEqual({ ...made.counts, levels: [] });
        expect(other.rows[0]?.direction).toEqual(made.rows[0]?.direction);
        expect([...missingAreas(review, turned)].sort()).toEqual([...missingAreas(review, smallFramework)].sort());
        const [straight, around] = [summarise(smallFramework, levelsOf(review)), summarise(turned, levelsOf(review))];
        expect(sorted(around.counts)).toEqual(sorted(straight.counts));
        expect(sorted(around.intervention)).toEqual(sorted(straight.intervention));
      }),
    );
  });
});

interface Act {
  readonly what: 'rate' | 'measure' | 'send' | 'agree' | 'query' | 'reopen';
  readonly who: Person;
  readonly area: AreaCode;
  readonly value: number;
}
const anyAct: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('rate', 'rate', 'measure', 'send', 'send', 'agree', 'agree', 'query', 'reopen'),
  who: fc.constantFrom(hazel, dana, cora),
  area: anyArea,
  value: fc.integer({ min: 0, max: 100 }),
});

/** One act as its command, with the stamp that a use case would give it. */
const perform = (review: Review, act: Act, n: number) => {
  const framework = threeAgree;
  const base = { commandId: commandId(`act-${n}-of-many`), urn: review.urn, year: review.year, period: review.period };
  const stamp = { by: act.who.id, at: now };
  const roles = rolesToSettle(framework, act.who, alder);
  const levels = levelsFor(act.area);
  const judgement = { level: levels[act.value % levels.length] ?? level.assured, rationale: 'Why.', evidence: [] };
  const basedOn = review.judgements[act.area]?.id ?? null;
  const values = { [kpi.attendanceRate]: { value: act.value, asAt: '2026-11-01', source: '' } };
  const round = Math.max(1, roundOf(review));
  const moves = {
    rate: () => rateArea(review, { ...base, area: act.area, ...judgement, basedOn }, { ...stamp, framework }),
    measure: () => recordKpis(review, { ...base, area: area.attendance, values }, { ...stamp, framework }),
    send: () => sendForSignOff(review, base, { ...stamp, framework, roles }),
    agree: () =>
      signOff(review, { ...base, round, comment: '' }, { ...stamp, roles, needed: settlingOf(framework).by }),
    query: () => query(review, { ...base, round, comment: 'Why?' }, stamp),
    reopen: () => reopen(review, { ...base, reason: 'A mistake.' }, stamp),
  };
  return moves[act.what]();
};
const replay = (acts: readonly Act[], each: (before: Review, after: Review) => void = () => undefined): Review =>
  acts.reduce<Review>(
    (review, act, n) => {
      const result = perform(frozen(review), act, n);
      if (!result.ok) return review;
      each(review, result.value);
      return result.value;
    },
    openReview({ framework: threeAgree }),
  );

const continuedBy = (event: ReviewEvent) => ('continued' in event ? (event.continued ?? []) : []);

describe('the same history', () => {
  /** Everything judged first, so that sending and agreeing are reached often. */
  const judged: Act[] = areas.map((code) => ({ what: 'rate', who: dana, area: code, value: 2 }));
  const anyHistory = fc.array(anyAct, { maxLength: 14 }).map((acts) => [...judged, ...acts]);

  it('gives the same state, and one that the store would take', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const once = replay(acts);
        expect(replay(acts)).toEqual(once);
        expect(Review.parse(once)).toEqual(once);
      }),
    );
  });

  it('what was refused has left no trace: the accepted acts alone give the same record', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const record = replay(acts);
        const done = record.history.flatMap((event) => [event.commandId, ...continuedBy(event)]);
        const kept = acts.map((act, n) => ({ act, n })).filter(({ n }) => done.includes(commandId(`act-${n}-of-many`)));
        const again = kept.reduce<Review>(
          (review, { act, n }) => {
            const result = perform(review, act, n);
            if (!result.ok) throw new Error(`Accepted once, and then ${result.refusal.code}.`);
            return result.value;
          },
          openReview({ framework: threeAgree }),
        );
        expect(again).toEqual(record);
      }),
    );
  });

  it('only grows: every act adds one event, or continues one that it names, and alters no other', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        replay(acts, (before, after) => {
          const last = after.history.at(-1);
          const continued = last ? continuedBy(last) : [];
          const untouched = before.history.filter(({ commandId: id }) => !continued.some((each) => each === id));
          expect(after.history.slice(0, -1)).toEqual(untouched);
          expect(before.history.length - untouched.length).toBe(continued.length > 0 ? 1 : 0);
          expect(after.earlier.slice(0, before.earlier.length)).toEqual(before.earlier);
        });
      }),
    );
  });

  it('reaches every state', () => {
    const reached = new Set<string>();
    for (const acts of fc.sample(anyHistory, { numRuns: 400, seed: 7 }))
      replay(acts, (_, after) => void reached.add(after.state));
    expect([...reached].sort()).toEqual(['awaitingSignOff', 'open', 'queried', 'signedOff']);
  });
});
