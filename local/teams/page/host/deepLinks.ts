import { z } from 'zod';

const LinkContext = z.object({ subEntityId: z.string().max(2000).nullish() });

/** Where a clicked link leads: into the tab or the chat, out to the web, or nowhere that this client knows. */
export type LinkTarget =
  | { kind: 'tab'; entityId: string; subPageId?: string }
  /** The reader's own chat with the app. */
  | { kind: 'chat' }
  | { kind: 'web'; url: string }
  | { kind: 'unknown'; why: string };

const contextIn = (url: URL): z.infer<typeof LinkContext> => {
  try {
    return LinkContext.parse(JSON.parse(url.searchParams.get('context') ?? '{}'));
  } catch {
    return {};
  }
};

const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft'];

const teamsLink = (url: URL, appId: string): LinkTarget => {
  const [, l, kind, app = '', entityId = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (l !== 'l' || kind !== 'entity') return { kind: 'unknown', why: 'This local Teams opens links to Assured only.' };
  if (app.toLowerCase() !== appId) return { kind: 'unknown', why: 'The link belongs to an app that is not installed.' };
  if (entityId === 'conversations') return { kind: 'chat' };
  const { subEntityId } = contextIn(url);
  return { kind: 'tab', entityId, ...(subEntityId ? { subPageId: subEntityId } : {}) };
};

/** Reads `https://teams.microsoft.com/l/entity/<appId>/<entityId>?context=…` (facts §3.5) and web links. */
export const linkTarget = (link: string, appId: string): LinkTarget => {
  try {
    const url = new URL(link);
    if (teamsHosts.includes(url.hostname)) return teamsLink(url, appId);
    if (url.protocol === 'https:' || url.protocol === 'http:') return { kind: 'web', url: url.href };
  } catch {
    return { kind: 'unknown', why: 'The link cannot be read.' };
  }
  return { kind: 'unknown', why: 'Links of this kind are not opened.' };
};
