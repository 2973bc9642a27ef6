import { useEffect, useRef, useState } from 'react';
import type { InvokeOutcome, InvokeRequest } from '../../shapes';
import { invoke, submit } from '../api';
import type { Card } from './cardJson';
import { cardFrom } from './cardJson';
import type { CardTurn } from './renderCard';

export type CardNote = { readonly kind: 'message' | 'error'; readonly text: string };

interface CardKey {
  readonly person: string;
  readonly messageId: string;
  readonly version: number;
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
  const { person, messageId, version } = key;
  const [view, setView] = useState<{ card: Card; version: number }>();
  const [note, setNote] = useState<CardNote>();
  const [busy, setBusy] = useState(false);
  const newest = useRef(version);
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

  const run = async (work: () => Promise<InvokeOutcome | undefined>): Promise<void> => {
    setBusy(true);
    setNote(undefined);
    const outcome = await work();
    setBusy(false);
    show(outcome, version);
  };

  return {
    view: view?.version === version ? view.card : undefined,
    note,
    busy,
    take(turn) {
      if (turn.kind === 'link') openLink(turn.url);
      else if (turn.kind === 'submit') void run(() => submit(person, messageId, turn.data));
      else void run(() => invoke(person, { replyToId: messageId, action: turn.action, trigger: 'manual' }));
    },
    refresh(action, trigger) {
      const asked = invoke(person, { replyToId: messageId, action, trigger });
      if (trigger === 'manual') void run(() => asked);
      // What Teams asks by itself and does not get, nobody is told.
      else void asked.then((outcome) => outcome.kind === 'card' && show(outcome, version));
    },
  };
};
