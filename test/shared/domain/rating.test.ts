import fc from 'fast-check';
import type { RecordKpis } from '../../../shared/schema/commands';
import { RateArea } from '../../../shared/schema/commands';
import { missingAreas, rateArea, recordKpis, unexplainedAreas } from '../../../shared/domain/review';
import type { KpiValues, Review } from '../../../shared/schema/review';
import type { AreaCode, KpiCode, LevelCode } from '../../../shared/schema/ids';
import { KpiCode as Kpi, AreaCode as Area, LevelCode as Level } from '../../../shared/schema/ids';
import { now } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { frozen, outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { birch, cora, dana } from '../../support/builders/people';
import { judgedReview, openReview } from '../../support/builders/reviews';

const ctx = { by: dana.id, at: now, framework: smallFramework };
const measured = (code: KpiCode, value: number): KpiValues => ({
  [code]: { value, asAt: '2026-11-01', source: 'Register', by: dana.id, at: now },
});

interface Rating {
  readonly area?: AreaCode;
  readonly level?: LevelCode;
  readonly rationale?: string;
  readonly basedOn?: RateArea['basedOn'];
  readonly commandId?: RateArea['commandId'];
}
const rating = ({ urn, year, period }: Review, parts: Rating = {}): RateArea => ({
  commandId: commandId('rating'),
  urn,
  year,
  period,
  area: area.safeguarding,
  level: level.assured,
  rationale: '',
  evidence: [],
  basedOn: null,
  ...parts,
});
const rate = (review: Review, parts: Rating = {}, context = ctx) =>
  rateArea(frozen(review), rating(review, parts), context);

describe('a judgement', () => {
  it('is recorded with its level, who, when, what was suggested, and the event that made it', () => {
    const after = valueOf(rate(openReview(), { rationale: 'Seen.', level: level.actions }));
    expect(after.judgements).toEqual({
      [area.safeguarding]: {
        id: commandId('rating'),
        level: level.actions,
        rationale: 'Seen.',
        evidence: [],
        by: dana.id,
        at: now,
      },
    });
    expect(after.history.at(-1)).toEqual({
      type: 'rated',
      commandId: commandId('rating'),
      by: dana.id,
      at: now,
      area: area.safeguarding,
      before: null,
      after: level.actions,
    });
  });

  it('records what the measures suggested at the time', () => {
    const review = openReview({ kpis: measured(kpi.attendanceRate, 60) });
    const after = valueOf(rate(review, { area: area.attendance, level: level.actions }));
    expect(after.judgements[area.attendance]?.suggested).toBe(level.actions);
  });

  it('keeps the earlier level and rationale in the history when it is judged again', () => {
    const seen = judgedReview().judgements[area.safeguarding];
    const after = valueOf(rate(judgedReview(), { level: level.actions, basedOn: seen?.id ?? null }));
    expect(after.history.at(-1)).toMatchObject({
      before: { level: level.assured, rationale: 'Why safeguarding.' },
      after: level.actions,
    });
  });

  it('leaves every other area as it was', () => {
    const before = judgedReview();
    const { [area.safeguarding]: judged, ...others } = before.judgements;
    const { [area.safeguarding]: _, ...after } = valueOf(rate(before, { basedOn: judged?.id ?? null })).judgements;
    expect(after).toEqual(others);
  });
});

describe('what a judgement is refused for', () => {
  it.each<[string, Rating, string]>([
    ['an area the framework does not have', { area: Area.parse('nowhere') }, 'review.unknown-area'],
    ['a level the scale does not have', { level: Level.parse('nowhere') }, 'review.unknown-level'],
    ['a level of another scale', { level: level.strong }, 'review.unknown-level'],
    ['a level of RAG on the five-level scale', { area: area.earlyYears, level: level.assured }, 'review.unknown-level'],
    ['a judgement that nobody had in sight: none is there', { basedOn: null }, 'accepted'],
    ['each level of its own scale', { area: area.earlyYears, level: level.strong }, 'accepted'],
  ])('%s', (_, parts, outcome) => expect(outcomeOf(rate(openReview(), parts))).toBe(outcome));

  it('an area that does not apply', () =>
    expect(outcomeOf(rate(openReview({ academy: birch }), { area: area.earlyYears, level: level.strong }))).toBe(
      'review.not-applicable',
    ));

  it('the same area judged by somebody else meanwhile; it says who and when', () => {
    const { by, at } = judgedReview().judgements[area.safeguarding] ?? { by: cora.id, at: '' };
    expect(refusalOf(rate(judgedReview()))).toEqual({ code: 'review.area-changed', by, at });
    expect(refusalOf(rate(judgedReview(), { basedOn: commandId('older-one') })).code).toBe('review.area-changed');
  });
});

describe('a rationale', () => {
  const suggesting = (value: number) => openReview({ kpis: measured(kpi.attendanceRate, value) });
  const attendance = (value: number, given: LevelCode, rationale: string) =>
    rate(suggesting(value), { area: area.attendance, level: given, rationale });

  it.each<[string, number, LevelCode, string]>([
    ['better than suggested', 40, level.assured, 'differs-from-suggestion'],
    ['worse than suggested', 95, level.actions, 'differs-from-suggestion'],
    ['intervention where better is suggested', 95, level.intervention, 'differs-from-suggestion'],
    ['intervention as suggested', 40, level.intervention, 'needs-intervention'],
  ])('is needed: %s', (_, value, given, why) => {
    expect(refusalOf(attendance(value, given, ''))).toEqual({ code: 'review.rationale-needed', why });
    expect(outcomeOf(attendance(value, given, 'Because.'))).toBe('accepted');
  });

  it.each<[string, number, LevelCode]>([
    ['as suggested', 95, level.assured],
    ['as suggested, in the middle', 60, level.actions],
  ])('is not needed: %s', (_, value, given) => expect(outcomeOf(attendance(value, given, ''))).toBe('accepted'));

  it('is needed wherever the level calls for intervention, on any scale', () => {
    expect(refusalOf(rate(openReview(), { level: level.intervention })).code).toBe('review.rationale-needed');
    expect(refusalOf(rate(openReview(), { area: area.earlyYears, level: level.urgent })).code).toBe(
      'review.rationale-needed',
    );
    expect(outcomeOf(rate(openReview(), { area: area.earlyYears, level: level.attention }))).toBe('accepted');
  });

  it('of blanks alone is none: the command trims it', () => {
    const { rationale } = RateArea.parse({ ...rating(openReview()), rationale: ' \n ' });
    expect(refusalOf(rate(openReview(), { level: level.intervention, rationale })).code).toBe(
      'review.rationale-needed',
    );
  });
});

describe('measures', () => {
  const record = (review: Review, values: RecordKpis['values'], code: AreaCode = area.attendance) => {
    const { urn, year, period } = review;
    return recordKpis(
      frozen(review),
      { commandId: commandId('measuring'), urn, year, period, area: code, values },
      ctx,
    );
  };
  const given = { value: 71, asAt: '2026-11-02', source: 'Register' };

  it('are recorded with who and when, beside what is there', () => {
    const before = openReview({ kpis: measured(kpi.severeAbsence, 12) });
    const after = valueOf(record(before, { [kpi.attendanceRate]: given }));
    expect(after.kpis).toEqual({ ...before.kpis, [kpi.attendanceRate]: { ...given, by: dana.id, at: now } });
    expect(after.history.at(-1)).toMatchObject({
      type: 'measured',
      area: area.attendance,
      before: { [kpi.attendanceRate]: null },
      after: { [kpi.attendanceRate]: 71 },
    });
  });

  it('are removed by null, and the history keeps what was there', () => {
    const after = valueOf(
      record(openReview({ kpis: measured(kpi.attendanceRate, 50) }), { [kpi.attendanceRate]: null }),
    );
    expect(after.kpis).toEqual({});
    expect(after.history.at(-1)).toMatchObject({
      before: { [kpi.attendanceRate]: 50 },
      after: { [kpi.attendanceRate]: null },
    });
  });

  it('keep 0 as a value', () => {
    const after = valueOf(record(openReview(), { [kpi.attendanceRate]: { ...given, value: 0 } }));
    expect(after.kpis[kpi.attendanceRate]?.value).toBe(0);
    expect(after.history.at(-1)).toMatchObject({ after: { [kpi.attendanceRate]: 0 } });
  });

  it.each<[string, RecordKpis['values'], AreaCode, string]>([
    ['of an unknown area', {}, Area.parse('nowhere'), 'review.unknown-area'],
    ['that no area has', { [Kpi.parse('nothing')]: given }, area.attendance, 'review.unknown-kpi'],
    ['that another area has', { [kpi.attendanceRate]: given }, area.safeguarding, 'review.unknown-kpi'],
    [
      'one known, one unknown',
      { [kpi.attendanceRate]: given, [Kpi.parse('nothing')]: null },
      area.attendance,
      'review.unknown-kpi',
    ],
  ])('are refused: %s', (_, values, code, refusal) =>
    expect(outcomeOf(record(openReview(), values, code))).toBe(refusal),
  );

  it('are refused for an area that does not apply', () => {
    const review: Review = { ...openReview(), notApplicable: [area.attendance] };
    expect(outcomeOf(record(review, { [kpi.attendanceRate]: given }))).toBe('review.not-applicable');
  });

  it('that change make a judgement without a reason unexplained, and a reason explains it', () => {
    const values = { [kpi.attendanceRate]: { ...given, value: 45 } };
    expect(unexplainedAreas(valueOf(record(judgedReview({ rationale: '' }), values)), smallFramework)).toEqual([
      area.attendance,
    ]);
    expect(unexplainedAreas(valueOf(record(judgedReview(), values)), smallFramework)).toEqual([]);
    expect(unexplainedAreas(judgedReview({ rationale: '' }), smallFramework)).toEqual([]);
  });
});

describe('what is missing', () => {
  it('is every area that applies and is not judged, whatever the order of judging', () => {
    const all = smallFramework.areas.map(({ code }) => code);
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.subarray(all), (judged, outside) => {
        let review: Review = { ...openReview(), notApplicable: outside };
        for (const [i, code] of judged.entries()) {
          const best = code === area.earlyYears ? level.strong : level.assured;
          const result = rate(review, { area: code, level: best, commandId: commandId(`rating-${i}`) });
          expect(outcomeOf(result)).toBe(outside.includes(code) ? 'review.not-applicable' : 'accepted');
          review = result.ok ? result.value : review;
        }
        expect(missingAreas(review, smallFramework)).toEqual(
          all.filter((c) => !judged.includes(c) && !outside.includes(c)),
        );
      }),
    );
  });
});
