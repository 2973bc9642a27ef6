import type { z } from 'zod';
import { yearInPath } from '../../shared/domain/words';
import type { QueryReview, RateArea, RecordKpis, ReopenReview, SignOffReview } from '../../shared/schema/commands';
import type { AreaCode, CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { OpenedReviews, ReviewView } from '../../shared/schema/reviewViews';
import { type PeriodRef } from '../../shared/schema/views';
import type { ApiClient } from './client';

/** What a command says besides which review, which area and which act: those stand in the address. */
type Said<C extends z.ZodType> = Omit<z.input<C>, 'commandId' | 'urn' | 'year' | 'period' | 'area'>;

export const periodPath = ({ year, period }: PeriodRef): string => `${yearInPath(year)}/${period}`;
export const reviewPath = (key: ReviewKey): string => `reviews/${periodPath(key)}/${key.urn}`;

type Sending<T> = Promise<T>;
type View = ReviewView;

export const openReviews = (api: ApiClient, period: PeriodRef, commandId: CommandId): Sending<OpenedReviews> =>
  api.send('POST', `reviews/${periodPath(period)}/open`, { commandId }, OpenedReviews);

export const rateArea = (
  api: ApiClient,
  key: ReviewKey,
  area: AreaCode,
  said: Said<typeof RateArea>,
  commandId: CommandId,
): Sending<View> => api.send('PUT', `${reviewPath(key)}/areas/${area}/judgement`, { ...said, commandId }, ReviewView);

export const recordKpis = (
  api: ApiClient,
  key: ReviewKey,
  area: AreaCode,
  said: Said<typeof RecordKpis>,
  commandId: CommandId,
): Sending<View> => api.send('PUT', `${reviewPath(key)}/areas/${area}/kpis`, { ...said, commandId }, ReviewView);

export const sendForSignOff = (api: ApiClient, key: ReviewKey, commandId: CommandId): Sending<View> =>
  api.send('POST', `${reviewPath(key)}/send`, { commandId }, ReviewView);

export const signOffReview = (
  api: ApiClient,
  key: ReviewKey,
  said: Said<typeof SignOffReview>,
  commandId: CommandId,
): Sending<View> => api.send('POST', `${reviewPath(key)}/sign-off`, { ...said, commandId }, ReviewView);

export const queryReview = (
  api: ApiClient,
  key: ReviewKey,
  said: Said<typeof QueryReview>,
  commandId: CommandId,
): Sending<View> => api.send('POST', `${reviewPath(key)}/query`, { ...said, commandId }, ReviewView);

export const reopenReview = (
  api: ApiClient,
  key: ReviewKey,
  said: Said<typeof ReopenReview>,
  commandId: CommandId,
): Sending<View> => api.send('POST', `${reviewPath(key)}/reopen`, { ...said, commandId }, ReviewView);
