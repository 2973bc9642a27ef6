import type { QueryClient } from '@tanstack/react-query';
import type { AcademyView } from '../../shared/schema/academyViews';
import type { CategoryChangeView } from '../../shared/schema/changeViews';
import type { ChangeId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import type { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';

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
