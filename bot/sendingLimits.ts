import pThrottle from 'p-throttle';

/** How many messages Teams takes in one conversation within so many seconds (facts §5.5). */
const perConversation = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
] as const;
/** In all conversations of the tenant. */
const inTotal = [50, 1] as const;

/** Teams counts when a request arrives: what left in time may come closer together on the way. */
const margin = 1.05;

type Wait = () => Promise<void>;

const limited = (next: Wait, [limit, seconds]: readonly [number, number]): Wait =>
  pThrottle({ limit, interval: seconds * 1000 * margin, strict: true })(next);

export interface SendingLimits {
  /** Resolves when there is room for one more request in this conversation, which it takes. */
  turn(conversationId: string): Promise<void>;
}

/** Teams' limits, kept by this process; another one's requests are met by the back-off. */
export const createSendingLimits = (): SendingLimits => {
  const total = limited(async () => undefined, inTotal);
  const conversations = new Map<string, Wait>();
  return {
    async turn(conversationId) {
      const known = conversations.get(conversationId) ?? perConversation.reduce(limited, total);
      conversations.set(conversationId, known);
      await known();
    },
  };
};
