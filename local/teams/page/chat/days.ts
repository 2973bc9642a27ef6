import type { ChatMessage } from '../../shapes';

const inWords = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

export interface Day {
  readonly name: string;
  readonly messages: readonly ChatMessage[];
}

/** Messages by the day on which they arrived, for the headings between them. */
export const byDay = (messages: readonly ChatMessage[], now: Date): Day[] => {
  const today = inWords.format(now);
  const days = new Map<string, ChatMessage[]>();
  for (const message of messages) {
    const day = inWords.format(new Date(message.at));
    const name = day === today ? 'Today' : day;
    days.set(name, [...(days.get(name) ?? []), message]);
  }
  return [...days].map(([name, ofDay]) => ({ name, messages: ofDay }));
};
