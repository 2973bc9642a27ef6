import { linkTarget } from '../host/deepLinks';

interface LinkDeps {
  readonly appId: string;
  readonly openTab: (subPageId: string | undefined) => void;
  readonly openChat: () => void;
  readonly notify: (text: string) => void;
}

/** Follows a link as Teams does: into the tab or the chat, out to the browser, or with a word on why not. */
export const followLink = ({ appId, openTab, openChat, notify }: LinkDeps, url: string): boolean => {
  const target = linkTarget(url, appId);
  if (target.kind === 'unknown') {
    notify(target.why);
    return false;
  }
  if (target.kind === 'tab') openTab(target.subPageId);
  else if (target.kind === 'chat') openChat();
  else window.open(target.url, '_blank', 'noopener,noreferrer');
  return true;
};
