import { importMissing } from '../../../shared/application/importMissing';
import { importTrust } from '../../../shared/application/importTrust';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import type { Archive, ArchiveContents } from '../../../shared/schema/archive';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { PersonId } from '../../../shared/schema/ids';
import type { Review } from '../../../shared/schema/review';
import { withContents } from '../../support/builders/archive';
import { atApprove, atConfirm, decidedChange } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { category, changeId } from '../../support/builders/ids';
import { alder, birch, hazel } from '../../support/builders/people';
import { awaitingReview } from '../../support/builders/reviews';
import { createFakeStore, type FakeStore } from '../../support/fakeStore';
import { trustArchive, allOf } from './archiving';

const bringBack = (store: FakeStore, archive: Archive, options = {}) => importMissing({ store })(archive, options);

/** A site that holds these of the archive's records, and others than those that are missing. */
const siteWith = async (archive: Archive, contents: Partial<ArchiveContents>): Promise<FakeStore> => {
  const store = createFakeStore();
  await importTrust({ store })(withContents(archive, contents));
  return store;
};
const newcomer = { ...hazel, id: PersonId.parse('99999999-0000-4000-8000-000000000099'), name: 'Nia Newcomer' };

/** After the backup a person was added and a review sent; then the list of changes was deleted. */
const inUse = async () => {
  const archive = await trustArchive();
  const store = await siteWith(archive, { categoryChanges: [] });
  await store.create('people', newcomer);
  const [first] = archive.contents.reviews;
  const key = `${first?.urn}|${first?.year}|${first?.period}`;
  const loaded = await store.load('reviews', key);
  if (loaded.status !== 'found') throw new Error('no review');
  const changed: Review = { ...loaded.document, judgements: {} };
  await store.replace('reviews', changed, loaded.version);
  return { archive, store, key, changed };
};

describe('what is missing on a site in use', () => {
  it('is brought back alone: what is newer stays, and is named', async () => {
    const { archive, store, key, changed } = await inUse();
    const done = await bringBack(store, archive);
    expect(done).toEqual({
      status: 'imported',
      counts: { created: 2, alreadyThere: expect.any(Number) as number },
      missing: { settings: 0, people: 0, academies: 0, categoryChanges: 2, reviews: 0 },
      left: [
        { kind: 'people', differing: [], notInArchive: [newcomer.id] },
        { kind: 'reviews', differing: [key], notInArchive: [] },
      ],
    });
    expect(await store.load('people', newcomer.id)).toMatchObject({ document: newcomer });
    expect(await store.load('reviews', key)).toMatchObject({ document: changed });
    for (const change of archive.contents.categoryChanges)
      expect(await store.load('categoryChanges', change.id)).toMatchObject({ document: change });
  });

  it('is only counted where that is asked for', async () => {
    const { archive, store } = await inUse();
    const before = await allOf(store);
    expect(await bringBack(store, archive, { dryRun: true })).toMatchObject({
      status: 'checked',
      counts: { created: 2 },
    });
    expect(await allOf(store)).toEqual(before);
  });

  it('is completed by another run where one broke off', async () => {
    const { archive, store } = await inUse();
    store.failNext('create', 'unavailable');
    await expect(bringBack(store, archive)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await bringBack(store, archive)).toMatchObject({ status: 'imported', counts: { created: 1 } });
    const whole = await allOf(store);
    expect(await bringBack(store, archive)).toMatchObject({ status: 'imported', counts: { created: 0 } });
    expect(await allOf(store)).toEqual(whole);
  });

  it('that somebody else wrote meanwhile is left to them', async () => {
    const { archive, store } = await inUse();
    const theirs = atConfirm({ id: changeId(1) });
    store.beforeNext('create', async () => void (await store.create('categoryChanges', theirs)));
    expect(await bringBack(store, archive)).toEqual({
      status: 'metOthers',
      found: [`Category changes: ${theirs.id} (exists).`],
    });
    expect(await store.load('categoryChanges', theirs.id)).toMatchObject({ document: theirs });
  });

  it('cannot be told while a record is not believed', async () => {
    const { archive, store, key } = await inUse();
    store.handEdit('reviews', key);
    const before = await allOf(store);
    expect(await bringBack(store, archive)).toMatchObject({ status: 'editedByHand', edits: [{ key }] });
    expect(await allOf(store)).toEqual(before);
  });
});

describe('what does not fit what is there', () => {
  /** The list of changes was lost, and these were made since. */
  const refused = async (backup: readonly CategoryChange[], since: readonly CategoryChange[]) => {
    const archive = withContents(await trustArchive(), { categoryChanges: [...backup] });
    const store = await siteWith(archive, { categoryChanges: [...since] });
    const before = await allOf(store);
    const outcome = await bringBack(store, archive);
    expect(await allOf(store)).toEqual(before);
    return outcome.status === 'notFitting' ? outcome.mistakes : outcome.status;
  };

  it('is a second open change of an academy', async () => {
    const [old, since] = [atApprove({ id: changeId(1) }), atConfirm({ id: changeId(8) })];
    expect(await refused([old], [since])).toContain(
      `Category changes: the academy ${alder.urn} has more than one open change, and can have one.`,
    );
  });

  it('is a change between others that does not lead from the one to the other', async () => {
    const first = decidedChange({ id: changeId(1), from: null, to: category.improve, effectiveFrom: '2026-09-01' });
    const lost = decidedChange({ id: changeId(2), effectiveFrom: '2026-12-01' });
    const since = decidedChange({ id: changeId(8), to: category.sustain, effectiveFrom: '2027-01-10' });
    expect(await refused([first, lost], [first, since])).toEqual([
      `Category changes: for the academy ${alder.urn}, ${since.id} starts from improve, and ${lost.id} before it leads to repair.`,
    ]);
  });

  it('is an open change for a day before what is decided by now', async () => {
    const lost = atApprove({ id: changeId(2), effectiveFrom: '2026-12-01' });
    const since = decidedChange({
      ...{ id: changeId(8), from: null, to: category.improve },
      effectiveFrom: '2027-01-10',
    });
    expect(await refused([lost], [since])).toEqual([
      `Category changes: for the academy ${alder.urn}, ${lost.id} is under way for 1 December 2026, and ${since.id} is decided from 10 January 2027 on.`,
    ]);
  });

  it('is not a gap that the archive had already', async () => {
    const gap = decidedChange({ id: changeId(1), academy: birch, from: category.improve });
    const archive = withContents(await trustArchive(), { categoryChanges: [gap] });
    const store = await siteWith(archive, { categoryChanges: [] });
    expect(await bringBack(store, archive)).toMatchObject({ status: 'imported', missing: { categoryChanges: 1 } });
  });

  it('is a review by a model that is stored nowhere', async () => {
    const archive = await trustArchive();
    const { settings } = archive.contents;
    const store = await siteWith(archive, { settings: [], reviews: [] });
    const version = { code: smallFramework.code, version: 9 };
    const since = { ...awaitingReview({ academy: birch }), framework: version };
    await store.create('reviews', since);
    const before = await allOf(store);
    const outcome = await bringBack(store, archive);
    expect(outcome).toEqual({
      status: 'notFitting',
      mistakes: [
        `Reviews: ${since.urn}|${since.year}|${since.period} is judged by version 9 of the framework ${version.code}, which is not on the site or in the archive.`,
      ],
    });
    expect(await allOf(store)).toEqual(before);
    const whole = await siteWith(archive, { settings: settings.filter(({ name }) => name !== 'trust') });
    expect(await bringBack(whole, archive)).toMatchObject({ status: 'imported', missing: { settings: 1 } });
  });
});
