import { setTimeout as pause } from 'node:timers/promises';
import { serviceUrlOf } from '../../local/settings';
import { conversationIdOf, memberIdOf } from '../../local/teams/identity';
import { review } from '../support/builders/announcing';
import { hazel } from '../support/builders/people';
import { asPage } from '../local/teams/fixture';
import { startUnprepared } from './lostInstallation';

jest.setTimeout(60_000);

let firstPort = 7310;
let world: Awaited<ReturnType<typeof startUnprepared>>;
beforeEach(async () => {
  world = await startUnprepared((firstPort += 10));
});
afterEach(() => world.close());

/** As the trust's set-up policy does it: Teams tells the bot, in two activities, and never again. */
const givenTheApp = async (): Promise<void> => {
  expect(await world.installer.install(hazel.id)).toEqual({ status: 'installed' });
  while (world.state.heard < 2) await pause(20);
};
const messages = async () => (await asPage(world.teams, world.settings).chatOf(hazel)).messages;
const cardOf = () => [...world.memory.cards.values()].find(({ person }) => person === hazel.id);

it('whoever gets the app before there are any lists is known, not greeted, and has their card when one is due', async () => {
  await givenTheApp();
  expect(world.memory.conversations.get(hazel.id)?.conversationId).toBe(conversationIdOf(hazel));
  expect(await messages()).toEqual([]);
  await world.begin();
  await world.announce(review);
  expect(JSON.stringify(await messages())).toContain('Please sign off');
});

describe('whoever gets the app while the bot does not hear of it', () => {
  beforeEach(async () => {
    world.state.away = true;
    await givenTheApp();
    world.state.away = false;
    expect(world.memory.conversations.size).toBe(0);
    await world.begin();
  });

  it('has their card when one is due, once, in the chat that Teams opens', async () => {
    await world.announce(review);
    await world.announce(review);
    const [card, ...others] = await messages();
    expect(JSON.stringify(card)).toContain('Please sign off');
    expect(JSON.stringify(card)).toContain(`"userIds":["${memberIdOf(hazel)}"]`);
    expect(others).toEqual([]);
    expect(world.memory.conversations.get(hazel.id)).toEqual({
      ...{ person: hazel.id, conversationId: conversationIdOf(hazel), userId: memberIdOf(hazel) },
      ...{ botId: expect.stringMatching(/^28:/) as string, serviceUrl: serviceUrlOf(world.settings) },
    });
  });

  it('and removes it while nobody hears of that either, is noted, and not written to', async () => {
    world.state.away = true;
    await world.teams.onUninstall(hazel.id);
    world.state.away = false;
    await world.announce(review);
    expect(await messages()).toEqual([]);
    const reason = expect.stringMatching(/is not installed for this person/) as string;
    expect(cardOf()).toMatchObject({ state: 'undeliverable', reason });
  });
});
