import { z } from 'zod';
import { CardAnswer } from '../../../shared/schema/card';
import type { AdaptiveCard } from '../../../bot/cards/adaptiveCard';
import { renderCard } from '../../../bot/cards/card';
import { commentInputs } from '../../../bot/cards/decisions';
import { renderNotice } from '../../../bot/cards/noticeCard';
import { renderHelp, renderWelcome } from '../../../bot/cards/talkCard';
import { renderWork } from '../../../bot/cards/workCard';
import { gone, options } from './examples';
import * as changes from './changeExamples';
import * as reviews from './reviewExamples';
import * as works from './workExamples';
import { actionsOf, decisionsOf, inputsOf, nodesOf, textBlocksOf } from './parts';

const notice = { tone: 'refused', text: 'Already signed off. Nothing was changed. '.repeat(20) } as const;

/** What makes a card large or strange: escapes in JSON and markdown, three and four bytes a character, functions. */
const pieces = ['\\', '*', '"', '\n', '{{', '- a\n', '校', '😀', '[x](https://e.example) ', '<b>&amp;'];

const ordinary: Record<string, AdaptiveCard> = {
  'review to sign off': renderCard(reviews.reviewToSignOff, options),
  'review signed off, refused': renderCard(reviews.reviewSignedOff, { ...options, notice }),
  'review queried': renderCard(reviews.reviewQueried, options),
  'change to discuss': renderCard(changes.changeToDiscuss, options),
  'change to approve': renderCard(changes.changeToApprove, options),
  'change whose levels have changed since': renderCard(changes.changedSinceProposed, options),
  'change to confirm': renderCard(changes.changeToConfirm, options),
  'change to represent': renderCard(changes.changeToRepresent, options),
  'change to agree': renderCard(changes.changeToAgree, options),
  'tier to confirm': renderCard(changes.tierToConfirm, options),
  'change decided otherwise': renderCard(changes.changeDecidedOtherwise, options),
  'change returned': renderCard(changes.changeReturned, options),
  'change decided': renderCard(changes.changeDecided, options),
  'first category': renderCard(changes.firstCategory, options),
  gone: renderCard(gone, options),
  welcome: renderWelcome({ name: 'Hazel Head', trustName: 'Orchard Learning Trust', roles: ['headTeacher'] }, options),
  help: renderHelp('Hello', ['ceo', 'boardMember', 'administrator'], options),
  work: renderWork(works.work(40), options),
  digest: renderCard(works.workCard(5), options),
  reminder: renderCard(works.workCard(200, 'reminder'), { ...options, notice }),
  'overdue of others': renderCard(works.workCard(12, 'overdueOfOthers'), options),
  'no work': renderWork(works.work(0), options),
  notice: renderNotice(notice),
};

const hostile: Record<string, AdaptiveCard> = Object.fromEntries(
  pieces.flatMap((piece) => [
    [`worst review of ${JSON.stringify(piece)}`, renderCard(reviews.worstReview(piece), { ...options, notice })],
    [`worst change of ${JSON.stringify(piece)}`, renderCard(changes.worstChange(piece), { ...options, notice })],
    [`worst digest of ${JSON.stringify(piece)}`, renderCard(works.worstWorkCard(piece), { ...options, notice })],
    [`worst work of ${JSON.stringify(piece)}`, renderWork(works.worstWork(piece), options)],
  ]),
);

const everyCard = Object.entries({ ...ordinary, ...hostile });

describe.each(everyCard)('%s', (_, card) => {
  test('is an Adaptive Card 1.5 with words for clients that cannot show it', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(card.fallbackText.length).toBeGreaterThan(0);
    expect(card.body.length).toBeGreaterThan(0);
  });

  test('has at most six things to press at once', () => {
    const pressed = nodesOf(card).filter(({ type }) => type.startsWith('Action.'));
    // Clients unfold one card under the buttons at a time.
    const unfolding = pressed
      .filter(({ type }) => type === 'Action.ShowCard')
      .map((one) => actionsOf(one['card']).length);
    const hidden = unfolding.reduce((sum, one) => sum + one, 0) - Math.max(0, ...unfolding);
    expect(pressed.length - hidden).toBeLessThanOrEqual(6);
  });

  test('stays under 28 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('gives every element an id of its own, and every button that folds one to fold', () => {
    const nodes = nodesOf(card);
    const ids = nodes.flatMap((node) => (typeof node['id'] === 'string' ? [node['id']] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const folding = nodes.filter(({ type }) => type === 'Action.ToggleVisibility');
    for (const { targetElements } of folding)
      for (const target of z.array(z.string()).parse(targetElements)) expect(ids).toContain(target);
  });

  test('gives every input an id of its own, a label, and words for what is required', () => {
    const inputs = inputsOf(card);
    expect(new Set(inputs.map((input) => input['id'])).size).toBe(inputs.length);
    for (const input of inputs) {
      expect(input['label']).toEqual(expect.stringMatching(/\w/));
      if (input['isRequired']) expect(input['errorMessage']).toEqual(expect.stringMatching(/^Please /));
      if (input.type === 'Input.Text') expect(input['maxLength']).toBe(2000);
    }
  });

  test('offers the same button to clients without universal actions', () => {
    for (const action of decisionsOf(card)) {
      expect(action.fallback).toMatchObject({ title: action.title, data: action.data });
      expect(action.data['verb']).toBe(action.verb);
    }
  });

  test('carries in every button what the bot reads back', () => {
    for (const action of decisionsOf(card)) expect(CardAnswer.safeParse(action.data).success).toBe(true);
  });

  test('keeps what is markdown to the headings, and wraps them', () => {
    for (const block of textBlocksOf(card)) {
      expect(block['weight']).toBe('bolder');
      expect(block['wrap']).toBe(true);
      expect(block['text']).not.toMatch(/(?<!\\)[*_[\]`~<>]/);
    }
  });

  test('has no function of the card language in any text', () => {
    const texts = nodesOf(card).map((node) => node['text']);
    for (const text of texts) expect(String(text)).not.toContain('{{');
  });
});

test('every decision has its own comment input', () => {
  const ids = Object.values(commentInputs);
  expect(new Set(ids).size).toBe(ids.length);
});
