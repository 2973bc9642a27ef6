import { setTimeout as pause } from 'node:timers/promises';
import pThrottle from 'p-throttle';
import { personId } from '../support/builders/people';
import type { Chats } from './deliveryChat';
import type { ChatReport } from './deliveryOrders';

export interface Sent {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly spanMs: number;
  readonly report: ChatReport;
}

/** From the first message's arrival to the last one's. */
export const spanOf = (report: ChatReport): Sent => {
  const times = report.messages.flatMap(({ writtenAt }) => writtenAt.slice(0, 1));
  const [firstAt, lastAt] = [Math.min(...times), Math.max(...times)];
  return { firstAt, lastAt, spanMs: lastAt - firstAt, report };
};

export const faultsMet = ({ requests, overLimit, injected }: ChatReport): string =>
  `${requests} requests; injected: ${injected.throttled} × 429, ${injected.gateway} × 502, ${injected.lost} answers lost; refused over the limit: ${overLimit}`;

/** With the product's margin: what leaves in time may arrive closer together. */
const paced = () => pThrottle({ limit: 50, interval: 1_050, strict: true })(async () => undefined);

const bareBody = JSON.stringify({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
});

/** One request, again after a second where it was not carried out; a lost answer counts as carried out. */
const bare = async (turn: () => Promise<void>, method: 'POST' | 'PUT', url: string): Promise<void> => {
  await turn();
  const headers = { 'content-type': 'application/json' };
  const status = await fetch(url, { method, headers, body: bareBody }).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    () => 200,
  );
  if (status < 300) return;
  await pause(1_000);
  await bare(turn, method, url);
};

/** So many messages, each to a chat of its own, as fast as Teams takes them: nothing recorded, nothing drawn. */
export const floorOfSending = async (chats: Chats, count: number): Promise<Sent> => {
  const turn = paced();
  const activities = (n: number): string =>
    `${chats.serviceUrl}v3/conversations/${chats.conversationOf(personId(n)).conversationId}/activities`;
  await Promise.all(Array.from({ length: count }, (_, n) => bare(turn, 'POST', activities(n))));
  return spanOf(await chats.report());
};

/** Every message that stands in the chats edited once. Milliseconds. */
export const floorOfUpdating = async (
  chats: Chats,
  messages: readonly Pick<ChatReport['messages'][number], 'conversation' | 'id'>[],
): Promise<number> => {
  const turn = paced();
  const begun = performance.now();
  await Promise.all(
    messages.map(({ conversation, id }) =>
      bare(turn, 'PUT', `${chats.serviceUrl}v3/conversations/${conversation}/activities/${id}`),
    ),
  );
  return performance.now() - begun;
};
