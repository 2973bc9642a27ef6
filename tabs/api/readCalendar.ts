import { useQuery } from '@tanstack/react-query';
import { AdministeredCalendar } from '../../shared/schema/administrationViews';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const calendarKey = ['administration', 'calendar'] as const;

/** The trust's academic years with their dates, and what depends on them. */
export const useCalendar = () => {
  const api = useApi();
  return useQuery({
    queryKey: calendarKey,
    queryFn: () => api.read('administration/calendar', AdministeredCalendar),
    refetchInterval: live,
  });
};
