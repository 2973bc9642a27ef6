import { useEffect, useMemo } from 'react';
import type { ChatMessage } from '../../shapes';

const key = (person: string): string => `teams.read.${person}`;

const lastRead = (person: string): number => Number(localStorage.getItem(key(person)) ?? 0);

/** How many of the app's messages this person has not had in sight; `visible` while the chat is on screen. */
export const useUnread = (person: string, messages: readonly ChatMessage[], visible: boolean): number => {
  const arrived = useMemo(
    () => messages.filter(({ from, deleted }) => from === 'app' && deleted !== true).map(({ id }) => Number(id)),
    [messages],
  );
  const newest = arrived.at(-1) ?? 0;

  useEffect(() => {
    if (visible && newest > lastRead(person)) localStorage.setItem(key(person), String(newest));
  }, [visible, newest, person]);

  return visible ? 0 : arrived.filter((id) => id > lastRead(person)).length;
};
