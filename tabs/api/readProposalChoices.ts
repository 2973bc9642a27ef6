import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ProposalChoices } from '../../shared/schema/changeViews';
import { proposalAddress, type ProposalKey } from './addresses';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';

export const readChoices = (api: ApiClient, key: ProposalKey): Promise<ProposalChoices> =>
  api.read(proposalAddress(key), ProposalChoices);

/** What may be proposed for an academy from a day on. */
export const useProposalChoices = (key: ProposalKey) => {
  const api = useApi();
  return useQuery({
    queryKey: ['proposal', proposalAddress(key)],
    queryFn: () => readChoices(api, key),
    // Another day mostly has the same choices: what is filled in must not vanish while they are read.
    placeholderData: keepPreviousData,
  });
};
