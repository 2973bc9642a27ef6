import { sharedVerb } from '../../bot/cards/sharedCard';
import { cora, hazel } from '../support/builders/people';
import { onReview, press, review, reviewIn } from './pressing';
import { activity, pressed, signingForAll, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

const tooMuch = /more than Assured takes from one person in a minute/;
const start = () => startBot(signing, { reviews: [review], perMinute: { reading: 1, writing: 1 } });
const search = () =>
  activity({ type: 'invoke', name: 'composeExtension/query', value: { commandId: 'find', parameters: [] } });

describe('somebody who asks in chat too often', () => {
  it('gets no answer to what they write, and others get theirs', async () => {
    const running = await start();
    for (const person of [hazel, hazel, hazel, cora]) await running.from(person, written('help'));
    expect(running.chat.sent).toHaveLength(2);
  });

  it('decides nothing, and is told so', async () => {
    const running = await start();
    await running.from(hazel, written('help'));
    const answer = await press(running, hazel, 'review.signOff', onReview);
    expect(answer.type).toBe('application/vnd.microsoft.activity.message');
    expect(answer.value).toMatch(tooMuch);
    expect((await reviewIn(running)).state).toBe('awaitingSignOff');
  });

  it('is told so where they search or look at what was shared', async () => {
    const running = await start();
    expect(JSON.stringify((await running.from(hazel, search())).body)).not.toMatch(tooMuch);
    expect(JSON.stringify((await running.from(hazel, search())).body)).toMatch(tooMuch);
    const shared = pressed({ verb: sharedVerb, data: { verb: sharedVerb, kind: 'academies', urn: review.urn } });
    expect(JSON.stringify((await running.from(hazel, shared)).body)).toMatch(tooMuch);
  });
});
