import { z } from 'zod';
import { ChatMessage } from './shapes';

/** What the page asks of the group chat, at `/__teams/api/group`. */

export const GroupMessages = z.object({ messages: z.array(ChatMessage) });

const Card = z.record(z.string(), z.unknown());

/** The first thing Teams asks is without words: `text` is empty then. */
export const SearchRequest = z.object({ text: z.string().trim().max(200) });

/** A result in Teams' list; `card` is what goes into the chat when it is chosen. */
export const SearchResult = z.object({ title: z.string(), text: z.string(), card: Card });
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('results'), results: z.array(SearchResult) }),
  z.object({ kind: z.literal('message'), text: z.string() }),
]);
export type SearchOutcome = z.infer<typeof SearchOutcome>;

export const InsertRequest = z.object({ card: Card });
