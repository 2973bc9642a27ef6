import type { CardModel } from '../schema/card';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { accepted, refused, type Result } from '../domain/result';
import { readCards } from './cards';
import type { Deps } from './deps';

/** A person's card of a matter in its present state. Whoever may not see the matter is told `notFound`. */
export const readCard =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, matter: Matter): Promise<Result<CardModel>> => {
    const card = (await readCards(deps, matter))?.cardFor(actor);
    return card && card.card !== 'gone' ? accepted(card) : refused({ code: 'notFound' });
  };
