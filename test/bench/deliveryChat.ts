import { fork } from 'node:child_process';
import path from 'node:path';
import type { Conversation } from '../../shared/application/ports/delivery';
import type { PersonId } from '../../shared/schema/ids';
import { ChatAnswer, type ChatOrder, type ChatReport, type Faults } from './deliveryOrders';

/** Milliseconds that every message takes on its way to Teams and back. */
export const chatLatencyMs = 80;

export interface Chats {
  readonly serviceUrl: string;
  conversationOf(person: PersonId): Conversation;
  begin(faults: Faults): Promise<void>;
  report(): Promise<ChatReport>;
  close(): Promise<void>;
}

export const startChats = async (botId: string): Promise<Chats> => {
  const script = path.join(import.meta.dirname, 'deliveryConnector.ts');
  const child = fork(script, [process.env.ASSURED_TEST_CA_DIR ?? ''], { execArgv: ['--import', 'tsx'] });
  const next = async () => ChatAnswer.parse(await new Promise((resolve) => child.once('message', resolve)));
  const order = (asked: ChatOrder) => {
    const answered = next();
    child.send(asked);
    return answered;
  };
  const { origin = '' } = await next();
  const serviceUrl = `${origin}/`;
  return {
    serviceUrl,
    conversationOf: (person) => ({
      ...{ person, serviceUrl, conversationId: `a:${person}`, userId: `29:${person}`, botId: `28:${botId}` },
    }),
    begin: async (faults) => void (await order({ do: 'begin', latencyMs: chatLatencyMs, faults })),
    async report() {
      const { report } = await order({ do: 'report' });
      if (!report) throw new Error('The connector did not report.');
      return report;
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
};
