import type { Seat } from './teams';

/** Judges the area that is open, and waits until it is saved. */
export const judge = async (seat: Seat, level: string, rationale = ''): Promise<void> => {
  await seat.tab.getByRole('radio', { name: level, exact: true }).check();
  if (rationale) await seat.tab.getByRole('textbox', { name: 'Rationale' }).fill(rationale);
  await seat.tab.getByRole('button', { name: 'Save', exact: true }).click();
  await seat.tab.getByText(/Saved \d\d:\d\d/).waitFor();
};

/** Goes from area to area by the page's own link until nothing is left to judge; `level` by the area's name. */
export const judgeTheRest = async (seat: Seat, level: (area: string) => string): Promise<number> => {
  await seat.tab.getByRole('navigation', { name: 'Areas' }).waitFor();
  for (let judged = 0; ; judged += 1) {
    const next = seat.tab.getByRole('link', { name: /^Next to judge:/ });
    if ((await next.count()) === 0) return judged;
    const name = ((await next.textContent()) ?? '').replace('Next to judge:', '').trim();
    await next.click();
    await seat.tab.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    await judge(seat, level(name));
  }
};

/** Opens the year's records for every academy that this person leads, and answers the address of Birch's. */
export const openYear = async (seat: Seat, record: string, records: number): Promise<string> => {
  await seat.tab.getByText(new RegExp(`^Open the 20\\d\\d/\\d\\d ${record}s$`)).click();
  await seat.tab.getByRole('button', { name: new RegExp(`^Open the .* ${record}s for all academies$`) }).click();
  await seat.tab
    .getByRole('dialog')
    .getByRole('button', { name: `Open ${records} ${record}s` })
    .click();
  await seat.tab.getByText(`opened for ${records} academies.`).first().waitFor();
  const href = await seat.tab.getByRole('link', { name: 'Birch Academy' }).getAttribute('href');
  return (href ?? '').slice(1);
};
