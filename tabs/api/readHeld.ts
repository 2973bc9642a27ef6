import { useQuery } from '@tanstack/react-query';
import { HeldCards } from '../../shared/schema/deliveryViews';
import { heldAddress, type Sendable } from './addresses';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useHeld = (what: Sendable) => {
  const api = useApi();
  const address = heldAddress(what);
  return useQuery({ queryKey: ['held', address], queryFn: () => api.read(address, HeldCards), refetchInterval: live });
};
