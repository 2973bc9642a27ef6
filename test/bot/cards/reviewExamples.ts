import { ReviewCard, type Mark } from '../../../shared/schema/card';
import { actions, assured, intervention, long } from './examples';

const reviewBase = {
  card: 'review',
  key: { urn: '100001', year: '2026/27', period: 'autumn' },
  academyName: 'Alder Academy',
  period: { year: '2026/27', period: 'autumn' },
  round: 1,
  headline: 'Sign off the autumn term review of Alder Academy',
  status: ['Sent for sign-off by Dana Director on 20 November 2026, 14:05.'],
  counts: [
    { mark: assured, count: 20 },
    { mark: actions, count: 6 },
    { mark: intervention, count: 2 },
  ],
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
  status: ['Signed off by Hazel Head on 22 November 2026, 09:40', 'The review is locked.'],
});

export const reviewQueried = ReviewCard.parse({
  ...reviewBase,
  ask: 'answerQuery',
  headline: 'Hazel Head has a query about the autumn term review of Alder Academy',
  status: ['Queried by Hazel Head on 22 November 2026, 09:40.'],
  comment: { by: 'Hazel Head', text: 'Two suspensions in October were recorded twice.\nPlease look at them again.' },
  why: 'You receive this because you sent the review for sign-off.',
});

export const worstReview = (piece: string): ReviewCard => {
  const mark: Mark = { word: long(60, piece), symbol: long(2, piece), tone: 'critical' };
  return {
    ...reviewToSignOff,
    academyName: long(120, piece),
    headline: long(400, piece),
    why: long(400, piece),
    status: Array.from({ length: 30 }, () => long(2400, piece)),
    counts: Array.from({ length: 6 }, () => ({ mark, count: 80 })),
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
