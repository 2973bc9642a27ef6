import { Button } from '@fluentui/react-components';
import type { PersonOnPage } from '../../shapes';
import { say, setInstalled } from '../api';
import type { FeedState } from '../feed/feedState';
import type { TeamsTheme } from '../host/surface';
import { useNotice } from '../shell/useNotice';
import { ChatHead } from './ChatHead';
import { Compose } from './Compose';
import { DaySections } from './DaySections';
import { Message } from './Message';
import { useStickToEnd } from './useStickToEnd';

interface ChatProps {
  readonly person: PersonOnPage;
  readonly theme: TeamsTheme;
  readonly feed: FeedState;
  readonly openLink: (url: string) => boolean;
  readonly shown: boolean;
  /** In pixels, beside the tab; absent where the chat has the window to itself. */
  readonly width: number | undefined;
}

const Messages = ({ person, theme, feed: { chat, typing }, openLink }: ChatProps) => {
  const messages = (chat?.messages ?? []).filter(({ deleted }) => deleted !== true);
  return (
    <div className="chat-messages" data-testid="chat" role="log" aria-label="Messages">
      {chat !== undefined && messages.length === 0 && <p className="chat-empty quiet">No messages yet.</p>}
      <DaySections
        messages={messages}
        show={(message) => (
          <Message
            key={message.id}
            person={person.id}
            memberId={chat?.memberId ?? ''}
            {...{ message, theme, openLink }}
          />
        )}
      />
      {typing && <p className="chat-typing quiet">Assured is typing…</p>}
    </div>
  );
};

/** The person's chat with the app. */
export const Chat = (props: ChatProps) => {
  const { person, feed, shown, width } = props;
  const list = useStickToEnd(shown);
  const notify = useNotice();
  const installed = feed.chat?.installed ?? false;
  const orSaySo = (work: Promise<void>): void => void work.catch(() => notify('The app did not answer. Try again.'));

  return (
    <aside className="chat" aria-label="Chat with Assured" hidden={!shown} style={width === undefined ? {} : { width }}>
      <ChatHead installed={installed} onRemove={() => orSaySo(setInstalled(person.id, false))} />
      <div className="chat-scroller" ref={list} tabIndex={0} role="region" aria-label="Messages, scrollable">
        <Messages {...props} />
      </div>
      {feed.chat !== undefined && !installed && (
        <div className="chat-uninstalled">
          <p>Assured is not installed for {person.name}, so it cannot write here.</p>
          <Button appearance="primary" onClick={() => orSaySo(setInstalled(person.id, true))}>
            Install Assured
          </Button>
        </div>
      )}
      {installed && <Compose onSay={(text) => orSaySo(say(person.id, text))} />}
    </aside>
  );
};
