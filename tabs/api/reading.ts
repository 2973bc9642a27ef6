import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { AreaCode, ChangeId, Urn } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { Administration, Session, Work, type TermRef } from '../../shared/schema/views';
import { CategoryChangeView, CategoryOverview } from '../../shared/schema/changeViews';
import { CellDetail, Matrix } from '../../shared/schema/matrixViews';
import { ReviewList, ReviewView } from '../../shared/schema/reviewViews';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { reviewPath, termPath } from './reviewCommands';

const minute = 60_000;
/** What a decision in chat or a colleague may change while the page is open. */
const live = 30_000;

/** What the server holds, by the address it is read from. */
export const sessionQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['session'], queryFn: () => api.read('session', Session), staleTime: 10 * minute });

const workQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['work'], queryFn: () => api.read('work', Work), refetchInterval: live / 2 });

const matrixQuery = (api: ApiClient, term: TermRef) =>
  queryOptions({
    queryKey: ['matrix', termPath(term)],
    queryFn: () => api.read(`matrix/${termPath(term)}`, Matrix),
    refetchInterval: minute,
  });

const cellQuery = (api: ApiClient, term: TermRef, urn: Urn, area: AreaCode) =>
  queryOptions({
    queryKey: ['cell', termPath(term), urn, area],
    queryFn: () => api.read(`matrix/${termPath(term)}/${urn}/${area}`, CellDetail),
  });

const reviewsQuery = (api: ApiClient, term: TermRef) =>
  queryOptions({
    queryKey: ['reviews', termPath(term)],
    queryFn: () => api.read(`reviews/${termPath(term)}`, ReviewList),
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

const administrationQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['administration'], queryFn: () => api.read('administration', Administration) });

export const useSessionQuery = () => useQuery(sessionQuery(useApi()));
export const useWork = () => useQuery(workQuery(useApi()));
export const useMatrix = (term: TermRef) => useQuery(matrixQuery(useApi(), term));
export const useCell = (term: TermRef, urn: Urn, area: AreaCode) => useQuery(cellQuery(useApi(), term, urn, area));
export const useReviews = (term: TermRef) => useQuery(reviewsQuery(useApi(), term));
export const useReview = (key: ReviewKey) => useQuery(reviewQuery(useApi(), key));
export const useCategories = () => useQuery(categoriesQuery(useApi()));
export const useChange = (id: ChangeId) => useQuery(changeQuery(useApi(), id));
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
