import { z } from 'zod';
import type { Person } from '../../shared/schema/people';
import { Route } from '../../shared/schema/route';
import { keyOfReview } from '../../shared/domain/keys';
import { atApprove, atConfirm, atDiscuss, decidedChange, resubmittedChange } from '../support/builders/changes';
import { bo, birchHead, cora, dana, hazel, stranger } from '../support/builders/people';
import { discussApproveConfirm } from '../support/builders/framework';
import { awaitingReview, signedOffReview } from '../support/builders/reviews';
import { decisionsOf, linesOf, titlesOf } from './cards/parts';
import { pressed, startSigning, submitted, type Signing } from './teams';
import { startBot } from './trust';

let signing: Signing;
beforeAll(async () => {
  signing = await startSigning();
});
afterAll(() => signing.close());

type Running = Awaited<ReturnType<typeof startBot>>;

const Answer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

const review = awaitingReview();
const onReview = { urn: review.urn, year: review.year, period: review.period, round: 1 };
const change = atApprove();
const onChange = { id: change.id, round: 1 };

/** Presses a button as Teams sends it, and answers the card that comes back. */
const press = async ({ from }: Running, person: Person, verb: string, data: Record<string, unknown>) => {
  const response = await from(person, pressed({ verb, data: { verb, ...data } }));
  expect(response).toMatchObject({ status: 200 });
  return Answer.parse(response.body);
};

const cardOf = async (...asked: Parameters<typeof press>): Promise<unknown> => {
  const answer = await press(...asked);
  expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  return answer.value;
};

const reviewIn = async ({ store }: Running) => {
  const loaded = await store.load('reviews', keyOfReview(review));
  if (loaded.status !== 'found') throw new Error('The review is not there.');
  return loaded.document;
};
const changeIn = async ({ store }: Running) => {
  const loaded = await store.load('categoryChanges', change.id);
  if (loaded.status !== 'found') throw new Error('The change is not there.');
  return loaded.document;
};

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

describe('a category change', () => {
  test.each([
    ['agreed to', atDiscuss(), hazel, 'change.agree', { step: 0 }, { type: 'discussed', agrees: true, comment: '' }],
    [
      'commented on',
      atDiscuss(),
      hazel,
      'change.comment',
      { step: 0, discussComment: 'Consider the new intake.' },
      { type: 'discussed', agrees: false, comment: 'Consider the new intake.' },
    ],
    [
      'approved',
      atApprove(),
      cora,
      'change.approve',
      { step: 1, approveComment: 'Go on.' },
      { type: 'approved', comment: 'Go on.' },
    ],
    [
      'returned',
      atApprove(),
      cora,
      'change.return',
      { step: 1, approveComment: 'Go on.', returnComment: 'Say more.' },
      { type: 'returned', comment: 'Say more.' },
    ],
    [
      'rejected',
      atConfirm(),
      bo,
      'change.reject',
      { step: 2, rejectComment: 'Not now.', meetingDate: '2026-11-19' },
      { type: 'rejected', comment: 'Not now.' },
    ],
    [
      'confirmed',
      atConfirm(),
      bo,
      'change.confirm',
      { step: 2, meetingDate: '2026-11-19' },
      { type: 'confirmed', meetingDate: '2026-11-19' },
    ],
  ] as const)('is %s', async (_, before, person, verb, data, event) => {
    const running = await startBot(signing, { changes: [before] });
    const card = await cardOf(running, person, verb, { ...onChange, ...data });
    expect((await changeIn(running)).history.at(-1)).toMatchObject({ ...event, by: person.id });
    expect(linesOf(card)[0]).toContain('Alder Academy');
    expect(linesOf(card)[0]).not.toContain('⚠');
    expect(decisionsOf(card)).toEqual([]);
  });

  describe('that the academy may speak to', () => {
    const route = Route.parse({
      ...discussApproveConfirm,
      steps: [{ kind: 'represent', by: 'headTeacher' }, ...discussApproveConfirm.steps.slice(1)],
    });
    test.each([
      [
        'change.represent',
        { representComment: 'Two posts are filled.' },
        { agrees: false, comment: 'Two posts are filled.' },
      ],
      ['change.noRepresentations', {}, { agrees: true, comment: '' }],
    ] as const)('%s', async (verb, said, event) => {
      const running = await startBot(signing, { changes: [atDiscuss({ route })] });
      const card = await cardOf(running, hazel, verb, { ...onChange, step: 0, ...said });
      expect((await changeIn(running)).history.at(-1)).toMatchObject({ type: 'discussed', by: hazel.id, ...event });
      expect(linesOf(card)[0]).not.toContain('⚠');
    });
    test('is not spoken to without words', async () => {
      const running = await startBot(signing, { changes: [atDiscuss({ route })] });
      const card = await cardOf(running, hazel, 'change.represent', { ...onChange, step: 0 });
      expect(linesOf(card)[0]).toContain('the comment is missing');
      expect(await changeIn(running)).toMatchObject({ state: 'atStep', step: 0 });
    });
  });

  test('that was decided meanwhile shows the decision', async () => {
    const running = await startBot(signing, { changes: [decidedChange()] });
    const card = await cardOf(running, cora, 'change.reject', { ...onChange, step: 1, rejectComment: 'Not now.' });
    expect(linesOf(card)[0]).toBe('⚠ Already approved by Cora Chief on 12 November 2026, 09:00. Nothing was changed.');
    expect((await changeIn(running)).state).toBe('decided');
  });

  test('that was proposed again is not decided from the old card', async () => {
    const running = await startBot(signing, { changes: [resubmittedChange()] });
    const card = await cardOf(running, cora, 'change.approve', { ...onChange, step: 1 });
    expect(linesOf(card)[0]).toMatch(/out of date/);
    expect((await changeIn(running)).state).toBe('atStep');
  });

  test.each([
    [{}, 'the date of the meeting is missing'],
    [{ meetingDate: '' }, 'the date of the meeting is not a date'],
    [{ meetingDate: 'yesterday' }, 'the date of the meeting is not a date'],
    [{ meetingDate: '2026-11-21' }, 'in the future'],
  ])('is not confirmed with %j', async (data, words) => {
    const running = await startBot(signing, { changes: [atConfirm()] });
    const card = await cardOf(running, bo, 'change.confirm', { ...onChange, step: 2, ...data });
    expect(linesOf(card)[0]).toContain(words);
    expect(await changeIn(running)).toMatchObject({ state: 'atStep', step: 2 });
  });

  test('is not commented on without a comment', async () => {
    const running = await startBot(signing, { changes: [atDiscuss()] });
    const card = await cardOf(running, hazel, 'change.comment', { ...onChange, step: 0 });
    expect(linesOf(card)[0]).toContain('the comment is missing');
    expect(await changeIn(running)).toMatchObject({ state: 'atStep', step: 0 });
  });

  test('is approved once by two presses at the same moment', async () => {
    const running = await startBot(signing, { changes: [atApprove()] });
    const data = { ...onChange, step: 1 };
    const cards = await Promise.all([1, 2].map(() => cardOf(running, cora, 'change.approve', data)));
    for (const card of cards) expect(linesOf(card)[0]).not.toContain('⚠');
    const { history } = await changeIn(running);
    expect(history.filter(({ type }) => type === 'approved')).toHaveLength(1);
  });
});

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
