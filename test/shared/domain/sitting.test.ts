import fc from 'fast-check';
import { stampsIn } from '../../../shared/application/stamps';
import { replayOf } from '../../../shared/domain/replay';
import { rateArea, recordKpis } from '../../../shared/domain/review';
import { query, sendForSignOff } from '../../../shared/domain/signOff';
import type { RecordKpis } from '../../../shared/schema/commands';
import type { LevelCode, PersonId } from '../../../shared/schema/ids';
import { Review } from '../../../shared/schema/review';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { frozen, refusalOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import { judgedReview, openReview } from '../../support/builders/reviews';

const at = (minutes: number): string => new Date(Date.parse('2026-11-20T09:00:00Z') + minutes * 60_000).toISOString();
const stamp = (by: PersonId, minutes: number) => ({ by, at: at(minutes), framework: smallFramework });

interface Saving {
  readonly minute: number;
  readonly words: string;
  readonly level?: LevelCode;
  readonly by?: PersonId;
}
const { urn, year, period } = openReview();
const key = { urn, year, period };
const save = (review: Review, { minute, words, level: given = level.assured, by = dana.id }: Saving): Review =>
  valueOf(
    rateArea(
      frozen(review),
      {
        ...{ commandId: commandId(`saved-at-${String(minute).replace('.', '-')}`), ...key },
        ...{ area: area.safeguarding, level: given, rationale: words, evidence: [] },
        basedOn: review.judgements[area.safeguarding]?.id ?? null,
      },
      stamp(by, minute),
    ),
  );
const measure = (review: Review, minute: number, values: RecordKpis['values'], seen?: RecordKpis['seen']) =>
  recordKpis(
    frozen(review),
    { commandId: commandId(`measured-at-${minute}`), ...key, area: area.attendance, values, ...(seen && { seen }) },
    stamp(dana.id, minute),
  );
const entries = (review: Review) => review.history.filter(({ type }) => type === 'rated');

describe('an area that is saved as it is typed', () => {
  it('is one entry of the history for one sitting: from what stood before it to what stands now', () => {
    const first = save(openReview(), { minute: 0, words: '', level: level.actions });
    const then = save(first, { minute: 1, words: 'Seen', level: level.actions });
    const last = save(then, { minute: 5, words: 'Seen on a visit.', level: level.actions });
    expect(entries(last)).toEqual([
      {
        type: 'rated',
        commandId: commandId('saved-at-5'),
        by: dana.id,
        at: at(5),
        begun: at(0),
        continued: [commandId('saved-at-0'), commandId('saved-at-1')],
        area: area.safeguarding,
        before: null,
        after: level.actions,
      },
    ]);
    expect(last.judgements[area.safeguarding]).toMatchObject({ rationale: 'Seen on a visit.', at: at(5) });
    expect(Review.parse(last)).toEqual(last);
  });

  it('keeps the wording that the sitting replaced', () => {
    const review = judgedReview();
    const told = review.judgements[area.safeguarding]?.rationale;
    const after = save(save(review, { minute: 0, words: 'Other.' }), { minute: 1, words: 'Other words.' });
    expect(after.history.at(-1)).toMatchObject({ before: { rationale: told }, after: level.assured });
    expect(after.history).toHaveLength(review.history.length + 1);
  });

  it.each<[string, Saving]>([
    ['another level', { minute: 1, words: 'One.', level: level.actions }],
    ['another person', { minute: 1, words: 'Other.', by: cora.id }],
    ['more than half an hour after the sitting began', { minute: 31, words: 'Other.' }],
  ])('has an entry of its own for %s', (_, second) => {
    const one = save(openReview(), { minute: 0, words: 'One.' });
    expect(entries(save(one, second))).toHaveLength(2);
  });

  it('has an entry of its own after the review was sent and queried', () => {
    const judged = judgedReview();
    const one = save(judged, { minute: 0, words: 'One.' });
    const roles = ['directorOfEducation'] as const;
    const sent = valueOf(
      sendForSignOff(one, { ...key, commandId: commandId('sent') }, { ...stamp(dana.id, 1), roles: [...roles] }),
    );
    const queried = valueOf(
      query(sent, { ...key, commandId: commandId('asked'), round: 1, comment: 'Why?' }, stamp(hazel.id, 2)),
    );
    expect(entries(save(queried, { minute: 3, words: 'Two.' })).length).toBe(entries(one).length + 1);
  });

  it('knows each of its commands when it arrives again', () => {
    const after = save(save(openReview(), { minute: 0, words: 'a' }), { minute: 1, words: 'b' });
    const known = (name: string) =>
      replayOf(stampsIn('reviews', after), commandId(name), dana.id, ['rated'], area.safeguarding);
    expect([known('saved-at-0'), known('saved-at-1'), known('saved-at-2')]).toEqual(['done', 'done', 'new']);
  });
});

const anySavings = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 20 }),
    words: fc.constantFrom('One.', 'Two.', 'Three.'),
    level: fc.constantFrom(level.assured, level.actions, level.intervention),
    by: fc.constantFrom(dana.id, cora.id),
  }),
  { minLength: 1, maxLength: 60 },
);

it('whatever is saved in whatever order: no level change, person or command is lost, and times only go on', () => {
  fc.assert(
    fc.property(anySavings, (savings) => {
      let minute = 0;
      const told: { by: PersonId; level: LevelCode }[] = [];
      const review = savings.reduce<Review>((before, { gap, ...saving }, n) => {
        minute += gap;
        const last = told.at(-1);
        if (last?.by !== saving.by || last.level !== saving.level) told.push(saving);
        return save(before, { ...saving, minute: minute + n / 1000 });
      }, openReview());
      const history = entries(review);
      const changes = history.flatMap((e) => (e.type === 'rated' ? [{ by: e.by, level: e.after }] : []));
      const runs = changes.filter((each, n) => each.by !== changes[n - 1]?.by || each.level !== changes[n - 1]?.level);
      expect(runs).toEqual(told.map(({ by, level: given }) => ({ by, level: given })));
      expect(stampsIn('reviews', review)).toHaveLength(savings.length + 1);
      const times = review.history.map((event) => event.at);
      expect([...times].sort()).toEqual(times);
      for (const e of history) if (e.type === 'rated') expect((e.continued ?? []).length).toBeLessThanOrEqual(20);
    }),
  );
});

describe('measures that are saved as they are typed', () => {
  const given = { value: 71, asAt: '2026-11-02', source: '' };
  const value = (number: number, source = '') => ({ [kpi.attendanceRate]: { ...given, value: number, source } });

  it('are one entry where only day or source follow, and one each where the number changes', () => {
    const first = valueOf(measure(openReview(), 0, value(71)));
    const sourced = valueOf(measure(first, 1, value(71, 'Register')));
    expect(sourced.history).toHaveLength(first.history.length);
    expect(sourced.history.at(-1)).toMatchObject({
      before: { [kpi.attendanceRate]: null },
      after: { [kpi.attendanceRate]: 71 },
      continued: [commandId('measured-at-0')],
    });
    expect(valueOf(measure(sourced, 2, value(72))).history).toHaveLength(first.history.length + 1);
  });

  it('are refused where another value than the one in sight stands there by now, and say whose', () => {
    const first = valueOf(measure(openReview(), 0, value(71)));
    const unseen = measure(first, 1, value(80), { [kpi.attendanceRate]: null });
    expect(refusalOf(unseen)).toEqual({ code: 'review.area-changed', by: dana.id, at: at(0) });
    const removed = valueOf(measure(first, 1, { [kpi.attendanceRate]: null }, value(71)));
    expect(refusalOf(measure(removed, 2, value(80), value(71)))).toEqual({
      code: 'review.area-changed',
      by: dana.id,
      at: at(1),
    });
  });

  it.each<[string, RecordKpis['values'], RecordKpis['seen']]>([
    ['the value in sight is still there', value(80), value(71)],
    ['what stands there is what is written', value(71), { [kpi.attendanceRate]: null }],
    ['nothing was said of what was in sight', value(80), undefined],
  ])('are taken where %s', (_, values, seen) => {
    const first = valueOf(measure(openReview(), 0, value(71)));
    expect(valueOf(measure(first, 1, values, seen)).kpis[kpi.attendanceRate]).toMatchObject(
      values[kpi.attendanceRate] ?? {},
    );
  });
});
