import type { Person } from '../../shared/schema/people';
import type { LocalSettings } from '../settings';

/** The part of a better-sqlite3-like database that the chats are kept in. */
export interface ChatDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...parameters: unknown[]): unknown;
    get(...parameters: unknown[]): unknown;
    all(...parameters: unknown[]): unknown[];
  };
}

/** The part of the local Entra that Teams and its connector need. Tokens are bare, without `Bearer`. */
export interface TeamsTokens {
  issueTabToken(
    person: { readonly id: string; readonly name: string; readonly email: string },
    overrides?: { readonly claims?: Record<string, unknown> },
  ): Promise<string>;
  issueChannelToken(claims: { serviceUrl: string; audience: string }): Promise<string>;
  verifyAppToken(token: string, audience: string): Promise<{ appId: string } | undefined>;
}

/** How the platform behaves; a test changes them while it runs. */
export interface TeamsSwitches {
  /** Teams' limits per conversation (facts §5.5). Off, so that nobody waits by accident. */
  rateLimits: boolean;
  /** How long Teams waits for the bot, in milliseconds (facts §5.5). */
  answerWithin: number;
  /** Teams sends an activity again when it heard no answer: `true` sends every one twice. */
  deliverTwice: boolean;
  /** Teams sends again for a moment only: `true` tells of an installation once, whatever the bot answers. */
  tellOnce: boolean;
}

export interface TeamsOptions {
  readonly database: ChatDatabase;
  readonly entra: TeamsTokens;
  readonly settings: LocalSettings;
  readonly people: readonly Person[];
  /** Have an account, and are not among the people whom the app knows at the beginning. */
  readonly others?: readonly Person[];
  /** Which sample this is, as the page's top bar says it. */
  readonly sample?: string;
  /** Names for the URNs in people's roles; without it the person switcher shows the number. */
  readonly academies?: readonly { readonly urn: string; readonly name: string }[];
  /** Where the built tab (`tabs`) and the built page (`teams-page`) are. */
  readonly distDir?: string;
}
