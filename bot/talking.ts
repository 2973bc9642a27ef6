import type { PersonId } from '../shared/schema/ids';
import type { RoleName } from '../shared/schema/people';
import { createAcademyAnswers } from './academyAnswers';
import { readAnswer } from './answering';
import { createAsking } from './asking';
import type { Message, Reply } from './botService';
import { renderNotice } from './cards/noticeCard';
import { PromptAnswer } from './cards/prompt';
import { renderHelp, renderWelcome } from './cards/talkCard';
import { afterwards, replyWith, type Asker, type Asking } from './replies';
import type { Decide } from './lateDecisions';
import { understand, type Intent } from './understand';

interface Talking extends Asking {
  readonly decide: Decide;
}

const openings = {
  greeting: 'Hello, this is Assured',
  help: 'This is what Assured does for you here',
  other: 'I did not understand that',
} as const;

const notRead = 'This button belongs to an older card, or its answer was incomplete. Please open Assured to go on.';

/** Words alone may be an academy's name, if they are few. */
const longestName = 80;

/** What a written or pressed wish is answered with. `words` is what was written, where it may be a name. */
const createSaying = (deps: Asking) => {
  const { useCases, deepLink } = deps;
  const after = afterwards(deps);
  const asking = createAsking(deps);
  const academies = createAcademyAnswers(deps);

  const help = async ({ person }: Asker, kind: keyof typeof openings): Promise<Reply> =>
    after(await useCases.readSession(person, {}), (session) => {
      const roles = session.person.roles.map(({ role }): RoleName => role);
      return replyWith(renderHelp(openings[kind], roles, { deepLink }));
    });

  const say = async (asker: Asker, intent: Intent, words = ''): Promise<Reply> => {
    switch (intent.kind) {
      case 'work':
      case 'approvals':
      case 'matrix':
        return asking[intent.kind](asker);
      case 'review':
      case 'status':
        return academies.asked(asker, intent.kind, intent.academy);
      case 'other': {
        const named = words.length <= longestName ? await academies.named(asker, words) : undefined;
        return named ?? help(asker, 'other');
      }
      case 'greeting':
      case 'help':
        return help(asker, intent.kind);
    }
  };

  /** A button of the bot's own cards: the same as writing it. */
  const prompted = (asker: Asker, { prompt, urn }: PromptAnswer): Promise<Reply> => {
    if (prompt !== 'review' && prompt !== 'status') return say(asker, { kind: prompt });
    return urn === undefined ? say(asker, { kind: prompt, academy: '' }) : academies.chosen(asker, prompt, urn);
  };

  return { say, prompted };
};

/** What the bot says to whoever writes, presses a simple button, or has just got the app. */
export const createTalking = (deps: Talking) => {
  const { useCases, decide, deepLink } = deps;
  const { say, prompted } = createSaying(deps);
  const after = afterwards(deps);

  /** `Action.Submit`: a prompt of our own cards, or a decision from a client without universal actions. */
  const submitted = async (asker: Asker, { person, conversation, value }: Message): Promise<Reply> => {
    const prompt = PromptAnswer.safeParse(value);
    if (prompt.success) return prompted(asker, prompt.data);
    const answer = readAnswer(value);
    return answer
      ? decide({ person, conversation, cardId: '' }, answer)
      : replyWith(renderNotice({ tone: 'refused', text: notRead }));
  };

  return {
    answer(message: Message): Promise<Reply> {
      const { person, conversation, text, value } = message;
      const asker = { person, userId: conversation.userId };
      return value === undefined ? say(asker, understand(text), text) : submitted(asker, message);
    },

    /** By role; whoever is not set up in the trust is told whom to ask. */
    welcome: async (person: PersonId): Promise<Reply> =>
      after(await useCases.readSession(person, {}), ({ trustName, person: { name, roles } }) =>
        replyWith(renderWelcome({ name, trustName, roles: roles.map(({ role }) => role) }, { deepLink })),
      ),
    notRead,
  };
};
