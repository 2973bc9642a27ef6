import type { Frame } from 'playwright-core';
import type { Part } from '../../local/sample/cast';
import { knownAs } from '../../local/sample/cast';
import { yearInPath } from '../../shared/domain/words';
import {
  covering,
  focusIn,
  frameOf,
  moving,
  settled,
  showIn,
  squeeze,
  scrolling,
  tooWide,
  violationsIn,
} from './support/accessible';
import { dialogs, type DialogOf } from './support/everyDialog';
import { alder, birch, cedar, elm, everyPlace, pages, type Facts } from './support/everyPage';
import * as prepared from './support/prepared';
import { productFor } from './support/product';
import { editInSharePoint } from './support/sharePoint';
import { storeNextVersion } from './support/storeVersion';
import { until, type Place, type Seat, type Theme } from './support/teams';
import { teamsOf } from './support/teamsApi';

/**
 * No barrier on any page, in any theme, at any width; and whoever works by keyboard or asked for less motion is served.
 * The list of pages is the tab's own: a new page without a row in `everyPage.ts` fails.
 */

const firstPort = 6850;
const { running, sitDown } = productFor(firstPort);
const themes: readonly Theme[] = ['light', 'dark', 'contrast'];
const seats = new Map<Part, Seat>();
let facts: Facts;

const seatOf = async (part: Part): Promise<Seat> => {
  const known = seats.get(part) ?? (await sitDown(part, { chat: false, width: 1280 }));
  seats.set(part, known);
  return known;
};

const opened = async (part: Part, place: Place): Promise<{ seat: Seat; frame: Frame }> => {
  const seat = await seatOf(part);
  await seat.page.setViewportSize({ width: 1280, height: 900 });
  await seat.go({ chat: false, theme: 'light', ...place });
  const frame = await frameOf(seat);
  await settled(frame);
  return { seat, frame };
};

/** A second version of the model, and an academy that somebody changed in SharePoint: both are read by address. */
const administered = async (): Promise<Pick<Facts, 'model' | 'handEdit'>> => {
  const { system } = running();
  const teams = teamsOf(system);
  await storeNextVersion(system, firstPort, 'combinedAssurance', (framework) => ({
    ...framework,
    name: 'Combined assurance, revised',
  }));
  const { currentYear, framework } = await prepared.sessionOf(teams, 'administrator');
  await editInSharePoint(system, firstPort, { list: 'Academies', key: '100006', fields: { Title: 'Rowan Primary' } });
  await until('the hand edit is seen', async () => (await prepared.administrationOf(teams)).handEdits.length > 0);
  const [edit] = (await prepared.administrationOf(teams)).handEdits;
  if (!edit) throw new Error('Nobody sees the hand edit.');
  return {
    model: { year: yearInPath(currentYear), code: framework.code, version: framework.version + 1 },
    handEdit: { list: edit.list, item: edit.item },
  };
};

beforeAll(async () => {
  const teams = teamsOf(running().system);
  const settledPeriod = (await prepared.sessionOf(teams, 'director')).meetingPeriod;
  if (!settledPeriod) throw new Error('The sample has nothing settled.');
  const period = await prepared.openPeriod(teams);
  await prepared.judgeAll(teams, period, alder, 'attendance');
  await prepared.judgeAll(teams, period, birch);
  await prepared.sendReview(teams, period, birch);
  await prepared.judgeAll(teams, period, cedar);
  const change = await prepared.propose(teams, birch, 'improve');
  const approving = await prepared.propose(teams, elm, 'sustain');
  await prepared.agreeTo(teams, 'elmHead', approving);
  const person = knownAs('governor').id;
  facts = { period, settled: settledPeriod, change, approving, person, ...(await administered()) };
}, 300_000);

afterAll(async () => {
  for (const seat of seats.values()) await seat.leave();
}, 60_000);

/** What stands in somebody's way on a page, by where it was found; nothing where all is well. */
type Barriers = Record<string, readonly string[]>;

const inEveryTheme = async (seat: Seat, frame: Frame): Promise<Barriers> => {
  const found: Barriers = {};
  for (const theme of themes) {
    await showIn(seat, frame, theme);
    found[theme] = await violationsIn(frame, theme === 'light' ? 'everything' : 'colours');
  }
  await showIn(seat, frame, 'light');
  return found;
};

const atWidth = async (seat: Seat, frame: Frame, width: number): Promise<Barriers> => {
  await squeeze(seat, frame, width);
  return {
    [`beyond ${width} px`]: await tooWide(frame),
    ...(width === 320 ? { 'at 320 px': await violationsIn(frame) } : {}),
  };
};

/** Leaves the page for another and comes back by the browser's way: the focus must be somewhere on it then. */
const comingBack = async (frame: Frame): Promise<Barriers> => {
  const here = await frame.evaluate<string>('location.pathname');
  const goTo = async (path: string): Promise<void> => {
    await frame.evaluate(
      `history.pushState({ depth: 1 }, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await settled(frame);
  };
  await goTo(here === '/work' ? '/categories' : '/work');
  await goTo(here);
  return { focus: [await focusIn(frame)].filter((where) => where === 'nowhere') };
};

const only = (found: Barriers): Barriers =>
  Object.fromEntries(Object.entries(found).filter(([, barriers]) => barriers.length > 0));

describe('every page', () => {
  it('is looked at', () => expect(Object.keys(pages).sort()).toEqual([...everyPlace].sort()));

  test.each(everyPlace)(
    '%s',
    async (place) => {
      const page = pages[place]?.(facts);
      if (!page) throw new Error(`Nobody looks at ${place}.`);
      const { seat, frame } = await opened(page.part, { subPageId: page.subPageId });
      expect(await frame.locator('h1').innerText()).not.toBe('There is nothing here');
      const found = {
        ...(await inEveryTheme(seat, frame)),
        motion: await moving(frame),
        ...(await comingBack(frame)),
        ...(await atWidth(seat, frame, 320)),
        ...(await atWidth(seat, frame, 280)),
      };
      expect(only(found)).toEqual({});
    },
    120_000,
  );
});

const pressed = async (frame: Frame, { opener, opens }: DialogOf): Promise<void> => {
  const button = frame.getByRole('button', { name: opener }).first();
  await button.waitFor();
  await button.focus();
  await frame.page().keyboard.press('Enter');
  await frame.getByRole(opens).first().waitFor();
  await settled(frame);
};

describe('whatever opens over a page', () => {
  test.each(dialogs)(
    '%s',
    async (_, of) => {
      const dialog = of(facts);
      const { seat, frame } = await opened(dialog.part, { subPageId: dialog.subPageId });
      await pressed(frame, dialog);
      const inside = await frame.evaluate<boolean>(`document.activeElement.closest('[role=${dialog.opens}]') !== null`);
      const found = {
        'focus inside': inside ? [] : [await focusIn(frame)],
        ...(await inEveryTheme(seat, frame)),
        motion: await moving(frame),
        'covered by': await covering(frame, dialog.opens),
        ...(await atWidth(seat, frame, 320)),
        'covered at 320 px by': await covering(frame, dialog.opens),
      };
      await frame.locator(':focus').press('Escape');
      await frame.getByRole(dialog.opens).first().waitFor({ state: 'detached' });
      expect(only(found)).toEqual({});
      await until('the focus is back', async () =>
        dialog.opener.test(await frame.evaluate<string>('document.activeElement.textContent')),
      );
    },
    120_000,
  );
});

describe('in a meeting', () => {
  test('the panel and the stage', async () => {
    const seat = await sitDown('chair', { view: 'meeting', theme: 'light', width: 1280 });
    const panel = await frameOf(seat, 'side-panel-frame');
    await settled(panel);
    expect(await panel.evaluate('innerWidth')).toBe(280);
    const found: Record<string, readonly string[]> = { panel: await violationsIn(panel), wide: await tooWide(panel) };
    const closed = panel.getByRole('button', { name: /^Show all \d+ areas/ });
    // Each is called otherwise once it is open.
    while ((await closed.count()) > 0) await closed.first().click();
    found['panel with every area'] = [...(await violationsIn(panel)), ...(await tooWide(panel))];
    await panel.getByRole('button', { name: 'Share to stage' }).click();
    await seat.page.getByTestId('stage-frame').waitFor();
    const stage = await frameOf(seat, 'stage-frame');
    await settled(stage);
    found['stage'] = await violationsIn(stage);
    found['stage scrolls'] = await scrolling(stage);
    // As small as Teams makes it beside a panel on a laptop: still seen whole.
    await seat.page.setViewportSize({ width: 1280, height: 715 });
    await settled(stage);
    found['small stage scrolls'] = await scrolling(stage);
    await seat.page.goto(seat.page.url().replace('theme=light', 'theme=contrast'));
    for (const name of ['side-panel-frame', 'stage-frame']) {
      await seat.page.getByTestId(name).waitFor();
      const frame = await frameOf(seat, name);
      await settled(frame);
      found[`${name} in contrast`] = await violationsIn(frame);
    }
    await seat.page.getByTestId('meeting-stop-sharing').click();
    await seat.leave();
    expect(only(found)).toEqual({});
  }, 120_000);
});

describe('somebody who asked for less motion', () => {
  test('sees nothing move while a page is on its way', async () => {
    const seat = await seatOf('director');
    const held: (() => void)[] = [];
    await seat.page.route(/\/api\/(matrix|work)/, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await seat.go({ chat: false, subPageId: pages['matrix/{year}/{period}']?.(facts).subPageId ?? '' });
    const frame = await frameOf(seat);
    await frame.getByText('Loading the matrix').first().waitFor({ state: 'attached' });
    const found = await moving(frame);
    held.forEach((release) => release());
    await settled(frame);
    await seat.page.unroute(/\/api\/(matrix|work)/);
    expect(found).toEqual([]);
  }, 60_000);
});
