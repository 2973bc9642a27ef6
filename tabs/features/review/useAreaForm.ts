import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReviewArea, ReviewView } from '../../../shared/schema/reviewViews';
import type { ApiProblem } from '../../api/problem';
import { keepReview, rereadReview } from '../../api/keeping';
import { rateArea } from '../../api/rateArea';
import { recordKpis } from '../../api/recordKpis';
import { useCommand } from '../../api/useCommand';
import { useSession } from '../../app/SessionProvider';
import { useAnnounce } from '../../components/Announcer';
import { useLeavingGuard } from '../../components/leavingGuard';
import { judgementChanged, kpisChanged, savedDraft, typedLinks, unsaved, type AreaDraft } from './areaDraft';
import type { DraftStore } from './draftStore';
import { kpiValuesOf } from './kpiEntry';
import type { AreaOfReview } from './reviewAreas';

export interface AreaForm {
  readonly draft: AreaDraft;
  /** The area as the server has it. */
  readonly saved: AreaDraft;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  /** When the server last answered that it saved. */
  readonly savedAt: Date | undefined;
  readonly change: (part: Partial<AreaDraft>) => void;
  readonly save: (draft: AreaDraft) => Promise<void>;
}

export interface AreaFormInput {
  readonly review: ReviewView;
  readonly entry: AreaOfReview;
  readonly drafts: DraftStore;
  readonly onDraft: () => void;
}

const useAreaCommands = ({ review, entry }: AreaFormInput) => {
  const client = useQueryClient();
  const code = entry.area.code;
  const keep = (view: ReviewView): void => {
    keepReview(client, view);
  };
  const record = useCommand(
    (api, values: ReturnType<typeof kpiValuesOf>, id) => recordKpis(api, review, code, { values }, id),
    keep,
  );
  const rate = useCommand(
    (api, said: Parameters<typeof rateArea>[3], id) => rateArea(api, review, code, said, id),
    keep,
  );
  const reread = (): void => {
    rereadReview(client, review);
  };
  return { record, rate, reread };
};

/** Where the answer was lost and reading again shows that the server had it after all, the area is saved. */
const outcomeOf = (
  problem: ApiProblem | undefined,
  doneAt: Date | undefined,
  dirty: boolean,
  { judgement }: ReviewArea,
): Pick<AreaForm, 'problem' | 'savedAt'> =>
  problem && !dirty
    ? { problem: undefined, savedAt: judgement && new Date(judgement.at) }
    : { problem, savedAt: doneAt };

/** What was typed for one area: kept on this device until the server has it, saved measures first. */
export const useAreaForm = (input: AreaFormInput): AreaForm => {
  const { entry, drafts, onDraft } = input;
  const { area, view } = entry;
  const { today } = useSession();
  const announce = useAnnounce();
  const { record, rate, reread } = useAreaCommands(input);
  const [typed, setTyped] = useState(() => drafts.read(area.code));
  const saving = useRef(false);
  const saved = savedDraft(area, view, today);
  const draft = typed ?? saved;
  const busy = record.busy || rate.busy;
  const dirty = unsaved(draft, saved);
  useLeavingGuard(busy);
  useEffect(() => {
    if (dirty || drafts.read(area.code) === undefined) return;
    drafts.remove(area.code);
    onDraft();
  }, [dirty, drafts, area.code, onDraft]);

  const keepDraft = (next: AreaDraft): void => {
    setTyped(next);
    if (unsaved(next, saved)) drafts.write(area.code, next);
    else drafts.remove(area.code);
    onDraft();
  };
  const sendAll = async (sent: AreaDraft): Promise<boolean> => {
    if (kpisChanged(sent, saved) && !(await record.act(kpiValuesOf(sent, area)))) return false;
    if (!judgementChanged(sent, saved) || !sent.level) return true;
    const { level, rationale, evidence, basedOn } = sent;
    return (
      (await rate.act({ level, rationale: rationale.trim(), evidence: typedLinks(evidence), basedOn })) !== undefined
    );
  };
  const save = async (sent: AreaDraft): Promise<void> => {
    if (saving.current) return;
    saving.current = true;
    setTyped(sent);
    const done = await sendAll(sent);
    saving.current = false;
    if (!done) {
      reread();
      return;
    }
    drafts.remove(area.code);
    onDraft();
    setTyped((now) => (now === sent ? undefined : now));
    announce(`${area.name} saved`);
  };
  return {
    draft,
    saved,
    dirty,
    busy,
    ...outcomeOf(record.problem ?? rate.problem, rate.doneAt ?? record.doneAt, dirty, view),
    change: (part) => {
      keepDraft({ ...draft, ...part });
    },
    save,
  };
};
