import { useEffect, useRef, useState } from 'react';
import type { TeamsTheme } from '../host/surface';
import { isTooNew, withInputValues, type Card } from './cardJson';
import { renderCard, type CardTurn, type RenderedCard } from './renderCard';

interface CardViewProps {
  readonly card: Card;
  readonly theme: TeamsTheme;
  readonly busy: boolean;
  readonly onTurn: (turn: CardTurn) => void;
}

const nothingTyped: ReadonlyMap<string, unknown> = new Map();

/** One card. A new theme renders it again without losing what has been typed. */
export const CardView = ({ card, theme, busy, onTurn }: CardViewProps) => {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<{ card: Card; rendered: RenderedCard }>(undefined);
  const latest = useRef({ busy, onTurn });
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    latest.current = { busy, onTurn };
  });

  useEffect(() => {
    const typed = shown.current?.card === card ? shown.current.rendered.typed() : nothingTyped;
    const rendered = renderCard(withInputValues(card, typed), theme, (turn) => {
      if (!latest.current.busy) latest.current.onTurn(turn);
    });
    shown.current = rendered && { card, rendered };
    place.current?.replaceChildren(...(rendered === undefined ? [] : [rendered.element]));
    setUnreadable(rendered === undefined);
  }, [card, theme]);

  if (isTooNew(card)) {
    return <p className="card-unreadable">{card.fallbackText ?? 'This card needs a newer version of Teams.'}</p>;
  }
  return (
    <>
      <div ref={place} className={busy ? 'card-body card-busy' : 'card-body'} aria-busy={busy} />
      {unreadable && <p className="card-unreadable">{card.fallbackText ?? 'This card cannot be shown.'}</p>}
    </>
  );
};
