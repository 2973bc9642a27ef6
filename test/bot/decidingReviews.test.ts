import { keyOfReview } from '../../shared/domain/keys';
import { birchHead, dana, hazel, stranger } from '../support/builders/people';
import { signedOffReview } from '../support/builders/reviews';
import { decisionsOf, linesOf, titlesOf } from './cards/parts';
import { signingForAll } from './teams';
import { startBot } from './trust';
import { cardOf, onReview, press, review, reviewIn } from './pressing';

const signing = signingForAll();

describe('a review', () => {
  test('is signed off with a comment, and the card says so', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, hazel, 'review.signOff', { ...onReview, signOffComment: ' Thank you. ' });
    expect(await reviewIn(running)).toMatchObject({ state: 'signedOff', signedOffBy: hazel.id, comment: 'Thank you.' });
    expect(linesOf(card).join('\n')).toContain('Signed off by Hazel Head on 20 November 2026, 10:00');
    expect(decisionsOf(card)).toEqual([]);
    expect(running.announced).toEqual([{ kind: 'reviews', key: keyOfReview(review) }]);
  });

  test('is queried with the comment of the query, not of the sign-off', async () => {
    const running = await startBot(signing, { reviews: [review] });
    await cardOf(running, hazel, 'review.query', {
      ...onReview,
      signOffComment: 'Thank you.',
      comment: 'Another one.',
      queryComment: 'Please look again.',
    });
    expect(await reviewIn(running)).toMatchObject({ state: 'queried', comment: 'Please look again.' });
  });

  test('is signed off once, however often the button is pressed', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const data = { ...onReview, signOffComment: 'Thank you.' };
    const cards = await Promise.all([1, 2, 3].map(() => cardOf(running, hazel, 'review.signOff', data)));
    for (const card of cards) expect(linesOf(card)[0]).toBe('The autumn term review of Alder Academy is signed off');
    const { history } = await reviewIn(running);
    expect(history.filter(({ type }) => type === 'signedOff')).toHaveLength(1);
  });

  test('that somebody else signed off stays as it is, and the card says who and when', async () => {
    const running = await startBot(signing, { reviews: [signedOffReview()] });
    const card = await cardOf(running, hazel, 'review.query', { ...onReview, queryComment: 'Please look again.' });
    expect(linesOf(card)[0]).toBe(
      '⚠ Already signed off by Hazel Head on 18 November 2026, 16:20. Nothing was changed.',
    );
    expect(linesOf(card)[1]).toBe('The autumn term review of Alder Academy is signed off');
    expect((await reviewIn(running)).state).toBe('signedOff');
  });

  test('is not queried without a comment, and may then be', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, hazel, 'review.query', { ...onReview, queryComment: '   ' });
    expect(linesOf(card)[0]).toBe('⚠ Please check what you entered: the comment is missing.');
    expect(titlesOf(card)).toContain('Sign off');
    await cardOf(running, hazel, 'review.query', { ...onReview, queryComment: 'Please look again.' });
    expect((await reviewIn(running)).state).toBe('queried');
  });

  test.each([
    ['too long', 'a'.repeat(2001), 'the comment is longer than 2,000 characters'],
    ['with control characters', 'bell \u0007', 'the comment has characters that cannot be kept'],
  ])('takes no comment that is %s', async (_, queryComment, words) => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, hazel, 'review.query', { ...onReview, queryComment });
    expect(linesOf(card)[0]).toContain(words);
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });

  test('of another academy leaves no trace, not even of the refusal', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, birchHead, 'review.signOff', onReview);
    expect(linesOf(card)).toEqual(['⚠ There is nothing here, or it is not yours to see.']);
    expect(JSON.stringify(card)).not.toContain('Alder');
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });

  test('that does not exist looks the same', async () => {
    const running = await startBot(signing);
    const card = await cardOf(running, hazel, 'review.signOff', onReview);
    expect(linesOf(card)).toEqual(['⚠ There is nothing here, or it is not yours to see.']);
  });

  test('is not for whoever may read it but not decide', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, dana, 'review.signOff', onReview);
    expect(linesOf(card)[0]).toBe('⚠ Your role in the trust does not include this.');
    expect(decisionsOf(card)).toEqual([]);
  });

  test('is nothing to somebody who is not set up in the trust', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, { ...hazel, id: stranger }, 'review.signOff', onReview);
    expect(linesOf(card)).toHaveLength(1);
    expect(JSON.stringify(card)).not.toContain('Alder');
  });

  test('is answered in words while the records cannot be reached', async () => {
    const running = await startBot(signing, { reviews: [review] });
    running.store.failNext('rows', 'unavailable');
    const answer = await press(running, hazel, 'review.signOff', onReview);
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(linesOf(answer.value).join()).toContain('the work goes on');
    expect(running.takenDown).toHaveLength(1);
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });

  test('whose answer was lost is found signed off at the second press', async () => {
    const running = await startBot(signing, { reviews: [review] });
    running.store.failNext('replace', 'unavailableAfterWrite');
    expect(linesOf(await cardOf(running, hazel, 'review.signOff', onReview)).join()).toContain('the work goes on');
    const card = await cardOf(running, hazel, 'review.signOff', onReview);
    expect(linesOf(card)[0]).toBe('The autumn term review of Alder Academy is signed off');
  });
});
