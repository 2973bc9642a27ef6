import type { Frame } from 'playwright-core';
import { focusIn, frameOf, settled } from './support/accessible';
import { birch, elm } from './support/everyPage';
import * as prepared from './support/prepared';
import { productFor } from './support/product';
import { story } from './support/story';
import type { Seat } from './support/teams';
import { teamsOf } from './support/teamsApi';

/** The stories by keyboard alone: Tab, arrows, Enter, Space and Escape, and never a pointer. */

const step = story();
const { running, sitDown } = productFor(6840);
let period: string;
let settledPeriod: string;
let approving: string;

beforeAll(async () => {
  const teams = teamsOf(running().system);
  const { meetingPeriod } = await prepared.sessionOf(teams, 'director');
  if (!meetingPeriod) throw new Error('The sample has nothing settled.');
  settledPeriod = prepared.periodPath(meetingPeriod);
  const present = await prepared.openPeriod(teams);
  period = prepared.periodPath(present);
  await prepared.judgeAll(teams, present, birch);
  await prepared.sendReview(teams, present, birch);
  approving = await prepared.propose(teams, elm, 'sustain');
  await prepared.agreeTo(teams, 'elmHead', approving);
}, 300_000);

interface Focused {
  readonly role: string;
  readonly name: string;
}

/** What has the focus, as a reader hears it: from the browser's own accessibility tree. */
const heard = async (frame: Frame): Promise<Focused> =>
  frame.evaluate<Focused>(`(() => {
    const at = document.activeElement ?? document.body;
    const labelled = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
    const name = at.getAttribute('aria-label') ?? (labelled || at.labels?.[0]?.textContent || at.textContent);
    return { role: at.getAttribute('role') ?? at.localName, name: name.replace(/\\s+/g, ' ').trim() };
  })()`);

/** Presses Tab until what is looked for has the focus; the focus is never lost on the way. */
const tabTo = async (seat: Seat, frame: Frame, what: RegExp, most = 120): Promise<Focused> => {
  const passed: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    const at = await heard(frame);
    if (what.test(at.name) && at.role !== 'body') return at;
    passed.push(`${at.role} ${at.name.slice(0, 40)}`);
    await seat.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(what)}, but: ${[...new Set(passed)].join(' | ')}`);
};

/** At a page of the tab, with the focus on its first part, as after clicking into Teams. */
const at = async (seat: Seat, subPageId: string): Promise<Frame> => {
  await seat.go({ chat: false, subPageId });
  const frame = await frameOf(seat);
  await settled(frame);
  await frame.evaluate('window.focus()');
  return frame;
};

const act = async (seat: Seat, frame: Frame, key: string): Promise<void> => {
  await seat.page.keyboard.press(key);
  await settled(frame);
  expect(await focusIn(frame)).not.toBe('nowhere');
};

step(
  'a director judges an area and it is saved',
  async () => {
    const seat = await sitDown('director', { chat: false });
    const frame = await at(seat, `reviews/${period}/100001/safeguarding`);
    await tabTo(seat, frame, /^\W*(Assured|Actions in place|Intervention required)$/);
    await seat.page.keyboard.press('Space');
    for (let presses = 0; presses < 4; presses += 1) {
      if (await frame.getByRole('radio', { name: 'Actions in place', exact: true }).isChecked()) break;
      await seat.page.keyboard.press('ArrowDown');
    }
    expect(await frame.getByRole('radio', { name: 'Actions in place', exact: true }).isChecked()).toBe(true);
    await tabTo(seat, frame, /^Rationale/);
    await seat.page.keyboard.type('The single central record was checked in October.');
    await tabTo(seat, frame, /^Save/);
    await seat.page.keyboard.press('Enter');
    await frame
      .getByText(/Saved \d\d:\d\d/)
      .first()
      .waitFor();
    expect(await focusIn(frame)).not.toBe('nowhere');
    await seat.leave();
  },
  180_000,
);

step(
  'a head teacher reads the review and signs it off',
  async () => {
    const seat = await sitDown('birchHead', { chat: false });
    const frame = await at(seat, `reviews/${period}/${birch}`);
    await tabTo(seat, frame, /^Sign off$/);
    await act(seat, frame, 'Enter');
    const dialog = frame.getByRole('dialog');
    await dialog.waitFor();
    await act(seat, frame, 'Escape');
    expect((await heard(frame)).name).toBe('Sign off');
    await act(seat, frame, 'Enter');
    await dialog.waitFor();
    await seat.page.keyboard.press('Tab');
    await tabTo(seat, frame, /^Sign off$/);
    await seat.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await settled(frame);
    expect((await heard(frame)).name).toContain('Signed off');
    await seat.leave();
  },
  180_000,
);

step(
  'the CEO approves a change',
  async () => {
    const seat = await sitDown('ceo', { chat: false });
    const frame = await at(seat, 'work');
    await tabTo(seat, frame, /Elm Academy/);
    await act(seat, frame, 'Enter');
    expect((await heard(frame)).role).toBe('h1');
    await tabTo(seat, frame, /^Approve$/);
    await act(seat, frame, 'Enter');
    await frame.getByRole('dialog').waitFor();
    await seat.page.keyboard.press('Tab');
    await tabTo(seat, frame, /^Approve$/);
    await seat.page.keyboard.press('Enter');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await settled(frame);
    expect((await heard(frame)).name).toMatch(/approved/i);
    await seat.leave();
  },
  180_000,
);

step(
  'a board member reads a judgement of the matrix with the arrow keys, and returns to its cell',
  async () => {
    const seat = await sitDown('chair', { chat: false });
    const frame = await at(seat, `matrix/${settledPeriod}`);
    const grid = frame.getByRole('grid');
    await grid.waitFor();
    await tabTo(seat, frame, /^Alder Academy, .+: .+/);
    const first = await heard(frame);
    await seat.page.keyboard.press('ArrowDown');
    await seat.page.keyboard.press('ArrowRight');
    const second = await heard(frame);
    expect(second.name).toMatch(/^Birch Academy, .+: (Assured|Actions in place|Intervention required)/);
    expect(second.name).not.toBe(first.name);
    // What a reader adds by itself: the row's and the column's heading, which the cell's own place ties it to.
    const headings = await frame.evaluate<{ row: string; column: string; grid: boolean }>(`(() => {
      const cell = document.activeElement.closest('td, [role=gridcell]');
      const row = cell.parentElement.querySelector('th, [role=rowheader]');
      const table = cell.closest('[role=grid]');
      const heads = [...table.querySelectorAll('thead th, [role=columnheader]')];
      const middle = cell.getBoundingClientRect();
      const above = heads.filter((head) => {
        const box = head.getBoundingClientRect();
        return box.left <= middle.left + 2 && box.right >= middle.right - 2;
      });
      return { row: row.textContent, column: above.map(({ textContent }) => textContent).join(' '), grid: table.getAttribute('aria-label') !== null };
    })()`);
    expect(headings.row).toContain('Birch Academy');
    expect(headings.column).toContain(second.name.split(', ')[1]?.split(':')[0]);
    expect(headings.grid).toBe(true);
    await seat.page.keyboard.press('Control+End');
    expect((await heard(frame)).name).toMatch(/^Rowan Academy/);
    await seat.page.keyboard.press('Control+Home');
    expect((await heard(frame)).name).toMatch(/^Alder Academy/);
    await seat.page.keyboard.press('ArrowDown');
    await seat.page.keyboard.press('ArrowRight');
    await seat.page.keyboard.press('ArrowRight');
    const read = await heard(frame);
    await act(seat, frame, 'Enter');
    await frame.getByRole('heading', { level: 2 }).first().waitFor();
    await act(seat, frame, 'Escape');
    expect((await heard(frame)).name).toBe(read.name);
    await seat.leave();
  },
  180_000,
);

step(
  'an administrator opens a part of administration and comes back',
  async () => {
    const seat = await sitDown('administrator', { chat: false });
    const frame = await at(seat, 'administration');
    await tabTo(seat, frame, /^Calendar$/);
    await act(seat, frame, 'Enter');
    expect(await heard(frame)).toMatchObject({ role: 'h1', name: 'Calendar' });
    await tabTo(seat, frame, /^People and roles$/);
    await act(seat, frame, 'Enter');
    expect(await heard(frame)).toMatchObject({ role: 'h1', name: 'People and roles' });
    await seat.leave();
  },
  120_000,
);
