import { useQuery } from '@tanstack/react-query';
import { AcademyView } from '../../shared/schema/academyViews';
import type { Urn } from '../../shared/schema/ids';
import { academyAddress } from './addresses';
import { useApi } from './ApiProvider';

export const useAcademy = (urn: Urn) => {
  const api = useApi();
  return useQuery({ queryKey: ['academy', urn], queryFn: () => api.read(academyAddress(urn), AcademyView) });
};
