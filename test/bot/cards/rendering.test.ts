import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { z } from 'zod';
import { hostConfigFor } from '../../../local/teams/page/cards/hostConfig';
import { readAnswer } from '../../../bot/answering';
import type { AdaptiveCard } from '../../../bot/cards/adaptiveCard';
import { renderCard } from '../../../bot/cards/card';
import { renderNotice } from '../../../bot/cards/noticeCard';
import { renderHelp, renderWelcome } from '../../../bot/cards/talkCard';
import { renderWork } from '../../../bot/cards/workCard';
import { gone, options } from './examples';
import * as changes from './changeExamples';
import * as reviews from './reviewExamples';
import * as works from './workExamples';

/** The cards as Microsoft's own renderer draws them, on the narrowest phone. */

const notice = { tone: 'refused', text: 'Already signed off. Nothing was changed.' } as const;
const cards = {
  reviewToSignOff: renderCard(reviews.reviewToSignOff, options),
  reviewToAgree: renderCard(reviews.reviewToAgree, options),
  reviewSignedOff: renderCard(reviews.reviewSignedOff, { ...options, notice }),
  reviewQueried: renderCard(reviews.reviewQueried, options),
  changeToDiscuss: renderCard(changes.changeToDiscuss, options),
  changeToApprove: renderCard(changes.changeToApprove, options),
  changedSinceProposed: renderCard(changes.changedSinceProposed, options),
  firstCategory: renderCard(changes.firstCategory, options),
  changeDecidedOtherwise: renderCard(changes.changeDecidedOtherwise, options),
  changeToConfirm: renderCard(changes.changeToConfirm, options),
  changeToRepresent: renderCard(changes.changeToRepresent, options),
  changeToAgree: renderCard(changes.changeToAgree, options),
  tierToConfirm: renderCard(changes.tierToConfirm, options),
  changeReturned: renderCard(changes.changeReturned, options),
  changeDecided: renderCard(changes.changeDecided, options),
  gone: renderCard(gone, options),
  welcome: renderWelcome({ name: 'Hazel Head', trustName: 'Orchard Learning Trust', roles: ['ceo'] }, options),
  help: renderHelp('I did not understand that', ['headTeacher', 'boardMember'], options),
  work: renderWork(works.work(7), options),
  digest: renderCard(works.workCard(7), options),
  reminder: renderCard(works.workCard(7, 'reminder'), options),
  overdueOfOthers: renderCard(works.workCard(3, 'overdueOfOthers'), options),
  notice: renderNotice(notice),
  longWords: renderCard(changes.worstChange('Schulentwicklungsplan '), options),
} satisfies Record<string, AdaptiveCard>;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.ASSURED_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage({ viewport: { width: phone.width, height: 720 } });
  await page.setContent('<!doctype html><html lang="en-GB"><body style="margin:0"></body></html>');
  await page.addScriptTag({ path: path.join('node_modules', 'adaptivecards', 'dist', 'adaptivecards.min.js') });
  await page.addScriptTag({
    content: `window.draw = (json, config) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(config);
      const context = new AdaptiveCards.SerializationContext();
      card.parse(json, context);
      window.pressed = [];
      card.onExecuteAction = (a) => window.pressed.push({ type: a.getJsonTypeName(), verb: a.verb ?? '', data: a.data ?? null, url: a.url ?? null });
      const problems = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
      document.body.replaceChildren(card.render());
      return { problems, width: document.documentElement.scrollWidth, text: document.body.innerText };
    };`,
  });
}, 60_000);
afterAll(() => browser.close());

/** What a usual phone (360 × 800) leaves a card: without its edges, its status line, the head of the chat, where one writes. */
const phone = { width: 320, height: 800 - 24 - 56 - 48 };

const Drawn = z.object({ problems: z.array(z.string()), width: z.number(), text: z.string() });
const Pressed = z.array(
  z.object({ type: z.string(), verb: z.string(), data: z.unknown(), url: z.string().nullable() }),
);

const draw = async (card: AdaptiveCard, theme: 'default' | 'dark' | 'contrast' = 'default') =>
  Drawn.parse(await page.evaluate(`draw(${JSON.stringify(card)}, ${JSON.stringify(hostConfigFor(theme))})`));
const press = (title: string) => page.getByRole('button', { name: title, exact: true }).click();
const whatWasPressed = async () => Pressed.parse(await page.evaluate('window.pressed'));

describe.each(Object.entries(cards))('%s', (_, card) => {
  test.each(['default', 'dark', 'contrast'] as const)('is drawn without a complaint in %s, and fits', async (theme) => {
    const drawn = await draw(card, theme);
    expect(drawn.problems).toEqual([]);
    expect(drawn.width).toBeLessThanOrEqual(phone.width);
    expect(drawn.text.length).toBeGreaterThan(20);
  });
});

const { longWords, ...ordinary } = cards;
const height = async () => z.number().parse(await page.evaluate('document.body.scrollHeight'));

describe('on a phone', () => {
  test.each(Object.entries(ordinary))('%s is seen whole, its buttons too', async (_, card) => {
    await draw(card);
    expect(await height()).toBeLessThanOrEqual(phone.height);
  });

  test('however long the words are, five screens are enough', async () => {
    await draw(longWords);
    expect(await height()).toBeLessThanOrEqual(5 * phone.height);
  });

  test('what is folded is shown where it stands, and folded again, and nothing is sent', async () => {
    const { text } = await draw(cards.changeToApprove);
    const begins = 'Support that begins (5)';
    expect(text).not.toContain(begins);
    await press('Show or hide support and route');
    expect(await page.locator('body').innerText()).toContain(begins);
    await press('Show or hide support and route');
    expect(await page.locator('body').innerText()).not.toContain(begins);
    expect((await whatWasPressed()).map(({ type }) => type)).toEqual(Array(2).fill('Action.ToggleVisibility'));
  });
});

describe('pressing', () => {
  test('the sign-off sends what the bot reads, with the comment', async () => {
    await draw(cards.reviewToSignOff);
    await page.getByLabel('Comment (optional)').fill('Thank you.');
    await press('Sign off');
    const [pressed] = await whatWasPressed();
    expect(pressed?.type).toBe('Action.Execute');
    expect(readAnswer(pressed?.data, pressed?.verb)).toEqual({
      verb: 'review.signOff',
      urn: '100001',
      year: '2026/27',
      period: 'autumn',
      round: 1,
      comment: 'Thank you.',
    });
  });

  test('the query asks for a comment before it sends anything', async () => {
    const { text } = await draw(cards.reviewToSignOff);
    expect(text).not.toContain('What should the trust look at again?');
    await press('Query…');
    await press('Send query');
    expect(await whatWasPressed()).toEqual([]);
    expect(await page.locator('body').innerText()).toContain('Please write a comment.');
    await page.getByLabel(/What should the trust look at again/).fill('Please look again.');
    await press('Send query');
    const [pressed] = await whatWasPressed();
    expect(readAnswer(pressed?.data, pressed?.verb)).toMatchObject({
      verb: 'review.query',
      comment: 'Please look again.',
    });
  });

  test('the confirmation sends today unless somebody says otherwise', async () => {
    await draw(cards.changeToConfirm);
    await press('Confirm');
    await page.getByLabel(/Date of the Board’s meeting/).fill('2026-11-17');
    await press('Confirm');
    const dates = (await whatWasPressed()).map(({ data, verb }) => {
      const answer = readAnswer(data, verb);
      return answer && 'meetingDate' in answer ? answer.meetingDate : undefined;
    });
    expect(dates).toEqual(['2026-11-22', '2026-11-17']);
  });

  test('a rejection carries its own comment, whatever stands in the other inputs', async () => {
    await draw(cards.changeToApprove);
    await page.getByLabel('Comment (optional)').fill('Go on.');
    await press('Reject…');
    await page.getByLabel(/Why is it rejected/).fill('Not now.');
    await press('Reject');
    const [pressed] = await whatWasPressed();
    expect(readAnswer(pressed?.data, pressed?.verb)).toMatchObject({ verb: 'change.reject', comment: 'Not now.' });
  });

  test('a row of the work opens its place', async () => {
    await draw(cards.work);
    await page
      .getByRole('link', { name: /Open: .* Academy 2$/ })
      .or(page.getByRole('button', { name: /Open: .* Academy 2$/ }))
      .click();
    const [pressed] = await whatWasPressed();
    expect(pressed?.type).toBe('Action.OpenUrl');
    expect(pressed?.url).toContain('100001');
  });
});
