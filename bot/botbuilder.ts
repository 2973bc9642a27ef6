import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  type Activity as BotActivity,
} from 'botbuilder';
import type { ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import {
  AppCredentials,
  type AuthenticatorResult,
  type ConnectorClientOptions,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { ChatOutcome, Conversation, Opened } from '../shared/application/ports/delivery';
import type { PersonId } from '../shared/schema/ids';
import { isThread } from './activity';
import { ChatFault, type BotHandlers, type BotService, type BotServiceConfig, type Reply } from './botService';
import { createAcquireToken, type AcquireToken } from './botToken';
import { authenticating } from './authenticating';
import { createChannelTokenVerifier } from './channelToken';
import { sendOnce } from './connectorRequest';
import { createDuplicates } from './duplicates';
import { delivered, pause, whyNotOpened, type Pause } from './delivering';
import { createReceive } from './receive';
import { createSendingLimits, type SendingLimits } from './sendingLimits';

/**
 * Everything that is botbuilder's. Its support ended in 2025: whoever replaces it (Microsoft 365 Agents SDK, Teams
 * SDK) replaces this file alone. What comes in is checked by `channelToken.ts`, and not by it (facts §5.1).
 */

const chatScope = 'https://api.botframework.com';

/** What the service needs of the world; tests bring their own. */
export interface Platform {
  readonly acquireToken: AcquireToken;
  readonly fetch: typeof fetch;
  readonly pause: Pause;
  readonly now: () => string;
  readonly limits: SendingLimits;
}

class BotCredentials extends AppCredentials {
  constructor(
    { appId, tenantId }: BotServiceConfig,
    private readonly acquire: AcquireToken,
  ) {
    super(appId, tenantId, chatScope);
  }

  protected override refreshToken(): Promise<AuthenticatorResult> {
    return this.acquire(`${chatScope}/.default`);
  }
}

/** There is no configuration in which tokens are not checked. */
const credentialsFactory = (config: BotServiceConfig, acquire: AcquireToken): ServiceClientCredentialsFactory => ({
  isAuthenticationDisabled: () => Promise.resolve(false),
  isValidAppId: (appId) => Promise.resolve(appId === config.appId),
  createCredentials: () => Promise.resolve(new BotCredentials(config, acquire)),
});

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

const httpClient = (platform: Platform): HttpClient => {
  const send = sendOnce(platform.fetch);
  return {
    async sendRequest(request) {
      const { url, method } = request;
      const asked = { url, method, headers: request.headers.rawHeaders() };
      const body = typeof request.body === 'string' ? { body: request.body } : {};
      const { status, headers, bodyAsText } = await send({ ...asked, ...body });
      // A copy of the request's headers is the only maker of this library's own type within reach.
      const answered = request.headers.clone();
      for (const name of answered.headerNames()) answered.remove(name);
      headers.forEach((value, name) => answered.set(name, value));
      return { request, status, headers: answered, bodyAsText };
    },
  };
};

const createAuthentication = (config: BotServiceConfig, platform: Platform): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: config.appId,
      MicrosoftAppTenantId: config.tenantId,
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: config.loginUrl,
      ToChannelFromBotOAuthScope: chatScope,
      ToBotFromChannelTokenIssuer: config.tokenIssuer,
      OAuthUrl: config.oauthUrl,
      ToBotFromChannelOpenIdMetadataUrl: config.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: config.openIdMetadataUrl,
      CallerId: '',
    },
    credentialsFactory(config, platform.acquireToken),
    undefined,
    undefined,
    { httpClient: httpClient(platform) },
  );

const referenceTo = (conversation: Conversation, { tenantId }: BotServiceConfig): Partial<ConversationReference> => ({
  channelId: 'msteams',
  serviceUrl: conversation.serviceUrl,
  user: { id: conversation.userId, name: '', aadObjectId: conversation.person },
  bot: { id: conversation.botId, name: '' },
  conversation: {
    id: conversation.conversationId,
    name: '',
    tenantId,
    ...(isThread(conversation.conversationId)
      ? { isGroup: true, conversationType: '' }
      : { isGroup: false, conversationType: 'personal' }),
  },
});

const newChat = (person: PersonId, { appId, tenantId }: BotServiceConfig) =>
  ({
    isGroup: false,
    bot: { id: `28:${appId}`, name: '' },
    members: [{ id: person, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  }) satisfies ConversationParameters;

const messageWith = ({ card, summary }: Reply): Partial<BotActivity> => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const platformOf = (config: BotServiceConfig, given: Partial<Platform>): Platform => ({
  acquireToken: given.acquireToken ?? createAcquireToken(config),
  fetch: given.fetch ?? fetch,
  pause: given.pause ?? pause,
  now: given.now ?? (() => new Date().toISOString()),
  limits: given.limits ?? createSendingLimits(),
});

interface Place {
  readonly conversation: Conversation;
  readonly replyTo?: string;
}

/** Messages out, each within Teams' limits and with its outcome. */
const createSending = (config: BotServiceConfig, platform: Platform, adapter: CloudAdapter) => {
  const turn = ({ conversationId }: Conversation): Promise<void> => platform.limits.turn(conversationId);

  /** Runs one call in a conversation; `call` answers the id of the message. */
  const within = (place: Place, repeatable: boolean, call: (context: TurnContext) => Promise<string>) =>
    delivered({
      repeatable,
      wait: platform.pause,
      turn: () => turn(place.conversation),
      async deliver() {
        let id = '';
        await adapter.continueConversationAsync(
          config.appId,
          referenceTo(place.conversation, config),
          async (context) => {
            // botbuilder makes an id up, and would send every message as a reply to an activity that never was.
            context.activity.id = place.replyTo ?? '';
            id = await call(context);
          },
        );
        return id;
      },
    });

  return {
    turn,
    post: (place: Place, reply: Reply): Promise<ChatOutcome> =>
      within(place, false, async (context) => {
        const id = (await context.sendActivity(messageWith(reply)))?.id;
        if (!id) throw new ChatFault('Teams’ chat answered without an id.', { lost: true });
        return id;
      }),
    edit: (conversation: Conversation, id: string, reply: Reply): Promise<ChatOutcome> =>
      within({ conversation }, true, async (context) => {
        await context.updateActivity({ ...messageWith(reply), id });
        return id;
      }),
  };
};

/** For whom cards refresh themselves. A chat is as good without it, until they write in it. */
const memberIdIn = async (context: TurnContext, person: PersonId): Promise<string> => {
  const member = await TeamsInfo.getMember(context, person).catch(() => undefined);
  return member?.id ?? '';
};

const createOpening =
  (config: BotServiceConfig, platform: Platform, adapter: CloudAdapter) =>
  async (person: PersonId, serviceUrl = config.serviceUrl): Promise<Opened> => {
    const wanted = newChat(person, config);
    let userId = '';
    const turn = (): Promise<void> => platform.limits.turn(person);
    const deliver = async (): Promise<string> => {
      let id: string | undefined;
      await adapter.createConversationAsync(config.appId, 'msteams', serviceUrl, chatScope, wanted, async (context) => {
        id = context.activity.conversation.id;
        if (id) userId = await memberIdIn(context, person);
      });
      if (!id) throw new ChatFault('Teams’ chat opened a chat without an id.', { lost: true });
      return id;
    };
    await turn();
    const outcome = await delivered({ repeatable: true, wait: platform.pause, turn, why: whyNotOpened, deliver });
    if (outcome.status === 'unreachable') return outcome;
    if (outcome.status === 'unsure') throw new ChatFault(outcome.reason, { lost: true });
    const conversationId = outcome.activityId;
    return { status: 'opened', conversation: { person, conversationId, serviceUrl, userId, botId: wanted.bot.id } };
  };

/** The bot behind botbuilder's `CloudAdapter`: checks what arrives, hands it on as plain data, sends what is answered. */
export const createBotService = (
  config: BotServiceConfig,
  handlers: BotHandlers,
  given: Partial<Platform> = {},
): BotService => {
  const platform = platformOf(config, given);
  const adapter = new CloudAdapter(createAuthentication(config, platform));
  const { turn, post, edit } = createSending(config, platform, adapter);
  return {
    receive: createReceive({
      tenantId: config.tenantId,
      authenticate: authenticating(createChannelTokenVerifier(config, () => Date.parse(platform.now()))),
      async reply(conversation, replyTo, reply) {
        await turn(conversation);
        await post({ conversation, replyTo }, reply);
      },
      handlers,
      duplicates: createDuplicates(platform.now),
    }),
    open: createOpening(config, platform, adapter),
    turn,
    send: (conversation, card, summary) => post({ conversation }, { card, summary }),
    async update(conversation, activityId, card, summary) {
      await turn(conversation);
      return edit(conversation, activityId, { card, summary });
    },
  };
};
