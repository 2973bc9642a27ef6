import { useMemo } from 'react';
import { cardContentType, type ChatMessage } from '../../shapes';
import { cardFrom } from '../cards/cardJson';
import { CardMessage } from '../chat/CardMessage';
import type { TeamsTheme } from '../host/surface';

interface GroupMessageProps {
  readonly person: string;
  readonly memberId: string;
  readonly author: string;
  readonly message: ChatMessage;
  readonly theme: TeamsTheme;
  readonly openLink: (url: string) => boolean;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const Head = ({ name, at, viaApp }: { readonly name: string; readonly at: string; readonly viaApp: boolean }) => (
  <p className="message-head">
    <span className="message-author">{name}</span>
    <time dateTime={at}>{clock.format(new Date(at))}</time>
    {viaApp && <span>via Assured</span>}
  </p>
);

/** What somebody wrote to the others, or the app's card that they put into the chat. */
export const GroupMessage = ({ author, ...props }: GroupMessageProps) => {
  const { message, person } = props;
  const content = JSON.stringify(
    message.attachments.find(({ contentType }) => contentType === cardContentType)?.content ?? null,
  );
  // By content: reading the chat again must not render a card anew under the viewer's hands.
  const card = useMemo(() => cardFrom(JSON.parse(content)), [content]);
  const own = message.author === person;
  const name = own ? 'You' : author;
  return (
    <article className={own ? 'message from-person' : 'message from-app'} aria-label={name}>
      <div className="message-body">
        <Head name={name} at={message.at} viaApp={card !== undefined && message.from === 'person'} />
        {message.text !== undefined && <p className="words">{message.text}</p>}
        {card !== undefined && <CardMessage {...props} place="group" card={card} />}
      </div>
    </article>
  );
};
