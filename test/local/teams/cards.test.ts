import { HostConfig } from 'adaptivecards/dist/adaptivecards.js';
import { cardFrom, isTooNew, refreshesFor, withInputValues } from '../../../local/teams/page/cards/cardJson';
import { hostConfigFor } from '../../../local/teams/page/cards/hostConfig';
import { markdownToHtml } from '../../../local/teams/page/cards/markdown';
import { containerNames } from '../../../local/teams/page/cards/palettes';
import { waitBeforeRefresh } from '../../../local/teams/page/cards/refreshing';

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const colours = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const;
const pairs = (['default', 'dark', 'contrast'] as const).flatMap((theme) =>
  containerNames.flatMap((container) => colours.map((colour) => [theme, container, colour] as const)),
);

test.each(pairs)('%s theme: %s container, %s text is readable', (theme, container, colour) => {
  // Read back through the renderer's own parser, so that a misspelt setting shows.
  const style = new HostConfig(hostConfigFor(theme)).containerStyles.getStyleByName(container);
  const text = style.foregroundColors[colour];
  expect(contrast(text.default, style.backgroundColor ?? '')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(text.subtle, style.backgroundColor ?? '')).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ['**bold** and _italic_ and *italic*', '<p><strong>bold</strong> and <em>italic</em> and <em>italic</em></p>'],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
  ['snake_case_name', '<p>snake_case_name</p>'],
  [
    '[a](https://orchard.example/?a=1&b=2)',
    '<p><a class="ac-anchor" href="https://orchard.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">a</a></p>',
  ],
  ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['[x](https://a.example/"onclick="alert(1))', expect.not.stringContaining('"onclick')],
])('Markdown %s', (text, html) => {
  expect(markdownToHtml(text)).toEqual(html);
});

const refresh = { action: { type: 'Action.Execute', verb: 'show' } };
const card = (changes: object) => cardFrom({ type: 'AdaptiveCard', version: '1.5', ...changes }) ?? fail('no card');

test.each([
  ['1.5', false],
  ['1.4', false],
  [undefined, false],
  ['1.6', true],
  ['2.0', true],
])('a card of version %s is too new: %s', (version, tooNew) => {
  expect(isTooNew(card({ version }))).toBe(tooNew);
});

test.each([
  ['without refresh', {}, false],
  ['for a list with the viewer', { refresh: { ...refresh, userIds: ['29:1', '29:2'] } }, true],
  ['for a list without the viewer', { refresh: { ...refresh, userIds: ['29:1'] } }, false],
  ['for nobody', { refresh: { ...refresh, userIds: [] } }, false],
  ['without a list, in a personal chat', { refresh }, true],
])('a card %s refreshes by itself: %s', (_, changes, refreshes) => {
  expect(refreshesFor(card(changes), '29:2')).toBe(refreshes);
});

test.each([
  ['never yet', 1, undefined, 0],
  ['a moment ago', 1, { version: 1, at: 990_000 }, undefined],
  ['over a minute ago', 1, { version: 1, at: 939_000 }, 0],
  ['a moment ago, and edited since', 2, { version: 1, at: 990_000 }, 50_000],
])('a card refreshed %s waits', (_, version, last, wait) => {
  expect(waitBeforeRefresh(version, last, 1_000_000)).toBe(wait);
});

test('what has been typed survives a new rendering', () => {
  const body = [
    { type: 'Input.Text', id: 'comment' },
    { type: 'Container', items: [{ type: 'Input.Toggle', id: 'read', value: 'false' }] },
    { type: 'TextBlock', id: 'comment', text: 'not an input' },
  ];
  const typed = new Map<string, unknown>([
    ['comment', 'Agreed'],
    ['read', 'true'],
  ]);
  expect(withInputValues({ body }, typed)).toEqual({
    body: [
      { type: 'Input.Text', id: 'comment', value: 'Agreed' },
      { type: 'Container', items: [{ type: 'Input.Toggle', id: 'read', value: 'true' }] },
      { type: 'TextBlock', id: 'comment', text: 'not an input' },
    ],
  });
});
