import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { yearInPath } from '../../shared/domain/words';
import type { AreaCode, ChangeId, Urn } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { AcademyView } from '../../shared/schema/academyViews';
import { Administration, Session, Work, type PeriodRef } from '../../shared/schema/views';
import { CategoryChangeView, CategoryOverview } from '../../shared/schema/changeViews';
import { CellDetail, Matrix } from '../../shared/schema/matrixViews';
import { ModelChangeView, type ModelKey } from '../../shared/schema/modelChangeViews';
import { Delivery, HeldCards } from '../../shared/schema/deliveryViews';
import { HandEditView, type HandEditKey } from '../../shared/schema/handEditViews';
import { ReviewList, ReviewView } from '../../shared/schema/reviewViews';
import { SupportView, type SupportKey } from '../../shared/schema/supportViews';
import { useApi } from './ApiProvider';
import { academyAddress } from './academyCommands';
import type { ApiClient } from './client';
import { handEditAddress } from './handEditCommands';
import { modelAddress } from './modelCommands';
import { reviewPath, periodPath } from './reviewCommands';
import { heldAddress, type Sendable } from './sendingCommands';

const minute = 60_000;
/** What a decision in chat or a colleague may change while the page is open. */
const live = 30_000;

/** What the server holds, by the address it is read from. */
export const sessionQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['session'], queryFn: () => api.read('session', Session), staleTime: 10 * minute });

const workQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['work'], queryFn: () => api.read('work', Work), refetchInterval: live / 2 });

const matrixQuery = (api: ApiClient, period: PeriodRef) =>
  queryOptions({
    queryKey: ['matrix', periodPath(period)],
    queryFn: () => api.read(`matrix/${periodPath(period)}`, Matrix),
    refetchInterval: minute,
  });

const cellQuery = (api: ApiClient, period: PeriodRef, urn: Urn, area: AreaCode) =>
  queryOptions({
    queryKey: ['cell', periodPath(period), urn, area],
    queryFn: () => api.read(`matrix/${periodPath(period)}/${urn}/${area}`, CellDetail),
  });

const reviewsQuery = (api: ApiClient, period: PeriodRef) =>
  queryOptions({
    queryKey: ['reviews', periodPath(period)],
    queryFn: () => api.read(`reviews/${periodPath(period)}`, ReviewList),
    refetchInterval: live,
  });

const reviewQuery = (api: ApiClient, key: ReviewKey) =>
  queryOptions({
    queryKey: ['review', reviewPath(key)],
    queryFn: () => api.read(reviewPath(key), ReviewView),
    refetchInterval: live,
  });

const categoriesQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['categories'],
    queryFn: () => api.read('categories', CategoryOverview),
    refetchInterval: live,
  });

const changeQuery = (api: ApiClient, id: ChangeId) =>
  queryOptions({
    queryKey: ['change', id],
    queryFn: () => api.read(`category-changes/${id}`, CategoryChangeView),
    refetchInterval: live,
  });

const supportQuery = (api: ApiClient, { urn, year }: SupportKey) =>
  queryOptions({
    queryKey: ['support', urn, year],
    queryFn: () => api.read(`academies/${urn}/support/${yearInPath(year)}`, SupportView),
  });

const academyQuery = (api: ApiClient, urn: Urn) =>
  queryOptions({ queryKey: ['academy', urn], queryFn: () => api.read(academyAddress(urn), AcademyView) });

const modelChangeQuery = (api: ApiClient, { year, framework }: ModelKey) =>
  queryOptions({
    queryKey: ['modelChange', year, framework.code, framework.version],
    queryFn: () => api.read(`${modelAddress(year)}/${framework.code}/${framework.version}`, ModelChangeView),
  });

const handEditQuery = (api: ApiClient, key: HandEditKey) =>
  queryOptions({
    queryKey: ['handEdit', key.list, key.item],
    queryFn: () => api.read(handEditAddress(key), HandEditView),
  });

const administrationQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['administration'],
    queryFn: () => api.read('administration', Administration),
    refetchInterval: live,
  });

const deliveryQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['delivery'],
    queryFn: () => api.read('administration/delivery', Delivery),
    refetchInterval: live,
  });

const heldQuery = (api: ApiClient, what: Sendable) =>
  queryOptions({
    queryKey: ['held', heldAddress(what)],
    queryFn: () => api.read(heldAddress(what), HeldCards),
    refetchInterval: live,
  });

export const useSessionQuery = () => useQuery(sessionQuery(useApi()));
export const useWork = () => useQuery(workQuery(useApi()));
export const useMatrix = (period: PeriodRef) => useQuery(matrixQuery(useApi(), period));
export const useCell = (period: PeriodRef, urn: Urn, area: AreaCode) =>
  useQuery(cellQuery(useApi(), period, urn, area));
export const useReviews = (period: PeriodRef) => useQuery(reviewsQuery(useApi(), period));
export const useReview = (key: ReviewKey) => useQuery(reviewQuery(useApi(), key));
export const useCategories = () => useQuery(categoriesQuery(useApi()));
export const useChange = (id: ChangeId) => useQuery(changeQuery(useApi(), id));
export const useSupport = (key: SupportKey) => useQuery(supportQuery(useApi(), key));
export const useAcademy = (urn: Urn) => useQuery(academyQuery(useApi(), urn));
export const useModelChange = (key: ModelKey) => useQuery(modelChangeQuery(useApi(), key));
export const useHandEdit = (key: HandEditKey) => useQuery(handEditQuery(useApi(), key));
export const useDelivery = () => useQuery(deliveryQuery(useApi()));
export const useHeld = (what: Sendable) => useQuery(heldQuery(useApi(), what));
export const useAdministration = () => useQuery(administrationQuery(useApi()));

/** Shows a command's answer at once, and reads again whatever else it may have changed. */
const refreshOthers = (client: QueryClient, kept: string): void => {
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept && queryKey[0] !== 'session' });
};

export const keepReview = (client: QueryClient, view: ReviewView): void => {
  client.setQueryData(['review', reviewPath(view)], view);
  refreshOthers(client, 'review');
};

export const keepChange = (client: QueryClient, view: CategoryChangeView): void => {
  client.setQueryData(['change', view.id], view);
  refreshOthers(client, 'change');
};

export const keepAcademy = (client: QueryClient, view: AcademyView): void => {
  client.setQueryData(['academy', view.urn], view);
  refreshOthers(client, 'academy');
};

/** After a change of model nothing is as it was: who is asking is read again too. */
export const rereadEverything = (client: QueryClient): void => {
  void client.invalidateQueries();
};

export const refreshAll = (client: QueryClient): void => {
  refreshOthers(client, 'session');
};

/** After a refusal: somebody else was first, so what is on the screen is old. */
export const rereadReview = (client: QueryClient, key: ReviewKey): void => {
  void client.invalidateQueries({ queryKey: ['review', reviewPath(key)] });
};
export const rereadChange = (client: QueryClient, id: ChangeId): void => {
  void client.invalidateQueries({ queryKey: ['change', id] });
};
