import type { FrameLocator, Locator } from 'playwright-core';
import type { Part } from '../../local/sample/cast';
import { birch, elm } from '../e2e/support/everyPage';
import { periodPath } from '../e2e/support/prepared';
import type { Place, Seat } from '../e2e/support/teams';
import type { Prepared } from './prepare';

/** Somebody sits down at a window of the picture's own size and theme. */
export type SitDown = (part: Part, place?: Place) => Promise<Seat>;

export interface Picture<Facts> {
  /** Below `docs/images`, without its ending. Light, unless it ends in `-dark`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Brings about what is to be seen, and answers who sees it. */
  readonly show: (sitDown: SitDown, facts: Facts) => Promise<Seat>;
}

const wide = { width: 1440, height: 900 } as const;
const guide = { width: 1180, height: 760 } as const;

const frame = (seat: Seat, testId: string): FrameLocator => seat.page.frameLocator(`[data-testid=${testId}]`);

/** At the end of the card, where its buttons are; a card that fits is seen whole. */
const showCard = async (card: Locator, button: string): Promise<void> => {
  await card.waitFor({ timeout: 60_000 });
  await card.scrollIntoViewIfNeeded();
  await card.getByRole('button', { name: button, exact: true }).scrollIntoViewIfNeeded();
};

/** Taken before a term is open. */
export const before: readonly Picture<undefined>[] = [
  {
    name: 'guide/people',
    ...guide,
    show: async (sitDown) => {
      const ada = await sitDown('administrator', { chat: false, subPageId: 'administration/people' });
      await ada.tab.getByRole('link', { name: 'Hazel Head' }).waitFor();
      return ada;
    },
  },
  {
    name: 'guide/open-a-period',
    ...guide,
    show: async (sitDown) => {
      const ada = await sitDown('administrator', { chat: false, subPageId: 'administration/opening' });
      await ada.tab.getByRole('button', { name: 'None', exact: true }).click();
      await ada.tab.getByRole('checkbox', { name: 'Alder Academy' }).check();
      await ada.tab.getByRole('button', { name: 'Open 1 review', exact: true }).waitFor();
      return ada;
    },
  },
];

/** Taken once the term is open and its first reviews are judged. */
export const after: readonly Picture<Prepared>[] = [
  {
    name: 'guide/judge',
    ...guide,
    height: 860,
    show: async (sitDown, { open }) => {
      const subPageId = `reviews/${periodPath(open)}/${birch}/semh`;
      const director = await sitDown('director', { chat: false, subPageId });
      await director.tab.getByRole('button', { name: 'Send for sign-off' }).waitFor();
      await director.tab.getByRole('textbox', { name: 'Rationale' }).click();
      await director.tab.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
      return director;
    },
  },
  {
    name: 'guide/sign-off',
    width: 1000,
    height: 760,
    show: async (sitDown) => {
      const head = await sitDown('alderHead');
      await head.tab.getByText('Sign off the review of Alder Academy').waitFor();
      await showCard(head.card(/^Please sign off the .* review of Alder Academy/), 'Sign off');
      return head;
    },
  },
  {
    name: 'guide/meeting',
    width: 1280,
    height: 820,
    show: async (sitDown) => {
      const chair = await sitDown('chair', { view: 'meeting' });
      const panel = frame(chair, 'side-panel-frame');
      await panel.getByRole('heading', { name: 'Alder Academy' }).waitFor();
      await panel.getByRole('button', { name: 'Download' }).waitFor();
      return chair;
    },
  },
  {
    name: 'matrix-light',
    // Room for every academy of the sample with its category, and for the detail beside them.
    width: 1800,
    height: 1000,
    show: async (sitDown, { settled }) => {
      const chair = await sitDown('chair', { chat: false, subPageId: `matrix/${periodPath(settled)}` });
      await chair.tab.getByRole('button', { name: /^Rowan Academy, Attendance: / }).click();
      await chair.tab.getByText('What this level means').waitFor();
      return chair;
    },
  },
  {
    name: 'stage-dark',
    ...wide,
    show: async (sitDown) => {
      const director = await sitDown('director', { view: 'meeting' });
      await frame(director, 'side-panel-frame').getByRole('button', { name: 'Share to stage' }).click();
      await frame(director, 'stage-frame')
        .getByText(/^Shown alike/)
        .waitFor();
      return director;
    },
  },
  {
    name: 'approve-card-dark',
    ...wide,
    show: async (sitDown, { change }) => {
      const ceo = await sitDown('ceo', { subPageId: `categories/${change}` });
      await ceo.tab.getByRole('heading', { level: 1, name: /Birch Academy/ }).waitFor();
      await showCard(ceo.card('Please decide on a change of category for Birch Academy'), 'Approve');
      return ceo;
    },
  },
  {
    name: 'two-versions-light',
    ...wide,
    show: async (sitDown, { open }) => {
      const subPageId = `reviews/${periodPath(open)}/${elm}/safeguarding`;
      const director = await sitDown('director', { chat: false, subPageId });
      const ceo = await sitDown('ceo', { chat: false, subPageId });
      const writes = async (seat: Seat, level: string, words: string): Promise<void> => {
        const rationale = seat.tab.getByRole('textbox', { name: 'Rationale' });
        await seat.tab.getByRole('radio', { name: level, exact: true }).check();
        await rationale.fill(words);
        await rationale.blur();
      };
      await ceo.tab.getByRole('textbox', { name: 'Rationale' }).waitFor();
      await writes(director, 'Actions in place', 'The single central record was completed on Monday.');
      await director.tab.getByText(/Saved \d\d:\d\d/).waitFor();
      await writes(ceo, 'Assured', 'I have seen the single central record myself.');
      await director.leave();
      const both = ceo.tab.getByRole('alert', { name: 'Judged by somebody else meanwhile' });
      await both.scrollIntoViewIfNeeded();
      return ceo;
    },
  },
];

export const everyPicture = [...before, ...after];
