import { StoreOutOfReach } from '../../shared/application/ports/store';
import { outOfReachWords } from '../../shared/application/outOfReachWords';
import { hazel } from '../support/builders/people';
import { linesOf } from './cards/parts';
import { query } from './groupChat';
import { onReview, press, review } from './pressing';
import { activity, signingForAll, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();
const { otherKey, settingsEdited } = outOfReachWords;

const withOtherKey = async () => {
  const running = await startBot(signing, { reviews: [review] });
  running.store.changeKey();
  return running;
};

describe('where the records do not fit the app’s key', () => {
  test('whoever writes reads why, once', async () => {
    const { from, chat } = await withOtherKey();
    const message = written('hello');
    expect(await from(hazel, message)).toMatchObject({ status: 200, fault: { why: 'otherKey' } });
    expect(linesOf(chat.sent[0]?.card).join()).toContain(otherKey.detail);
    expect(await from(hazel, message)).toEqual({ status: 200 });
    expect(chat.sent).toHaveLength(1);
  });

  test('Teams sends the message again where those words did not arrive', async () => {
    const { from, chat } = await withOtherKey();
    const message = written('hello');
    chat.answerNext({ status: 400 });
    expect((await from(hazel, message)).status).toBe(503);
    expect(await from(hazel, message)).toMatchObject({ status: 200 });
    expect(linesOf(chat.sent.at(-1)?.card).join()).toContain(otherKey.detail);
  });

  test('a button decides nothing, and says why', async () => {
    const running = await withOtherKey();
    const answer = await press(running, hazel, 'review.signOff', onReview);
    expect(answer).toMatchObject({ statusCode: 500, value: { message: otherKey.detail } });
    expect(running.takenDown).toEqual([]);
    expect(running.store.calls.replace).toBe(0);
  });

  test('a search says why', async () => {
    const { from } = await withOtherKey();
    const answer = await from(hazel, activity(query('alder')));
    expect(answer).toMatchObject({ status: 200, body: { composeExtension: { text: otherKey.detail } } });
  });
});

test('settings that were changed by hand are called by that name', async () => {
  const { from, chat, store } = await startBot(signing);
  store.handEdit('settings', 'trust');
  const answer = await from(hazel, written('hello'));
  expect(answer.fault).toBeInstanceOf(StoreOutOfReach);
  expect(linesOf(chat.sent[0]?.card).join()).toContain(settingsEdited.detail);
});
