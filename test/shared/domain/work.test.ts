import { aggregates } from '../../../functions/adapters/aggregates';
import { workOfChange, workOfOpening, workOfReview } from '../../../shared/domain/work';
import type { Person } from '../../../shared/schema/people';
import { WorkItem } from '../../../shared/schema/views';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { atApprove, changeAt, type ChangePlace } from '../../support/builders/changes';
import { judgedBy, proposerNeverApproves, smallFramework } from '../../support/builders/framework';
import { Route } from '../../../shared/schema/route';
import { area } from '../../support/builders/ids';
import {
  academies,
  alder,
  bea,
  birch,
  birchHead,
  bo,
  callerNames,
  callers,
  coHead,
  cora,
  dana,
  hazel,
  primaryDirector,
  type CallerName,
} from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  signedOffReview,
} from '../../support/builders/reviews';

const rowOf = aggregates.reviews.rowOf;
type Kind = WorkItem['kind'];
const datedAutumn = { ...autumn, startsOn: '2026-09-02', endsOn: '2026-12-18' };

describe('what a review asks, and of whom', () => {
  const places = {
    opened: {
      review: openReview(),
      asks: { director: ['rateAreas'], primaryDirector: ['rateAreas'], functionLead: ['rateAreas'] },
    },
    judged: { review: judgedReview(), asks: { director: ['sendForSignOff'], primaryDirector: ['sendForSignOff'] } },
    awaiting: { review: awaitingReview(), asks: { headTeacher: ['signOff'] } },
    queried: { review: queriedReview(), asks: { director: ['answerQuery'], primaryDirector: ['answerQuery'] } },
    signedOff: { review: signedOffReview(), asks: {} },
  } satisfies Record<string, { review: Parameters<typeof rowOf>[0]; asks: Partial<Record<CallerName, Kind[]>> }>;

  describe.each(Object.entries(places))('%s', (_, { review, asks }) => {
    it.each(callerNames)('%s', (name) => {
      const items = workOfReview(smallFramework, callers[name], alder, rowOf(review));
      expect(items.map((item) => item.kind)).toEqual((asks as Partial<Record<CallerName, Kind[]>>)[name] ?? []);
      for (const item of items) {
        expect(WorkItem.parse(item)).toEqual(item);
        expect(item.subPageId).toBe('reviews/2026-27/autumn/100001');
        expect(item.title).toContain('Alder Academy');
      }
    });
  });

  it('is not asked of the head of another academy or the director of another phase', () => {
    expect(workOfReview(smallFramework, birchHead, alder, rowOf(awaitingReview()))).toEqual([]);
    expect(workOfReview(smallFramework, primaryDirector, birch, rowOf(openReview({ academy: birch })))).toEqual([]);
  });

  it('counts only what the person may judge and what applies', () => {
    const [mine] = workOfReview(smallFramework, callers.functionLead, alder, rowOf(openReview()));
    expect(mine?.detail).toBe('Autumn term 2026/27 · 2 areas not judged yet');
    const [all] = workOfReview(smallFramework, dana, birch, rowOf(openReview({ academy: birch })));
    expect(all?.detail).toContain('4 areas');
  });

  it('is done for a function lead when their own functions are judged', () => {
    const { [area.attendance]: _, ...judgements } = judgedReview().judgements;
    const row = rowOf({ ...judgedReview(), judgements });
    expect(workOfReview(smallFramework, callers.functionLead, alder, row)).toEqual([]);
    expect(workOfReview(smallFramework, dana, alder, row).map((item) => item.detail)).toEqual([
      'Autumn term 2026/27 · 1 area not judged yet',
    ]);
  });
});

describe('opening a term', () => {
  const open = (
    person: Person,
    urns: readonly string[],
    ref: { year: typeof autumn.year; period: 'autumn' | 'summer' } = autumn,
  ) => {
    const rows = academies
      .filter(({ urn }) => urns.includes(urn))
      .map((academy) => rowOf(openReview({ academy, period: ref })));
    return workOfOpening(smallFramework, person, academies, rows, datedAutumn);
  };
  it('waits for whoever leads an academy without its review', () => {
    expect(open(dana, []).map((item) => [item.kind, item.title, item.detail, item.subPageId])).toEqual([
      [
        'openReviews',
        'Open the autumn term reviews',
        'Autumn term 2026/27 · not open for 3 academies',
        'reviews/2026-27/autumn',
      ],
    ]);
    expect(open(dana, [alder.urn, birch.urn])[0]?.detail).toContain('1 academy');
    expect(
      open(
        dana,
        academies.map(({ urn }) => urn),
      ),
    ).toEqual([]);
  });
  it('waits for a phase’s director for their phase alone', () => {
    expect(open(primaryDirector, [])[0]?.detail).toContain('1 academy');
    expect(open(primaryDirector, [alder.urn])).toEqual([]);
  });
  it('is not done by another term’s reviews', () =>
    expect(
      open(
        dana,
        academies.map(({ urn }) => urn),
        summerBefore,
      )[0]?.detail,
    ).toContain('3 academies'));
  it.each(callerNames.filter((name) => name !== 'director' && name !== 'primaryDirector'))(
    'does not wait for %s',
    (name) => expect(open(callers[name], [])).toEqual([]),
  );
});

describe('a model in which several judge and agree', () => {
  const framework = judgedBy({
    period: 'year',
    record: 'risk assessment',
    raters: ['headTeacher', 'directorOfEducation'],
    settling: { word: 'agreement', by: ['headTeacher', 'directorOfEducation', 'ceo'] },
  });
  const year = { year: autumn.year, period: 'year' } as const;
  const titles = (person: Person, review: Parameters<typeof rowOf>[0]) =>
    workOfReview(framework, person, alder, rowOf(review)).map(({ kind, title, detail }) => [kind, title, detail]);

  it('the head teacher judges too, and a function lead does not', () => {
    const open = openReview({ framework, period: year });
    const work = [['rateAreas', 'Judge the areas of Alder Academy', '2026/27 · 5 areas not judged yet']];
    expect(titles(hazel, open)).toEqual(work);
    expect(titles(dana, open)).toEqual(work);
    expect(titles(callers.functionLead, open)).toEqual([]);
    expect(titles(birchHead, open)).toEqual([]);
  });
  it('is sent for agreement by who leads', () => {
    const judged = judgedReview({ framework, period: year });
    expect(titles(dana, judged)).toEqual([
      ['sendForSignOff', 'Send the risk assessment of Alder Academy for agreement', '2026/27 · every area is judged'],
    ]);
    expect(titles(hazel, judged)).toEqual([]);
  });
  it('waits for everybody who has not agreed', () => {
    const agreed = [{ roles: ['directorOfEducation' as const], by: dana.id, at: '2026-11-16T14:05:00Z' }];
    const sent = awaitingReview({ framework, period: year, agreed });
    const asked = [['agree', 'Agree the risk assessment of Alder Academy', '2026/27 · every area is judged']];
    for (const person of [hazel, coHead, cora]) expect(titles(person, sent)).toEqual(asked);
    for (const person of [dana, primaryDirector, bo]) expect(titles(person, sent)).toEqual([]);
  });
});

describe('what a category change asks, and of whom', () => {
  const everybody: Record<string, Person> = { ...callers, coHead, birchHead, bea };
  const asks: Record<ChangePlace, Record<string, Kind>> = {
    atDiscuss: { headTeacher: 'discuss', coHead: 'discuss' },
    atApprove: { ceo: 'approve' },
    atConfirm: { boardMember: 'confirm', bea: 'confirm' },
    returned: { director: 'resubmit' },
    decided: {},
    rejected: {},
    withdrawn: {},
  };
  describe.each(Object.keys(asks) as ChangePlace[])('%s', (place) => {
    it.each(Object.keys(everybody))('%s', (name) => {
      const person = everybody[name] ?? hazel;
      const change = changeAt[place]();
      const items = workOfChange(person, alder, change);
      expect(items.map((item) => item.kind)).toEqual(asks[place][name] ? [asks[place][name]] : []);
      for (const item of items)
        expect(item).toMatchObject({ subPageId: `categories/${change.id}`, since: change.history.at(-1)?.at });
    });
  });

  it('is not asked of whoever may not decide on their own proposal', () => {
    const route = Route.parse(proposerNeverApproves);
    expect(workOfChange(cora, alder, atApprove({ proposedBy: cora.id, route }))).toEqual([]);
    expect(workOfChange(cora, alder, atApprove({ proposedBy: cora.id }))).toHaveLength(1);
    expect(workOfChange(bo, alder, changeAt.atConfirm({ proposedBy: bo.id }))).toEqual([]);
  });
});
