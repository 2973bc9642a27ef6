import { hazel } from '../support/builders/people';
import { linesOf } from './cards/parts';
import { pressed, signingForAll, submitted } from './teams';
import { startBot } from './trust';
import { cardOf, onReview, review, reviewIn } from './pressing';

const signing = signingForAll();

describe('what a button may send', () => {
  test.each([
    ['an unknown verb', 'review.delete', onReview],
    ['no verb', '', onReview],
    ['no matter', 'review.signOff', { round: 1 }],
    ['another matter’s fields', 'change.approve', onReview],
    ['a made-up academy number', 'review.signOff', { ...onReview, urn: '../../1' }],
    ['a round that is no number', 'review.signOff', { ...onReview, round: 'one' }],
  ])('%s is answered with an error, and decides nothing', async (_, verb, data) => {
    const running = await startBot(signing, { reviews: [review] });
    const { body } = await running.from(hazel, pressed({ verb, data }));
    expect(body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest' },
    });
    expect(JSON.stringify(body)).toContain('Please open Assured');
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });

  test.each([undefined, null, 'text', []])('so is %j', async (data) => {
    const running = await startBot(signing);
    const { body } = await running.from(hazel, pressed({ verb: 'review.signOff', data }));
    expect(body).toMatchObject({ statusCode: 400 });
  });

  test('a round of nought or less is refused as unreadable', async () => {
    const running = await startBot(signing, { reviews: [review] });
    const card = await cardOf(running, hazel, 'review.signOff', { ...onReview, round: 0 });
    expect(linesOf(card)[0]).toMatch(/^⚠ /);
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });
});

describe('a client without universal actions', () => {
  const data = { verb: 'review.signOff', ...onReview, signOffComment: 'Thank you.' };

  test('decides by a message, and gets the card in the chat', async () => {
    const running = await startBot(signing, { reviews: [review] });
    expect(await running.from(hazel, submitted(data))).toEqual({ status: 200 });
    expect(await reviewIn(running)).toMatchObject({ state: 'signedOff', comment: 'Thank you.' });
    expect(linesOf(running.chat.sent[0]?.card)[0]).toBe('The autumn term review of Alder Academy is signed off');
    expect(running.chat.sent[0]?.message.summary).toBe('The autumn term review of Alder Academy is signed off');
  });

  test('and a client with them are one and the same decision', async () => {
    const running = await startBot(signing, { reviews: [review] });
    await running.from(hazel, submitted(data));
    const card = await cardOf(running, hazel, 'review.signOff', data);
    expect(linesOf(card)[0]).not.toContain('⚠');
    const { history } = await reviewIn(running);
    expect(history.filter(({ type }) => type === 'signedOff')).toHaveLength(1);
  });

  test('gets words for what cannot be read', async () => {
    const running = await startBot(signing);
    await running.from(hazel, submitted({ something: 'else' }));
    expect(linesOf(running.chat.sent[0]?.card)[0]).toMatch(/Please open Assured/);
  });
});
