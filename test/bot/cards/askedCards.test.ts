import { renderApprovals } from '../../../bot/cards/approvalsCard';
import type { AdaptiveCard } from '../../../bot/cards/adaptiveCard';
import { renderChoice } from '../../../bot/cards/choiceCard';
import { commands } from '../../../bot/cards/commands';
import { PromptAnswer } from '../../../bot/cards/prompt';
import { renderNotYours, renderShared, sharedVerb, type SharedData } from '../../../bot/cards/sharedCard';
import { renderOverview, renderStanding } from '../../../bot/cards/standingCard';
import { ChangeId, Urn } from '../../../shared/schema/ids';
import type { AcademyStanding, RecordStanding, Waiting } from '../../../shared/schema/standingViews';
import { autumn } from '../../support/builders/calendar';
import { options } from './examples';
import { actionsOf, linesOf, nodesOf, textBlocksOf } from './parts';

/** What makes a card large or strange: escapes in JSON and markdown, three and four bytes a character, functions. */
const pieces = ['Alder ', '\\', '*', '"', '\n', '{{', '校', '😀', '[x](https://e.example) ', '<b>&amp;'];

const asAt = '2026-11-20T10:00:00.000Z';
const mark = (word: string) => ({ word, symbol: '◐', tone: 'caution' as const });
const record: RecordStanding = { ...autumn, record: 'review', state: 'awaitingSignOff' };
const long = (piece: string): string => piece.repeat(Math.ceil(120 / piece.length));

const academy = (n: number, piece = 'Academy '): AcademyStanding => ({
  urn: Urn.parse(String(100_000 + n)),
  name: `${n} ${long(piece)}`,
  phase: 'primary',
  category: { mark: mark(`${n % 3} ${piece}`), since: '2026-09-01' },
  change: { id: ChangeId.parse('00000000-0000-4000-8000-000000000001'), to: mark(piece), state: 'atStep' },
  latest: record,
  records: [record],
});
const many = (piece: string, length = 60) => Array.from({ length }, (_, n) => academy(n, piece));
const waiting = (n: number, piece: string, mine: boolean): Waiting => ({
  subject: `${n} ${long(piece)}`,
  step: long(piece),
  with: [long(piece), long(piece), long(piece)],
  mine,
  since: asAt,
  subPageId: `categories/${n}`,
});
const found = (piece: string, length?: number) => ({
  asAt,
  categoryWord: 'category' as const,
  academies: many(piece, length),
});

const shared: SharedData = { verb: sharedVerb, kind: 'academies', urn: Urn.parse('100001') };
const cards: [string, AdaptiveCard][] = [
  ...pieces.flatMap((piece): [string, AdaptiveCard][] => {
    const all = Array.from({ length: 60 }, (_, n) => waiting(n, piece, n < 30));
    const standing = { asAt, categoryWord: 'category' as const, academy: academy(1, piece) };
    return [
      [`overview of ${JSON.stringify(piece)}`, renderOverview(found(piece), options)],
      [`approvals of ${JSON.stringify(piece)}`, renderApprovals({ asAt, items: all }, options)],
      [`choice of ${JSON.stringify(piece)}`, renderChoice(many(piece), 'review')],
      [
        `standing of ${JSON.stringify(piece)}`,
        renderStanding({ ...standing, changeWaits: waiting(1, piece, false) }, options),
      ],
    ];
  }),
  ['shared', renderShared(shared, options)],
  ['not yours', renderNotYours()],
];

describe.each(cards)('%s', (_, card) => {
  test('keeps to what Teams takes', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(actionsOf(card).length).toBeLessThanOrEqual(6);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });

  test('has markdown in headings only, and no function of the card language', () => {
    for (const block of textBlocksOf(card)) expect(block['text']).not.toMatch(/(?<!\\)[*_[\]`~<>]/);
    for (const node of nodesOf(card)) expect(String(node['text'] ?? node['title'])).not.toContain('{{');
  });
});

test('a button that offers an academy is read back as that academy', () => {
  for (const action of actionsOf(renderChoice(many('Academy '), 'status')))
    expect(PromptAnswer.safeParse(action['data']).success).toBe(true);
});

test('more academies than a card can hold are counted before they are listed', () => {
  const lines = linesOf(renderOverview(found('x', 60), options));
  expect(lines).toContain('Waiting for the head teacher’s sign-off: 60');
  expect(lines).toContain('60 changes of category under way');
  expect(lines).toContain('and 52 more in Assured');
  expect(lines[1]).toMatch(/^Category: ◐ 20 0 x · ◐ 20 1 x · ◐ 20 2 x$/);
});

test('the commands fit into the manifest', () => {
  expect(commands.length).toBeLessThanOrEqual(12);
  for (const { title, description } of commands) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});
