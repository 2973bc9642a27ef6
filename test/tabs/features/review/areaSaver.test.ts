import { ApiProblem, unreachable } from '../../../../tabs/api/problem';
import { copyOf, type AreaCopy, type AreaDraft, type Attempt } from '../../../../tabs/features/review/areaDraft';
import { takeMine, untouched } from '../../../../tabs/features/review/areaMerge';
import { createAreaSaver, waitAfter, type AreaSaver } from '../../../../tabs/features/review/areaSaver';
import { standingOf } from '../../../../tabs/features/review/areaSaving';
import { area, commandId, kpi, level } from '../../../support/builders/ids';
import { areaOf, judgedBy, unjudged } from './areaOf';

const empty = copyOf(areaOf(area.attendance), unjudged, '2026-11-20');
const judged = copyOf(areaOf(area.attendance), judgedBy('first', 'Because.'), '2026-11-20');
const refusal = (status: number, code: string, retryAfter?: number) =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, detail: 'No.', code }, retryAfter);

interface Sent {
  readonly attempt: Attempt;
  readonly answer: (saved?: AreaCopy) => Promise<void>;
  readonly fail: (problem: ApiProblem) => Promise<void>;
}
const settled = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(0);
};

let online: boolean;
let sent: Sent[];
let kept: (AreaDraft | undefined)[];
let rereads: number;
/** As the server applies an attempt to what it has. */
const applied = ({ step, typed, base, commandId: id }: Attempt): AreaCopy =>
  step === 'measures'
    ? { ...base, kpis: typed.kpis }
    : { ...base, level: typed.level, rationale: typed.rationale.trim(), evidence: typed.evidence, basedOn: id };

const begin = (saved = empty, draft?: AreaDraft, needed: string | undefined = undefined): AreaSaver =>
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
      online: () => online,
      reread: () => {
        rereads += 1;
      },
    },
    saved,
    true,
    draft,
  );
const kindOf = (saver: AreaSaver): string => standingOf(saver.state(), () => undefined, online).kind;
const words = (saver: AreaSaver, rationale: string, chosen = level.assured): void => {
  saver.type({ ...saver.state().draft.typed, level: chosen, rationale });
};
const said = (): string[] => sent.map(({ attempt }) => attempt.typed.rationale);
const first = (): Sent => sent[0] ?? fallen();
const latest = (): Sent => sent.at(-1) ?? fallen();
const fallen = (): never => {
  throw new Error('nothing was sent');
};

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T14:32:00Z') });
  online = true;
  sent = [];
  kept = [];
  rereads = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

describe('typing', () => {
  it('is kept on the device with every keystroke, and sent after a few quiet seconds, once', () => {
    const saver = begin();
    for (const text of ['S', 'Se', 'See', 'Seen']) {
      words(saver, text);
      jest.advanceTimersByTime(3_000);
    }
    expect(kept.map((draft) => draft?.typed.rationale)).toEqual(['S', 'Se', 'See', 'Seen']);
    expect([said(), kindOf(saver)]).toEqual([[], 'waiting']);
    jest.advanceTimersByTime(1_000);
    expect([said(), kindOf(saver)]).toEqual([['Seen'], 'saving']);
  });

  it('says saved only once the server has answered, and leaves no trace on the device then', async () => {
    const saver = begin();
    words(saver, 'Seen.');
    saver.settle();
    expect(saver.state().savedAt).toBeUndefined();
    await first().answer();
    expect(standingOf(saver.state(), () => undefined, true)).toEqual({
      kind: 'saved',
      at: new Date('2026-11-22T14:32:00Z'),
    });
    expect(kept.at(-1)).toBeUndefined();
  });

  it('is sent when the field is left, without waiting', () => {
    const saver = begin();
    words(saver, 'Seen.');
    saver.settle();
    jest.advanceTimersByTime(60_000);
    expect(said()).toEqual(['Seen.']);
  });

  it('is not sent while something is lacking', () => {
    const saver = begin(empty, undefined, 'Needed here');
    words(saver, ' ');
    saver.settle();
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(0);
    expect(standingOf(saver.state(), () => 'Needed here', true)).toEqual({ kind: 'lacking', what: 'reason' });
    words(saver, 'Because.');
    saver.settle();
    expect(said()).toEqual(['Because.']);
  });

  it('leaves a figure more time, and sends it before the judgement that may depend on it', async () => {
    const saver = begin();
    saver.type({
      ...saver.state().draft.typed,
      level: level.assured,
      kpis: { ...empty.kpis, [kpi.attendanceRate]: { value: '48', asAt: '2026-11-12', source: '' } },
    });
    jest.advanceTimersByTime(9_000);
    expect(sent).toHaveLength(0);
    jest.advanceTimersByTime(1_000);
    await first().answer();
    expect(sent.map(({ attempt }) => attempt.step)).toEqual(['measures', 'judgement']);
  });

  it('of what is there already sends nothing', () => {
    const saver = begin(judged);
    words(saver, 'Because. ', level.actions);
    saver.settle();
    expect([sent.length, kindOf(saver)]).toEqual([0, 'untouched']);
  });
});

describe('the order', () => {
  it('is one request at a time, each based on the one before, the latest words last', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    words(saver, 'One. Two.');
    saver.settle();
    words(saver, 'One. Two. Three.');
    saver.settle();
    expect(said()).toEqual(['One.']);
    await first().answer();
    expect(said()).toEqual(['One.', 'One. Two. Three.']);
    expect(latest().attempt.base.basedOn).toBe(commandId('number-1'));
    await latest().answer();
    expect([kindOf(saver), sent.length]).toEqual(['saved', 2]);
  });

  it('leaves what is typed during a request to its own quiet seconds', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    words(saver, 'One. Tw');
    await first().answer();
    expect([said(), kindOf(saver)]).toEqual([['One.'], 'waiting']);
    words(saver, 'One. Two.');
    jest.advanceTimersByTime(4_000);
    expect(said()).toEqual(['One.', 'One. Two.']);
  });
});

describe('without an answer', () => {
  it('is sent again as it was, with the same id, before anything newer', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(unreachable('x'));
    words(saver, 'One. Two.');
    saver.settle();
    expect([sent.length, kindOf(saver)]).toEqual([1, 'failed']);
    jest.advanceTimersByTime(2_000);
    expect(sent[1]?.attempt).toEqual(first().attempt);
    await latest().answer();
    expect(said()).toEqual(['One.', 'One.', 'One. Two.']);
    expect(latest().attempt.commandId).not.toBe(first().attempt.commandId);
  });

  it('waits as long as the server asks, unless somebody insists', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(503, 'store.unavailable', 40));
    saver.settle();
    jest.advanceTimersByTime(39_000);
    expect(sent).toHaveLength(1);
    jest.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(2);
    await latest().fail(refusal(429, 'busy', 40));
    saver.insist();
    expect(sent).toHaveLength(3);
  });

  it('waits longer each time, and never longer than a minute', () => {
    expect([1, 2, 3, 10].map((failures) => waitAfter(unreachable('x'), failures))).toEqual([
      2_000, 4_000, 8_000, 60_000,
    ]);
  });

  it('sends nothing while offline, and everything when the connection is back', async () => {
    online = false;
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    jest.advanceTimersByTime(120_000);
    expect([sent.length, kindOf(saver)]).toEqual([0, 'offline']);
    online = true;
    saver.resume();
    expect(said()).toEqual(['One.']);
    await first().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('goes on where a killed tab left off: the same attempt, then what was typed after it', async () => {
    const before = begin();
    words(before, 'One.');
    before.settle();
    words(before, 'One. Two.');
    const left = kept.at(-1);
    const after = begin(empty, left);
    after.settle();
    expect(latest().attempt).toEqual(first().attempt);
    await latest().answer();
    expect(said()).toEqual(['One.', 'One.', 'One. Two.']);
  });
});

describe('what the server refuses', () => {
  it('is not sent again by itself, but with the next change or when somebody insists', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(403, 'notAllowed'));
    saver.settle();
    jest.advanceTimersByTime(120_000);
    expect([sent.length, rereads, kindOf(saver)]).toEqual([1, 1, 'failed']);
    expect(kept.at(-1)?.typed.rationale).toBe('One.');
    saver.insist();
    await latest().fail(refusal(403, 'notAllowed'));
    words(saver, 'Two.');
    saver.settle();
    expect(said()).toEqual(['One.', 'One.', 'Two.']);
  });

  it('for want of a sign-in is sent with the next settling, and nothing is read anew', async () => {
    const saver = begin();
    words(saver, 'One.');
    saver.settle();
    await first().fail(refusal(401, 'token.invalid'));
    expect([kindOf(saver), rereads]).toEqual(['failed', 0]);
    saver.insist();
    await latest().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('because somebody was first: both versions, nothing is sent until one is chosen', async () => {
    const saver = begin();
    words(saver, 'Mine.');
    saver.settle();
    await first().fail(refusal(412, 'review.area-changed'));
    saver.hear(judged, true);
    saver.insist();
    expect([sent.length, kindOf(saver)]).toEqual([1, 'overtaken']);
    expect(saver.state().draft.typed.rationale).toBe('Mine.');
    saver.resolve(takeMine(saver.state().draft, saver.state().saved), true);
    expect(latest().attempt.base.basedOn).toBe(commandId('first'));
    await latest().answer();
    expect(kindOf(saver)).toBe('saved');
  });

  it('because the review was sent meanwhile: nothing more is sent, the text stays', async () => {
    const saver = begin();
    words(saver, 'Mine.');
    saver.hear(empty, false);
    saver.settle();
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(0);
    expect(kept.at(-1)?.typed.rationale).toBe('Mine.');
  });
});

describe('what a colleague saves', () => {
  it('fills the form where nothing was typed here, and not while the same is typed', () => {
    const saver = begin();
    const { filled } = saver.state();
    saver.hear(judged, true);
    expect(saver.state()).toMatchObject({ filled: filled + 1, draft: untouched(judged) });
    words(saver, 'Mine.');
    saver.hear({ ...judged, rationale: 'Theirs.', basedOn: commandId('theirs') }, true);
    expect(saver.state()).toMatchObject({ filled: filled + 1, draft: { typed: { rationale: 'Mine.' } } });
    expect(kindOf(saver)).toBe('overtaken');
  });
});
