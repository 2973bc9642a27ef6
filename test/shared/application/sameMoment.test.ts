import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { openReviews } from '../../../shared/application/openReviews';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { readReview } from '../../../shared/application/readReview';
import { recordKpis } from '../../../shared/application/recordKpis';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { reopenReview } from '../../../shared/application/reopenReview';
import { returnCategoryChange } from '../../../shared/application/returnCategoryChange';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { withdrawCategoryChange } from '../../../shared/application/withdrawCategoryChange';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Result } from '../../../shared/domain/result';
import { autumn, now } from '../../support/builders/calendar';
import { atApprove, atConfirm, atDiscuss } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { area, commandId, level, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { bea, bo, coHead, cora, dana, hazel, primaryDirector } from '../../support/builders/people';
import { awaitingReview, judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

type Act = (trust: TestTrust) => Promise<Result<unknown>>;
const other = commandId('other-person');
const alderReview = keyOfReview({ urn: urn.alder, ...autumn });

/** Both decide on what they see; the other one's write arrives first. Answers what became of each. */
const race = async (trust: TestTrust, first: Act, second: Act) => {
  let won: Result<unknown> | undefined;
  trust.store.beforeNext('replace', async () => void (won = await first(trust)));
  const lost = await second(trust);
  if (!won) throw new Error('The first one never acted.');
  return { won, lost };
};

const signOff: Act = (trust) => signOffReview(trust)(hazel.id, command.toSignOff());
const coSignOff: Act = (trust) => signOffReview(trust)(coHead.id, command.toSignOff({ commandId: other }));
const coQuery: Act = (trust) => queryReview(trust)(coHead.id, command.toQuery({ commandId: other }));
const rate: Act = (trust) => rateArea(trust)(dana.id, command.toRate());
const otherRate: Act = (trust) => rateArea(trust)(cora.id, command.toRate({ commandId: other, level: level.assured }));

describe('two people at the same moment, on a review', () => {
  it('both heads sign off: the first one counts, the other hears who it was', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    const { won, lost } = await race(trust, coSignOff, signOff);
    expect(outcomeOf(won)).toBe('accepted');
    expect(refusalOf(lost)).toEqual({ code: 'review.already-signed-off', by: coHead.id, at: now });
  });

  it('one signs off while the other queries', async () => {
    const { lost } = await race(await createTrust({ reviews: [awaitingReview()] }), coQuery, signOff);
    expect(refusalOf(lost)).toMatchObject({
      code: 'review.already-queried',
      by: coHead.id,
      comment: 'Why is this so?',
    });
  });

  it('the same area: the second sees the first before they save theirs', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    const { lost } = await race(trust, otherRate, rate);
    expect(refusalOf(lost)).toMatchObject({ code: 'review.area-changed', by: cora.id });
    const again = command.toRate({ commandId: commandId('after-looking'), basedOn: other });
    expect(outcomeOf(await rateArea(trust)(dana.id, again))).toBe('accepted');
  });

  it('different areas: both stand', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    const { won, lost } = await race(trust, otherRate, (t) =>
      rateArea(t)(dana.id, command.toRate({ area: area.vacancies })),
    );
    expect([outcomeOf(won), outcomeOf(lost)]).toEqual(['accepted', 'accepted']);
    const { areas } = valueOf(await readReview(trust)(dana.id, { urn: urn.alder, ...autumn }));
    expect(areas.flatMap((each) => (each.judgement ? [[each.area, each.judgement.level]] : []))).toEqual([
      [area.vacancies, level.actions],
      [area.safeguarding, level.assured],
    ]);
  });

  it('measures that change the suggestion while somebody judges without a reason', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    const measure: Act = (t) => recordKpis(t)(cora.id, command.toMeasure({ commandId: other }));
    const judge: Act = (t) => rateArea(t)(dana.id, command.toRate({ area: area.attendance, rationale: '' }));
    expect(refusalOf((await race(trust, measure, judge)).lost)).toMatchObject({ code: 'review.rationale-needed' });
  });

  it('a judgement that arrives when the review has just been sent', async () => {
    const trust = await createTrust({ reviews: [judgedReview()] });
    const send: Act = (t) => sendForSignOff(t)(primaryDirector.id, command.toSend({ commandId: other }));
    const seen = judgedReview().judgements[area.safeguarding]?.id ?? null;
    const judge: Act = (t) => rateArea(t)(dana.id, command.toRate({ basedOn: seen }));
    expect(refusalOf((await race(trust, send, judge)).lost)).toEqual({
      code: 'review.wrong-state',
      state: 'awaitingSignOff',
    });
  });

  it('two reopen: one earlier version, one event', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    const reopen: Act = (t) => reopenReview(t)(cora.id, command.toReopen());
    const otherReopen: Act = (t) => reopenReview(t)(dana.id, command.toReopen({ commandId: other }));
    expect(outcomeOf((await race(trust, otherReopen, reopen)).lost)).toBe('review.wrong-state');
    const loaded = await trust.store.load('reviews', alderReview);
    expect(loaded.status === 'found' && loaded.document.earlier).toHaveLength(1);
  });
});

describe('two people at the same moment, on a category change', () => {
  const approve: Act = (trust) => approveCategoryChange(trust)(cora.id, command.toApprove());
  const withdraw: Act = (trust) => withdrawCategoryChange(trust)(dana.id, command.toWithdraw({ commandId: other }));

  it.each<[string, Act, Act, object]>([
    [
      'it is withdrawn while the CEO approves',
      withdraw,
      approve,
      { code: 'category.step-taken', by: dana.id, outcome: 'withdrawn' },
    ],
    [
      'the CEO returns it in one window and approves in another',
      (trust) => returnCategoryChange(trust)(cora.id, command.toReturn({ commandId: other })),
      approve,
      { code: 'category.step-taken', by: cora.id, outcome: 'returned' },
    ],
    [
      'the CEO approves in one window and rejects in another',
      (trust) => approveCategoryChange(trust)(cora.id, command.toApprove({ commandId: other })),
      (trust) => rejectCategoryChange(trust)(cora.id, command.toReject()),
      { code: 'category.step-taken', by: cora.id, outcome: 'approved' },
    ],
  ])('%s', async (_, first, second, told) =>
    expect(refusalOf((await race(await createTrust({ changes: [atApprove()] }), first, second)).lost)).toMatchObject(
      told,
    ),
  );

  it('two heads discuss: the first is heard', async () => {
    const discuss =
      (by: typeof hazel, id = command.toDiscuss().commandId): Act =>
      (trust) =>
        discussCategoryChange(trust)(by.id, command.toDiscuss({ commandId: id }));
    const { lost } = await race(await createTrust({ changes: [atDiscuss()] }), discuss(coHead, other), discuss(hazel));
    expect(refusalOf(lost)).toMatchObject({ code: 'category.step-taken', by: coHead.id, outcome: 'discussed' });
  });

  it('two board members confirm: the first one counts', async () => {
    const confirm =
      (by: typeof bo, id = command.toConfirm().commandId): Act =>
      (trust) =>
        confirmCategoryChange(trust)(by.id, command.toConfirm({ commandId: id }));
    const { lost } = await race(await createTrust({ changes: [atConfirm()] }), confirm(bea, other), confirm(bo));
    expect(refusalOf(lost)).toMatchObject({ code: 'category.step-taken', by: bea.id, outcome: 'confirmed' });
  });
});

describe('a card in an old chat', () => {
  it('of the first sending, when it has been sent again', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    valueOf(await queryReview(trust)(hazel.id, command.toQuery()));
    valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: other })));
    expect(
      outcomeOf(await signOffReview(trust)(hazel.id, command.toSignOff({ commandId: commandId('old-card') }))),
    ).toBe('review.sent-again');
    expect(
      outcomeOf(
        await signOffReview(trust)(hazel.id, command.toSignOff({ commandId: commandId('new-card'), round: 2 })),
      ),
    ).toBe('accepted');
  });
});

describe('opening a term', () => {
  const opened = async (trust: TestTrust, id = command.toOpen().commandId) => {
    const { opened: now_, alreadyOpen } = valueOf(await openReviews(trust)(dana.id, command.toOpen({ commandId: id })));
    return { opened: [...now_].sort(), alreadyOpen: [...alreadyOpen].sort() };
  };
  const all = [urn.alder, urn.birch, urn.cedar];

  it('twice opens nothing twice', async () => {
    const trust = await createTrust();
    expect(await opened(trust)).toEqual({ opened: all, alreadyOpen: [] });
    expect(await opened(trust)).toEqual({ opened: [], alreadyOpen: all });
    expect(trust.notifier.announced).toHaveLength(3);
  });

  it('completes what an interruption left out', async () => {
    const trust = await createTrust();
    trust.store.failNext('create', 'unavailableAfterWrite');
    await expect(openReviews(trust)(dana.id, command.toOpen())).rejects.toThrow(StoreUnavailable);
    const { opened: now_, alreadyOpen } = await opened(trust);
    expect([...now_, ...alreadyOpen].sort()).toEqual(all);
    expect(await trust.store.rows('reviews')).toHaveLength(3);
  });

  it('leaves a review that is further on as it is', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    expect(await opened(trust)).toEqual({ opened: [urn.birch, urn.cedar], alreadyOpen: [urn.alder] });
    const loaded = await trust.store.load('reviews', alderReview);
    expect(loaded.status === 'found' && loaded.document).toEqual(signedOffReview());
  });

  it('by two at the same moment opens each review once', async () => {
    const trust = await createTrust();
    let theirs: string[] = [];
    trust.store.beforeNext('create', async () => void (theirs = (await opened(trust, other)).opened));
    const mine = (await opened(trust)).opened;
    expect([...mine, ...theirs].sort()).toEqual(all);
  });

  it('fixes what does not apply', async () => {
    const trust = await createTrust();
    await opened(trust);
    const rows = await trust.store.rows('reviews');
    expect(Object.fromEntries(rows.map(({ row }) => [row.urn, row.notApplicable]))).toEqual({
      [urn.alder]: [],
      [urn.birch]: [area.earlyYears],
      [urn.cedar]: [area.retention],
    });
  });

  it('of a year that the calendar does not have is refused', async () =>
    expect(
      outcomeOf(
        await openReviews(await createTrust())(dana.id, command.toOpen({ year: '2040/41' as typeof autumn.year })),
      ),
    ).toBe('calendar.unknown-term'));
});
