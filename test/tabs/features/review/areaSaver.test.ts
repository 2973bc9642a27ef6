import { untouched } from '../../../../tabs/features/review/areaMerge';
import { standingOf } from '../../../../tabs/features/review/areaSaving';
import { commandId, kpi, level } from '../../../support/builders/ids';
import { empty, judged, begin, kindOf, words, said, first, latest, sent, kept } from './savingArea';
import { onAFreshDevice } from './savingArea';

onAFreshDevice();

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
