import { readAcademy } from '../../../shared/application/readAcademy';
import { AcademyView } from '../../../shared/schema/academyViews';
import type { Person } from '../../../shared/schema/people';
import { summerBefore } from '../../support/builders/calendar';
import { atApprove, atDiscuss, decidedChange, returnedChange } from '../../support/builders/changes';
import { area, category, changeId, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import {
  ada,
  birchHead,
  bo,
  cora,
  dana,
  gus,
  hazel,
  primaryDirector,
  staffingLead,
} from '../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings } from '../../support/builders/trust';

const page = async (reader: Person, holds: Holdings): Promise<AcademyView> =>
  AcademyView.parse(valueOf(await readAcademy(await createTrust(holds))(reader.id, { urn: urn.alder })));

describe('the category', () => {
  const since = { effectiveFrom: '2025-09-01', decidedAt: '2025-08-20T09:00:00Z' };
  const decided = decidedChange({ ...since, from: null, to: category.improve });
  const later = decidedChange({
    ...{ id: changeId(2), from: category.improve, to: category.repair },
    ...{ effectiveFrom: '2026-09-01', decidedAt: '2026-07-01T09:00:00Z' },
  });
  const toCome = decidedChange({
    ...{ id: changeId(3), from: category.repair, to: category.sustain },
    ...{ effectiveFrom: '2027-01-01', decidedAt: '2026-11-02T09:00:00Z' },
  });
  const holds = { changes: [decided, later, toCome] };

  it('is told with since when it is, what was before, and what is decided for later', async () => {
    expect((await page(cora, holds)).category).toEqual({
      now: { name: 'Repair', symbol: '◆', since: '2026-09-01' },
      before: [{ name: 'Improve', symbol: '▲', since: '2025-09-01', until: '2026-08-31' }],
      next: { name: 'Sustain', symbol: '★', from: '2027-01-01' },
    });
  });

  it('is told without what is still to come to whoever may not read the change itself', async () => {
    const told = (await page(gus, holds)).category;
    expect(told?.now?.name).toBe('Repair');
    expect(told).not.toHaveProperty('next');
  });

  it('is not told to whoever reads no category', async () =>
    expect(await page(ada, holds)).not.toHaveProperty('category'));
});

describe('what is under way', () => {
  it('is told with whom it is and since when: the step of a change', async () => {
    const { underWay } = await page(cora, { changes: [atApprove()] });
    expect(underWay).toMatchObject([
      { step: 'The CEO approves', with: [{ name: 'Cora Chief' }], subPageId: `categories/${atApprove().id}` },
    ]);
    expect(underWay[0]?.subject).toMatch(/^Change to Repair, effective from /);
    expect(underWay[0]?.since).toBe(atApprove().history.at(-1)?.at);
  });

  it('a change that was returned is with whoever proposed it', async () =>
    expect((await page(cora, { changes: [returnedChange()] })).underWay).toMatchObject([
      { step: 'Returned to the proposer', with: [{ name: 'Dana Director' }] },
    ]));

  it('a change of another academy, or one that the reader may not see, is not told', async () => {
    expect((await page(gus, { changes: [atDiscuss()] })).underWay).toEqual([]);
    expect((await page(cora, { changes: [decidedChange()] })).underWay).toEqual([]);
  });

  it('a change edited outside the app is not believed', async () => {
    const changes = [atApprove()];
    const holds = { changes, editedByHand: [{ kind: 'categoryChanges' as const, key: changes[0]?.id ?? '' }] };
    expect((await page(cora, holds)).underWay).toEqual([]);
  });

  it.each([
    ['awaiting sign-off', awaitingReview(), 'Sign-off', ['Hazel Head', 'Colin Cohead']],
    ['queried', queriedReview(), 'The query is to be answered', ['Dana Director', 'Prim Primary']],
  ])('a review that is %s is with those for whom it waits', async (_state, review, step, names) => {
    const { underWay } = await page(cora, { reviews: [review] });
    expect(underWay).toMatchObject([{ subject: 'Autumn term 2026/27 review', step }]);
    expect(underWay[0]?.with.map(({ name }) => name)).toEqual(names);
  });

  it('a draft is not told to the Board, nor one that is settled to anybody', async () => {
    expect((await page(bo, { reviews: [judgedReview()] })).underWay).toEqual([]);
    expect((await page(cora, { reviews: [signedOffReview()] })).underWay).toEqual([]);
  });

  it('opens one document at most, however many records there are', async () => {
    const reviews = [signedOffReview(), signedOffReview({ period: summerBefore })];
    const trust = await createTrust({ reviews, changes: [atApprove(), decidedChange({ id: changeId(2) })] });
    valueOf(await readAcademy(trust)(cora.id, { urn: urn.alder }));
    expect(trust.store.calls.load).toBe(1);
  });
});

describe('who reads what', () => {
  const holds = {
    reviews: [signedOffReview({ period: summerBefore }), judgedReview()],
    changes: [atApprove(), decidedChange({ id: changeId(2) })],
  };
  const kinds = ({ decisions }: AcademyView): string[] => decisions.map(({ kind }) => kind);

  it('the Board: what is signed off and the categories, and of the draft nothing', async () => {
    const view = await page(bo, holds);
    expect(kinds(view).sort()).toEqual(['category', 'review']);
    expect(view.decisions.find(({ kind }) => kind === 'review')).not.toHaveProperty('subPageId');
    expect(view.tables[0]?.columns.at(-1)?.cells[area.attendance]?.state).toBe('notJudged');
    expect(view.records).toEqual([]);
  });

  it('the head teacher and the directors: their own academy in full', async () => {
    for (const reader of [hazel, dana, primaryDirector]) {
      const view = await page(reader, holds);
      expect(view.records).toHaveLength(2);
      expect(view.underWay).toHaveLength(2);
      expect(view.tables[0]?.columns.at(-1)?.cells[area.attendance]?.state).toBe('judged');
    }
  });

  it('a local governor: signed-off records and no category changes; a function lead: that function', async () => {
    const governor = await page(gus, holds);
    expect(kinds(governor)).toEqual(['review']);
    expect(governor.records.map(({ state }) => state)).toEqual(['signedOff']);
    expect((await page(staffingLead, holds)).tables[0]?.areas.map(({ code }) => code)).toEqual([
      area.vacancies,
      area.retention,
    ]);
  });

  it('an administrator: nothing that was judged or decided', async () => {
    const view = await page(ada, holds);
    expect([view.tables, view.decisions, view.records, view.underWay]).toEqual([[], [], [], []]);
  });

  it('another academy’s head teacher: that there is no such academy', async () =>
    expect(outcomeOf(await readAcademy(await createTrust(holds))(birchHead.id, { urn: urn.alder }))).toBe('notFound'));
});
