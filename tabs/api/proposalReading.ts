import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { CategorySuggestionView, ProposalChoices } from '../../shared/schema/changeViews';
import type { Urn } from '../../shared/schema/ids';
import type { PeriodRef } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { periodPath } from './reviewCommands';

interface ProposalKey {
  readonly urn: Urn;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
}

const pathOf = ({ urn, effectiveFrom }: ProposalKey): string => `proposals/${urn}/${effectiveFrom}`;

export const readChoices = (api: ApiClient, key: ProposalKey): Promise<ProposalChoices> =>
  api.read(pathOf(key), ProposalChoices);
export const readSuggestion = (api: ApiClient, key: ProposalKey, period: PeriodRef): Promise<CategorySuggestionView> =>
  api.read(`${pathOf(key)}/suggestion/${periodPath(period)}`, CategorySuggestionView);

const choicesQuery = (api: ApiClient, key: ProposalKey) =>
  queryOptions({
    queryKey: ['proposal', pathOf(key)],
    queryFn: () => readChoices(api, key),
    // Another day mostly has the same choices: what is filled in must not vanish while they are read.
    placeholderData: keepPreviousData,
  });

const suggestionQuery = (api: ApiClient, key: ProposalKey, period: PeriodRef | undefined) =>
  queryOptions({
    queryKey: ['suggestion', pathOf(key), period && periodPath(period)],
    queryFn: period ? () => readSuggestion(api, key, period) : skipToken,
  });

/** What may be proposed for an academy from a day on. */
export const useProposalChoices = (key: ProposalKey) => useQuery(choicesQuery(useApi(), key));
/** What the framework's rule makes of a row; not asked for without a period. */
export const useCategorySuggestion = (key: ProposalKey, period: PeriodRef | undefined) =>
  useQuery(suggestionQuery(useApi(), key, period));
