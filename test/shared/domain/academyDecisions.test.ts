import { academyDecisions, decisionsTold, type DecisionsInput } from '../../../shared/domain/academyDecisions';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Review } from '../../../shared/schema/review';
import { summerBefore } from '../../support/builders/calendar';
import {
  atApprove,
  decidedChange,
  recordedChange,
  rejectedChange,
  withdrawnChange,
} from '../../support/builders/changes';
import { smallFramework, threeAgree } from '../../support/builders/framework';
import { category, changeId } from '../../support/builders/ids';
import { people } from '../../support/builders/people';
import { judgedReview, reopenedReview, signedOffReview } from '../../support/builders/reviews';
import { rowOf, rowOfChange } from '../../support/builders/rows';

interface Given {
  readonly reviews?: readonly Review[];
  readonly changes?: readonly CategoryChange[];
  readonly input?: Partial<DecisionsInput>;
}
const decisions = ({ reviews = [], changes = [], input = {} }: Given) =>
  academyDecisions({
    academy: {},
    reviews: reviews.map(rowOf),
    changes: changes.map(rowOfChange),
    mayOpen: () => true,
    historic: { inspections: [], selfEvaluations: [] },
    frameworkOf: () => smallFramework,
    whoIs: (id) => ({ id, name: people.find((person) => person.id === id)?.name ?? '', jobTitle: '' }),
    ...input,
  });
const told = (given: Given) => decisions(given).map(({ words, by }) => `${words}${by ? ` · ${by.name}` : ''}`);

it('says of a category who decided it, from what, to what and from when', () => {
  const from = '2027-01-01';
  expect(told({ changes: [decidedChange({ effectiveFrom: from })] })).toEqual([
    'Moved from Improve to Repair, effective from 1 January 2027 · Bo Board',
  ]);
  expect(told({ changes: [decidedChange({ from: null, effectiveFrom: from })] })).toEqual([
    'Placed in Repair, effective from 1 January 2027 · Bo Board',
  ]);
  expect(told({ changes: [decidedChange({ from: category.repair, effectiveFrom: from })] })).toEqual([
    'Stays in Repair, effective from 1 January 2027 · Bo Board',
  ]);
  expect(decisions({ changes: [decidedChange()] })[0]?.subPageId).toBe(`categories/${decidedChange().id}`);
});

it('tells what was rejected or withdrawn too, and nothing of what is still under way', () => {
  expect(told({ changes: [rejectedChange()] })[0]).toMatch(/^The change from Improve to Repair was rejected · \w+/);
  expect(told({ changes: [withdrawnChange()] })[0]).toMatch(/^The change from Improve to Repair was withdrawn · \w+/);
  expect(told({ changes: [atApprove()] })).toEqual([]);
});

it('tells every sign-off and every reopening, with who did it', () => {
  expect(told({ reviews: [reopenedReview()] })).toEqual([
    'Autumn term 2026/27 review reopened · Cora Chief',
    'Autumn term 2026/27 review signed off · Hazel Head',
  ]);
  expect(told({ reviews: [judgedReview()] })).toEqual([]);
  expect(told({ reviews: [signedOffReview()], input: { frameworkOf: () => threeAgree } })).toEqual([
    'Autumn term 2026/27 review agreed by all · Hazel Head',
  ]);
});

it('leads to a record only where it may be opened', () => {
  const [open] = decisions({ reviews: [signedOffReview()] });
  const [closed] = decisions({ reviews: [signedOffReview()], input: { mayOpen: () => false } });
  expect([open?.subPageId, closed?.subPageId]).toEqual(['reviews/2026-27/autumn/100001', undefined]);
});

it('reads rows from before it was kept who decided: they say when', () => {
  const { settled: _s, ...review } = rowOf(signedOffReview());
  const { closed: _c, ...change } = rowOfChange(decidedChange());
  const made = decisions({ input: { reviews: [review], changes: [change] } });
  expect(made.map(({ at, by }) => [at, by])).toEqual(
    [
      [signedOffReview().signedOffAt, undefined],
      [decidedChange().decidedAt, undefined],
    ].sort(([a = ''], [b = '']) => b.localeCompare(a)),
  );
});

it('stands latest first, whatever it is: what only has a day among what has a time', () => {
  const made = decisions({
    reviews: [signedOffReview(), signedOffReview({ period: summerBefore })],
    changes: [recordedChange({ id: changeId(3) })],
    input: {
      academy: { joinedOn: '2015-09-01', leftOn: '2027-08-31' },
      historic: {
        inspections: [{ report: 'grades', on: '2022-05-10', overall: 'good', grades: [] }],
        selfEvaluations: [{ on: '2026-09-01', level: 'good' }],
      },
    },
  });
  expect(made.map(({ on }) => on)).toEqual(made.map(({ on }) => on).sort((a, b) => b.localeCompare(a)));
  expect(made.map(({ words }) => words)).toEqual(
    expect.arrayContaining([
      'Ofsted inspection: Good (single grade)',
      'Self-evaluation: Good',
      'Joined the trust',
      'Last day in the trust',
    ]),
  );
});

it('has an end', () => {
  const inspections = Array.from({ length: decisionsTold + 1 }, (_, i) => ({
    report: 'grades' as const,
    on: `${1800 + i}-01-01`,
    grades: [],
  }));
  const made = decisions({ input: { historic: { inspections, selfEvaluations: [] } } });
  expect(made).toHaveLength(decisionsTold);
  expect(made[0]?.on).toBe(`${1800 + decisionsTold}-01-01`);
});
