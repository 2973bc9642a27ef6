import { useQuery } from '@tanstack/react-query';
import { ModelChangeView, type ModelKey } from '../../shared/schema/modelChangeViews';
import { modelAddress } from './addresses';
import { useApi } from './ApiProvider';

export const useModelChange = ({ year, framework }: ModelKey) => {
  const api = useApi();
  return useQuery({
    queryKey: ['modelChange', year, framework.code, framework.version],
    queryFn: () => api.read(`${modelAddress(year)}/${framework.code}/${framework.version}`, ModelChangeView),
  });
};
