import { useQuery } from '@tanstack/react-query';
import { yearInPath } from '../../shared/domain/words';
import { SupportView, type SupportKey } from '../../shared/schema/supportViews';
import { academyAddress } from './addresses';
import { useApi } from './ApiProvider';

export const useSupport = ({ urn, year }: SupportKey) => {
  const api = useApi();
  return useQuery({
    queryKey: ['support', urn, year],
    queryFn: () => api.read(`${academyAddress(urn)}/support/${yearInPath(year)}`, SupportView),
  });
};
