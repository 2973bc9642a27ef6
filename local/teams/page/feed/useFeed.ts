import { useEffect, useReducer } from 'react';
import { FeedEvent } from '../../shapes';
import { eventsAddress, readChat, readGroup, readStage } from '../api';
import { emptyFeed, nextFeed, type FeedState } from './feedState';

/** Follows one person's chats and the meeting; `inGroup` where they are in the chat of several people. Each time the line opens anew, what was missed is read again. */
export const useFeed = (person: string, inGroup: boolean): FeedState => {
  const [state, step] = useReducer(nextFeed, emptyFeed);

  useEffect(() => {
    const source = new EventSource(eventsAddress(person));
    let open = true;
    const read = async (): Promise<void> => {
      const [chat, { stage }, group] = await Promise.all([
        readChat(person),
        readStage(),
        inGroup ? readGroup(person) : { messages: [] },
      ]);
      if (!open) return;
      step({ type: 'groupChat', messages: group.messages });
      step({ type: 'chat', chat });
      step({ type: 'stage', stage });
    };
    source.onopen = () => void read().catch((error: unknown) => console.warn('The chat could not be read.', error));
    source.onmessage = (event: MessageEvent<string>) => step(FeedEvent.parse(JSON.parse(event.data)));
    return () => {
      open = false;
      source.close();
    };
  }, [person, inGroup]);

  useEffect(() => {
    if (!state.typing) return undefined;
    const timer = setTimeout(() => step({ type: 'quiet' }), 5000);
    return () => clearTimeout(timer);
  }, [state.typing]);

  return state;
};
