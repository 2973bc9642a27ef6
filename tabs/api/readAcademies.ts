import { useQuery } from '@tanstack/react-query';
import { AdministeredAcademies } from '../../shared/schema/administrationViews';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const academiesKey = ['administration', 'academies'] as const;

/** The trust's academies as their administrator keeps them. */
export const useAcademies = () => {
  const api = useApi();
  return useQuery({
    queryKey: academiesKey,
    queryFn: () => api.read('administration/academies', AdministeredAcademies),
    refetchInterval: live,
  });
};
