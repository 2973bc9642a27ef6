import { z } from 'zod';
import { renderCard } from '../../bot/cards/card';
import { refreshVerb, withRefresh } from '../../bot/cards/refresh';
import { readCard } from '../../shared/application/readCard';
import { keyOfReview } from '../../shared/domain/keys';
import type { Person } from '../../shared/schema/people';
import { signedOffReview, awaitingReview } from '../support/builders/reviews';
import { birchHead, cora, hazel } from '../support/builders/people';
import { atApprove } from '../support/builders/changes';
import { valueOf } from '../support/builders/outcome';
import { createTrust } from '../support/builders/trust';
import { decisionCalled, decisionsOf, linesOf } from './cards/parts';
import { pressed, signingForAll } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

const Answer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
type Running = Awaited<ReturnType<typeof startBot>>;
const onReview = { kind: 'reviews', key: keyOfReview(awaitingReview()), slot: 'sign-off-1' } as const;

const look = async ({ from }: Running, person: Person, data: unknown) => {
  const response = await from(person, pressed({ verb: refreshVerb, data }, 'automatic'));
  expect(response).toMatchObject({ status: 200 });
  return Answer.parse(response.body);
};

it('a card asks to be drawn again by its reader’s client alone', async () => {
  const trust = await createTrust({ reviews: [awaitingReview()] });
  const model = valueOf(await readCard(trust)(hazel.id, onReview));
  const card = withRefresh(renderCard(model, { deepLink: () => 'https://x.example' }), model, '29:hazel');
  expect(card.refresh).toEqual({
    action: { type: 'Action.Execute', title: 'Refresh', verb: refreshVerb, data: onReview },
    userIds: ['29:hazel'],
  });
  const rendered = renderCard(model, { deepLink: () => 'https://x.example' });
  expect(withRefresh(rendered, model, '')).not.toHaveProperty('refresh');
});

describe('looking at a card', () => {
  it('shows what is asked now, and asks again the next time', async () => {
    const running = await startBot(signing, { reviews: [awaitingReview()] });
    const answer = await look(running, hazel, onReview);
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(decisionsOf(answer.value)).not.toEqual([]);
    expect(answer.value).toMatchObject({ refresh: { userIds: [`29:${hazel.id}`], action: { data: onReview } } });
  });

  it('shows that it is decided, where a message was lost', async () => {
    const running = await startBot(signing, { reviews: [signedOffReview()] });
    const { value } = await look(running, hazel, onReview);
    expect(decisionsOf(value)).toEqual([]);
    expect(linesOf(value).join('\n')).toContain('Signed off by Hazel Head');
  });

  it('names nothing to whoever may not see it', async () => {
    const running = await startBot(signing, { reviews: [awaitingReview()] });
    const { value } = await look(running, birchHead, onReview);
    expect(JSON.stringify(value)).not.toMatch(/Alder|Hazel/);
  });

  it.each([undefined, null, 'x', {}, { kind: 'settings', key: 'trust' }, { ...onReview, slot: 'x'.repeat(201) }])(
    'is told that %p is no card',
    async (data) => {
      const running = await startBot(signing, {});
      expect(await look(running, hazel, data)).toMatchObject({ statusCode: 400 });
    },
  );
});

it('a decision on other levels than the present ones is refused, with the present card', async () => {
  const change = atApprove();
  const running = await startBot(signing, { changes: [change] });
  const data = { verb: 'change.approve', id: change.id, round: 1, step: 1, seen: 'what stood there before' };
  const response = await running.from(cora, pressed({ verb: 'change.approve', data }));
  const { value } = Answer.parse(response.body);
  expect(linesOf(value).join('\n')).toContain('Levels have changed since you last looked at this');
  const { data: now } = decisionCalled(value, 'Approve');
  const again = await running.from(cora, pressed({ verb: 'change.approve', data: now }));
  expect(linesOf(Answer.parse(again.body).value).join('\n')).toContain('approved by Cora Chief');
});
