import { randomUUID } from 'node:crypto';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import { Session } from '../../shared/schema/views';
import { story } from './support/story';
import { forget, startSystem, type TestSystem } from './support/system';
import { until } from './support/teams';
import { teamsOf, wordsOf, type Teams } from './support/teamsApi';

/** A decision is taken once, every click gets a truthful answer, and a killed process loses nothing. */

const step = story();
let system: TestSystem;
let teams: Teams;
const id = randomUUID();

beforeAll(async () => {
  system = await startSystem(6740);
  teams = teamsOf(system);
}, 240_000);

afterAll(async () => {
  await system?.stop();
  if (system) forget(system.dataDir);
}, 60_000);

const change = async (): Promise<CategoryChangeView> =>
  CategoryChangeView.parse((await teams.call('director', 'GET', `category-changes/${id}`)).body);

const waitForButton = async (part: Parameters<Teams['button']>[0], verb: string) => {
  await until(`${part} has a card with ${verb}`, async () => (await teams.button(part, verb)) !== undefined);
  const button = await teams.button(part, verb);
  if (!button) throw new Error(`${part} has no card with ${verb}.`);
  return button;
};

const proposal = async () => {
  const session = Session.parse((await teams.call('director', 'GET', 'session')).body);
  const before = session.years
    .map(({ year }) => year)
    .sort()
    .reverse()[1];
  return {
    commandId: randomUUID(),
    urn: '100002',
    to: 'improve',
    route: 'inYear',
    rationale: 'Eight areas are better than in spring.',
    effectiveFrom: session.today,
    evidence: { year: before, period: 'summer' },
  };
};

step(
  'the same proposal sent twice at once is one, and a second change cannot be opened beside it',
  async () => {
    const body = await proposal();
    const [first, second] = await Promise.all([
      teams.call('director', 'PUT', `category-changes/${id}`, body),
      teams.call('director', 'PUT', `category-changes/${id}`, body),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await change()).history).toHaveLength(1);
    const another = await teams.call('director', 'PUT', `category-changes/${randomUUID()}`, {
      ...body,
      commandId: randomUUID(),
    });
    expect(another).toMatchObject({ status: 409, body: { code: 'category.already-open' } });
  },
  60_000,
);

step(
  'two proposals for one academy at the same moment open one change',
  async () => {
    const make = async (to: string) => ({ ...(await proposal()), urn: '100004', to });
    const bodies = await Promise.all([make('repair'), make('sustain'), make('stabilise')]);
    const answers = await Promise.all(
      bodies.map((body) => teams.call('director', 'PUT', `category-changes/${randomUUID()}`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  },
  60_000,
);

step(
  'the Functions process killed between the write and the notification: everyone’s cards are updated all the same',
  async () => {
    const agree = await waitForButton('birchHead', 'change.agree');
    await system.order({ do: 'holdAfter', method: 'PATCH', url: '/items/' });
    const clicked = teams.click('birchHead', agree.cardId, 'change.agree', agree.data).catch(() => undefined);
    await system.order({ do: 'untilHeld' });
    await system.order({ do: 'killFunctions' });
    await system.order({ do: 'release' });
    await clicked;
    expect(await teams.button('ceo', 'change.approve')).toBeUndefined();
    await system.order({ do: 'startFunctions' });
    await waitForButton('ceo', 'change.approve');
    await until('the head teacher’s card shows what they said', async () =>
      (await teams.cardTexts('birchHead')).some((text) => text.includes('agreed by Bruno Bramble')),
    );
    const again = await teams.click('birchHead', agree.cardId, 'change.agree', agree.data);
    expect(wordsOf(again)).toContain('agreed by Bruno Bramble');
    expect((await change()).history.map(({ text }) => text)).toEqual([expect.stringContaining('proposed'), 'agreed']);
  },
  240_000,
);

step(
  'the same Approve clicked twice in one instant is one decision, and both clicks are told so',
  async () => {
    const approve = await waitForButton('ceo', 'change.approve');
    const answers = await Promise.all(
      [0, 1, 2].map(() => teams.click('ceo', approve.cardId, 'change.approve', approve.data)),
    );
    for (const answer of answers) expect(wordsOf(answer)).toContain('approved by Cleo Chief');
    expect((await change()).history.filter(({ text }) => text.startsWith('approved'))).toHaveLength(1);
  },
  60_000,
);

step(
  'somebody whose step it is not cannot take it with another’s button',
  async () => {
    const confirm = await waitForButton('chair', 'change.confirm');
    const inbox = await teams.chat('ceo');
    const card = inbox.messages.filter(({ attachments }) => attachments.length > 0).at(-1);
    const answer = await teams.click('ceo', card?.id ?? '', 'change.confirm', {
      ...confirm.data,
      meetingDate: '2026-01-15',
    });
    expect(wordsOf(answer)).toContain('This step is not yours to take.');
    expect((await change()).state).toBe('atStep');
  },
  60_000,
);

step(
  'two people at the same moment: the first counts, the second is told what happened',
  async () => {
    const [chair, trustee] = await Promise.all([
      waitForButton('chair', 'change.confirm'),
      waitForButton('trustee', 'change.confirm'),
    ]);
    const met = { meetingDate: '2026-01-15' };
    const answers = await Promise.all([
      teams.click('chair', chair.cardId, 'change.confirm', { ...chair.data, ...met }),
      teams.click('trustee', trustee.cardId, 'change.confirm', { ...trustee.data, ...met }),
    ]);
    const told = answers.filter((answer) => /Already confirmed by (Bella|Barnaby) Board/.test(wordsOf(answer)));
    expect(told).toHaveLength(1);
    for (const answer of answers) expect(wordsOf(answer)).toMatch(/Decided by (Bella|Barnaby) Board/);
    const decided = await change();
    expect(decided.state).toBe('decided');
    expect(decided.history.filter(({ text }) => text.startsWith('confirmed'))).toHaveLength(1);
  },
  60_000,
);

step(
  'an old card is answered with the present state and changes nothing',
  async () => {
    const old = await teams.click(
      'ceo',
      (await teams.chat('ceo')).messages.find(({ attachments }) => attachments.length > 0)?.id ?? '',
      'change.reject',
      {
        verb: 'change.reject',
        id,
        round: 1,
        step: 1,
        rejectComment: 'Too late',
      },
    );
    expect(wordsOf(old)).toContain('Already approved by Cleo Chief');
    expect((await change()).state).toBe('decided');
  },
  60_000,
);

step(
  'a head teacher asking for another academy by URL gets 404, and no token or a strange one gets 401',
  async () => {
    const year = (await proposal()).evidence.year?.replace('/', '-');
    expect((await teams.call('birchHead', 'GET', `reviews/${year}/summer/100002`)).status).toBe(200);
    expect((await teams.call('birchHead', 'GET', `reviews/${year}/summer/100001`)).status).toBe(404);
    expect((await teams.call('alderHead', 'GET', `category-changes/${id}`)).status).toBe(404);
    const anonymous = await fetch(`${system.functionsOrigin}/api/session`);
    expect(anonymous.status).toBe(401);
    const [head = '', payload = ''] = (await teams.token('ceo')).split('.');
    const forged = await fetch(`${system.functionsOrigin}/api/session`, {
      headers: { authorization: `Bearer ${head}.${payload}.AAAA` },
    });
    expect(forged.status).toBe(401);
    const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    expect(
      (await fetch(`${system.functionsOrigin}/api/session`, { headers: { authorization: `Bearer ${unsigned}` } }))
        .status,
    ).toBe(401);
    const posted = await fetch(`${system.functionsOrigin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://localhost:1/',
        from: { id: '29:x' },
        recipient: { id: '28:x' },
        conversation: { id: 'a:1' },
      }),
    });
    expect(posted.status).toBe(401);
  },
  60_000,
);

step(
  'a second start finds its data again',
  async () => {
    const before = await change();
    const cards = await teams.cardTexts('ceo');
    await system.stop();
    system = await startSystem(6740, { dataDir: system.dataDir });
    teams = teamsOf(system);
    expect(await change()).toEqual(before);
    expect(await teams.cardTexts('ceo')).toEqual(cards);
  },
  240_000,
);
