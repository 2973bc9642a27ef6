import type { Chat, ChatMessage, FeedEvent, Stage } from '../../shapes';

/** What the page knows about one person's Teams. */
export interface FeedState {
  readonly chat: Chat | undefined;
  /** The chat of several people, where this person is in it. */
  readonly group: readonly ChatMessage[];
  readonly typing: boolean;
  readonly stage: Stage | null;
}

export type FeedStep =
  | FeedEvent
  | { type: 'chat'; chat: Chat }
  | { type: 'groupChat'; messages: readonly ChatMessage[] }
  | { type: 'quiet' };

export const emptyFeed: FeedState = { chat: undefined, group: [], typing: false, stage: null };

/** Each message once, in its newest version, oldest first; an answer that overtook an event loses nothing. */
const merged = (...lists: readonly (readonly ChatMessage[])[]): ChatMessage[] => {
  const newest = new Map<string, ChatMessage>();
  for (const message of lists.flat()) {
    const known = newest.get(message.id);
    if (known === undefined || known.version < message.version) newest.set(message.id, message);
  }
  return [...newest.values()].sort((one, other) => Number(one.id) - Number(other.id));
};

const withMessage = (state: FeedState, message: ChatMessage): FeedState => {
  const chat = state.chat ?? { installed: true, memberId: '', messages: [] };
  const typing = message.from === 'app' ? false : state.typing;
  return { ...state, typing, chat: { ...chat, messages: merged(chat.messages, [message]) } };
};

export const nextFeed = (state: FeedState, step: FeedStep): FeedState => {
  switch (step.type) {
    case 'chat':
      return { ...state, chat: { ...step.chat, messages: merged(state.chat?.messages ?? [], step.chat.messages) } };
    case 'message':
      return withMessage(state, step.message);
    case 'group':
      return { ...state, group: merged(state.group, [step.message]) };
    case 'groupChat':
      return { ...state, group: merged(state.group, step.messages) };
    case 'installation':
      return state.chat === undefined ? state : { ...state, chat: { ...state.chat, installed: step.installed } };
    case 'typing':
      return { ...state, typing: true };
    case 'quiet':
      return { ...state, typing: false };
    case 'stage':
      return { ...state, stage: step.stage };
  }
};
