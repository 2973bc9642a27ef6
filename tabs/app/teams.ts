import { app, authentication, pages } from '@microsoft/teams-js';
import * as z from 'zod/mini';
import type { ThemeName } from '../components/tones';

/** Where Teams shows the tab. */
export type Place = 'tab' | 'sidePanel' | 'meetingStage';

export interface TeamsContext {
  readonly place: Place;
  /** The entity id of the tab: `work` in personal scope, `matrix` in chats and meetings. */
  readonly page: string;
  readonly subPageId: string | undefined;
  readonly theme: ThemeName;
  /** Somebody in the meeting without an account: Teams gives no token for them. */
  readonly anonymous: boolean;
  /** A guest in the trust's tenant, who may be set up in Assured like anybody else: trustees often are. */
  readonly guest: boolean;
  /** The Teams app of a phone or tablet, which saves no files and prints nothing. */
  readonly mobile: boolean;
}

export interface Teams {
  readonly context: TeamsContext;
  readonly getToken: () => Promise<string>;
  readonly onTheme: (listen: (theme: ThemeName) => void) => void;
  /** A link to another place of the tab was followed while the tab was open. */
  readonly onSubPage: (listen: (subPageId: string) => void) => void;
  /** On phones: Teams' back button goes back within the tab while `goBack` says that it could. */
  readonly onBack: (goBack: () => boolean) => void;
  readonly ready: () => void;
}

const themes: Readonly<Record<string, ThemeName>> = { dark: 'dark', contrast: 'contrast' };
export const themeFrom = (name: string): ThemeName => themes[name] ?? 'light';

const placeFrom = (frame: string): Place => (frame === 'sidePanel' || frame === 'meetingStage' ? frame : 'tab');

const mobileClients: ReadonlySet<string> = new Set(['android', 'ios', 'ipados']);

/** What Teams says of where the tab is and for whom: for looks and words only, since anybody can claim it. */
export const contextFrom = (context: app.Context): TeamsContext => ({
  place: placeFrom(context.page.frameContext),
  page: context.page.id,
  subPageId: context.page.subPageId || undefined,
  theme: themeFrom(context.app.theme),
  anonymous: context.user?.licenseType === 'Anonymous',
  guest: /#ext#/i.test(context.user?.userPrincipalName ?? ''),
  mobile: mobileClients.has(context.app.host.clientType),
});

// teams-js hands this event on as the host sent it, in its old flat shape or in the new one.
const ChangedContext = z.union([
  z.pipe(
    z.object({ page: z.object({ subPageId: z.string() }) }),
    z.transform(({ page }) => page.subPageId),
  ),
  z.pipe(
    z.object({ subEntityId: z.string() }),
    z.transform(({ subEntityId }) => subEntityId),
  ),
]);

/** The sub-page that a change of context leads to, if it leads to one. */
export const changedSubPage = (context: unknown): string | undefined =>
  ChangedContext.safeParse(context).data || undefined;

/** The mobile clients have no parent frame but put a native interface on the window. */
export const isInTeams = (): boolean => window.parent !== window || 'nativeInterface' in window;

/** Meets the host and hears who it is. */
export const connectToTeams = async (): Promise<Teams> => {
  await app.initialize();
  const context = contextFrom(await app.getContext());
  return {
    context,
    getToken: () => authentication.getAuthToken(),
    onTheme: (listen) => {
      app.registerOnThemeChangeHandler((name) => {
        listen(themeFrom(name));
      });
    },
    onSubPage: (listen) => {
      app.registerOnContextChangeHandler((context) => {
        const subPageId = changedSubPage(context);
        if (subPageId) listen(subPageId);
      });
    },
    onBack: (goBack) => {
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
    },
    ready: () => {
      app.notifyAppLoaded();
      void app.notifySuccess().catch(() => undefined);
    },
  };
};
