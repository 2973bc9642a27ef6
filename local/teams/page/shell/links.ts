import { linkTarget } from '../host/deepLinks';

interface LinkDeps {
  readonly appId: string;
  readonly openTab: (subPageId: string | undefined) => void;
  readonly notify: (text: string) => void;
}

/** Follows a link as Teams does: into the tab, out to the browser, or with a word on why not. */
export const followLink = ({ appId, openTab, notify }: LinkDeps, url: string): boolean => {
  const target = linkTarget(url, appId);
  if (target.kind === 'unknown') {
    notify(target.why);
    return false;
  }
  if (target.kind === 'tab') openTab(target.subPageId);
  else window.open(target.url, '_blank', 'noopener,noreferrer');
  return true;
};
