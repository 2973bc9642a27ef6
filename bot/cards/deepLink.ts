/** The address of a place in the tab: `subPageId` is the tab's route without its leading slash. */
export type DeepLink = (subPageId: string) => string;

interface Tab {
  /** As the trust's Teams knows the app: its catalogue's id, which need not be the manifest's. */
  readonly teamsAppId: string;
  /** Where the tab is served, without a closing slash: for whoever opens the link outside Teams. */
  readonly tabOrigin: string;
}

/** The personal tab's entity id in the manifest. */
const entityId = 'work';

const placeIn = (origin: string, subPageId: string): string =>
  `${origin}/${subPageId.split('/').map(encodeURIComponent).join('/')}`;

/** Teams opens the personal tab and hands it `subPageId`. */
export const createDeepLink =
  ({ teamsAppId, tabOrigin }: Tab): DeepLink =>
  (subPageId) => {
    const asked = {
      webUrl: placeIn(tabOrigin, subPageId),
      label: 'Assured',
      context: JSON.stringify({ subEntityId: subPageId }),
    };
    const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${entityId}?${query.join('&')}`;
  };

/**
 * Teams opens the reader's own chat with the app. Source: Microsoft, “Deep link to an application”, navigate to a chat with
 * the application.
 */
export const createChatLink = ({ teamsAppId }: Pick<Tab, 'teamsAppId'>): string =>
  `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/conversations`;
