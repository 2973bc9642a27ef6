import { productFor } from './support/product';
import { story } from './support/story';
import type { Seat } from './support/teams';

/** A review is shared in a chat of several people, and each of them sees what they may, with nothing stubbed. */

const step = story();
const { sitDown } = productFor(6730);
let director: Seat;

beforeAll(async () => {
  director = await sitDown('director', { view: 'group' });
}, 240_000);

/** Everything that the bot sends to this person's client about cards, as text. */
const answersTo = (seat: Seat): string[] => {
  const answers: string[] = [];
  seat.page.on('response', (response) => {
    if (/\/group\/[^/]+\/invokes$/.test(response.url())) void response.text().then((text) => answers.push(text));
  });
  return answers;
};

step(
  'the director finds Alder’s latest review and puts it into the chat',
  async () => {
    await director.page.getByRole('button', { name: 'Assured', exact: true, expanded: false }).click();
    const results = director.page.getByRole('list', { name: 'Results from Assured' });
    await results.getByRole('button').first().waitFor();
    await director.page.getByRole('searchbox', { name: 'Search Assured' }).fill('review aldre');
    await results.getByRole('button', { name: /review of Alder Academy/ }).click();
    await director.says('Alder Academy');
    await director.picture('sharing-director');
  },
  120_000,
);

step(
  'Alder’s head teacher sees their own view of it, with nothing to decide',
  async () => {
    const head = await sitDown('alderHead', { view: 'group' });
    await head.says('Alder Academy');
    expect(await head.cards.getByRole('button', { name: /Sign off|Query/ }).count()).toBe(0);
    await head.picture('sharing-head');
    await head.leave();
  },
  60_000,
);

step(
  'Birch’s head teacher sees neither its name nor a level, nor does their client get any',
  async () => {
    const other = await sitDown('birchHead', { view: 'group', width: 400, height: 800 });
    const answers = answersTo(other);
    await other.go({ view: 'group' });
    await other.says('This is not yours to see');
    const chat = await other.page.getByTestId('group-chat').innerText();
    expect(chat).not.toMatch(/Alder|Actions in place|Intervention required|Signed off/);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.join()).not.toMatch(/Alder|100001|Actions in place|Intervention/);
    await other.picture('sharing-other-head');
    await other.leave();
  },
  60_000,
);

step(
  'whoever asks Assured there is answered with one line for all, which leads to their own chat with it',
  async () => {
    await director.go({ view: 'group' });
    const { page } = director;
    await page.getByRole('textbox', { name: /^Message to/ }).fill('@Assured review of Alder');
    await page.keyboard.press('Enter');
    const chat = page.getByTestId('group-chat');
    await chat.getByText('I answer in your own chat with me').waitFor();
    await director.picture('sharing-mentioned');
    await chat.getByText('Open your chat with Assured').click();
    await page.getByTestId('chat').getByText('Hello').first().waitFor();
    expect(await page.getByTestId('group-chat').count()).toBe(0);
  },
  60_000,
);
