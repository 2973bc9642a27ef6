import { listReviews } from '../../../shared/application/listReviews';
import { openReviews } from '../../../shared/application/openReviews';
import { readAdministration } from '../../../shared/application/readAdministration';
import { readCategories } from '../../../shared/application/readCategories';
import { readReview } from '../../../shared/application/readReview';
import { readSession } from '../../../shared/application/readSession';
import { readWork } from '../../../shared/application/readWork';
import type { RefusalCode } from '../../../shared/domain/refusal';
import { keyOfReview } from '../../../shared/domain/keys';
import { Administration, Session, Work, type Capability, type PeriodRef } from '../../../shared/schema/views';
import { CategoryOverview } from '../../../shared/schema/changeViews';
import { ReviewList } from '../../../shared/schema/reviewViews';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { category, changeId, unknownYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import {
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
import { judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { everything, spring } from '../../support/builders/wholeTrust';

describe('the list of reviews', () => {
  const seen: Record<CallerName, readonly string[]> = {
    headTeacher: ['Alder Academy'],
    director: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    primaryDirector: ['Alder Academy'],
    functionLead: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    ceo: ['Alder Academy', 'Birch Academy', 'Cedar Academy'],
    boardMember: [],
    committeeMember: [],
    localGovernor: ['Alder Academy'],
    administrator: [],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const list = ReviewList.parse(valueOf(await listReviews(await everything())(callers[caller].id, autumn)));
    expect(list.reviews.map((each) => each.name)).toEqual(seen[caller]);
    expect(list.mayOpen).toBe(['director', 'primaryDirector', 'ceo', 'administrator'].includes(caller));
  });

  const line = async (trust: TestTrust, actor: typeof cora, period = autumn as PeriodRef) =>
    valueOf(await listReviews(trust)(actor.id, period)).reviews[0];
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
    expect(outcomeOf(await listReviews(await createTrust())(cora.id, { year: unknownYear, period: 'autumn' }))).toBe(
      'calendar.unknown-term',
    ));
});

describe('the session', () => {
  const may: Record<CallerName, readonly Capability[]> = {
    headTeacher: [],
    director: ['openReviews', 'seeMatrix', 'proposeCategory'],
    primaryDirector: ['openReviews', 'seeMatrix', 'proposeCategory'],
    functionLead: ['seeMatrix'],
    ceo: ['openReviews', 'seeMatrix', 'proposeCategory'],
    boardMember: ['seeMatrix'],
    committeeMember: ['seeMatrix'],
    localGovernor: [],
    administrator: ['openReviews', 'administer'],
    noRole: [],
  };
  it.each(callerNames)('%s', async (caller) => {
    const session = Session.parse(valueOf(await readSession(await createTrust())(callers[caller].id)));
    expect(session).toMatchObject({
      person: callers[caller],
      today: '2026-11-20',
      currentPeriod: autumn,
      trustName: 'Orchard Learning Trust',
    });
    expect(session.may).toEqual(may[caller]);
  });

  it('opens the matrix at the latest term with a judgement that may be seen, or at the present one', async () => {
    const trust = await createTrust({ reviews: [judgedReview(), signedOffReview({ period: summerBefore })] });
    expect(valueOf(await readSession(trust)(cora.id)).matrixPeriod).toEqual(autumn);
    expect(valueOf(await readSession(trust)(bo.id)).matrixPeriod).toEqual(summerBefore);
    expect(valueOf(await readSession(await createTrust())(bo.id)).matrixPeriod).toEqual(autumn);
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
    // By their dates: opening the autumn's, then sending the spring's.
    director: ['openReviews', 'sendForSignOff'],
    primaryDirector: [],
    functionLead: [],
    ceo: ['approve', 'approve'],
    boardMember: [],
    committeeMember: [],
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
    committeeMember: { 'Alder Academy': false, 'Birch Academy': false, 'Cedar Academy': false },
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
    expect(made.handEdits).toMatchObject([{ listName: 'Category changes', list: 'categoryChanges', key: changeId(1) }]);
    expect(made.undelivered).toMatchObject([
      { person: { name: 'A former colleague' }, subject: 'A change of category of Birch Academy', reason: 'Blocked.' },
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
    ceo: [urn.alder, urn.birch, urn.cedar],
    boardMember: 'notAllowed',
    committeeMember: 'notAllowed',
    localGovernor: 'notAllowed',
    administrator: [urn.alder, urn.birch, urn.cedar],
    noRole: 'notAllowed',
  };
  it.each(callerNames)('%s', async (caller) => {
    const trust = await createTrust();
    const result = await openReviews(trust)(callers[caller].id, command.toOpen());
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
