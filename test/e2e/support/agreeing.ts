import type { Locator } from 'playwright-core';
import type { Seat } from './teams';

/** Sends the record at this address to those who must agree it. */
export const sendForAgreement = async (seat: Seat, subPageId: string): Promise<void> => {
  await seat.go({ chat: false, subPageId });
  await seat.tab.getByRole('button', { name: 'Send for agreement' }).click();
  await seat.tab.getByRole('dialog').getByRole('button', { name: 'Send for agreement' }).click();
  await seat.tab.getByText('Sent for agreement.').first().waitFor();
};

/** Presses a button of the card that has these words, once the card has come. */
export const press = async (seat: Seat, words: string | RegExp, button: string): Promise<void> => {
  const card = seat.card(words);
  await card.waitFor({ timeout: 60_000 });
  await card.getByRole('button', { name: button, exact: true }).click();
};

/** The head teacher agrees to the change of Birch's category and the CEO approves it, each from a card: it is decided. */
export const agreeAndApprove = async (head: Seat, ceo: Seat): Promise<void> => {
  await press(head, 'Please discuss a change of category for Birch Academy', 'Agree');
  await press(ceo, 'Please decide on a change of category for Birch Academy', 'Approve');
  await ceo.says('The change of category for Birch Academy is decided');
};

/** Birch's row of the matrix, which this person opens from the navigation. */
export const birchOnMatrix = async ({ tab }: Seat): Promise<Locator> => {
  await tab.getByRole('navigation', { name: 'Assured' }).getByRole('link', { name: 'Matrix' }).click();
  const row = tab.getByRole('row', { name: /Birch Academy/ });
  await row.waitFor();
  return row;
};
