import { z } from 'zod';
import type { PersonId } from '../shared/schema/ids';
import { CardAnswer } from '../shared/schema/card';
import type { Matter } from '../shared/schema/matter';
import type { Refusal } from '../shared/domain/refusal';
import { matterOfAnswer } from '../shared/domain/matterOfAnswer';
import { refusalWords } from '../shared/domain/refusalWords';
import type { Reply } from './botService';
import { renderCard } from './cards/card';
import { commentInputs } from './cards/decisions';
import type { DeepLink } from './cards/deepLink';
import type { Notice } from './cards/lines';
import { renderNotice } from './cards/noticeCard';
import { commandIdOf } from './commandIdOf';
import { decisionsOf } from './deciding';
import type { UseCases } from './useCases';

const Inputs = z.record(z.string(), z.unknown());
const Verb = z.enum(Object.keys(commentInputs) as (keyof typeof commentInputs)[]);

/**
 * What a button sent: its data with the inputs laid over it. Each decision has its own comment input; a `comment` of
 * another one's is not taken. Undefined where it is none of our buttons.
 */
export const readAnswer = (data: unknown, verb = ''): CardAnswer | undefined => {
  const fields = Inputs.safeParse(data);
  const named = Verb.safeParse(verb === '' ? fields.data?.['verb'] : verb);
  if (!fields.success || !named.success) return undefined;
  const typed = z.string().catch('').parse(fields.data[commentInputs[named.data]]);
  return CardAnswer.safeParse({ ...fields.data, verb: named.data, comment: typed }).data;
};

export interface Answering {
  /** This person's present card, with what became of the decision at its top where it was refused. */
  decide(person: PersonId, answer: CardAnswer): Promise<Reply>;
  refusal(refusal: Refusal): Promise<Notice>;
}

export const createAnswering = (useCases: UseCases, deepLink: DeepLink): Answering => {
  const decisions = decisionsOf(useCases);

  const noticeOf = async (refusal: Refusal): Promise<Notice> => ({
    tone: 'refused',
    text: refusalWords(refusal, 'by' in refusal ? await useCases.readNames() : () => ''),
  });

  const present = async (person: PersonId, matter: Matter, notice?: Notice): Promise<Reply> => {
    const card = await useCases.readCard(person, matter);
    if (card.ok)
      return { card: renderCard(card.value, { deepLink, ...(notice && { notice }) }), summary: card.value.headline };
    // Whoever may no longer see the matter keeps nothing of it, not even why the decision was refused.
    const gone = await noticeOf(card.refusal);
    return { card: renderNotice(gone), summary: gone.text };
  };

  return {
    refusal: noticeOf,
    async decide(person, answer) {
      const matter = matterOfAnswer(answer);
      const decided = await decisions[answer.verb](person, answer, commandIdOf(person, matter, answer));
      return present(person, matter, decided.ok ? undefined : await noticeOf(decided.refusal));
    },
  };
};
