import type { FrameLocator } from 'playwright-core';
import { visitors } from '../../local/teams/visitors';
import { periodLabel } from '../../shared/domain/words';
import type { PeriodRef } from '../../shared/schema/views';
import * as prepared from './support/prepared';
import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';
import { teamsOf } from './support/teamsApi';

/** Story 3 in the Board's meeting: one landing for all, a stage that shows no more than everybody may see. */

const step = story();
const { running, sitDown } = productFor(6860);
let director: Seat;
let chair: Seat;
let settled: PeriodRef;
let open: PeriodRef;

const place = (seat: Seat, testId: string): FrameLocator => seat.page.frameLocator(`[data-testid=${testId}]`);
const panel = (seat: Seat): FrameLocator => place(seat, 'side-panel-frame');
const stage = (seat: Seat): FrameLocator => place(seat, 'stage-frame');

/** The words of a frame once they say something, without the minute in which they were read. */
const wordsOf = async (frame: FrameLocator, expected: RegExp): Promise<string> => {
  await frame.getByText(expected).first().waitFor();
  return (await frame.locator('main').innerText()).replace(/as at [^\n·]+/, '');
};

beforeAll(async () => {
  const teams = teamsOf(running().system);
  const { meetingPeriod } = await prepared.sessionOf(teams, 'chair');
  if (!meetingPeriod) throw new Error('The sample has nothing settled.');
  settled = meetingPeriod;
  open = await prepared.openPeriod(teams);
  await prepared.judgeAll(teams, open, '100002', 'attendance');
  director = await sitDown('director', { view: 'meeting' });
  chair = await sitDown('chair', { view: 'meeting' });
}, 300_000);

step(
  'everybody begins with the latest term that is settled; who sees more has a quiet way there',
  async () => {
    for (const seat of [director, chair])
      await panel(seat)
        .getByText(new RegExp(`^${periodLabel(settled)} ·`))
        .waitFor();
    await panel(director)
      .getByRole('link', { name: `${periodLabel(open)} so far` })
      .waitFor();
    await panel(chair).getByRole('button', { name: 'Share to stage' }).waitFor();
    expect(
      await panel(chair)
        .getByRole('link', { name: /so far$/ })
        .count(),
    ).toBe(0);
    await director.page.getByTestId('meeting-tab').click();
    await place(director, 'meeting-tab-frame')
      .getByText(new RegExp(`^${periodLabel(settled)} ·`))
      .waitFor();
    await director.page.getByTestId('meeting-call').click();
  },
  120_000,
);

step(
  'the panel is a list that can be read: how many areas need intervention, and an academy found by its name',
  async () => {
    const list = panel(chair).getByRole('list', { name: 'Academies' });
    expect(await list.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(500);
    expect(await list.getByRole('heading', { level: 2 }).allTextContents()).toHaveLength(6);
    await list
      .getByText(/^\d+ of \d+ areas needs? intervention$/)
      .first()
      .waitFor();
    await panel(chair).getByRole('searchbox', { name: 'Find an academy' }).fill('row');
    await panel(chair).getByText('1 of 6 academies called “row”').waitFor();
    expect(await list.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Rowan Academy']);
    await panel(chair).getByRole('searchbox', { name: 'Find an academy' }).fill('');
  },
  60_000,
);

step(
  'what the director shares is the same for the Board: settled levels, and nothing that leads anywhere',
  async () => {
    await panel(director).getByRole('button', { name: 'Share to stage' }).click();
    await panel(director).getByRole('button', { name: 'Stop sharing' }).waitFor();
    const shown = await Promise.all([director, chair].map((seat) => wordsOf(stage(seat), /^Shown alike/)));
    expect(shown[0]).toBe(shown[1]);
    expect(shown[0]).toContain('Rowan Academy');
    for (const role of ['link', 'button', 'navigation'] as const)
      expect(await stage(director).getByRole(role).count()).toBe(0);
    await director.picture('3-stage');
  },
  120_000,
);

step(
  'a draft that the director sees in the panel is on nobody’s stage',
  async () => {
    await panel(director)
      .getByRole('link', { name: `${periodLabel(open)} so far` })
      .click();
    await panel(director)
      .getByText(new RegExp(`^${periodLabel(open)} ·`))
      .waitFor();
    await panel(director).getByText(/^1$/).first().waitFor();
    await panel(director).getByRole('button', { name: 'Show this on the stage' }).click();
    const about = new RegExp(`^${periodLabel(open)} ·`);
    const shown = await Promise.all([director, chair].map((seat) => wordsOf(stage(seat), about)));
    expect(shown[0]).toBe(shown[1]);
    expect(
      await stage(director)
        .getByRole('img', { name: /Attendance: Not judged/ })
        .count(),
    ).toBe(6);
  },
  120_000,
);

step(
  'who may not see the matrix, or not all of it, has a clear word and their own',
  async () => {
    const governor = await sitDown('governor', { view: 'meeting' });
    await panel(governor)
      .getByText(/does not include the matrix of all academies/)
      .waitFor();
    await panel(governor).getByRole('link', { name: 'Birch Academy' }).waitFor();
    await stage(governor)
      .getByText(/more than your role includes/)
      .waitFor();
    await governor.leave();
    const finance = await sitDown('finance', { view: 'meeting' });
    await stage(finance)
      .getByText(/more than your role includes/)
      .waitFor();
    await panel(finance).getByRole('list', { name: 'Academies' }).waitFor();
    await finance.leave();
  },
  120_000,
);

step(
  'a guest, somebody of another organisation and somebody without an account are told plainly, and see nothing',
  async () => {
    const words = {
      guest: 'You are here as a guest',
      elsewhere: 'An account of another organisation',
      anonymous: 'Please sign in to Teams',
    };
    const seat = await sitDown('chair', { view: 'meeting' });
    for (const { id, visit } of visitors) {
      await seat.page.goto(`${running().system.origin}/__teams/?as=${id}`);
      for (const frame of [panel(seat), stage(seat)])
        await frame.getByRole('heading', { level: 1, name: words[visit] }).waitFor();
      expect(await stage(seat).locator('body').innerText()).not.toMatch(/Academy Risk|Rowan|Birch/);
      expect(await seat.page.getByRole('button', { name: 'Chat', exact: true }).count()).toBe(0);
    }
    await seat.leave();
  },
  120_000,
);

step(
  'a refusal of Teams is said in words, and the stage is given back',
  async () => {
    const address = '**/__teams/api/meeting/stage';
    await director.page.route(address, (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 500 }) : route.continue(),
    );
    await panel(director).getByRole('button', { name: 'Show this on the stage' }).click();
    await panel(director)
      .getByText(/Teams did not put the matrix on the stage/)
      .waitFor();
    await director.page.unroute(address);
    await panel(director).getByRole('button', { name: 'Stop sharing' }).click();
    await chair.page.getByTestId('stage-frame').waitFor({ state: 'detached' });
    await until('the panel offers to share anew', async () =>
      panel(director).getByRole('button', { name: 'Share to stage' }).isVisible(),
    );
  },
  60_000,
);

step(
  'nobody’s page had a fault',
  async () => {
    await director.leave();
    await chair.leave();
  },
  30_000,
);
