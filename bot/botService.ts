import type { ChatOutcome, Conversation, Opened } from '../shared/application/ports/delivery';
import type { PersonId } from '../shared/schema/ids';
import type { AdaptiveCard } from './cards/adaptiveCard';

/** The bot as the rest of the product sees it: plain data, nothing of the library behind it. */

export interface BotRequest {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body. */
  readonly body: unknown;
}

/** `fault` is for the log only: what went wrong where the answer had to be given all the same. */
export interface BotResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly fault?: unknown;
}

export interface Message {
  readonly person: PersonId;
  readonly conversation: Conversation;
  readonly activityId: string;
  readonly text: string;
  /** What `Action.Submit` sent; undefined where somebody wrote. */
  readonly value?: unknown;
  readonly locale?: string;
}

export interface CardAction {
  readonly person: PersonId;
  readonly conversation: Conversation;
  readonly tenantId: string;
  readonly verb: string;
  /** The button's data with the inputs laid over it: nothing of it is to be believed. */
  readonly data: unknown;
  readonly activityId: string;
  /** The message that holds the card; empty where Teams did not say. */
  readonly cardId: string;
  readonly trigger: 'manual' | 'automatic';
}

/** Somebody looks at a card that was shared in a chat. */
export interface SharedView {
  readonly person: PersonId;
  /** What the card carries: nothing of it is to be believed. */
  readonly data: unknown;
}

/** Somebody searches from the message box, in whatever chat. */
export interface Search {
  readonly person: PersonId;
  readonly value: unknown;
}

export interface Reply {
  readonly card: AdaptiveCard;
  /** What a notification and a screen reader say. */
  readonly summary: string;
}

export type CardActionAnswer =
  | { readonly kind: 'card'; readonly card: AdaptiveCard }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly message: string };

/** What the product does when something arrives. They throw faults only. */
export interface BotHandlers {
  /** `greet` only where the person has just got the app, so that updates and moves greet nobody. */
  onInstalled(installed: { conversation: Conversation; greet: boolean }): Promise<readonly Reply[]>;
  onRemoved(conversation: Conversation): Promise<void>;
  onMessage(message: Message): Promise<readonly Reply[]>;
  /** Somebody wrote to the bot where others read along: in a team, or in a chat of several people. */
  onMessageAmongOthers(person: PersonId): Promise<readonly Reply[]>;
  onCardAction(action: CardAction): Promise<CardActionAnswer>;
  /** What this viewer may see of it. */
  onSharedView(view: SharedView): Promise<Reply>;
  /** The same in their own chat; undefined where that is not known, so that nothing is said in front of others. */
  onSharedAsked(view: SharedView): Promise<{ readonly conversation: Conversation; readonly reply: Reply } | undefined>;
  /** The body of the answer, as Teams takes it. */
  onSearch(search: Search): Promise<object>;
}

export interface BotService {
  /** What arrives at the messages endpoint. Never throws; 401 for whoever is not Teams. */
  receive(request: BotRequest): Promise<BotResponse>;
  /** The chat of somebody who has the app; `serviceUrl` is the configuration's where none is known. */
  open(person: PersonId, serviceUrl: string | undefined): Promise<Opened>;
  /** Waits for room within Teams' limits, and takes it: to be asked before `send`. */
  turn(conversation: Conversation): Promise<void>;
  send(conversation: Conversation, card: AdaptiveCard, summary: string): Promise<ChatOutcome>;
  update(conversation: Conversation, activityId: string, card: AdaptiveCard, summary: string): Promise<ChatOutcome>;
}

/**
 * Teams' chat did not take a message. `retryAfter` in seconds, where it was said; `lost` where the request went out and
 * no answer came back: it may have been carried out.
 */
export class ChatFault extends Error {
  constructor(
    message: string,
    readonly reason: {
      readonly status?: number;
      readonly code?: string;
      readonly retryAfter?: number;
      readonly lost?: boolean;
    },
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ChatFault';
  }
}

/** A token of the bot's for a scope; its end in milliseconds since 1970. */
export type OwnToken = (scope: string) => Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;

/** The bot's identity, as `ConfidentialClientApplication` takes it, or where its tokens come from. Exactly one. */
export type BotCredential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } }
  /** Makes a managed identity's assertion, anew for each token. */
  | { readonly clientAssertion: () => Promise<string> }
  /** The bot is a managed identity itself. */
  | { readonly ownToken: OwnToken };

/** Every address is given, so that nothing falls back to the public cloud. */
export interface BotServiceConfig {
  readonly appId: string;
  readonly tenantId: string;
  readonly credential: BotCredential;
  /** The bot's own tenant at the sign-in service: `https://login.microsoftonline.com/<tenant>`. */
  readonly loginUrl: string;
  /** Hosts of sign-in services that are not Microsoft's public ones. */
  readonly knownAuthorities: readonly string[];
  readonly openIdMetadataUrl: string;
  readonly oauthUrl: string;
  readonly tokenIssuer: string;
  /** Teams' address for all regions: where a chat is opened as long as no chat's own is known. */
  readonly serviceUrl: string;
}
