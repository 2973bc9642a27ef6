import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

const AnnouncerContext = createContext<(words: string) => void>(() => undefined);

/** One polite live region for the whole tab: 'Saved', 'Sent'. */
export const Announcer = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ words: '', times: 0 });
  const announce = useCallback((words: string) => {
    setSaid(({ times }) => ({ words, times: times + 1 }));
  }, []);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <VisuallyHidden>
        <div role="status" aria-live="polite">
          {/* A new key, so that the same words said twice are heard twice. */}
          <span key={said.times}>{said.words}</span>
        </div>
      </VisuallyHidden>
    </AnnouncerContext>
  );
};

export const useAnnounce = (): ((words: string) => void) => useContext(AnnouncerContext);
