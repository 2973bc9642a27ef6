import { skipToken, useQuery } from '@tanstack/react-query';
import { CategorySuggestionView } from '../../shared/schema/changeViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath, proposalAddress, type ProposalKey } from './addresses';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';

export const readSuggestion = (api: ApiClient, key: ProposalKey, period: PeriodRef): Promise<CategorySuggestionView> =>
  api.read(`${proposalAddress(key)}/suggestion/${periodPath(period)}`, CategorySuggestionView);

/** What the framework's rule makes of a row; not asked for without a period. */
export const useCategorySuggestion = (key: ProposalKey, period: PeriodRef | undefined) => {
  const api = useApi();
  return useQuery({
    queryKey: ['suggestion', proposalAddress(key), period && periodPath(period)],
    queryFn: period ? () => readSuggestion(api, key, period) : skipToken,
  });
};
