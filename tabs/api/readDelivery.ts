import { useQuery } from '@tanstack/react-query';
import { Delivery } from '../../shared/schema/deliveryViews';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useDelivery = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['delivery'],
    queryFn: () => api.read('administration/delivery', Delivery),
    refetchInterval: live,
  });
};
