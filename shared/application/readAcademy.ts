import type { AcademyView } from '../schema/academyViews';
import type { PersonId, Urn } from '../schema/ids';
import { accepted, type Result } from '../domain/result';
import { accessAcademy } from './academyAccess';
import { viewAcademy } from './academyView';
import type { Deps } from './deps';

/** One academy, for whoever may read its page. Refusals: `notFound`. */
export const readAcademy =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: { readonly urn: Urn }): Promise<Result<AcademyView>> => {
    const access = await accessAcademy(deps, actor, key);
    return access.ok ? accepted(await viewAcademy(deps.store, access.value)) : access;
  };
