import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PersonId } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { useApi } from '../../api/ApiProvider';
import type { ApiClient } from '../../api/client';
import { useSession } from '../../app/SessionProvider';
import { createDraftStore, deviceStore } from './draftStore';
import { createReviewSaving, type ReviewSaving } from './reviewSaving';

/** By the session's client: what is on its way goes on while somebody looks at another page of the tab. */
const savings = new WeakMap<ApiClient, Map<string, ReviewSaving>>();

interface Who {
  readonly person: PersonId;
  readonly today: string;
}

const listenToDevice = (saving: ReviewSaving): void => {
  window.addEventListener('online', saving.resume);
  window.addEventListener('pagehide', saving.settle);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saving.settle();
  });
};

const savingOf = (api: ApiClient, queries: QueryClient, { person, today }: Who, review: ReviewView): ReviewSaving => {
  const { urn, year, period } = review;
  const ofApi = savings.get(api) ?? new Map<string, ReviewSaving>();
  savings.set(api, ofApi);
  const key = `${urn}|${year}|${period}`;
  const known = ofApi.get(key);
  if (known) return known;
  const saving = createReviewSaving(
    {
      ...{ api, queries, person, today },
      drafts: createDraftStore(deviceStore(), person, review),
      online: () => navigator.onLine,
      newId: () => crypto.randomUUID(),
    },
    review,
  );
  ofApi.set(key, saving);
  listenToDevice(saving);
  return saving;
};

/** The saving of a review: hears whatever is read of it, and draws anew with every change of what is unsaved. */
export const useReviewSaving = (review: ReviewView): ReviewSaving => {
  const api = useApi();
  const queries = useQueryClient();
  const { person, today } = useSession();
  const [saving] = useState(() => savingOf(api, queries, { person: person.id, today }, review));
  useEffect(() => {
    saving.hear(review);
  }, [saving, review]);
  useSyncExternalStore(saving.subscribe, () =>
    review.areas
      .filter(({ area }) => saving.isUnsaved(area))
      .map(({ area }) => area)
      .join('|'),
  );
  return saving;
};
