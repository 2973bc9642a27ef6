import type { PersonId, Urn } from '../schema/ids';
import type { ProposalChoices } from '../schema/changeViews';
import { latestDecided } from '../domain/category';
import { categoryInFull } from '../domain/describedChange';
import { holderWords } from '../domain/routeWords';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { presentCategory } from './presentCategory';
import { accessProposing } from './proposing';
import { whoIs } from './trust';

/**
 * What somebody may propose for an academy from a day on: the categories and routes of the framework that applies then.
 * Refusals: `notFound`, `notAllowed`, `calendar.unknown-term`.
 */
export const readProposalChoices =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (
    actor: PersonId,
    key: { readonly urn: Urn; readonly effectiveFrom: string },
  ): Promise<Result<ProposalChoices>> => {
    const access = await accessProposing(deps, actor, key);
    if (!access.ok) return access;
    const { caller, framework, routes } = access.value;
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    const from = await presentCategory(deps.store, caller, latestDecided(changes, key.urn));
    const names = { committees: framework.committees, nameOf: (id: PersonId) => whoIs(caller, id).name };
    return accepted({
      ...key,
      frameworkName: framework.name,
      categoryWord: framework.categoryWord,
      ...(from && { from }),
      categories: framework.categories.map((category) => categoryInFull(framework, category)),
      routes: routes.map((route) => ({ ...route, holders: route.steps.map((step) => holderWords(step, names)) })),
      needsEvidence: framework.judging !== undefined,
    });
  };
