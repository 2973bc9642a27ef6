import type { Review } from '../../../shared/schema/review';
import { roundOf } from '../../../shared/domain/review';
import { query, signOff } from '../../../shared/domain/signOff';
import { now } from '../../support/builders/calendar';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { refusalOf, valueOf } from '../../support/builders/outcome';
import { dana, hazel } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';
import { key, asHead, asSigner, acts } from './reviewActs';

describe('sending for sign-off', () => {
  it('is refused while an area that applies is not judged, and names every one', () => {
    const { [area.attendance]: _, ...judgements } = judgedReview().judgements;
    expect(refusalOf(acts.sendForSignOff({ ...judgedReview(), judgements }))).toEqual({
      code: 'review.incomplete',
      missing: [area.attendance],
    });
    expect(refusalOf(acts.sendForSignOff(openReview()))).toMatchObject({ missing: Object.values(area) });
  });

  it('does not ask for areas that do not apply', () => {
    const { [area.earlyYears]: _, ...judgements } = judgedReview().judgements;
    const review: Review = { ...judgedReview(), judgements, notApplicable: [area.earlyYears] };
    expect(valueOf(acts.sendForSignOff(review)).state).toBe('awaitingSignOff');
  });

  it('is refused where the measures now suggest another level and no reason is given', () => {
    const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: '', by: dana.id, at: now } };
    expect(refusalOf(acts.sendForSignOff(judgedReview({ kpis, rationale: '' })))).toEqual({
      code: 'review.unexplained',
      areas: [area.attendance],
    });
    expect(valueOf(acts.sendForSignOff(judgedReview({ kpis }))).state).toBe('awaitingSignOff');
  });

  it('does not ask a reason of an area that does not apply', () => {
    const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: '', by: dana.id, at: now } };
    const review: Review = { ...judgedReview({ kpis, rationale: '' }), notApplicable: [area.attendance] };
    expect(valueOf(acts.sendForSignOff(review)).state).toBe('awaitingSignOff');
  });
});

describe('rounds', () => {
  it('count the sendings', () => {
    expect(roundOf(openReview())).toBe(0);
    expect(roundOf(awaitingReview())).toBe(1);
    expect(roundOf(valueOf(acts.sendForSignOff(queriedReview())))).toBe(2);
    expect(roundOf(valueOf(acts.sendForSignOff(reopenedReview())))).toBe(2);
  });

  it.each([1, 3])('a decision on round %s of the second is refused: it was another sending', (round) => {
    const again = valueOf(acts.sendForSignOff(queriedReview()));
    const command = { commandId: commandId('late-act'), ...key(again), round, comment: 'Old card.' };
    expect(refusalOf(signOff(again, command, asSigner)).code).toBe('review.sent-again');
    expect(refusalOf(query(again, command, asHead)).code).toBe('review.sent-again');
  });

  it('an old card of a review that is signed off hears who did it', () => {
    const again = valueOf(acts.signOff(valueOf(acts.sendForSignOff(queriedReview()))));
    const command = { commandId: commandId('late-act'), ...key(again), round: 1, comment: '' };
    expect(refusalOf(signOff(again, command, asSigner)).code).toBe('review.already-signed-off');
  });
});

describe('reopening', () => {
  it('keeps what was signed off, as it was', () => {
    const before = signedOffReview();
    const after = valueOf(acts.reopen(before));
    const { judgements, kpis, signedOffAt: at } = before;
    expect(after.earlier).toEqual([{ at, by: hazel.id, judgements, kpis }]);
    expect(after.judgements).toEqual(judgements);
    expect(after).not.toHaveProperty('signedOffBy');
  });

  it('keeps the earlier versions through a second signing off and reopening, unchanged by later judgements', () => {
    const first = signedOffReview().judgements;
    const rated = valueOf(acts.rateArea(reopenedReview()));
    const again = valueOf(acts.reopen(valueOf(acts.signOff(valueOf(acts.sendForSignOff(rated))))));
    expect(again.earlier.map((version) => version.judgements)).toEqual([first, rated.judgements]);
    expect(again.earlier[0]?.judgements[area.safeguarding]?.level).toBe(level.assured);
    expect(again.earlier[1]?.judgements[area.safeguarding]?.level).toBe(level.actions);
  });
});
