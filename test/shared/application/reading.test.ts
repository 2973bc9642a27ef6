import { listReviews } from '../../../shared/application/listReviews';
import { openReviews } from '../../../shared/application/openReviews';
import { readAdministration } from '../../../shared/application/readAdministration';
import { readCard } from '../../../shared/application/readCard';
import { readCategories } from '../../../shared/application/readCategories';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { readCell } from '../../../shared/application/readCell';
import { readMatrix } from '../../../shared/application/readMatrix';
import { readReview } from '../../../shared/application/readReview';
import { readSession } from '../../../shared/application/readSession';
import { readWork } from '../../../shared/application/readWork';
import type { RefusalCode } from '../../../shared/domain/refusal';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Judgement, Review } from '../../../shared/schema/review';
import { Administration, Session, Work, type Capability, type TermRef } from '../../../shared/schema/views';
import { CategoryOverview } from '../../../shared/schema/changeViews';
import { CellDetail, Matrix } from '../../../shared/schema/matrixViews';
import { ReviewList } from '../../../shared/schema/reviewViews';
import { autumn, peersSeeLevels, settings, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { area, category, changeId, level, lastYear, thisYear, unknownYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import {
  academies,
  ada,
  alder,
  birch,
  bo,
  callerNames,
  callers,
  cora,
  dana,
  gus,
  hazel,
  stranger,
  type CallerName,
} from '../../support/builders/people';
import { awaitingReview, judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

/** The review with a rationale in every area that names its place: found in an answer, it was told. */
const marked = <R extends Review>(review: R, place: string): R => {
  const judgements: Record<string, Judgement> = {};
  for (const [code, judgement] of Object.entries(review.judgements))
    if (judgement)
      judgements[code] = {
        ...judgement,
        rationale: `told-${place}-${code}-`,
        evidence: [{ title: `seen-${place}-${code}-`, url: 'https://orchard.example/' }],
      };
  return { ...review, judgements };
};
const spring = { year: thisYear, term: 'spring' } as const;

const everything = async (policies = settings): Promise<TestTrust> =>
  createTrust({
    settings: policies,
    reviews: [
      marked(signedOffReview(), 'alder-signed'),
      marked(signedOffReview({ academy: birch }), 'birch-signed'),
      marked(awaitingReview({ term: spring }), 'alder-draft'),
      marked(judgedReview({ academy: birch, term: spring }), 'birch-draft'),
    ],
    changes: [
      { ...atApprove({ id: changeId(1) }), rationale: 'told-alder-change-' },
      { ...atApprove({ id: changeId(2), academy: birch }), rationale: 'told-birch-change-' },
    ],
  });

/** Every answer that somebody can be given, as one text. */
const allThatIsTold = async (trust: TestTrust, caller: CallerName): Promise<string> => {
  const actor = callers[caller].id;
  const keys = [alder, birch].flatMap((academy) => [autumn, spring].map((term) => ({ urn: academy.urn, ...term })));
  const answers: unknown[] = [
    await readSession(trust)(actor),
    await readWork(trust)(actor),
    await readCategories(trust)(actor),
  ];
  for (const term of [autumn, spring])
    answers.push(await readMatrix(trust)(actor, term), await listReviews(trust)(actor, term));
  for (const key of keys) {
    answers.push(
      await readReview(trust)(actor, key),
      await readCard(trust)(actor, { kind: 'reviews', key: keyOfReview(key) }),
    );
    for (const code of Object.values(area)) answers.push(await readCell(trust)(actor, { ...key, area: code }));
  }
  for (const id of [changeId(1), changeId(2)])
    answers.push(
      await readCategoryChange(trust)(actor, { id }),
      await readCard(trust)(actor, { kind: 'categoryChanges', key: id }),
    );
  return JSON.stringify(answers);
};

describe('whoever may not see something is told nothing of it, by any use case', () => {
  const staff = [area.vacancies, area.retention];
  const school = [area.attendance, area.earlyYears, area.safeguarding];
  const of = (place: string, areas: readonly string[]): string[] =>
    areas.filter((code) => !(place.startsWith('birch') && code === area.earlyYears)).map((code) => `${place}-${code}`);
  const ownAll = [...of('alder-signed', [...staff, ...school]), ...of('alder-draft', [...staff, ...school])];
  const otherAll = [...of('birch-signed', [...staff, ...school]), ...of('birch-draft', [...staff, ...school])];
  const changes = ['alder-change', 'birch-change'];

  /** `domain.md`, 'Who may do what': rationale by academy, function and state; the Board's and the governors' without staff matters. */
  const told: Record<CallerName, readonly string[]> = {
    headTeacher: [...ownAll, 'alder-change'],
    director: [...ownAll, ...otherAll, ...changes],
    primaryDirector: [...ownAll, 'alder-change'],
    functionLead: ['alder-signed', 'alder-draft', 'birch-signed', 'birch-draft'].flatMap((place) => of(place, staff)),
    ceo: [...ownAll, ...otherAll, ...changes],
    boardMember: [...of('alder-signed', school), ...of('birch-signed', school), ...changes],
    localGovernor: of('alder-signed', school),
    administrator: [],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const text = await allThatIsTold(await everything(peersSeeLevels), caller);
    const found = (word: string) =>
      [...new Set([...text.matchAll(new RegExp(`${word}-([A-Za-z-]+?)-(?=")`, 'g'))].map((match) => match[1]))].sort();
    expect(found('told')).toEqual([...told[caller]].sort());
    expect(found('seen')).toEqual(told[caller].filter((place) => !place.endsWith('-change')).sort());
  });
});

describe('the matrix', () => {
  const may: Record<CallerName, readonly [without: boolean, withPeers: boolean]> = {
    headTeacher: [false, true],
    director: [true, true],
    primaryDirector: [true, true],
    functionLead: [true, true],
    ceo: [true, true],
    boardMember: [true, true],
    localGovernor: [false, false],
    administrator: [false, false],
    noRole: [false, false],
  };
  it.each(callerNames)('%s', async (caller) => {
    for (const [policies, allowed] of [
      [settings, may[caller][0]],
      [peersSeeLevels, may[caller][1]],
    ] as const) {
      const trust = await everything(policies);
      const result = await readMatrix(trust)(callers[caller].id, autumn);
      expect(outcomeOf(result)).toBe(allowed ? 'accepted' : 'notAllowed');
      if (result.ok) expect(Matrix.parse(result.value).rows).toHaveLength(academies.length);
      expect(valueOf(await readSession(trust)(callers[caller].id)).may.includes('seeMatrix')).toBe(allowed);
    }
  });
  it('has no such year', async () =>
    expect(outcomeOf(await readMatrix(await createTrust())(cora.id, { year: unknownYear, term: 'autumn' }))).toBe(
      'calendar.unknown-term',
    ));
});

describe('a cell', () => {
  type Outcome = 'accepted' | RefusalCode;
  const no = ['notFound', 'notFound'] as const;
  const yes = ['accepted', 'accepted'] as const;
  const own = ['accepted', 'notFound'] as const;
  const school: Record<CallerName, readonly [Outcome, Outcome]> = {
    headTeacher: own,
    director: yes,
    primaryDirector: own,
    functionLead: no,
    ceo: yes,
    boardMember: yes,
    localGovernor: own,
    administrator: no,
    noRole: no,
  };
  it.each(callerNames)('%s', async (caller) => {
    const trust = await everything(peersSeeLevels);
    const read = async (of: string, code: (typeof area)[keyof typeof area]) =>
      outcomeOf(await readCell(trust)(callers[caller].id, { urn: of as typeof urn.alder, ...autumn, area: code }));
    expect([await read(urn.alder, area.attendance), await read(urn.birch, area.attendance)]).toEqual(school[caller]);
    expect([await read(urn.alder, area.vacancies), await read(urn.birch, area.vacancies)]).toEqual(
      caller === 'functionLead' ? yes : school[caller],
    );
    expect(await read(urn.unknown, area.attendance)).toBe('notFound');
    expect(await read(urn.alder, 'nowhere' as typeof area.attendance)).toBe('notFound');
  });

  const cell = async (trust: TestTrust, actor: typeof cora, term: TermRef, code = area.attendance) =>
    CellDetail.parse(valueOf(await readCell(trust)(actor.id, { urn: urn.alder, ...term, area: code })));

  it('shows who judged, who signed off, the criteria of the level and four terms', async () => {
    const before = signedOffReview({ term: summerBefore, levels: { [area.attendance]: level.actions } });
    const draft = judgedReview({ term: { year: lastYear, term: 'spring' } });
    const trust = await createTrust({ reviews: [before, draft, signedOffReview()] });
    const detail = await cell(trust, bo, autumn);
    expect(detail).toMatchObject({
      judgement: { level: level.assured, by: { name: 'Dana Director' }, rationale: 'Why attendance.' },
      signedOff: { by: { name: 'Hazel Head' } },
      criteria: ['Attendance is above 70%.'],
      review: 'signedOff',
      applicable: true,
    });
    expect(detail.history).toEqual([
      { year: lastYear, term: 'autumn' },
      { year: lastYear, term: 'spring' },
      { ...summerBefore, level: level.actions },
      { ...autumn, level: level.assured },
    ]);
  });

  it('withholds from the Board what concerns staff, and says so; the level stays', async () => {
    const detail = await cell(await everything(), bo, autumn, area.vacancies);
    expect(detail.judgement).toMatchObject({ level: level.assured, withheld: 'staffMatters', evidence: [] });
    expect(detail.judgement?.rationale).toBeUndefined();
    expect((await cell(await everything(), hazel, autumn, area.vacancies)).judgement?.withheld).toBeUndefined();
  });

  it('shows a draft to nobody but its makers and the head teacher', async () => {
    const detail = await cell(await everything(), bo, spring);
    expect(detail).toMatchObject({ review: 'awaitingSignOff', kpis: [], criteria: [] });
    expect(detail.judgement).toBeUndefined();
    expect(detail.history.at(-1)?.level).toBeUndefined();
    expect((await cell(await everything(), hazel, spring)).judgement?.level).toBe(level.assured);
  });

  it('of an area that does not apply says so', async () => {
    const trust = await everything();
    const key = { urn: urn.birch, ...autumn, area: area.earlyYears };
    expect(valueOf(await readCell(trust)(cora.id, key)).applicable).toBe(false);
  });
});

describe('the list of reviews', () => {
  const seen: Record<CallerName, readonly string[]> = {
    headTeacher: ['Alder Academy'],
    director: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    primaryDirector: ['Alder Academy'],
    functionLead: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    ceo: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    boardMember: [],
    localGovernor: ['Alder Academy'],
    administrator: [],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const list = ReviewList.parse(valueOf(await listReviews(await everything())(callers[caller].id, autumn)));
    expect(list.reviews.map((each) => each.name)).toEqual(seen[caller]);
    expect(list.mayOpen).toBe(caller === 'director' || caller === 'primaryDirector');
  });

  const line = async (trust: TestTrust, actor: typeof cora, term = autumn as TermRef) =>
    valueOf(await listReviews(trust)(actor.id, term)).reviews[0];
  it('counts what applies, and a function lead’s own functions only', async () => {
    expect(await line(await everything(), dana)).toMatchObject({ state: 'signedOff', judged: 5, applicable: 5 });
    expect(await line(await everything(), callers.functionLead)).toMatchObject({ judged: 2, applicable: 2 });
    expect(await line(await createTrust({ academies: [birch] }), dana)).toMatchObject({
      state: 'notOpened',
      judged: 0,
      applicable: 4,
    });
  });
  it('tells a local governor nothing of a draft’s judgements', async () =>
    expect(await line(await everything(), gus, spring)).toMatchObject({ judged: 0 }));
  it('has no such year', async () =>
    expect(outcomeOf(await listReviews(await createTrust())(cora.id, { year: unknownYear, term: 'autumn' }))).toBe(
      'calendar.unknown-term',
    ));
});

describe('the session', () => {
  const may: Record<CallerName, readonly Capability[]> = {
    headTeacher: [],
    director: ['openReviews', 'seeMatrix', 'proposeCategory'],
    primaryDirector: ['openReviews', 'seeMatrix', 'proposeCategory'],
    functionLead: ['seeMatrix'],
    ceo: ['seeMatrix', 'proposeCategory'],
    boardMember: ['seeMatrix'],
    localGovernor: [],
    administrator: ['administer'],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const session = Session.parse(valueOf(await readSession(await createTrust())(callers[caller].id)));
    expect(session).toMatchObject({
      person: callers[caller],
      today: '2026-11-20',
      currentTerm: autumn,
      trustName: 'Orchard Learning Trust',
    });
    expect(session.may).toEqual(may[caller]);
  });

  it('opens the matrix at the latest term with a judgement that may be seen, or at the present one', async () => {
    const trust = await createTrust({ reviews: [judgedReview(), signedOffReview({ term: summerBefore })] });
    expect(valueOf(await readSession(trust)(cora.id)).matrixTerm).toEqual(autumn);
    expect(valueOf(await readSession(trust)(bo.id)).matrixTerm).toEqual(summerBefore);
    expect(valueOf(await readSession(await createTrust())(bo.id)).matrixTerm).toEqual(autumn);
  });

  it('takes the day from London, not from UTC', async () => {
    const trust = await createTrust();
    trust.clock.forward(Date.parse('2027-06-30T23:30:00Z') - Date.parse(trust.clock.now()));
    expect(valueOf(await readSession(trust)(cora.id)).today).toBe('2027-07-01');
  });
});

describe('the work', () => {
  const kinds = async (trust: TestTrust, caller: CallerName) =>
    Work.parse(valueOf(await readWork(trust)(callers[caller].id))).items.map((item) => item.kind);
  const asked: Record<CallerName, readonly string[]> = {
    headTeacher: ['signOff'],
    director: ['sendForSignOff', 'openReviews'],
    primaryDirector: [],
    functionLead: [],
    ceo: ['approve', 'approve'],
    boardMember: [],
    localGovernor: [],
    administrator: [],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => expect(await kinds(await everything(), caller)).toEqual(asked[caller]));

  it('of the administrator is what was edited by hand and what did not arrive', async () => {
    const trust = await everything();
    trust.store.handEdit('reviews', keyOfReview({ urn: urn.alder, ...autumn }));
    await trust.sentCards.claim({
      matter: { kind: 'reviews', key: 'x' },
      person: hazel.id,
      slot: 's',
      state: 'undeliverable',
      since: '2026-11-20T09:00:00Z',
    });
    expect(await kinds(trust, 'administrator')).toEqual(['checkHandEdits', 'checkDeliveries']);
    expect(await kinds(trust, 'ceo')).toEqual(['approve', 'approve']);
  });
});

describe('the categories', () => {
  const mayPropose: Record<CallerName, Record<string, boolean>> = {
    headTeacher: { 'Alder Academy': false },
    director: { 'Alder Academy': false, 'Birch Academy': false, 'Cedar Academy': true },
    primaryDirector: { 'Alder Academy': false },
    functionLead: {},
    ceo: { 'Alder Academy': false, 'Birch Academy': false, 'Cedar Academy': true },
    boardMember: { 'Alder Academy': false, 'Birch Academy': false, 'Cedar Academy': false },
    localGovernor: {},
    administrator: {},
    noRole: {},
  };
  it.each(callerNames)('%s', async (caller) => {
    const overview = CategoryOverview.parse(valueOf(await readCategories(await everything())(callers[caller].id)));
    expect(Object.fromEntries(overview.academies.map((each) => [each.name, each.mayPropose]))).toEqual(
      mayPropose[caller],
    );
  });
  it('shows where an academy stands and its changes, newest first', async () => {
    const old = {
      ...decidedChange({ id: changeId(5), to: category.improve, effectiveFrom: '2026-01-01' }),
      proposedAt: '2025-12-01T09:00:00Z',
    };
    const trust = await createTrust({ academies: [alder], changes: [old, atApprove()] });
    expect(valueOf(await readCategories(trust)(cora.id)).academies[0]).toMatchObject({
      category: { code: category.improve, since: '2026-01-01' },
      changes: [{ id: changeId(1) }, { id: changeId(5) }],
    });
  });
});

describe('the administration', () => {
  it.each(callerNames)('%s', async (caller) =>
    expect(outcomeOf(await readAdministration(await createTrust())(callers[caller].id))).toBe(
      caller === 'administrator' ? 'accepted' : 'notAllowed',
    ),
  );
  it('names what was edited by hand, what did not arrive and everybody, and tells no detail', async () => {
    const trust = await everything();
    trust.store.handEdit('categoryChanges', changeId(1));
    const matter = { kind: 'categoryChanges', key: changeId(2) } as const;
    await trust.sentCards.claim({
      matter,
      person: stranger,
      slot: 's',
      state: 'undeliverable',
      since: '2026-11-20T09:00:00Z',
      reason: 'Blocked.',
    });
    const made = Administration.parse(valueOf(await readAdministration(trust)(ada.id)));
    expect(made.handEdits).toMatchObject([{ list: 'Category changes', key: changeId(1) }]);
    expect(made.undelivered).toMatchObject([
      { person: { name: 'A former colleague' }, subject: 'A change of category', reason: 'Blocked.' },
    ]);
    expect(made.people.map((each) => each.name)).toEqual([...made.people.map((each) => each.name)].sort());
    expect(JSON.stringify(made)).not.toContain('told-');
  });
});

describe('opening a term', () => {
  const opened: Record<CallerName, readonly string[] | RefusalCode> = {
    headTeacher: 'notAllowed',
    director: [urn.alder, urn.birch, urn.cedar],
    primaryDirector: [urn.alder],
    functionLead: 'notAllowed',
    ceo: 'notAllowed',
    boardMember: 'notAllowed',
    localGovernor: 'notAllowed',
    administrator: 'notAllowed',
    noRole: 'notAllowed',
  };
  it.each(callerNames)('%s', async (caller) => {
    const trust = await createTrust();
    const result = await openReviews(trust)(callers[caller].id, { commandId: 'opening-now' as never, ...autumn });
    expect(result.ok ? [...result.value.opened].sort() : result.refusal.code).toEqual(opened[caller]);
    expect(trust.notifier.announced.map((matter) => matter.key.slice(0, 6)).sort()).toEqual(
      result.ok ? opened[caller] : [],
    );
  });
  it('reads what it opened as the head teacher sees it', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    expect(valueOf(await readReview(trust)(hazel.id, { urn: urn.alder, ...autumn }))).toMatchObject({
      state: 'open',
      may: [],
      headTeacher: { name: 'Hazel Head' },
    });
  });
});
