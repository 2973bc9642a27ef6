import { productFor } from './support/product';
import { story } from './support/story';
import { until, type Seat } from './support/teams';

/** A review is saved as it is typed, and nothing typed is lost, whatever becomes of connection, page or colleagues. */

const step = story();
const { sitDown } = productFor(6820);
const birch = 'reviews/2026-27/autumn/100002';
/** The sample trust's current year follows the calendar, so the page's own words give the term. */
let page = birch;
let director: Seat;
let ceo: Seat;

const storeAway = {
  type: 'urn:assured:problem:store.unavailable',
  title: 'Please try again shortly',
  status: 503,
  detail: 'The trust’s records cannot be reached at the moment. Please try again shortly.',
  code: 'store.unavailable',
  correlationId: 'reference-503',
};

const rationale = (seat: Seat) => seat.tab.getByRole('textbox', { name: 'Rationale' });
const saved = (seat: Seat) => seat.tab.getByText(/Saved \d\d:\d\d/);
const choose = (seat: Seat, level: string) => seat.tab.getByRole('radio', { name: level, exact: true }).check();
const openArea = async (seat: Seat, area: string): Promise<void> => {
  await seat.go({ chat: false, subPageId: `${page}/${area}` });
  await rationale(seat).waitFor();
};
/** What the history of the review says about an area, as its page shows it. */
const entries = async (seat: Seat, words: RegExp): Promise<number> => {
  const history = seat.tab.getByRole('button', { name: 'History' });
  if ((await history.getAttribute('aria-expanded')) !== 'true') await history.click();
  return seat.tab.getByText(words).count();
};

beforeAll(async () => {
  director = await sitDown('director', { chat: false });
}, 240_000);

step(
  'what is typed is saved by itself, and several wordings are one entry of the history',
  async () => {
    await director.tab.getByText('Open the autumn term reviews').click();
    await director.tab.getByRole('button', { name: 'Open the autumn term for all academies' }).click();
    await director.tab.getByRole('dialog').getByRole('button', { name: 'Open 6 reviews' }).click();
    const link = director.tab.getByRole('link', { name: 'Birch Academy' }).first();
    await director.tab.getByText('Reviews opened for 6 academies.').first().waitFor();
    page = ((await link.getAttribute('href')) ?? `/${birch}`).slice(1);
    await openArea(director, 'safeguarding');
    await choose(director, 'Intervention required');
    await director.tab.getByText(/Level chosen, a reason is still needed/).waitFor();
    await rationale(director).fill('The single central record has gaps.');
    await saved(director).waitFor();
    for (const words of ['One.', 'One. Two.', 'One. Two. Three.']) {
      await rationale(director).fill(`The single central record has gaps. ${words}`);
      await director.tab.getByText(/Not saved yet/).waitFor();
      await rationale(director).blur();
      await saved(director).waitFor();
    }
    expect(await entries(director, /judged Safeguarding: Intervention required/)).toBe(1);
  },
  180_000,
);

step(
  'the connection is cut while somebody types, the page is loaded anew, and it is saved once the connection is back',
  async () => {
    const network = director.page.context();
    await openArea(director, 'behaviour');
    await choose(director, 'Assured');
    await saved(director).waitFor();
    await network.setOffline(true);
    await rationale(director).pressSequentially('No exclusion since September; ');
    await director.tab.getByText('You are offline: kept on this device, will be saved when you are back.').waitFor();
    await director.picture('6-offline');
    // The closed laptop: the page is gone and so is the network; only the device has the words.
    await network.setOffline(false);
    await director.page.route('**/api/reviews/**', (route) => route.abort());
    await rationale(director).pressSequentially('the mentors begin in January.');
    await director.page.goto('about:blank');
    await director.page.unroute('**/api/reviews/**');
    await director.go({ chat: false, subPageId: 'work' });
    const unsavedHere = director.tab.getByRole('list', { name: 'Reviews with text not yet saved' });
    await unsavedHere.getByRole('link', { name: /^Birch Academy, / }).waitFor();
    await openArea(director, 'safeguarding');
    await until('the other area is saved without being opened', async () => {
      const unsaved = director.tab.getByRole('navigation', { name: 'Areas' }).getByText('not saved');
      return (await unsaved.count()) === 0;
    });
    await openArea(director, 'behaviour');
    expect(await rationale(director).inputValue()).toBe('No exclusion since September; the mentors begin in January.');
    ceo = await sitDown('ceo', { chat: false, subPageId: `${page}/behaviour` });
    await rationale(ceo).waitFor();
    expect(await rationale(ceo).inputValue()).toContain('the mentors begin in January.');
    await director.go({ chat: false, subPageId: 'work' });
    await director.tab.getByRole('heading', { name: 'My work' }).waitFor();
    await director.tab.getByText('Loading your work').waitFor({ state: 'detached' });
    expect(await unsavedHere.count()).toBe(0);
  },
  180_000,
);

step(
  'a busy server is waited for as long as it asks, and says its number; then it is saved by itself',
  async () => {
    await openArea(director, 'attendance');
    let refusals = 0;
    await director.page.route('**/areas/attendance/judgement', async (route) => {
      if (route.request().method() !== 'PUT' || refusals > 0) return route.fallback();
      refusals += 1;
      return route.fulfill({
        status: 503,
        headers: { 'retry-after': '5', 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' },
        contentType: 'application/problem+json',
        body: JSON.stringify(storeAway),
      });
    });
    await choose(director, 'Actions in place');
    await rationale(director).fill('Letters go out each Friday.');
    await rationale(director).blur();
    await director.tab.getByText('It can be tried again in 5 seconds.').waitFor();
    await director.tab.getByText('reference-503').waitFor();
    expect(await saved(director).count()).toBe(0);
    await director.picture('6-busy');
    await saved(director).waitFor();
    expect(refusals).toBe(1);
  },
  120_000,
);

step(
  'a sign-in that has run out is said, what was typed meanwhile is kept, and one press saves it',
  async () => {
    await openArea(director, 'attendance');
    await director.page.route('**/__teams/api/people/*/token', (route) => route.fulfill({ status: 403, body: '' }));
    await rationale(director).fill('Letters go out each Friday, and tutors call.');
    await rationale(director).blur();
    await director.tab.getByText('Teams did not confirm who you are.').waitFor();
    expect(await rationale(director).inputValue()).toBe('Letters go out each Friday, and tutors call.');
    expect(await saved(director).count()).toBe(0);
    await director.picture('6-signed-out');
    await director.page.unroute('**/__teams/api/people/*/token');
    await director.tab.getByRole('button', { name: 'Sign in again' }).click();
    await saved(director).waitFor();
    await openArea(director, 'attendance');
    expect(await rationale(director).inputValue()).toBe('Letters go out each Friday, and tutors call.');
  },
  120_000,
);

step(
  'two people on different areas at once: both are saved',
  async () => {
    await openArea(director, 'suspensions');
    await openArea(ceo, 'vacancies');
    await Promise.all([choose(director, 'Assured'), choose(ceo, 'Assured')]);
    await Promise.all([saved(director).waitFor(), saved(ceo).waitFor()]);
    await openArea(ceo, 'suspensions');
    expect(await ceo.tab.getByRole('radio', { name: 'Assured', exact: true }).isChecked()).toBe(true);
  },
  120_000,
);

step(
  'two people on one area: the second sees both versions side by side, and nothing is overwritten',
  async () => {
    await openArea(director, 'safeguarding');
    await openArea(ceo, 'safeguarding');
    await rationale(director).fill('The record was completed on Monday.');
    await rationale(director).blur();
    await saved(director).waitFor();
    await rationale(ceo).fill('I have seen the record myself.');
    await rationale(ceo).blur();
    const both = ceo.tab.getByRole('alert', { name: 'Judged by somebody else meanwhile' });
    await both.waitFor();
    const words = (await both.textContent()) ?? '';
    expect(words).toContain('The record was completed on Monday.');
    expect(words).toContain('I have seen the record myself.');
    expect(words).toContain('Dale Director');
    await ceo.picture('6-two-versions');
    await both.getByRole('button', { name: 'Put both into the form' }).click();
    const text = 'The record was completed on Monday.\n\nI have seen the record myself.';
    expect(await rationale(ceo).inputValue()).toBe(text);
    await ceo.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await saved(ceo).waitFor();
    await until('the director’s form follows', async () => (await rationale(director).inputValue()) === text);
  },
  180_000,
);

step(
  'a page that cannot begin says so, and begins by itself once the server is back',
  async () => {
    let away = true;
    await director.page.route('**/api/session', async (route) => {
      if (route.request().method() !== 'GET' || !away) return route.fallback();
      return route.fulfill({
        status: 503,
        headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' },
        contentType: 'application/problem+json',
        body: JSON.stringify(storeAway),
      });
    });
    await director.go({ chat: false, subPageId: page });
    await director.tab.getByRole('alert').getByText('This page tries again by itself while it is open.').waitFor();
    await director.tab.getByRole('button', { name: 'Try again' }).waitFor();
    away = false;
    await director.tab
      .getByRole('heading', { name: /Birch Academy/ })
      .first()
      .waitFor();
  },
  120_000,
);

step(
  'nobody’s page had a fault',
  async () => {
    await ceo.leave();
    await director.leave();
  },
  30_000,
);
