import fc from 'fast-check';
import { moveToModel } from '../../../shared/domain/moveToModel';
import { levelOf } from '../../../shared/domain/framework';
import type { AreaCode } from '../../../shared/schema/ids';
import { Review } from '../../../shared/schema/review';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { refOf, sameAgain, secondVersion } from '../../support/builders/models';
import { frozen, outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, alder, birch, cedar, dana } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';

const stamp = { commandId: commandId('moved'), by: ada.id, at: '2026-11-20T10:00:00.000Z' };
const value = (n: number) => ({ value: n, asAt: '2026-11-01', source: 'Register', by: dana.id, at: stamp.at });
const move = (review: Review, academy = alder, model = secondVersion) =>
  moveToModel(frozen(review), model, academy, stamp);

describe('an open record that was never sent', () => {
  const kpis = { [kpi.attendanceRate]: value(93), [kpi.repeatSuspensions]: value(4) };
  const before = judgedReview({ kpis });
  const after = valueOf(move(before));

  it('is on the new version', () => expect(after.framework).toEqual(refOf(secondVersion)));

  it('keeps the judgements that have a place there, as they were', () => {
    expect(after.judgements).toEqual({
      [area.retention]: before.judgements[area.retention],
      [area.attendance]: before.judgements[area.attendance],
      [area.safeguarding]: before.judgements[area.safeguarding],
    });
  });

  it('loses nothing: the rest is in the event, an area that is gone and a level that is gone alike', () => {
    expect(after.history.at(-1)).toEqual({
      type: 'movedToModel',
      ...stamp,
      from: refOf(smallFramework),
      to: refOf(secondVersion),
      dropped: {
        [area.vacancies]: before.judgements[area.vacancies],
        [area.earlyYears]: before.judgements[area.earlyYears],
      },
      droppedKpis: { [kpi.repeatSuspensions]: kpis[kpi.repeatSuspensions] },
    });
  });

  it('keeps the measures that are still taken', () =>
    expect(after.kpis).toEqual({ [kpi.attendanceRate]: kpis[kpi.attendanceRate] }));

  it('keeps its history and what its schema asks', () => {
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(Review.parse(after)).toEqual(after);
  });

  it('asks anew what applies to the academy', () => {
    const everywhere = { ...secondVersion, areas: secondVersion.areas.map((a) => ({ ...a, notApplicableIn: [] })) };
    expect(valueOf(move(openReview({ academy: birch }), birch, everywhere)).notApplicable).toEqual([]);
    expect(valueOf(move(openReview({ academy: cedar }), cedar)).notApplicable).toEqual([area.retention]);
  });

  it('puts aside what no longer applies: a judgement of it would count nowhere', () => {
    const notInPrimaries = {
      ...sameAgain,
      areas: sameAgain.areas.map((a) => (a.code === area.safeguarding ? { ...a, notApplicableIn: [alder.phase] } : a)),
    };
    const moved = valueOf(move(before, alder, notInPrimaries));
    expect(moved.judgements[area.safeguarding]).toBeUndefined();
    expect(moved.history.at(-1)).toMatchObject({ dropped: { [area.safeguarding]: { level: level.assured } } });
  });

  it('is left as it is, the same object, where it is on that version already', () => {
    const there = valueOf(move(before));
    expect(valueOf(move(there))).toBe(there);
  });
});

it.each([
  ['awaiting', awaitingReview],
  ['queried', queriedReview],
  ['signed off', signedOffReview],
  ['reopened', reopenedReview],
] as const)('a record that was sent stays on its version: %s', (_, review) =>
  expect(outcomeOf(move(review()))).toBe('review.keeps-model'),
);

it('whatever was judged, every judgement is either kept or in the event, and every kept one means something', () => {
  const levels = fc.constantFrom(...Object.values(level));
  const areas = Object.values(area);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom<string>(...areas), levels), (given) => {
      const judged = judgedReview();
      const judgements = Object.fromEntries(
        Object.entries(given).map(([code, chosen]) => [
          code,
          { ...judged.judgements[area.safeguarding], level: chosen },
        ]),
      );
      const after = valueOf(move(Review.parse({ ...judged, judgements })));
      const event = after.history.at(-1);
      const dropped = event?.type === 'movedToModel' ? event.dropped : {};
      expect({ ...after.judgements, ...dropped }).toEqual(judgements);
      expect(Object.keys(after.judgements).filter((code) => code in dropped)).toEqual([]);
      for (const [code, judgement] of Object.entries(after.judgements)) {
        const found = secondVersion.areas.find((each) => each.code === (code as AreaCode));
        expect(found && levelOf(secondVersion, found, judgement?.level)).toBeDefined();
      }
    }),
  );
});
