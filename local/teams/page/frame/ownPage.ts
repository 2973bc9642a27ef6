/** The path of an address that belongs to the app, which is served from this page's own origin; nothing else is framed. */
export const ownPage = (url: string): string | undefined => {
  try {
    const parsed = new URL(url, location.origin);
    const shell = parsed.pathname === '/__teams' || parsed.pathname.startsWith('/__teams/');
    return parsed.origin === location.origin && !shell ? `${parsed.pathname}${parsed.search}${parsed.hash}` : undefined;
  } catch {
    return undefined;
  }
};
