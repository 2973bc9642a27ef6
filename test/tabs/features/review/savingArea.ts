import { ApiProblem } from '../../../../tabs/api/problem';
import { copyOf, type AreaCopy, type AreaDraft, type Attempt } from '../../../../tabs/features/review/areaDraft';
import { createAreaSaver, type AreaSaver } from '../../../../tabs/features/review/areaSaver';
import { standingOf } from '../../../../tabs/features/review/areaSaving';
import { area, commandId, level } from '../../../support/builders/ids';
import { areaOf, judgedBy, unjudged } from './areaOf';

export const empty = copyOf(areaOf(area.attendance), unjudged, '2026-11-20');
export const judged = copyOf(areaOf(area.attendance), judgedBy('first', 'Because.'), '2026-11-20');
export const refusal = (status: number, code: string, retryAfter?: number) =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, detail: 'No.', code }, retryAfter);

interface Sent {
  readonly attempt: Attempt;
  readonly answer: (saved?: AreaCopy) => Promise<void>;
  readonly fail: (problem: ApiProblem) => Promise<void>;
}
const settled = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(0);
};

/** What the saver finds around it. */
export const device = { online: true, rereads: 0 };
export const sent: Sent[] = [];
export const kept: (AreaDraft | undefined)[] = [];
/** As the server applies an attempt to what it has. */
const applied = ({ step, typed, base, commandId: id }: Attempt): AreaCopy =>
  step === 'measures'
    ? { ...base, kpis: typed.kpis }
    : { ...base, level: typed.level, rationale: typed.rationale.trim(), evidence: typed.evidence, basedOn: id };

export const begin = (saved = empty, draft?: AreaDraft, needed: string | undefined = undefined): AreaSaver =>
  createAreaSaver(
    {
      send: (attempt) =>
        new Promise((resolve, reject) => {
          sent.push({
            attempt,
            answer: async (now = applied(attempt)) => {
              resolve(now);
              await settled();
            },
            fail: async (problem) => {
              reject(problem);
              await settled();
            },
          });
        }),
      keep: (next) => kept.push(next) > 0,
      needed: () => needed,
      newId: () => commandId(`number-${sent.length + 1}`),
      online: () => device.online,
      reread: () => {
        device.rereads += 1;
      },
    },
    saved,
    true,
    draft,
  );
export const kindOf = (saver: AreaSaver): string => standingOf(saver.state(), () => undefined, device.online).kind;
export const words = (saver: AreaSaver, rationale: string, chosen = level.assured): void => {
  saver.type({ ...saver.state().draft.typed, level: chosen, rationale });
};
export const said = (): string[] => sent.map(({ attempt }) => attempt.typed.rationale);
export const first = (): Sent => sent[0] ?? fallen();
export const latest = (): Sent => sent.at(-1) ?? fallen();
const fallen = (): never => {
  throw new Error('nothing was sent');
};

/** Every test begins online, with nothing typed, kept or sent, at 14:32. */
export const onAFreshDevice = (): void => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T14:32:00Z') });
    Object.assign(device, { online: true, rereads: 0 });
    sent.length = 0;
    kept.length = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });
};
