import type { QueryClient } from '@tanstack/react-query';
import { findArea, findLevel, scaleOf } from '../../../shared/domain/framework';
import { CommandId, type AreaCode, type PersonId } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import type { ApiClient } from '../../api/client';
import { keepReview, rereadReview } from '../../api/keeping';
import { rateArea } from '../../api/rateArea';
import { recordKpis } from '../../api/recordKpis';
import { copyOf, typedLinks, type AreaCopy, type AreaValues, type Attempt } from './areaDraft';
import { isUnsaved, measuresTouched } from './areaMerge';
import { createAreaSaver, type AreaSaver } from './areaSaver';
import type { DraftStore } from './draftStore';
import { measuresSaid, typedSuggestion } from './kpiEntry';
import { rationaleNeeded } from './rationaleRule';

/** All areas of one review as one person types them. Lives as long as the page, wherever in the tab they go. */
export interface ReviewSaving {
  readonly area: (code: AreaCode) => AreaSaver;
  /** Why the judgement as typed needs a rationale, if it does. */
  readonly needed: (code: AreaCode, typed: AreaValues) => string | undefined;
  readonly isUnsaved: (code: AreaCode) => boolean;
  readonly subscribe: (listen: () => void) => () => void;
  /** The review was read. What is older than what is known already is not believed. */
  readonly hear: (view: ReviewView) => void;
  readonly settle: () => void;
  readonly resume: () => void;
}

export interface ReviewSavingDeps {
  readonly api: ApiClient;
  readonly queries: QueryClient;
  readonly drafts: DraftStore;
  readonly person: PersonId;
  readonly today: string;
  readonly online: () => boolean;
  readonly newId: () => string;
}

/** When the newest change happened that a view tells of. */
const ageOf = ({ history }: ReviewView): string => history.at(-1)?.at ?? '';
export const isOlder = (a: ReviewView, b: ReviewView): boolean => ageOf(a) < ageOf(b);

interface AreaNow {
  readonly copy: AreaCopy;
  readonly open: boolean;
}
/** One area of a view; undefined where the trust's model has it no more. */
const areaNow = (view: ReviewView, code: AreaCode, today: string): AreaNow | undefined => {
  const area = findArea(view.framework, code);
  const shown = view.areas.find((each) => each.area === code);
  return area && shown && { copy: copyOf(area, shown, today), open: shown.mayRate };
};

const send = (api: ApiClient, view: ReviewView, code: AreaCode, attempt: Attempt): Promise<ReviewView> => {
  const { typed, base, commandId } = attempt;
  if (attempt.step === 'measures')
    return recordKpis(api, view, code, measuresSaid(typed, base, measuresTouched(attempt)), commandId);
  const { level, rationale, evidence } = typed;
  if (!level) throw new Error('a judgement without a level is never sent');
  const said = { level, rationale: rationale.trim(), evidence: typedLinks(evidence), basedOn: base.basedOn };
  return rateArea(api, view, code, said, commandId);
};

const neededIn = (view: ReviewView, person: PersonId, code: AreaCode, typed: AreaValues): string | undefined => {
  const area = findArea(view.framework, code);
  if (!area) return undefined;
  const scale = scaleOf(view.framework, area);
  const suggested = typedSuggestion(view.framework, area, typed, person)?.level;
  return rationaleNeeded(findLevel(scale, typed.level), findLevel(scale, suggested));
};

const nothing: AreaCopy = { rationale: '', evidence: [], kpis: {}, basedOn: null };

/** The savers of one review's areas, which share what the server last said of it. */
export const createReviewSaving = (deps: ReviewSavingDeps, first: ReviewView): ReviewSaving => {
  const { api, queries, drafts, person, today, online, newId } = deps;
  const known = { view: first };
  const savers = new Map<AreaCode, AreaSaver>();
  const listeners = new Set<() => void>();
  const needed = (code: AreaCode, typed: AreaValues) => neededIn(known.view, person, code, typed);
  const hear = (view: ReviewView, but?: AreaCode): void => {
    if (isOlder(view, known.view)) return;
    known.view = view;
    for (const [code, saver] of savers) {
      const now = areaNow(view, code, today);
      if (code !== but) saver.hear(now?.copy ?? saver.state().saved, now?.open ?? false);
    }
  };
  const sendArea = async (code: AreaCode, attempt: Attempt): Promise<AreaCopy> => {
    const view = await send(api, known.view, code, attempt);
    if (isOlder(view, known.view)) rereadReview(queries, view);
    else keepReview(queries, view);
    hear(view, code);
    return areaNow(view, code, today)?.copy ?? attempt.base;
  };
  const create = (code: AreaCode): AreaSaver => {
    const now = areaNow(known.view, code, today);
    const saver = createAreaSaver(
      {
        send: (attempt) => sendArea(code, attempt),
        keep: (draft) => (draft ? drafts.write(code, draft) : drafts.remove(code)),
        needed: (typed) => needed(code, typed),
        newId: () => CommandId.parse(newId()),
        online,
        reread: () => {
          rereadReview(queries, first);
        },
      },
      now?.copy ?? nothing,
      now?.open ?? false,
      drafts.read(code),
    );
    savers.set(code, saver);
    saver.subscribe(() => {
      for (const listen of listeners) listen();
    });
    return saver;
  };
  const saverOf = (code: AreaCode): AreaSaver => savers.get(code) ?? create(code);
  // What an earlier page left behind is sent now, whichever area is looked at.
  for (const { area, mayRate } of first.areas) if (mayRate && drafts.read(area)) saverOf(area).settle();
  return {
    area: saverOf,
    needed,
    isUnsaved: (code) => {
      const saver = savers.get(code);
      return saver ? isUnsaved(saver.state().draft) : drafts.read(code) !== undefined;
    },
    subscribe: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    hear,
    settle: () => {
      for (const saver of savers.values()) saver.settle();
    },
    resume: () => {
      for (const saver of savers.values()) saver.resume();
    },
  };
};
