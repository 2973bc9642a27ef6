import { ChangeCard, GoneCard, ReviewCard, type Mark, type WorkCard } from '../../../shared/schema/card';
import { Work } from '../../../shared/schema/views';
import { createDeepLink } from '../../../bot/cards/deepLink';

/** Cards named after the state that they show. All people and schools are invented. */

export const deepLink = createDeepLink({
  teamsAppId: 'a55e0000-0000-4000-8000-00000000000a',
  tabOrigin: 'https://assured.example',
});
export const options = { deepLink };

export const assured: Mark = { word: 'Assured', symbol: '✓', tone: 'good' };
export const actions: Mark = { word: 'Actions in place', symbol: '◐', tone: 'caution' };
export const intervention: Mark = { word: 'Intervention required', symbol: '!', tone: 'critical' };
const repair: Mark = { word: 'Repair', symbol: '◔', tone: 'caution' };
const improve: Mark = { word: 'Improve', symbol: '◑', tone: 'steady' };

const reviewBase = {
  card: 'review',
  key: { urn: '100001', year: '2026/27', period: 'autumn' },
  academyName: 'Alder Academy',
  period: { year: '2026/27', period: 'autumn' },
  round: 1,
  headline: 'Sign off the autumn term review of Alder Academy',
  status: ['Sent for sign-off by Dana Director on 20 November 2026, 14:05.'],
  groups: [
    {
      name: 'Financial Management',
      counts: [
        { mark: assured, count: 4 },
        { mark: actions, count: 1 },
      ],
    },
    { name: 'Estates and Contracts', counts: [{ mark: assured, count: 4 }] },
    {
      name: 'Human Resources',
      counts: [
        { mark: assured, count: 3 },
        { mark: actions, count: 2 },
      ],
    },
    {
      name: 'Quality of Education',
      counts: [
        { mark: assured, count: 9 },
        { mark: actions, count: 3 },
        { mark: intervention, count: 2 },
      ],
    },
  ],
  intervention: [
    { area: 'Attendance', mark: intervention },
    { area: 'Suspensions', mark: intervention },
  ],
  changes: [
    { area: 'Attendance', from: actions, to: intervention, direction: 'worse' },
    { area: 'Progress: Mathematics', from: actions, to: assured, direction: 'better' },
  ],
  comparedWith: 'Summer term 2025/26',
  why: 'You receive this because you are the head teacher of Alder Academy.',
  subPageId: 'reviews/2026-27/autumn/100001',
};

export const reviewToSignOff = ReviewCard.parse({ ...reviewBase, ask: 'signOff' });

export const reviewToAgree = ReviewCard.parse({
  ...reviewBase,
  ask: 'agree',
  key: { urn: '100001', year: '2026/27', period: 'year' },
  period: { year: '2026/27', period: 'year' },
  headline: 'Please agree the 2026/27 risk assessment of Alder Academy',
  status: [
    'Sent for agreement by Dana Director on 20 November 2026, 14:05',
    'Agreed by Dana Director on 20 November 2026, 14:05',
  ],
  comparedWith: '2025/26',
  subPageId: 'reviews/2026-27/year/100001',
});

export const reviewSignedOff = ReviewCard.parse({
  ...reviewBase,
  headline: 'Autumn term review of Alder Academy: signed off',
  status: ['Signed off by Hazel Head on 22 November 2026, 09:40.'],
});

export const reviewQueried = ReviewCard.parse({
  ...reviewBase,
  ask: 'answerQuery',
  headline: 'Hazel Head has a query about the autumn term review of Alder Academy',
  status: ['Queried by Hazel Head on 22 November 2026, 09:40.'],
  comment: { by: 'Hazel Head', text: 'Two suspensions in October were recorded twice.\nPlease look at them again.' },
  why: 'You receive this because you sent the review for sign-off.',
});

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

export const gone = GoneCard.parse({
  card: 'gone',
  headline: 'This card is no longer yours',
  why: 'You receive this because your role in the trust has changed.',
  subPageId: 'work',
});

export const work = (length: number): Work =>
  Work.parse({
    asAt: '2026-11-22T09:40:00Z',
    items: Array.from({ length }, (_, i) => ({
      id: `item-${i}`,
      kind: 'signOff',
      title: `Sign off the autumn term review of Academy ${i + 1}`,
      detail: 'Sent by Dana Director',
      subPageId: `reviews/2026-27/autumn/10000${i}`,
      since: '2026-11-20T14:05:00Z',
    })),
  });

/** Every place where a person's or the trust's words can stand, as long as the schemas let them be, in nasty characters. */
const long = (max: number, piece: string): string => piece.repeat(Math.ceil(max / piece.length)).slice(0, max);

export const worstWork = (piece: string): Work => ({
  ...work(12),
  items: work(12).items.map((item) => ({ ...item, title: long(400, piece), detail: long(2400, piece) })),
});

export const worstReview = (piece: string): ReviewCard => {
  const mark: Mark = { word: long(60, piece), symbol: long(2, piece), tone: 'critical' };
  return {
    ...reviewToSignOff,
    academyName: long(120, piece),
    headline: long(400, piece),
    why: long(400, piece),
    status: Array.from({ length: 30 }, () => long(2400, piece)),
    groups: Array.from({ length: 20 }, () => ({
      name: long(60, piece),
      counts: Array.from({ length: 6 }, () => ({ mark, count: 80 })),
    })),
    intervention: Array.from({ length: 80 }, () => ({ area: long(80, piece), mark })),
    changes: Array.from({ length: 80 }, () => ({
      area: long(80, piece),
      from: mark,
      to: mark,
      direction: 'worse' as const,
    })),
    comment: { by: long(120, piece), text: long(2000, piece) },
  };
};

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

export const workCard = (n: number, occasion: WorkCard['occasion'] = 'digest'): WorkCard => ({
  card: 'work',
  slot: 'digest-2026-11-20T09:00:00.000Z',
  occasion,
  headline: `${n} things waiting for you, 1 of them overdue`,
  asAt: '2026-11-20T09:00:00.000Z',
  items: Array.from({ length: n }, (_, at) => ({
    title: `Sign off the review of academy ${at + 1}`,
    detail: 'Autumn term 2026/27 · every area is judged',
    dueOn: at === 0 ? '2026-11-19' : '2026-11-23',
    overdue: at === 0,
    ...(occasion === 'overdueOfOthers' && { with: 'Hazel Head' }),
    subPageId: `reviews/2026-27/autumn/${100_001 + at}`,
  })),
  why: 'You receive this one message because several things came for you at once.',
  subPageId: 'work',
});

export const worstWorkCard = (piece: string): WorkCard => ({
  ...workCard(200, 'overdueOfOthers'),
  headline: long(400, piece),
  why: long(400, piece),
  items: workCard(200, 'overdueOfOthers').items.map((item) => ({
    ...item,
    title: long(400, piece),
    detail: long(2400, piece),
    with: long(400, piece),
  })),
});
