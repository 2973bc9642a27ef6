import { kinds } from '../../functions/adapters/aggregates';
import { decidedChange, partlyAgreedReview, review, signedOffReview, urnOf } from './documents';
import { created, expectedRow, fresh, keyOf, oneOfEach, rowOf, type StoreUnderTest } from './storeUnderTest';

export const describeReading = (subject: () => StoreUnderTest): void => {
  it.each(kinds)('keeps %s whole: what was created is loaded and stands in the rows', async (kind) => {
    const { store } = subject();
    const document = oneOfEach(fresh())[kind];
    const version = await created(store, kind, document);
    const key = keyOf(kind, document);
    expect(await store.load(kind, key)).toEqual({ status: 'found', document, version });
    expect(await rowOf(store, kind, key)).toEqual({ key, version, row: expectedRow(kind, document) });
  });

  it('shows in a row what the matrix reads, and leaves out what is not there', async () => {
    const { store } = subject();
    const [open, signed, decided] = [review(fresh()), signedOffReview(fresh()), decidedChange(fresh(), urnOf(fresh()))];
    await created(store, 'reviews', open);
    await created(store, 'reviews', signed);
    await created(store, 'categoryChanges', decided);
    expect((await rowOf(store, 'reviews', `${open.urn}|2026/27|autumn`))?.row).toStrictEqual({
      urn: open.urn,
      year: '2026/27',
      period: 'autumn',
      framework: { code: 'invented', version: 1 },
      state: 'open',
      sent: false,
      agreed: [],
      waitingSince: open.history[0]?.at,
      notApplicable: ['earlyYears'],
      levels: { attendance: 'assured' },
    });
    expect((await rowOf(store, 'reviews', `${signed.urn}|2026/27|autumn`))?.row).toMatchObject({
      state: 'signedOff',
      signedOffAt: '2026-11-22T09:40:12.345Z',
    });
    expect((await rowOf(store, 'categoryChanges', decided.id))?.row).toStrictEqual({
      id: decided.id,
      urn: decided.urn,
      state: 'decided',
      from: 'improve',
      to: 'sustain',
      effectiveFrom: '2027-01-01',
      decidedAt: '2026-11-22T09:40:12.345Z',
      proposedAt: '2026-11-22T09:40:12.345Z',
      framework: { code: 'invented', version: 1 },
      closed: { at: decided.history.at(-1)?.at, by: decided.history.at(-1)?.by },
    });
  });

  it('shows in a row who has agreed so far', async () => {
    const { store } = subject();
    const agreed = partlyAgreedReview(fresh());
    await created(store, 'reviews', agreed);
    expect((await rowOf(store, 'reviews', `${agreed.urn}|2026/27|autumn`))?.row).toMatchObject({
      state: 'awaitingSignOff',
      agreed: ['directorOfEducation', 'headTeacher'],
    });
  });

  it('shows in a row whether it was ever sent, also where it is open again', async () => {
    const { store } = subject();
    const n = fresh();
    const [opened] = review(n).history;
    const sent = review(n, { history: [opened, { ...opened, type: 'sentForSignOff', commandId: 'command-sent' }] });
    await created(store, 'reviews', sent);
    expect((await rowOf(store, 'reviews', keyOf('reviews', sent)))?.row).toMatchObject({ state: 'open', sent: true });
  });

  it('answers absent for a key that nobody has', async () => {
    expect(await subject().store.load('reviews', `${urnOf(fresh())}|2026/27|autumn`)).toEqual({ status: 'absent' });
  });
};
