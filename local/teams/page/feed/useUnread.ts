import { useEffect, useMemo, useState } from 'react';
import type { ChatMessage } from '../../shapes';

const key = (person: string): string => `teams.read.${person}`;

const lastRead = (person: string): number => Number(localStorage.getItem(key(person)) ?? 0);

/** How many of the app's messages this person has not had in sight; `visible` while the chat is on screen. */
export const useUnread = (person: string, messages: readonly ChatMessage[], visible: boolean): number => {
  const [read, setRead] = useState(() => lastRead(person));
  const arrived = useMemo(
    () => messages.filter(({ from, deleted }) => from === 'app' && deleted !== true).map(({ id }) => Number(id)),
    [messages],
  );
  const newest = arrived.at(-1) ?? 0;

  useEffect(() => {
    if (!visible || newest <= read) return;
    localStorage.setItem(key(person), String(newest));
    setRead(newest);
  }, [visible, newest, read, person]);

  return arrived.filter((id) => id > read).length;
};
