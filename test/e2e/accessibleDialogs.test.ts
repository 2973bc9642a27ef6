import type { Frame } from 'playwright-core';
import { covering, focusIn, frameOf, moving, scrolling, settled, tooWide, violationsIn } from './support/accessible';
import { accessibleProduct } from './support/accessibleProduct';
import { atWidth, inEveryTheme, only } from './support/barriers';
import { dialogs, type DialogOf } from './support/everyDialog';
import { pages } from './support/everyPage';
import { until } from './support/teams';

/** No barrier in what opens over a page, in a meeting's panel and on its stage, and while a page is on its way. */

const { sitDown, seatOf, opened, factsOf } = accessibleProduct(6870);

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
      const dialog = of(factsOf());
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
    await seat.go({ chat: false, subPageId: pages['matrix/{year}/{period}']?.(factsOf()).subPageId ?? '' });
    const frame = await frameOf(seat);
    await frame.getByText('Loading the matrix').first().waitFor({ state: 'attached' });
    const found = await moving(frame);
    held.forEach((release) => release());
    await settled(frame);
    await seat.page.unroute(/\/api\/(matrix|work)/);
    expect(found).toEqual([]);
  }, 60_000);
});
