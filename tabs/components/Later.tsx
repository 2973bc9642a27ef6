import { Suspense, useEffect, useState, type ReactNode } from 'react';

/** Calls back once what is drawn now has been seen: a frame, and then whatever the browser has to do first. */
export const whenSeen = (act: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};

interface LaterProps {
  /** What keeps the room meanwhile. */
  readonly room?: ReactNode;
  readonly children: ReactNode;
}

/** Draws its children after the page around them has been seen: what they need is not fetched before. */
export const Later = ({ room, children }: LaterProps) => {
  const [seen, setSeen] = useState(false);
  useEffect(
    () =>
      whenSeen(() => {
        setSeen(true);
      }),
    [],
  );
  return seen ? <Suspense fallback={room}>{children}</Suspense> : room;
};
