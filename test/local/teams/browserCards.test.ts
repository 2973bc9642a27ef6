import { manifestAppId } from '../../../local/settings';
import { conversationIdOf, memberIdOf } from '../../../local/teams/identity';
import { people } from './fixture';
import { answering, approval, as, cardIn, context, has, teamsInBrowser } from './teamsInBrowser';

jest.setTimeout(120_000);

const teams = teamsInBrowser(6370);
const { open, sendCard } = teams;

describe('cards', () => {
  test('ask for what is missing, send it merged, and show the answer', async () => {
    teams.bot.reactWith(
      answering('card.adaptive', {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: 'Approved' }],
      }),
    );
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    const card = cardIn(page, id);
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByText('Please say why').waitFor();
    expect(teams.bot.ofType('invoke')).toEqual([]);
    await card.getByLabel('Comment').fill('Agreed');
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.getByText('Approved', { exact: true }).waitFor();
    expect(await card.getByText('Awaiting approval').count()).toBe(0);
    expect(teams.bot.ofType('invoke')).toMatchObject([
      { value: { action: { verb: 'approve', data: { changeId: 'c1', comment: 'Agreed' } }, trigger: 'manual' } },
    ]);
  });

  test.each([
    ['message', 'activity.message', 'Noted.', 'status'],
    ['error', 'error', { code: 'x', message: 'Already decided by Bo Example.' }, 'alert'],
  ] as const)('show a %s in words and keep what was typed', async (_, type, value, role) => {
    teams.bot.reactWith(answering(type, value));
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    const card = cardIn(page, id);
    await card.getByLabel('Comment').fill('Agreed');
    await card.getByRole('button', { name: 'Approve' }).click();
    await has(card.getByRole(role), typeof value === 'string' ? value : value.message);
    expect(await card.getByLabel('Comment').inputValue()).toBe('Agreed');
  });

  test('are clicked once however quickly', async () => {
    const id = await sendCard(people.ceo, { actions: [{ type: 'Action.Execute', title: 'Approve', verb: 'approve' }] });
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByRole('button', { name: 'Approve' }).dblclick({ delay: 1 });
    await cardIn(page, id).getByRole('alert').waitFor();
    expect(teams.bot.ofType('invoke')).toHaveLength(1);
  });

  test('keep what was typed in another theme', async () => {
    const id = await sendCard(people.ceo, approval);
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByLabel('Comment').fill('Half a thought');
    await page.getByTestId('theme-switch').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.locator('.theme-dark').waitFor();
    expect(await cardIn(page, id).getByLabel('Comment').inputValue()).toBe('Half a thought');
  });

  test('open the tab at their link', async () => {
    const link = encodeURIComponent(JSON.stringify({ subEntityId: 'change/c1' }));
    const url = `https://teams.microsoft.com/l/entity/${manifestAppId}/assured?context=${link}`;
    const id = await sendCard(people.ceo, { actions: [{ type: 'Action.OpenUrl', title: 'Open in Assured', url }] });
    const page = await open(as(people.ceo));
    await cardIn(page, id).getByRole('link', { name: 'Open in Assured' }).click();
    await has(context(page), 'change/c1');
    expect(new URL(page.url()).searchParams.get('subPageId')).toBe('change/c1');
  });

  test('fetch the viewer their own view by themselves, once', async () => {
    teams.bot.reactWith(
      answering('card.adaptive', {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: 'Yours' }],
      }),
    );
    const refresh = { action: { type: 'Action.Execute', verb: 'show' }, userIds: [memberIdOf(people.head)] };
    const id = await sendCard(people.head, { refresh, body: [{ type: 'TextBlock', text: 'Everybody' }] });
    const page = await open(as(people.head));
    await cardIn(page, id).getByText('Yours').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await cardIn(page, id).getByText('Yours').waitFor();
    expect(teams.bot.ofType('invoke')).toMatchObject([{ value: { action: { verb: 'show' }, trigger: 'automatic' } }]);
  });

  test('change before the eyes of whoever looks, when the bot edits them', async () => {
    const id = await sendCard(people.board, approval);
    const [one, other] = [await open(as(people.board)), await open(as(people.board))];
    await cardIn(one, id).getByText('Awaiting approval').waitFor();
    const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Decided' }] };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
    await teams.connector.put(`/${conversationIdOf(people.board)}/activities/${id}`, { type: 'message', attachments });
    for (const page of [one, other]) await cardIn(page, id).getByText('Decided').waitFor();
  });

  test('newer than 1.5 show their fallback text only', async () => {
    const id = await sendCard(people.board, { version: '1.6', fallbackText: 'Open Assured to see this.' });
    await cardIn(await open(as(people.board)), id)
      .getByText('Open Assured to see this.')
      .waitFor();
  });
});
