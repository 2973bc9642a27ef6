import type { Meeting, PersonOnPage } from '../../shapes';

/** Where a frame is shown (facts §1.2). A dialog's page is a `task`. */
export type FrameContext = 'content' | 'task' | 'sidePanel' | 'meetingStage';
export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** What the app may learn about where it runs: hints, never a proof of who asks (facts §2). */
export interface Surface {
  readonly frameContext: FrameContext;
  readonly theme: TeamsTheme;
  readonly person: Pick<PersonOnPage, 'id' | 'name' | 'email' | 'visit'>;
  readonly tenantId: string;
  readonly appId: string;
  readonly entityId: string;
  readonly subPageId?: string | undefined;
  readonly meeting?: Pick<Meeting, 'id' | 'chatId'> | undefined;
  readonly sessionId: string;
  /** The address of the app's start page, as the manifest gives it. */
  readonly contentUrl: string;
}

/** What Teams tells the app of somebody; of somebody without an account next to nothing. */
const personIn = ({ person, tenantId }: Surface): Record<string, unknown> =>
  person.visit === 'anonymous'
    ? { userLicenseType: 'Anonymous' }
    : {
        tid: tenantId,
        tenantSKU: 'edu',
        userObjectId: person.id,
        userPrincipalName: person.email,
        loginHint: person.email,
        userDisplayName: person.name,
        userLicenseType: 'Teams',
      };

/** The legacy flat object that teams-js turns into its context (facts §1.3). */
export const flatContext = (surface: Surface): Record<string, unknown> => ({
  entityId: surface.entityId,
  ...(surface.subPageId === undefined ? {} : { subEntityId: surface.subPageId }),
  locale: 'en-gb',
  theme: surface.theme,
  ...personIn(surface),
  frameContext: surface.frameContext,
  hostClientType: 'web',
  hostName: 'Teams',
  sessionId: surface.sessionId,
  appSessionId: surface.sessionId,
  appId: surface.appId,
  ...(surface.meeting === undefined ? {} : { meetingId: surface.meeting.id, chatId: surface.meeting.chatId }),
});

/** Only what this host answers: teams-js itself refuses the rest as not supported. */
export const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: {
    pages: { backStack: {}, config: {}, currentApp: {} },
    dialog: { url: {}, update: {} },
    teamsCore: {},
    clipboard: {},
    people: {},
  },
} as const;
