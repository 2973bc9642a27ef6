import { Avatar } from '@fluentui/react-components';
import type { PersonOnPage, Setup } from '../../shapes';
import { insertInGroup, sayInGroup } from '../api';
import { Compose } from '../chat/Compose';
import { DaySections } from '../chat/DaySections';
import { useStickToEnd } from '../chat/useStickToEnd';
import type { FeedState } from '../feed/feedState';
import type { TeamsTheme } from '../host/surface';
import { useNotice } from '../shell/useNotice';
import { Extension } from './Extension';
import { GroupMessage } from './GroupMessage';

interface GroupChatProps {
  readonly setup: Setup;
  readonly person: PersonOnPage;
  readonly feed: FeedState;
  readonly theme: TeamsTheme;
  readonly openLink: (url: string) => boolean;
}

/** A chat of several people: what each sees of a card in it is their own. */
export const GroupChat = ({ setup, person, feed, theme, openLink }: GroupChatProps) => {
  const { title, members } = setup.group;
  const list = useStickToEnd(true);
  const notify = useNotice();
  const names = new Map(setup.people.map(({ id, name }) => [id, name]));
  const orSaySo = (work: Promise<void>): void => void work.catch(() => notify('The message was not sent. Try again.'));
  return (
    <main className="group-chat">
      <header className="chat-head">
        <Avatar name={title} color="colorful" size={28} aria-hidden />
        <h2>{title}</h2>
        <span className="quiet">{members.map((id) => names.get(id) ?? '').join(', ')}</span>
      </header>
      <div className="chat-scroller" ref={list} tabIndex={0} role="region" aria-label="Messages, scrollable">
        <div className="chat-messages" data-testid="group-chat" role="log" aria-label="Messages">
          {feed.group.length === 0 && <p className="chat-empty quiet">No messages yet.</p>}
          <DaySections
            messages={feed.group}
            show={(message) => (
              <GroupMessage
                key={message.id}
                person={person.id}
                memberId={feed.chat?.memberId ?? ''}
                author={message.from === 'app' ? 'Assured' : (names.get(message.author ?? '') ?? 'Somebody')}
                {...{ message, theme, openLink }}
              />
            )}
          />
        </div>
      </div>
      <div className="group-compose">
        <Extension person={person.id} onChoose={(card) => orSaySo(insertInGroup(person.id, card))} />
        <Compose to={title} onSay={(text) => orSaySo(sayInGroup(person.id, text))} />
      </div>
    </main>
  );
};
