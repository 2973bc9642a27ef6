import type { ReactNode } from 'react';
import type { ChatMessage } from '../../shapes';
import { byDay } from './days';

interface DaySectionsProps {
  readonly messages: readonly ChatMessage[];
  readonly show: (message: ChatMessage) => ReactNode;
}

/** The messages of a chat, each day's under its name. */
export const DaySections = ({ messages, show }: DaySectionsProps) =>
  byDay(messages, new Date()).map((day) => (
    <section key={day.name} aria-label={day.name}>
      <p className="chat-day" aria-hidden>
        {day.name}
      </p>
      {day.messages.map(show)}
    </section>
  ));
