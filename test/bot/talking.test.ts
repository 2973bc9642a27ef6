import { reviewCardFor } from '../../shared/domain/cards/reviewCard';
import { smallFramework } from '../support/builders/framework';
import { alder, birchHead, cora, hazel, nameOf, nobody, stranger } from '../support/builders/people';
import { awaitingReview } from '../support/builders/reviews';
import { decisionCalled, linesOf, titlesOf } from './cards/parts';
import { activity, botId, serviceUrl, signingForAll, submitted, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

const installed = () => activity({ type: 'installationUpdate', action: 'add' });
const newcomer = { id: stranger, name: 'Nell Newcomer' };

describe('a message', () => {
  const said = async (person: { id: typeof hazel.id; name: string }, text: string) => {
    const running = await startBot(signing, { reviews: [awaitingReview()] });
    expect(await running.from(person, written(text))).toEqual({ status: 200 });
    expect(running.chat.sent).toHaveLength(1);
    return { ...running, lines: linesOf(running.chat.sent[0]?.card), titles: titlesOf(running.chat.sent[0]?.card) };
  };

  test.each(['hello', 'help', 'please sack everybody'])('%s is answered with the ways on', async (text) => {
    const { titles, lines } = await said(hazel, text);
    expect(titles).toEqual(['My work', 'Open in Assured']);
    expect(lines.join('\n')).toContain('sign it off or query it');
  });

  test('what is not understood is not pretended to be', async () => {
    expect((await said(hazel, 'please sack everybody')).lines[0]).toBe('I did not understand that');
  });

  test('the work is what waits for this person, and nobody else', async () => {
    expect((await said(hazel, 'my work')).lines.join('\n')).toContain('Alder Academy');
    const other = await said(birchHead, 'my work');
    expect(other.lines[0]).toBe('Nothing is waiting for you');
    expect(JSON.stringify(other.chat.sent)).not.toContain('Alder');
  });

  test('the button for the work is the same as writing it', async () => {
    const running = await startBot(signing, { reviews: [awaitingReview()] });
    await running.from(hazel, submitted({ prompt: 'work' }));
    expect(linesOf(running.chat.sent[0]?.card)[0]).toBe('1 thing waiting for you');
  });

  test.each(['hello', 'my work'])('%s from somebody the trust does not know is told whom to ask', async (text) => {
    const { lines } = await said(newcomer, text);
    expect(lines).toEqual(['⚠ You are not set up in Assured yet. Please ask your trust’s administrator to add you.']);
  });

  test('tells where the person can be reached', async () => {
    const { known } = await said(hazel, 'hello');
    expect(known.get(hazel.id)).toMatchObject({ conversationId: `a:${hazel.id}`, serviceUrl });
  });

  test('met by a store that does not answer is left to Teams to send again', async () => {
    const running = await startBot(signing);
    running.store.failNext('rows', 'unavailable');
    const body = written('hello');
    expect((await running.from(hazel, body)).status).toBe(503);
    expect(await running.from(hazel, body)).toEqual({ status: 200 });
    expect(running.chat.sent).toHaveLength(1);
  });
});

describe('the welcome', () => {
  test('greets by role, once, and remembers the address', async () => {
    const running = await startBot(signing);
    const body = installed();
    await running.from(cora, body);
    await running.from(cora, body);
    await running.from(cora, activity({ type: 'conversationUpdate', membersAdded: [{ id: botId }] }));
    expect(running.chat.sent).toHaveLength(1);
    const lines = linesOf(running.chat.sent[0]?.card);
    expect(lines[0]).toBe('Hello Cora Chief, this is Assured');
    expect(lines.join('\n')).toContain('approve, return or reject');
    expect(running.known.has(cora.id)).toBe(true);
  });

  test('tells somebody without a role whom to ask', async () => {
    const running = await startBot(signing);
    await running.from(nobody, installed());
    expect(linesOf(running.chat.sent[0]?.card).join('\n')).toContain('Please ask your trust’s administrator');
  });

  test('tells somebody the trust does not know whom to ask, and nothing else', async () => {
    const running = await startBot(signing);
    await running.from(newcomer, installed());
    const sent = JSON.stringify(running.chat.sent);
    expect(sent).toContain('Please ask your trust’s administrator to add you.');
    expect(sent).not.toMatch(/Orchard|Academy/);
    expect(running.known.has(stranger)).toBe(true);
  });

  test('is taken back with the app', async () => {
    const running = await startBot(signing);
    await running.from(cora, installed());
    await running.from(cora, activity({ type: 'installationUpdate', action: 'remove' }));
    expect(running.known.get(cora.id)).toMatchObject({ removed: true });
  });
});

describe('the chat', () => {
  const review = awaitingReview();
  const card = reviewCardFor({ review, academy: alder, framework: smallFramework, viewer: hazel, nameOf });

  test('sends a card to the address that Teams gave', async () => {
    const running = await startBot(signing);
    await running.from(hazel, written('hello'));
    const conversation = running.known.get(hazel.id);
    if (!conversation) throw new Error('No address was kept.');
    expect(await running.bot.chat.send(conversation, card)).toMatchObject({ status: 'delivered' });
    const sent = running.chat.sent.at(-1);
    expect(sent?.url).toBe(
      `${serviceUrl}v3/conversations/${encodeURIComponent(conversation.conversationId)}/activities`,
    );
    expect(sent?.message.summary).toBe('Please sign off the autumn term review of Alder Academy');
    expect(decisionCalled(sent?.card, 'Sign off').data).toMatchObject({ urn: alder.urn, round: 1 });
  });

  test('updates a card even where only its place is known', async () => {
    const running = await startBot(signing);
    const place = { person: hazel.id, conversationId: 'a:1', serviceUrl, userId: '', botId: '' };
    expect(await running.bot.chat.update(place, 'message-1', card)).toEqual({
      status: 'delivered',
      activityId: 'message-1',
    });
    expect(running.chat.sent[0]).toMatchObject({ method: 'PUT' });
  });
});
