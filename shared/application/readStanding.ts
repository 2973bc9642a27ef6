import type { PersonId, Urn } from '../schema/ids';
import type { Standing } from '../schema/standingViews';
import { accepted, type Result } from '../domain/result';
import { accessAcademy } from './academyAccess';
import type { Deps } from './deps';
import { categoryWordIn, readRows, standingOf, waitingChange } from './standing';

/** How one academy stands and with whom its open change is. Refusals: `notFound`. */
export const readStanding =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: { readonly urn: Urn }): Promise<Result<Standing>> => {
    const access = await accessAcademy(deps, actor, key);
    if (!access.ok) return access;
    const { caller, academy } = access.value;
    const standing = standingOf(caller, await readRows(deps.store), academy);
    const loaded = standing.change && (await deps.store.load('categoryChanges', standing.change.id));
    const changeWaits = loaded?.status === 'found' ? waitingChange(caller, academy, loaded.document) : undefined;
    return accepted({
      asAt: caller.now,
      categoryWord: categoryWordIn(caller),
      academy: standing,
      ...(changeWaits && { changeWaits }),
    });
  };
