import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useForm, type FieldErrors, type UseFormReturn } from 'react-hook-form';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import type { AreaOfReview } from '../../../shared/domain/reviewAreas';
import { useAnnounce } from '../../components/Announcer';
import { useOnline } from '../../components/useOnline';
import type { AreaDraft, AreaValues } from './areaDraft';
import { areaErrors } from './areaErrors';
import type { AreaSaver } from './areaSaver';
import { standingOf, type AreaSaving, type Standing } from './areaSaving';
import type { ReviewSaving } from './reviewSaving';
import { savingNews, savingWords } from './savingWords';

export interface AreaFormInput {
  readonly review: ReviewView;
  readonly entry: AreaOfReview;
  readonly saving: ReviewSaving;
}

export interface AreaForm {
  readonly form: UseFormReturn<AreaValues>;
  readonly saver: AreaSaver;
  readonly state: AreaSaving;
  readonly standing: Standing;
  /** Checks the form, says what is wrong, and sends what is not. */
  readonly submit: () => void;
  /** The choice between two versions of the area. */
  readonly resolve: (draft: AreaDraft, now: boolean) => void;
}

/** What was decided elsewhere, by a colleague or between two versions, is put into the fields. */
const useRefill = (form: UseFormReturn<AreaValues>, saver: AreaSaver, filled: number): void => {
  const last = useRef(filled);
  useEffect(() => {
    if (last.current === filled) return;
    last.current = filled;
    form.reset(saver.state().draft.typed);
  }, [form, saver, filled]);
};

/** Says aloud what matters: saved, at most once a minute or when the button asked for it; and that the connection is gone. */
const useNews = (area: string, standing: Standing, kept: boolean): (() => void) => {
  const announce = useAnnounce();
  const told = useRef<string>(undefined);
  const news = savingNews(area, standing, kept);
  const words = savingWords(standing, kept);
  useEffect(() => {
    if (news === undefined || told.current === words) return;
    told.current = words;
    announce(news);
  }, [announce, news, words]);
  return () => {
    told.current = undefined;
    if (standing.kind === 'saved' || standing.kind === 'untouched') announce(`${area}: everything is saved`);
  };
};

/** The form of one area, bound to its saver: each keystroke is kept, and what is complete is sent by itself. */
export const useAreaForm = ({ entry, saving }: AreaFormInput): AreaForm => {
  const { area } = entry;
  const saver = saving.area(area.code);
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  const online = useOnline();
  const needed = (typed: AreaValues): string | undefined => saving.needed(area.code, typed);
  const form = useForm<AreaValues>({
    defaultValues: saver.state().draft.typed,
    resolver: (typed) => {
      const errors: FieldErrors<AreaValues> = areaErrors({ typed, base: saver.state().draft.base }, needed(typed));
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: typed, errors: {} };
    },
  });
  useRefill(form, saver, state.filled);
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          saver.type(values);
        },
      }),
    [subscribe, saver],
  );
  // What was typed goes when the area is left, not some seconds later.
  useEffect(() => saver.settle, [saver]);
  const standing = standingOf(state, needed, online);
  const tellAnew = useNews(area.name, standing, state.kept);
  const check = form.handleSubmit(saver.insist, saver.settle);
  return {
    ...{ form, saver, state, standing },
    submit: () => {
      tellAnew();
      void check();
    },
    resolve: (draft, now) => {
      saver.resolve(draft, now);
      form.setFocus('rationale');
    },
  };
};
