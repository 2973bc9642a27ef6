import { useState, type KeyboardEvent, type PointerEvent } from 'react';

const narrowest = 300;
const widest = 560;
const key = 'teams.chatWidth';

const within = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)));

/** The chat's width in pixels, remembered for the next visit. */
export const useChatWidth = (): [number, (width: number) => void] => {
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(key) ?? 380)));
  return [
    width,
    (wanted) => {
      localStorage.setItem(key, String(within(wanted)));
      setWidth(within(wanted));
    },
  ];
};

interface ChatDividerProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Moves the border between tab and chat, by pointer or by arrow keys. */
export const ChatDivider = ({ width, onWidth }: ChatDividerProps) => {
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(innerWidth - event.clientX);
  };
  const press = ({ key: pressed }: KeyboardEvent): void => {
    if (pressed === 'ArrowLeft') onWidth(width + 20);
    if (pressed === 'ArrowRight') onWidth(width - 20);
  };
  return (
    <div
      className="chat-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the chat"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
};
