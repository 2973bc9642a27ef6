import { Route } from '../../shared/schema/route';
import { atApprove, atConfirm, atDiscuss, decidedChange, resubmittedChange } from '../support/builders/changes';
import { bo, cora, hazel } from '../support/builders/people';
import { discussApproveConfirm } from '../support/builders/framework';
import { decisionsOf, linesOf } from './cards/parts';
import { signingForAll } from './teams';
import { startBot } from './trust';
import { cardOf, changeIn, onChange } from './pressing';

const signing = signingForAll();

describe('a category change', () => {
  const met = { meetingDate: '2026-11-19' };
  const intake = { discussComment: 'Consider the new intake.' };
  const goOn = { approveComment: 'Go on.' };
  const said = (type: string, comment: string) => ({ type, comment });

  test.each([
    ['agreed to', atDiscuss(), hazel, 'change.agree', {}, { ...said('discussed', ''), agrees: true }],
    [
      'commented on',
      atDiscuss(),
      hazel,
      'change.comment',
      intake,
      { ...said('discussed', intake.discussComment), agrees: false },
    ],
    ['approved', atApprove(), cora, 'change.approve', goOn, said('approved', 'Go on.')],
    [
      'returned',
      atApprove(),
      cora,
      'change.return',
      { ...goOn, returnComment: 'Say more.' },
      said('returned', 'Say more.'),
    ],
    ['rejected', atConfirm(), bo, 'change.reject', { rejectComment: 'Not now.', ...met }, said('rejected', 'Not now.')],
    ['confirmed', atConfirm(), bo, 'change.confirm', met, { type: 'confirmed', ...met }],
  ] as const)('is %s', async (_, before, person, verb, data, event) => {
    const running = await startBot(signing, { changes: [before] });
    const card = await cardOf(running, person, verb, { ...onChange, step: before.step, ...data });
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
