import { useCallback, useEffect, useState } from 'react';
import type { TeamsTheme } from './host/surface';

export type View = 'tab' | 'chat' | 'group' | 'meeting';

/** What the page's own address holds, so that a bookmark, a test or a second window is exact. */
export interface Address {
  readonly as: string | undefined;
  readonly view: View;
  readonly theme: TeamsTheme;
  /** Whether the chat stands beside the tab where there is room. */
  readonly chat: boolean;
  readonly subPageId: string | undefined;
}

const themes: Readonly<Record<string, TeamsTheme>> = {
  light: 'default',
  default: 'default',
  dark: 'dark',
  contrast: 'contrast',
};
const views: readonly View[] = ['tab', 'chat', 'group', 'meeting'];

export const readAddress = (search: string): Address => {
  const query = new URLSearchParams(search);
  return {
    as: query.get('as') ?? undefined,
    view: views.find((view) => view === query.get('view')) ?? 'tab',
    theme: themes[query.get('theme') ?? 'light'] ?? 'default',
    chat: query.get('chat') !== '0',
    subPageId: query.get('subPageId') || undefined,
  };
};

export const writeAddress = ({ as, view, theme, chat, subPageId }: Address): string => {
  const query = new URLSearchParams();
  if (as !== undefined) query.set('as', as);
  if (view !== 'tab') query.set('view', view);
  if (theme !== 'default') query.set('theme', theme);
  if (!chat) query.set('chat', '0');
  if (subPageId !== undefined) query.set('subPageId', subPageId);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

export interface Shown {
  readonly tab: boolean;
  readonly chat: boolean;
  readonly group: boolean;
  readonly meeting: boolean;
}

const nothingShown: Shown = { tab: false, chat: false, group: false, meeting: false };

/** What is on screen: tab and chat side by side where there is room, else one of them, or the group's chat or the meeting. */
export const shownAt = ({ view, chat }: Address, wide: boolean): Shown => {
  if (view === 'meeting' || view === 'group') return { ...nothingShown, [view]: true };
  return wide ? { ...nothingShown, tab: true, chat } : { ...nothingShown, [view]: true };
};

/** The address and a way to change it; each change is a step that the browser's back button undoes. */
export const useAddress = (): [Address, (changes: Partial<Address>) => void] => {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const onBack = (): void => setAddress(readAddress(location.search));
    addEventListener('popstate', onBack);
    return () => removeEventListener('popstate', onBack);
  }, []);
  const change = useCallback((changes: Partial<Address>) => {
    const next = { ...readAddress(location.search), ...changes };
    history.pushState(null, '', `${location.pathname}${writeAddress(next)}`);
    setAddress(next);
  }, []);
  return [address, change];
};
