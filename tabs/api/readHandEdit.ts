import { useQuery } from '@tanstack/react-query';
import { HandEditView, type HandEditKey } from '../../shared/schema/handEditViews';
import { handEditAddress } from './addresses';
import { useApi } from './ApiProvider';

export const useHandEdit = (key: HandEditKey) => {
  const api = useApi();
  return useQuery({
    queryKey: ['handEdit', key.list, key.item],
    queryFn: () => api.read(handEditAddress(key), HandEditView),
  });
};
