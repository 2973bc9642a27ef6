import type { PersonId } from '../shared/schema/ids';
import type { RoleName } from '../shared/schema/people';
import type { Message, Reply } from './botService';
import type { AdaptiveCard } from './cards/adaptiveCard';
import type { Answering } from './answering';
import { readAnswer } from './answering';
import type { DeepLink } from './cards/deepLink';
import { renderNotice } from './cards/noticeCard';
import { PromptAnswer } from './cards/prompt';
import { renderHelp, renderWelcome } from './cards/talkCard';
import { renderWork } from './cards/workCard';
import { understand, type Intent } from './understand';
import type { UseCases } from './useCases';

interface Talking {
  readonly useCases: UseCases;
  readonly answering: Answering;
  readonly deepLink: DeepLink;
}

const replyWith = (card: AdaptiveCard): Reply => ({ card, summary: card.fallbackText });

const openings = {
  greeting: 'Hello, this is Assured',
  help: 'This is what Assured does for you here',
  other: 'I did not understand that',
} satisfies Record<Exclude<Intent, 'work'>, string>;

const notRead = 'This button belongs to an older card, or its answer was incomplete. Please open Assured to go on.';

/** What the bot says to whoever writes, presses a simple button, or has just got the app. */
export const createTalking = ({ useCases, answering, deepLink }: Talking) => {
  const options = { deepLink };

  const work = async (person: PersonId): Promise<Reply> => {
    const found = await useCases.readWork(person, {});
    return replyWith(
      found.ok ? renderWork(found.value, options) : renderNotice(await answering.refusal(found.refusal)),
    );
  };

  const say = async (person: PersonId, intent: Intent): Promise<Reply> => {
    if (intent === 'work') return work(person);
    const session = await useCases.readSession(person, {});
    if (!session.ok) return replyWith(renderNotice(await answering.refusal(session.refusal)));
    const roles = session.value.person.roles.map(({ role }): RoleName => role);
    return replyWith(renderHelp(openings[intent], roles, options));
  };

  /** `Action.Submit`: a prompt of our own cards, or a decision from a client without universal actions. */
  const submitted = async ({ person, value }: Message): Promise<Reply> => {
    const prompt = PromptAnswer.safeParse(value);
    if (prompt.success) return say(person, prompt.data.prompt);
    const answer = readAnswer(value);
    return answer ? answering.decide(person, answer) : replyWith(renderNotice({ tone: 'refused', text: notRead }));
  };

  return {
    answer: (message: Message): Promise<Reply> =>
      message.value === undefined ? say(message.person, understand(message.text)) : submitted(message),

    /** By role; whoever is not set up in the trust is told whom to ask. */
    async welcome(person: PersonId): Promise<Reply> {
      const session = await useCases.readSession(person, {});
      if (!session.ok) return replyWith(renderNotice(await answering.refusal(session.refusal)));
      const { trustName, person: known } = session.value;
      return replyWith(
        renderWelcome({ name: known.name, trustName, roles: known.roles.map(({ role }) => role) }, options),
      );
    },
    notRead,
  };
};
