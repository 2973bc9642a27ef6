import { useQuery } from '@tanstack/react-query';
import type { AreaCode, Urn } from '../../shared/schema/ids';
import { MeasureTrends } from '../../shared/schema/measureViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';

export const useMeasures = (period: PeriodRef, urn: Urn, area: AreaCode) => {
  const api = useApi();
  const path = periodPath(period);
  return useQuery({
    queryKey: ['measures', path, urn, area],
    queryFn: () => api.read(`matrix/${path}/${urn}/${area}/measures`, MeasureTrends),
  });
};
