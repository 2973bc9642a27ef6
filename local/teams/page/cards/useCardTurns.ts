import { useEffect, useRef, useState } from 'react';
import type { InvokeOutcome, InvokeRequest } from '../../shapes';
import { invoke, submit, type ChatPlace } from '../api';
import type { Card } from './cardJson';
import { cardFrom } from './cardJson';
import type { CardTurn } from './renderCard';

export type CardNote = { readonly kind: 'message' | 'error'; readonly text: string };

interface CardKey {
  readonly place: ChatPlace;
  readonly person: string;
  readonly messageId: string;
  readonly version: number;
  /** The card as it was sent or last edited. */
  readonly sent: Card;
}

export interface CardTurns {
  /** The viewer's own card, where an answer of the bot has replaced the one that was sent. */
  readonly view: Card | undefined;
  readonly note: CardNote | undefined;
  readonly busy: boolean;
  readonly take: (turn: CardTurn) => void;
  readonly refresh: (action: InvokeRequest['action'], trigger: InvokeRequest['trigger']) => void;
}

/** What a viewer does with one card, and what came of it. An edit of the message ends the viewer's own card. */
export const useCardTurns = (key: CardKey, openLink: (url: string) => boolean): CardTurns => {
  const { place, person, messageId, version, sent } = key;
  const [view, setView] = useState<{ card: Card; version: number }>();
  const [note, setNote] = useState<CardNote>();
  const [busy, setBusy] = useState(false);
  const newest = useRef(version);
  const turnsTaken = useRef(0);
  const shown = view?.version === version ? view.card : sent;
  useEffect(() => {
    newest.current = version;
  }, [version]);

  const show = (outcome: InvokeOutcome | undefined, asked: number): void => {
    if (outcome === undefined) return setNote(undefined);
    if (outcome.kind !== 'card') return setNote(outcome);
    const card = cardFrom(outcome.card);
    if (card === undefined) return setNote({ kind: 'error', text: 'Something went wrong. Please try again.' });
    setNote(undefined);
    // The answer is newer than an edit which the bot made while it answered, so it stands until the next one.
    setView({ card, version: Math.max(asked, newest.current) });
  };

  /**
   * What Teams asks by itself and does not get, nobody is told. What shows nothing new is left as it is, so that nobody
   * loses a form they have opened; and what the viewer did meanwhile stands.
   */
  const showUnasked =
    (turnsBefore: number) =>
    (outcome: InvokeOutcome): void => {
      if (outcome.kind !== 'card' || turnsTaken.current !== turnsBefore) return;
      if (JSON.stringify(cardFrom(outcome.card)) !== JSON.stringify(shown)) show(outcome, version);
    };

  const run = async (work: () => Promise<InvokeOutcome | undefined>): Promise<void> => {
    turnsTaken.current += 1;
    setBusy(true);
    setNote(undefined);
    const outcome = await work();
    setBusy(false);
    show(outcome, version);
  };

  return {
    view: shown === sent ? undefined : shown,
    note,
    busy,
    take(turn) {
      if (turn.kind === 'link') openLink(turn.url);
      else if (turn.kind === 'submit') void run(() => submit(person, messageId, turn.data, place));
      else void run(() => invoke(person, { replyToId: messageId, action: turn.action, trigger: 'manual' }, place));
    },
    refresh(action, trigger) {
      const asked = invoke(person, { replyToId: messageId, action, trigger }, place);
      if (trigger === 'manual') void run(() => asked);
      else void asked.then(showUnasked(turnsTaken.current));
    },
  };
};
