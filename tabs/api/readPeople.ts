import { useQuery } from '@tanstack/react-query';
import { AdministeredPeople } from '../../shared/schema/administrationViews';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const peopleKey = ['administration', 'people'] as const;

/** Who may use Assured, and how far roles can reach. */
export const usePeople = () => {
  const api = useApi();
  return useQuery({
    queryKey: peopleKey,
    queryFn: () => api.read('administration/people', AdministeredPeople),
    refetchInterval: live,
  });
};
