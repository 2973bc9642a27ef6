import type { PersonId } from '../shared/schema/ids';
import type { Result } from '../shared/domain/result';
import type { Answering } from './answering';
import type { Reply } from './botService';
import type { AdaptiveCard } from './cards/adaptiveCard';
import type { DeepLink } from './cards/deepLink';
import { renderNotice } from './cards/noticeCard';
import type { UseCases } from './useCases';

export interface Asker {
  readonly person: PersonId;
  /** Their `29:` id, for whom the cards refresh themselves. */
  readonly userId: string;
}

export interface Asking {
  readonly useCases: UseCases;
  readonly answering: Pick<Answering, 'refusal'>;
  readonly deepLink: DeepLink;
}

export const replyWith = (card: AdaptiveCard): Reply => ({ card, summary: card.fallbackText });

export const told = (text: string): Reply => replyWith(renderNotice({ tone: 'information', text }));

type After = <T>(found: Result<T>, then: (value: T) => Reply | Promise<Reply>) => Promise<Reply>;

/** A refusal becomes words; a value goes on. */
export const afterwards =
  ({ answering }: Pick<Asking, 'answering'>): After =>
  async (found, then) =>
    found.ok ? then(found.value) : replyWith(renderNotice(await answering.refusal(found.refusal)));
