import type { CardModel } from '../schema/card';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { accepted, refused, type Result } from '../domain/result';
import { readCards } from './cards';
import type { Deps } from './deps';

/** A matter, and which of a person's cards of it; their present one where no slot is named. */
export type CardPlace = Matter & { readonly slot?: string | undefined };

/** A person's card of a matter in its present state. Whoever may not see the matter is told `notFound`. */
export const readCard =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { slot, ...matter }: CardPlace): Promise<Result<CardModel>> => {
    if (matter.kind === 'work' && matter.key !== actor) return refused({ code: 'notFound' });
    const card = (await readCards(deps, matter))?.cardFor(actor, slot);
    return card && card.card !== 'gone' ? accepted(card) : refused({ code: 'notFound' });
  };
