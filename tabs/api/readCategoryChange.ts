import { useQuery } from '@tanstack/react-query';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import type { ChangeId } from '../../shared/schema/ids';
import { changeAddress } from './addresses';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useChange = (id: ChangeId) => {
  const api = useApi();
  return useQuery({
    queryKey: ['change', id],
    queryFn: () => api.read(changeAddress(id), CategoryChangeView),
    refetchInterval: live,
  });
};
