import { ChangeCard, type Mark } from '../../../shared/schema/card';
import { actions, assured, improve, intervention, long, repair } from './examples';
import { reviewToSignOff } from './reviewExamples';

const changeBase = {
  card: 'change',
  id: 'c0000000-0000-4000-8000-000000000001',
  urn: '100001',
  academyName: 'Alder Academy',
  round: 1,
  step: 1,
  headline: 'Approve a change of category for Alder Academy',
  from: improve,
  to: repair,
  effectiveFrom: '2026-12-01',
  proposedBy: 'Dana Director',
  proposedAt: '2026-11-20T14:05:00Z',
  rationale:
    'Attendance fell after the September intake and two areas now call for intervention. The academy needs the enhanced support of this category for two terms.',
  evidence: {
    period: { year: '2026/27', period: 'autumn' },
    takenAt: '2026-11-20T14:05:00Z',
    counts: [
      { mark: assured, count: 20 },
      { mark: actions, count: 6 },
      { mark: intervention, count: 2 },
    ],
    intervention: [
      { area: 'Attendance', mark: intervention },
      { area: 'Suspensions', mark: intervention },
    ],
  },
  support: {
    added: [
      'School improvement: 12 days a year',
      'HR: weekly 30-minute catch-up',
      'HR: up to 10 days',
      'Finance: monthly review',
      'Governance review every two years',
    ],
    ended: ['School improvement: 6 days a year'],
    changed: [],
  },
  steps: [
    { text: 'Discussion with the head teacher: Hazel Head agrees', status: 'done' },
    { text: 'Approval by the CEO', status: 'current' },
    { text: 'Confirmation by the Board', status: 'later' },
  ],
  today: '2026-11-22',
  why: 'You receive this because you are the CEO of Orchard Learning Trust.',
  subPageId: 'categories/c0000000-0000-4000-8000-000000000001',
};

export const changeToApprove = ChangeCard.parse({ ...changeBase, ask: 'approve' });
export const changedSinceProposed = ChangeCard.parse({
  ...changeBase,
  ask: 'approve',
  seen: 'a digest of what differs',
  changedSince: [
    {
      area: 'Attendance',
      then: { word: 'Intervention required', symbol: '!', tone: 'critical' },
      now: { word: 'Actions in place', symbol: '◐', tone: 'caution' },
    },
    { area: 'Finance', now: { word: 'Assured', symbol: '✓', tone: 'good' } },
  ],
});
export const changeToDiscuss = ChangeCard.parse({
  ...changeBase,
  ask: 'discuss',
  step: 0,
  headline: 'What do you think of this change of category for Alder Academy?',
  why: 'You receive this because you are the head teacher of Alder Academy.',
});
export const changeToConfirm = ChangeCard.parse({
  ...changeBase,
  ask: 'confirm',
  step: 2,
  onBehalfOf: 'the Board',
  headline: 'Confirm a change of category for Alder Academy',
  why: 'You receive this because you confirm changes on the Board’s behalf.',
});
export const changeReturned = ChangeCard.parse({
  ...changeBase,
  ask: 'resubmit',
  step: undefined,
  headline: 'Your change of category for Alder Academy has come back',
  comment: { by: 'Cora Chief', text: 'Please say what the academy has already tried.' },
  why: 'You receive this because you proposed it.',
});
export const changeDecided = ChangeCard.parse({
  ...changeBase,
  step: undefined,
  headline: 'Alder Academy moves to Repair',
  outcome: 'Confirmed by Bo Board on 22 November 2026, 18:30, for the meeting of 21 November 2026.',
  steps: changeBase.steps.map(({ text }) => ({ text, status: 'done' })),
});
export const firstCategory = ChangeCard.parse({
  ...changeBase,
  ask: 'approve',
  from: undefined,
  evidence: undefined,
  support: { added: [], ended: [], changed: [] },
});
export const changeToRepresent = ChangeCard.parse({
  ...changeBase,
  ask: 'represent',
  step: 0,
  headline: 'A change of category is proposed for Alder Academy: do you make representations?',
});
export const changeToAgree = ChangeCard.parse({ ...changeToDiscuss, mustAgree: true });
/** A tier that a committee confirms, and may confirm differently; a rule suggested another one. */
export const tierToConfirm = ChangeCard.parse({
  ...changeBase,
  ask: 'confirm',
  step: 2,
  onBehalfOf: 'the Learning Committee',
  mayChangeCategory: true,
  categoryWord: 'tier',
  from: undefined,
  suggested: 'Stabilise: Attendance is Intervention required. Proposed otherwise because: A new head has begun.',
  outsideOpinion: 'The local authority, 3 November 2026: We see the same.',
  support: { added: [], ended: [], changed: ['CEO 1:1: every 4 weeks → every 2 weeks'] },
});
export const changeDecidedOtherwise = ChangeCard.parse({ ...changeDecided, insteadOf: improve });

export const worstChange = (piece: string): ChangeCard => {
  const mark: Mark = { word: long(60, piece), symbol: long(2, piece), tone: 'critical' };
  const items = Array.from({ length: 60 }, () => long(300, piece));
  return {
    ...changeToApprove,
    academyName: long(120, piece),
    headline: long(400, piece),
    why: long(400, piece),
    from: mark,
    to: mark,
    proposedBy: long(120, piece),
    rationale: long(4000, piece),
    evidence: {
      period: reviewToSignOff.period,
      takenAt: changeToApprove.proposedAt,
      counts: Array.from({ length: 6 }, () => ({ mark, count: 80 })),
      intervention: Array.from({ length: 80 }, () => ({ area: long(80, piece), mark })),
    },
    changedSince: Array.from({ length: 80 }, () => ({ area: long(80, piece), then: mark, now: mark })),
    seen: 'x'.repeat(64),
    support: { added: items, ended: items, changed: items },
    suggested: long(3000, piece),
    outsideOpinion: long(1200, piece),
    onBehalfOf: long(90, piece),
    mustAgree: true,
    mayChangeCategory: true,
    insteadOf: mark,
    steps: Array.from({ length: 8 }, () => ({ text: long(2400, piece), status: 'skipped' as const })),
    comment: { by: long(120, piece), text: long(2000, piece) },
    outcome: long(2400, piece),
  };
};
