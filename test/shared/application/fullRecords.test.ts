import { documentLimit } from '../../../shared/application/ports/store';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { readReview } from '../../../shared/application/readReview';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { reopenReview } from '../../../shared/application/reopenReview';
import { resubmitCategoryChange } from '../../../shared/application/resubmitCategoryChange';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { withdrawCategoryChange } from '../../../shared/application/withdrawCategoryChange';
import { refusalWords } from '../../../shared/domain/refusalWords';
import { lengthOf } from '../../../shared/domain/room';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Review, ReviewEvent } from '../../../shared/schema/review';
import { autumn } from '../../support/builders/calendar';
import { atApprove, returnedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, level, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import { awaitingReview, judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const onAlder = { urn: urn.alder, ...autumn };
const key = `${urn.alder}|${autumn.year}|${autumn.period}`;
const at = '2026-11-17T09:30:00Z';
const long = 'x'.repeat(2000);
const framework = smallFramework;

const queried = (comment: string): ReviewEvent => ({
  ...{ type: 'queried', commandId: commandId('long-ago'), by: hazel.id },
  ...{ at, comment },
});
const reworded = (n: number): ReviewEvent => ({
  ...{ type: 'rated', commandId: commandId(`reworded-${n}`), by: dana.id, at, area: area.safeguarding },
  ...{ before: { level: level.assured, rationale: `${n} ${long}`.slice(0, 2000) }, after: level.assured },
});

/** The review, filled with old queries until it has just so many characters. */
const filledTo = <R extends Review>(review: R, characters: number): R => {
  const frame = lengthOf(queried('')) + 1;
  const missing = characters - lengthOf(review);
  const queries = Math.ceil(missing / (1000 + frame));
  const words = missing - queries * frame;
  const lengths = Array.from({ length: queries }, (_, n) => Math.floor((words + n) / queries));
  return { ...review, history: [...review.history, ...lengths.map((length) => queried('x'.repeat(length)))] };
};
const stored = async (trust: TestTrust): Promise<Review> => {
  const loaded = await trust.store.load('reviews', key);
  if (loaded.status !== 'found') throw new Error('The review is not there.');
  return loaded.document;
};
const rating = (review: Review, rationale: string) =>
  command.toRate({ rationale, basedOn: review.judgements[area.safeguarding]?.id ?? null, level: level.assured });

describe('a review whose wordings were changed often', () => {
  const review = judgedReview({ rationale: long, framework });
  const often: Review = {
    ...review,
    history: [...review.history, ...Array.from({ length: 20 }, (_, n) => reworded(n))],
  };

  it('can be shortened and goes on: the oldest wordings make room, and say so', async () => {
    const trust = await createTrust({ reviews: [often] });
    const bulky = rating(often, 'y'.repeat(2000));
    for (const n of [1, 2, 3, 4]) {
      const now = await stored(trust);
      // Two people in turn: what one person rewords in one sitting is one entry.
      const rater = n % 2 === 0 ? dana : cora;
      valueOf(await rateArea(trust)(rater.id, { ...rating(now, bulky.rationale), commandId: commandId(`again-${n}`) }));
    }
    const after = await stored(trust);
    expect(lengthOf(after)).toBeLessThanOrEqual(documentLimit);
    const wordings = after.history.flatMap((event) => (event.type === 'rated' && event.before ? [event.before] : []));
    const out = wordings.filter(({ wordingLeftOut }) => wordingLeftOut);
    expect(out.length).toBeGreaterThan(0);
    expect(wordings.slice(0, out.length)).toEqual(out);
    expect(out.every((before) => before.rationale === '' && before.level === level.assured)).toBe(true);
    expect(after.history).toHaveLength(often.history.length + 4);
  });

  it('keeps every wording while there is room', async () => {
    const trust = await createTrust({ reviews: [{ ...often, history: often.history.slice(0, 9) }] });
    valueOf(await rateArea(trust)(dana.id, rating(often, 'Short.')));
    const after = await stored(trust);
    expect(JSON.stringify(after)).not.toContain('wordingLeftOut');
    expect(JSON.stringify(after)).toContain(`"0 ${'x'.repeat(1998)}"`);
  });
});

describe('a review that is nearly full', () => {
  it('is said to be so to whoever writes, and not before', async () => {
    const leftIn = async (review: Review) =>
      valueOf(await readReview(await createTrust({ reviews: [review] }))(dana.id, onAlder)).roomLeft;
    expect(await leftIn(judgedReview())).toBeUndefined();
    const nearly = await leftIn(filledTo(judgedReview(), 47_000));
    expect(nearly).toBeGreaterThan(500);
    expect(nearly).toBeLessThan(6000);
    expect(await leftIn(filledTo(judgedReview(), 59_000))).toBe(0);
  });

  it('refuses what does not fit, in words that say how much and what to do, and writes nothing', async () => {
    const full = filledTo(judgedReview(), 50_000);
    const trust = await createTrust({ reviews: [full] });
    const refusal = refusalOf(await rateArea(trust)(dana.id, rating(full, long)));
    expect(refusal).toMatchObject({ code: 'store.too-large', act: 'judge' });
    expect(refusalWords(refusal, () => '')).toMatch(/it would be \d+ characters too long\. Please shorten/);
    expect(await stored(trust)).toEqual(full);
    expect(trust.notifier.announced).toEqual([]);
  });

  it('takes what makes it shorter, also where it is fuller than it should be', async () => {
    const full = filledTo(judgedReview({ rationale: long }), 58_000);
    const trust = await createTrust({ reviews: [full] });
    expect(outcomeOf(await rateArea(trust)(dana.id, rating(full, 'Short.')))).toBe('accepted');
  });

  it('can always be sent, queried and signed off once it was judged', async () => {
    const judged = filledTo(judgedReview({ framework }), 44_000);
    const trust = await createTrust({ reviews: [judged] });
    valueOf(await rateArea(trust)(dana.id, rating(judged, 'Last words.')));
    valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sending') })));
    const query = command.toQuery({ comment: long, commandId: commandId('querying') });
    valueOf(await queryReview(trust)(hazel.id, query));
    valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sending-2') })));
    const signing = command.toSignOff({ comment: long, round: 2, commandId: commandId('signing') });
    valueOf(await signOffReview(trust)(hazel.id, signing));
  });

  it('leaves room to sign off without a comment where a comment does not fit any more', async () => {
    const full = filledTo(awaitingReview({ framework }), 57_000);
    const trust = await createTrust({ reviews: [full] });
    const refusal = refusalOf(await queryReview(trust)(hazel.id, command.toQuery({ comment: long })));
    expect(refusal).toMatchObject({ code: 'store.too-large', act: 'comment' });
    expect(refusalWords(refusal, () => '')).toMatch(/your comment is too long.*fewer words/);
    const fuller = filledTo(awaitingReview({ framework }), 59_000);
    expect(
      outcomeOf(
        await signOffReview(await createTrust({ reviews: [fuller] }))(hazel.id, command.toSignOff({ comment: '' })),
      ),
    ).toBe('accepted');
  });

  it('is not opened again where what was settled and what is judged anew do not both fit', async () => {
    const full = filledTo(signedOffReview({ framework }), 52_000);
    const refusal = refusalOf(await reopenReview(await createTrust({ reviews: [full] }))(cora.id, command.toReopen()));
    expect(refusal).toMatchObject({ code: 'store.too-large', act: 'reopen' });
    expect(refusalWords(refusal, () => '')).toMatch(/both do not fit.*next period/);
  });
});

describe('a proposal that has come and gone too often', () => {
  const grown = <C extends CategoryChange>(change: C, rounds: number): C => ({
    ...change,
    history: [
      ...change.history,
      ...Array.from({ length: rounds }, () => ({
        ...{ type: 'returned' as const, commandId: commandId('returned-before'), by: cora.id },
        ...{ at, step: 0, comment: long },
      })),
    ],
  });
  it('is withdrawn instead of resubmitted', async () => {
    const full = grown(returnedChange(), 23);
    expect(lengthOf(full)).toBeLessThan(documentLimit);
    const trust = await createTrust({ changes: [full] });
    const again = command.toResubmit({ rationale: 'x'.repeat(4000) });
    const refusal = refusalOf(await resubmitCategoryChange(trust)(full.proposedBy, again));
    expect(refusal).toMatchObject({ code: 'store.too-large', act: 'resubmit' });
    expect(refusalWords(refusal, () => '')).toMatch(/withdraw it, and propose the change anew/);
    expect(outcomeOf(await withdrawCategoryChange(trust)(full.proposedBy, command.toWithdraw()))).toBe('accepted');
  });

  it('leaves a short word to whoever decides', async () => {
    const full = grown(atApprove(), 26);
    const trust = await createTrust({ changes: [full] });
    const reject = (comment: string) => rejectCategoryChange(trust)(cora.id, command.toReject({ comment }));
    expect(lengthOf(full)).toBeLessThan(documentLimit);
    expect(refusalOf(await reject(long))).toMatchObject({ code: 'store.too-large', act: 'comment' });
    expect(outcomeOf(await reject('No.'))).toBe('accepted');
  });
});
