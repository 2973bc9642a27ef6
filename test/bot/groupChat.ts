import { z } from 'zod';
import { birch, dana } from '../support/builders/people';
import { awaitingReview, signedOffReview } from '../support/builders/reviews';
import { activity, tenantId, type Signing } from './teams';
import { startBot } from './trust';

const group = { id: '19:leadership@thread.v2', conversationType: 'groupChat', tenantId };
const holdings = { reviews: [awaitingReview(), signedOffReview({ academy: birch })] };
export type Running = Awaited<ReturnType<typeof startBot>>;
export type Somebody = Parameters<Running['from']>[0];

export const query = (text: string, more: object = {}): Record<string, unknown> => ({
  type: 'invoke',
  name: 'composeExtension/query',
  value: {
    commandId: 'find',
    parameters: text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'text', value: text }],
    queryOptions: { skip: 0, count: 25 },
    ...more,
  },
});

export const Results = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(
      z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.unknown(),
        preview: z.object({
          contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
          content: z.object({ title: z.string(), text: z.string() }),
        }),
      }),
    ),
  }),
});

export const alderReview = 'Autumn term review of Alder Academy';
export const birchReview = 'Autumn term review of Birch Academy';

/** A group chat with two reviews behind it, and what somebody in it finds, inserts and sends. */
export const groupChat = (signing: Signing) => {
  const start = () => startBot(signing, holdings);
  /** An activity from the group chat. */
  const fromGroup = async ({ bot }: Running, { id, name }: Somebody, body: Record<string, unknown>) =>
    bot.receive({
      method: 'POST',
      headers: { authorization: `Bearer ${await signing.token()}` },
      body: { ...activity(), from: { id: `29:${id}`, name, aadObjectId: id }, conversation: group, ...body },
    });
  const searched = async (person: Somebody, text: string, more?: object) => {
    const answer = await fromGroup(await start(), person, query(text, more));
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const found = async (person: Somebody, text: string) =>
    Results.parse(await searched(person, text)).composeExtension.attachments;
  const titles = async (person: Somebody, text: string) =>
    (await found(person, text)).map(({ preview }) => preview.content.title);
  const inserted = async (text = 'alder', which = 0) => {
    const result = (await found(dana, text))[which];
    if (!result) throw new Error('Nothing was found.');
    return result.content;
  };
  return { start, fromGroup, searched, found, titles, inserted };
};
