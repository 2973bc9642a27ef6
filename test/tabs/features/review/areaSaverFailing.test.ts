import { unreachable } from '../../../../tabs/api/problem';
import { takeMine } from '../../../../tabs/features/review/areaMerge';
import { waitAfter } from '../../../../tabs/features/review/areaSaver';
import { commandId } from '../../../support/builders/ids';
import { empty, judged, refusal, begin, kindOf, words, said, first, latest, sent, kept } from './savingArea';
import { device, onAFreshDevice } from './savingArea';

onAFreshDevice();

describe('without an answer', () => {
  it('is sent again as it was, with the same id, before anything newer', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(unreachable('x'));
    words(saver, 'One. Two.');
    saver.settle();
    expect([sent.length, kindOf(saver)]).toEqual([1, 'failed']);
    jest.advanceTimersByTime(2_000);
    expect(sent[1]?.attempt).toEqual(first().attempt);
    await latest().answer();
    expect(said()).toEqual(['One.', 'One.', 'One. Two.']);
    expect(latest().attempt.commandId).not.toBe(first().attempt.commandId);
  });

  it('waits as long as the server asks, unless somebody insists', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(503, 'store.unavailable', 40));
    saver.settle();
    jest.advanceTimersByTime(39_000);
    expect(sent).toHaveLength(1);
    jest.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(2);
    await latest().fail(refusal(429, 'busy', 40));
    saver.insist();
    expect(sent).toHaveLength(3);
  });

  it('waits longer each time, and never longer than a minute', () => {
    expect([1, 2, 3, 10].map((failures) => waitAfter(unreachable('x'), failures))).toEqual([
      2_000, 4_000, 8_000, 60_000,
    ]);
  });

  it('sends nothing while offline, and everything when the connection is back', async () => {
    device.online = false;
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    jest.advanceTimersByTime(120_000);
    expect([sent.length, kindOf(saver)]).toEqual([0, 'offline']);
    device.online = true;
    saver.resume();
    expect(said()).toEqual(['One.']);
    await first().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('goes on where a killed tab left off: the same attempt, then what was typed after it', async () => {
    const before = begin();
    words(before, 'One.');
    before.settle();
    words(before, 'One. Two.');
    const left = kept.at(-1);
    const after = begin(empty, left);
    after.settle();
    expect(latest().attempt).toEqual(first().attempt);
    await latest().answer();
    expect(said()).toEqual(['One.', 'One.', 'One. Two.']);
  });
});

describe('what the server refuses', () => {
  it('is not sent again by itself, but with the next change or when somebody insists', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(403, 'notAllowed'));
    saver.settle();
    jest.advanceTimersByTime(120_000);
    expect([sent.length, device.rereads, kindOf(saver)]).toEqual([1, 1, 'failed']);
    expect(kept.at(-1)?.typed.rationale).toBe('One.');
    saver.insist();
    await latest().fail(refusal(403, 'notAllowed'));
    words(saver, 'Two.');
    saver.settle();
    expect(said()).toEqual(['One.', 'One.', 'Two.']);
  });

  it('for want of a sign-in is sent with the next settling, and nothing is read anew', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(401, 'token.invalid'));
    expect([kindOf(saver), device.rereads]).toEqual(['failed', 0]);
    saver.insist();
    await latest().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('because somebody was first: both versions, nothing is sent until one is chosen', async () => {
    const saver = begin();
    words(saver, 'Mine.');
    saver.settle();
    await first().fail(refusal(412, 'review.area-changed'));
    saver.hear(judged, true);
    saver.insist();
    expect([sent.length, kindOf(saver)]).toEqual([1, 'overtaken']);
    expect(saver.state().draft.typed.rationale).toBe('Mine.');
    saver.resolve(takeMine(saver.state().draft, saver.state().saved), true);
    expect(latest().attempt.base.basedOn).toBe(commandId('first'));
    await latest().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('because the review was sent meanwhile: nothing more is sent, the text stays', async () => {
    const saver = begin();
    words(saver, 'Mine.');
    saver.hear(empty, false);
    saver.settle();
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(0);
    expect(kept.at(-1)?.typed.rationale).toBe('Mine.');
  });
});
