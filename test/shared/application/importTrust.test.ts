import { importTrust } from '../../../shared/application/importTrust';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import type { Archive } from '../../../shared/schema/archive';
import { alder } from '../../support/builders/people';
import { judgedReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { everything } from '../../support/builders/wholeTrust';
import { createFakeStore, type FakeStore } from '../../support/fakeStore';
import { trustArchive, allOf } from './archiving';

describe('an import', () => {
  const into = (store: FakeStore, archive: Archive, options = {}) => importTrust({ store })(archive, options);

  it('only compares where it is asked to', async () => {
    const [archive, store] = [await trustArchive(), createFakeStore()];
    expect(await into(store, archive, { dryRun: true })).toMatchObject({
      status: 'checked',
      counts: { alreadyThere: 0 },
    });
    expect(store.calls.create).toBe(0);
  });

  it('a second time writes nothing', async () => {
    const [archive, store] = [await trustArchive(), createFakeStore()];
    const first = await into(store, archive);
    const written = store.calls.create;
    const second = await into(store, archive);
    expect(second).toEqual({
      status: 'imported',
      counts: { created: 0, alreadyThere: first.status === 'imported' ? first.counts.created : NaN },
    });
    expect(store.calls.create).toBe(written);
  });

  it('after one that broke off anywhere completes it, and the trust’s settings come last', async () => {
    const archive = await trustArchive();
    const whole = createFakeStore();
    await into(whole, archive);
    for (let at = 0; at < whole.calls.create; at += 3) {
      const store = createFakeStore();
      for (let i = 0; i < at; i += 1) store.beforeNext('create', async () => undefined);
      store.beforeNext('create', async () => store.failNext('create', 'unavailable'));
      await expect(into(store, archive)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await store.load('settings', 'trust')).toEqual({ status: 'absent' });
      expect(await into(store, archive)).toMatchObject({ status: 'imported' });
      expect(await allOf(store)).toEqual(await allOf(whole));
    }
  });

  it('refuses a site that holds something else, and names it', async () => {
    const archive = await trustArchive();
    const { store } = await createTrust({ reviews: [judgedReview({ academy: alder })] });
    const before = await allOf(store);
    const refused = await into(store, archive);
    expect(refused).toMatchObject({ status: 'siteInUse' });
    expect(refused.status === 'siteInUse' ? refused.found : []).toEqual([
      expect.stringMatching(/^Reviews: \d{6}\|.* differs from the archive\.$/),
    ]);
    expect(await allOf(store)).toEqual(before);
  });

  it('refuses a site with records of its own or edited ones', async () => {
    const archive = await trustArchive();
    const { store } = await everything();
    await store.create('academies', { ...alder, urn: '999999' as typeof alder.urn });
    store.handEdit('people', (await store.rows('people'))[0]?.key ?? '');
    const refused = await into(store, archive);
    expect(refused.status === 'siteInUse' ? refused.found : []).toEqual([
      expect.stringMatching(/^People: .* was changed outside Assured\.$/),
      'Academies: 999999 is not in the archive.',
    ]);
  });

  it('leaves alone what somebody else wrote meanwhile, and says so', async () => {
    const [archive, store] = [await trustArchive(), createFakeStore()];
    const [first] = archive.contents.reviews;
    if (!first) throw new Error('no review');
    const theirs = { ...first, kpis: {}, notApplicable: [] };
    store.beforeNext('create', async () => void (await store.create('reviews', theirs)));
    const met = await into(store, archive);
    expect(met).toMatchObject({ status: 'metOthers', found: [expect.stringMatching(/^Reviews: .*exists/)] });
  });

  it('tells how far it has come', async () => {
    const told: number[] = [];
    const archive = await trustArchive();
    await into(createFakeStore(), archive, { report: (more: number) => told.push(more) });
    const all = Object.values(archive.counts).reduce((sum, each) => sum + each, 0);
    expect(told.reduce((sum, each) => sum + each, 0)).toBe(all);
  });
});
