import { randomUUID } from 'node:crypto';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import { ReviewView } from '../../shared/schema/reviewViews';
import { Session } from '../../shared/schema/views';
import { sitDownInPlayground, type PlaygroundSeat } from './support/playground';
import { productFor } from './support/product';
import { story } from './support/story';
import { until } from './support/teams';
import { teamsOf, type Teams } from './support/teamsApi';

/** The second client: the real Microsoft 365 Agents Playground completes the sign-off and the approval. */

const step = story();
const { running } = productFor(6800);
const playgrounds = { head: 6806, ceo: 6807 };
let teams: Teams;
let head: PlaygroundSeat;
let ceo: PlaygroundSeat;
let review: string;
let today: string;

const openPlayground = async (seat: keyof typeof playgrounds): Promise<PlaygroundSeat> => {
  const { system, browser } = running();
  await system.order({ do: 'playground', seat, port: playgrounds[seat] });
  return sitDownInPlayground(browser, `http://localhost:${playgrounds[seat]}`);
};

beforeAll(async () => {
  teams = teamsOf(running().system);
  head = await openPlayground('head');
  ceo = await openPlayground('ceo');
}, 240_000);

const call = async (method: string, path: string, body: object = {}): Promise<unknown> => {
  const answer = await teams.call(
    'director',
    method,
    path,
    method === 'GET' ? undefined : { commandId: randomUUID(), ...body },
  );
  if (answer.status >= 300)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const readReview = async (): Promise<ReviewView> => ReviewView.parse(await call('GET', review));

step(
  'the Playground’s page tells the bot of the installation, and the bot greets and understands a message',
  async () => {
    await head.says('Hello Hazel Head, this is Assured');
    await head.say('help');
    await head.says('This is what Assured does for you');
    await ceo.says('Hello Cleo Chief, this is Assured');
  },
  60_000,
);

step(
  'the director sends a review for sign-off, and its card arrives in the head teacher’s Playground',
  async () => {
    const session = Session.parse(await call('GET', 'session'));
    today = session.today;
    const term = `${session.currentYear.replace('/', '-')}/autumn`;
    review = `reviews/${term}/100001`;
    await call('POST', `reviews/${term}/open`);
    for (const { area, applicable } of (await readReview()).areas)
      if (applicable)
        await call('PUT', `${review}/areas/${area}/judgement`, { level: 'assured', rationale: '', basedOn: null });
    await call('POST', `${review}/send`);
    const card = head.card('Please sign off the autumn term review of Alder Academy');
    await card.waitFor({ timeout: 60_000 });
    await card.getByRole('button', { name: 'Show or hide all levels' }).click();
    await card.getByText('head teacher of Alder Academy').waitFor();
    await head.picture('playground-sign-off-card');
  },
  120_000,
);

step(
  'the card signs off: the answered card says so, the list says so, and a second click changes nothing',
  async () => {
    const clicked = await head.click(head.card('Please sign off the autumn term review of Alder Academy'), 'Sign off');
    expect(clicked.words).toContain('Signed off by Hazel Head on ');
    await head.says('is signed off');
    expect(await head.page.getByRole('button', { name: 'Sign off', exact: true }).count()).toBe(0);
    await head.picture('playground-signed-off');
    const signed = await readReview();
    expect(signed.state).toBe('signedOff');
    expect(signed.signedOff?.by.name).toBe('Hazel Head');
    expect(await head.clickAgain(clicked)).toContain('Signed off by Hazel Head on ');
    expect(await readReview()).toEqual(signed);
  },
  120_000,
);

const id = randomUUID();
const readChange = async (): Promise<CategoryChangeView> =>
  CategoryChangeView.parse(await call('GET', `category-changes/${id}`));

step(
  'a change that the head teacher discussed in Teams waits for the CEO in the Playground',
  async () => {
    const { years } = Session.parse(await call('GET', 'session'));
    const before = years
      .map(({ year }) => year)
      .sort()
      .at(-2);
    await call('PUT', `category-changes/${id}`, {
      urn: '100002',
      to: 'improve',
      route: 'inYear',
      rationale: 'Leaders evaluate accurately, and eight areas are better than in spring.',
      effectiveFrom: today,
      evidence: { year: before, period: 'summer' },
    });
    await until(
      'the head teacher has the card',
      async () => (await teams.button('birchHead', 'change.agree')) !== undefined,
    );
    const agree = await teams.button('birchHead', 'change.agree');
    await teams.click('birchHead', agree?.cardId ?? '', 'change.agree', agree?.data ?? {});
    const card = ceo.card('Please decide on a change of category for Birch Academy');
    await card.waitFor({ timeout: 60_000 });
    expect(await card.textContent()).toContain('agreed by Bruno Bramble');
    await card.getByRole('button', { name: 'Show or hide support and route' }).click();
    await card.getByText('Support that ends').waitFor();
    await ceo.picture('playground-approve-card');
  },
  120_000,
);

step(
  'the CEO approves by the card, and a second click is told so',
  async () => {
    const clicked = await ceo.click(ceo.card('Please decide on a change of category for Birch Academy'), 'Approve');
    expect(clicked.words).toContain('approved by Cleo Chief');
    await ceo.says('approved by Cleo Chief');
    await ceo.picture('playground-approved');
    const approved = await readChange();
    expect(approved.history.filter(({ text }) => text.startsWith('approved'))).toHaveLength(1);
    expect(await ceo.clickAgain(clicked)).toContain('approved by Cleo Chief');
    expect(await readChange()).toEqual(approved);
    await until(
      'the Board has its card in the local Teams',
      async () => (await teams.button('chair', 'change.confirm')) !== undefined,
    );
  },
  120_000,
);

step(
  'what the Playground shows is nowhere else, and cards of before it came stay in the local Teams',
  async () => {
    const texts = await teams.cardTexts('alderHead');
    expect(texts.filter((text) => text.includes('Hello Hazel Head'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Alder Academy'))).toEqual([]);
    await head.leave();
    await ceo.leave();
  },
  30_000,
);
