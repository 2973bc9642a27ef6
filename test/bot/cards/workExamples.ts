import { type WorkCard } from '../../../shared/schema/card';
import { Work } from '../../../shared/schema/views';
import { long } from './examples';

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

export const worstWork = (piece: string): Work => ({
  ...work(12),
  items: work(12).items.map((item) => ({ ...item, title: long(400, piece), detail: long(2400, piece) })),
});

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
