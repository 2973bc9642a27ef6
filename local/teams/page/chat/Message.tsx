import { Avatar } from '@fluentui/react-components';
import { useMemo } from 'react';
import { cardContentType, type Attachment, type ChatMessage } from '../../shapes';
import { cardFrom } from '../cards/cardJson';
import { markdownToHtml } from '../cards/markdown';
import type { TeamsTheme } from '../host/surface';
import { CardMessage } from './CardMessage';

interface MessageProps {
  readonly person: string;
  readonly memberId: string;
  readonly message: ChatMessage;
  readonly theme: TeamsTheme;
  readonly openLink: (url: string) => boolean;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const Words = ({ message }: { readonly message: ChatMessage }) => {
  if (message.text === undefined || message.text === '') return null;
  if (message.from === 'person' || message.textFormat === 'plain') return <p className="words">{message.text}</p>;
  return <div className="words" dangerouslySetInnerHTML={{ __html: markdownToHtml(message.text) }} />;
};

const Content = ({ attachment, ...props }: MessageProps & { readonly attachment: Attachment }) => {
  // By content: reading the chat again must not render a card anew under the viewer's hands.
  const content = JSON.stringify(attachment.content ?? null);
  const card = useMemo(
    () => (attachment.contentType === cardContentType ? cardFrom(JSON.parse(content)) : undefined),
    [attachment.contentType, content],
  );
  if (card !== undefined) return <CardMessage {...props} card={card} />;
  return (
    <p className="card-unreadable">The app sent something that this Teams cannot show ({attachment.contentType}).</p>
  );
};

/** One message with everything attached to it. */
export const Message = (props: MessageProps) => {
  const { message } = props;
  const fromApp = message.from === 'app';
  return (
    <article className={fromApp ? 'message from-app' : 'message from-person'} aria-label={fromApp ? 'Assured' : 'You'}>
      {fromApp && <Avatar className="message-face" name="Assured" shape="square" color="brand" size={28} aria-hidden />}
      <div className="message-body">
        <p className="message-head">
          {fromApp && <span className="message-author">Assured</span>}
          <time dateTime={message.at}>{clock.format(new Date(message.at))}</time>
          {message.editedAt !== undefined && <span>Edited</span>}
        </p>
        <Words message={message} />
        {message.attachments.map((attachment, index) => (
          <Content key={index} {...props} attachment={attachment} />
        ))}
        {message.undelivered === true && (
          <p className="card-note card-note-error" role="alert">
            The app did not take this message.
          </p>
        )}
      </div>
    </article>
  );
};
