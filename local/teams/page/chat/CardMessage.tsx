import { Button, Spinner } from '@fluentui/react-components';
import { ArrowClockwise16Regular, CheckmarkCircle16Regular, ErrorCircle16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { ChatMessage } from '../../shapes';
import type { ChatPlace } from '../api';
import { refreshesFor, type Card } from '../cards/cardJson';
import { CardView } from '../cards/CardView';
import { useAutoRefresh } from '../cards/useAutoRefresh';
import { useCardTurns, type CardNote } from '../cards/useCardTurns';
import type { TeamsTheme } from '../host/surface';

interface CardMessageProps {
  readonly place?: ChatPlace;
  readonly person: string;
  readonly memberId: string;
  readonly message: ChatMessage;
  readonly card: Card;
  readonly theme: TeamsTheme;
  readonly openLink: (url: string) => boolean;
}

const Note = ({ note }: { readonly note: CardNote }) => (
  <p className={`card-note card-note-${note.kind}`} role={note.kind === 'error' ? 'alert' : 'status'}>
    {note.kind === 'error' ? <ErrorCircle16Regular aria-hidden /> : <CheckmarkCircle16Regular aria-hidden />}
    <span>{note.text}</span>
  </p>
);

/** A card of the app in the chat, with this viewer's own state of it. */
export const CardMessage = (props: CardMessageProps) => {
  const { place = 'people', person, memberId, message, card, theme, openLink } = props;
  const element = useRef<HTMLDivElement>(null);
  const turns = useCardTurns({ place, person, messageId: message.id, version: message.version, sent: card }, openLink);
  const shown = turns.view ?? card;
  const refresh = card.refresh?.action;

  useAutoRefresh(element, message.version, refreshesFor(card, memberId), () => {
    if (refresh !== undefined) turns.refresh(refresh, 'automatic');
  });

  return (
    <div ref={element} className="card" data-testid="card" data-activity-id={message.id}>
      <CardView card={shown} theme={theme} busy={turns.busy} onTurn={turns.take} />
      {turns.busy && <Spinner className="card-wait" size="tiny" label="Waiting for the app" />}
      {turns.note !== undefined && <Note note={turns.note} />}
      {refresh !== undefined && !refreshesFor(card, memberId) && (
        <Button
          className="card-refresh"
          appearance="subtle"
          size="small"
          icon={<ArrowClockwise16Regular />}
          onClick={() => turns.refresh(refresh, 'manual')}
        >
          Refresh card
        </Button>
      )}
    </div>
  );
};
