import type { CommandId } from '../../../shared/schema/ids';
import { asProblem, type ApiProblem } from '../../api/problem';
import type { AreaCopy, AreaDraft, AreaValues, Attempt } from './areaDraft';
import { isUnsaved } from './areaMerge';
import {
  answered,
  attemptOf,
  beginSaving,
  failed,
  heard,
  nextStep,
  resolved,
  sending,
  typedInto,
  type AreaSaving,
  type NeededRule,
} from './areaSaving';

export interface SaverDeps {
  /** Sends one attempt and answers how the server has the area then; throws an `ApiProblem`. */
  readonly send: (attempt: Attempt) => Promise<AreaCopy>;
  /** Keeps the draft on this device, or forgets it; false where the device keeps nothing. */
  readonly keep: (draft: AreaDraft | undefined) => boolean;
  readonly needed: NeededRule;
  readonly newId: () => CommandId;
  readonly online: () => boolean;
  /** After a refusal: how the server has the area now is to be read. */
  readonly reread: () => void;
}

export interface AreaSaver {
  readonly state: () => AreaSaving;
  readonly subscribe: (listen: () => void) => () => void;
  /** A keystroke or a choice. */
  readonly type: (typed: AreaValues) => void;
  /** A field was left or the page is being hidden: sends what can be sent now. */
  readonly settle: () => void;
  /** The connection is back: what waits for another try need not wait longer. */
  readonly resume: () => void;
  /** Somebody asked for it: also what was refused, or what the server wants to have later. */
  readonly insist: () => void;
  readonly hear: (saved: AreaCopy, open: boolean) => void;
  /** The choice between two versions; `now` sends it at once, otherwise with the next change. */
  readonly resolve: (draft: AreaDraft, now: boolean) => void;
}

/** So long after the last keystroke it is sent; a figure that is half typed gets longer. */
const quietMs = 4_000;
const quietFigureMs = 10_000;
const longestWaitMs = 60_000;

/** How long to wait after so many failures in a row: as the server asks, otherwise twice as long each time. */
export const waitAfter = ({ retryAfter }: ApiProblem, failures: number): number =>
  retryAfter === undefined ? Math.min(longestWaitMs, 1_000 * 2 ** failures) : retryAfter * 1_000;

const figuresTyped = (before: AreaValues, after: AreaValues): boolean =>
  JSON.stringify(before.kpis) !== JSON.stringify(after.kpis);

/** One timer, of which the latest setting counts. */
const createTimer = () => {
  const timer: { id: ReturnType<typeof setTimeout> | undefined } = { id: undefined };
  return {
    set: (after: number, act: () => void) => {
      clearTimeout(timer.id);
      timer.id = setTimeout(() => {
        timer.id = undefined;
        act();
      }, after);
    },
    clear: () => {
      clearTimeout(timer.id);
      timer.id = undefined;
    },
    running: () => timer.id !== undefined,
  };
};

interface Cell {
  readonly get: () => AreaSaving;
  readonly set: (next: AreaSaving) => void;
  readonly subscribe: AreaSaver['subscribe'];
}

/** The state of one area, kept on the device with every change of it. */
const createCell = (begun: AreaSaving, keep: SaverDeps['keep']): Cell => {
  const cell = { state: begun };
  const listeners = new Set<() => void>();
  return {
    get: () => cell.state,
    set: (next) => {
      const unsaved = isUnsaved(next.draft) || next.draft.attempt !== undefined;
      const kept = next.draft === cell.state.draft ? cell.state.kept : keep(unsaved ? next.draft : undefined);
      cell.state = { ...next, kept };
      for (const listen of listeners) listen();
    },
    subscribe: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
};

/** Sends what is typed, one request at a time, the latest words last; what failed is tried again as it was. */
const createSending = (deps: SaverDeps, cell: Cell, quiet: ReturnType<typeof createTimer>) => {
  const retry = createTimer();
  const run = { failures: 0, asked: false };
  const next = (): Attempt | undefined => {
    const { draft } = cell.get();
    if (draft.attempt) return draft.attempt;
    const step = nextStep(cell.get(), deps.needed);
    return step && attemptOf(cell.get(), step, deps.newId());
  };
  const succeed = (saved: AreaCopy): void => {
    run.failures = 0;
    const done = answered(cell.get(), new Date());
    cell.set(heard(done, saved, done.open));
  };
  const fail = (problem: ApiProblem): void => {
    cell.set(failed(cell.get(), problem));
    if (problem.outcomeUnknown) retry.set(waitAfter(problem, ++run.failures), pump);
    else if (!problem.needsSignIn) deps.reread();
  };
  const attemptNow = async (attempt: Attempt): Promise<void> => {
    cell.set(sending(cell.get(), attempt));
    try {
      succeed(await deps.send(attempt));
    } catch (error) {
      fail(asProblem(error));
      return;
    }
    // What was typed meanwhile goes when its own quiet time is over, unless somebody asked meanwhile.
    if (run.asked || !quiet.running()) pump();
  };
  const pump = (): void => {
    retry.clear();
    run.asked = cell.get().underway;
    if (run.asked || !cell.get().open || !deps.online()) return;
    const attempt = next();
    if (attempt) void attemptNow(attempt);
  };
  return { pump, isWaiting: retry.running };
};

/** One area, saved as it is typed. Every keystroke is kept on the device at once; see `docs/decisions` for the rest. */
export const createAreaSaver = (deps: SaverDeps, saved: AreaCopy, open: boolean, kept?: AreaDraft): AreaSaver => {
  const cell = createCell(beginSaving(saved, open, kept), deps.keep);
  const quiet = createTimer();
  const { pump, isWaiting } = createSending(deps, cell, quiet);
  const settle = (): void => {
    quiet.clear();
    if (!isWaiting()) pump();
  };
  return {
    state: cell.get,
    subscribe: cell.subscribe,
    type: (typed) => {
      const before = cell.get().draft.typed;
      if (JSON.stringify(before) === JSON.stringify(typed)) return;
      cell.set(typedInto(cell.get(), typed));
      quiet.set(figuresTyped(before, typed) ? quietFigureMs : quietMs, settle);
    },
    settle,
    resume: pump,
    insist: () => {
      quiet.clear();
      cell.set({ ...cell.get(), refused: false });
      pump();
    },
    hear: (next, nowOpen) => {
      cell.set(heard(cell.get(), next, nowOpen));
    },
    resolve: (draft, now) => {
      quiet.clear();
      cell.set(resolved(cell.get(), draft));
      if (now) pump();
    },
  };
};
