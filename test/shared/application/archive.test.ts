import { sampleCodes } from '../../../local/sample/codes';
import { loadSample } from '../../../local/sample/loading';
import { sampleTrust } from '../../../local/sample/samples';
import { exportTrust } from '../../../shared/application/exportTrust';
import { importTrust } from '../../../shared/application/importTrust';
import { documentLimit } from '../../../shared/application/ports/store';
import { checkArchive } from '../../../shared/application/checkArchive';
import { readMatrix } from '../../../shared/application/readMatrix';
import type { Archive } from '../../../shared/schema/archive';
import { archiveOf, withContents } from '../../support/builders/archive';
import { now } from '../../support/builders/calendar';
import { atApprove } from '../../support/builders/changes';
import { changeId } from '../../support/builders/ids';
import { alder } from '../../support/builders/people';
import { everything } from '../../support/builders/wholeTrust';
import { createFakeClock } from '../../support/fakeDelivery';
import { createFakeStore, type FakeStore } from '../../support/fakeStore';
import { trustArchive, allOf } from './archiving';

const clock = createFakeClock(now);
/** What a file gives back. */
const asFile = (archive: Archive): unknown => JSON.parse(JSON.stringify(archive));
const mistakesOf = (archive: unknown): readonly string[] => checkArchive(archive).mistakes;

describe('a whole trust', () => {
  it.each(sampleCodes)('of %s is the same after it was exported and imported', async (code) => {
    const trust = sampleTrust(code, '2026-11-22');
    const [from, to] = [createFakeStore(), createFakeStore()];
    await loadSample(from, trust);
    const { archive } = checkArchive(asFile(await archiveOf(from)));
    if (!archive) throw new Error('The archive has mistakes.');
    const imported = await importTrust({ store: to })(archive);
    expect(imported).toEqual({
      status: 'imported',
      counts: { created: expect.any(Number) as number, alreadyThere: 0 },
    });
    expect(await allOf(to)).toEqual(await allOf(from));
    expect((await archiveOf(to)).digest).toBe(archive.digest);
    const director = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'directorOfEducation'));
    const [period] = trust.reviews;
    if (director && period) {
      const matrix = (store: FakeStore) => readMatrix({ store, clock })(director.id, period);
      expect(await matrix(to)).toEqual(await matrix(from));
    }
  });

  it('says in its heading what it holds, who made it and when', async () => {
    const { contents, digest, ...heading } = await trustArchive();
    expect(heading).toEqual({
      format: 'assured-trust',
      formatVersion: 1,
      trustName: expect.any(String) as string,
      exportedAt: now,
      exportedBy: 'a test',
      counts: { settings: 2, people: expect.any(Number) as number, academies: 3, categoryChanges: 2, reviews: 4 },
      leftOut: [],
    });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(contents)).not.toMatch(/conversation|activityId|serviceUrl/i);
  });
});

describe('an export', () => {
  it('is refused while records cannot be believed, or leaves them out and says so', async () => {
    const { store } = await everything();
    const key = (await store.rows('reviews'))[0]?.key ?? '';
    store.handEdit('reviews', key);
    const exporting = exportTrust({ store, clock });
    expect(await exporting({ by: 'a test' })).toMatchObject({
      status: 'editedByHand',
      edits: [{ kind: 'reviews', key }],
    });
    const exported = await exporting({ by: 'a test', leaveOutEdited: true });
    expect(exported).toMatchObject({
      status: 'exported',
      archive: { leftOut: [{ list: 'Reviews', key }], counts: { reviews: 3 } },
    });
  });

  it('of a site without a trust is none', async () => {
    expect(await exportTrust({ store: createFakeStore(), clock })({ by: 'a test' })).toEqual({ status: 'notSetUp' });
  });
});

describe('an archive that cannot be used', () => {
  it('is no archive at all', () => {
    for (const given of [null, 'text', [], {}, { format: 'other', formatVersion: 1 }])
      expect(mistakesOf(given)).toEqual([expect.stringContaining('This is no archive of a trust')]);
  });

  it('has a later format', async () => {
    expect(mistakesOf({ ...(await trustArchive()), formatVersion: 2 })).toEqual([
      expect.stringContaining('has format 2, and this version of Assured reads format 1'),
    ]);
  });

  it('was changed since: one letter in it is enough', async () => {
    const text = JSON.stringify(await trustArchive());
    expect(mistakesOf(JSON.parse(text.replace('Alder Academy', 'Elder Academy')))).toEqual([
      expect.stringContaining('its digest does not fit'),
    ]);
  });

  it('holds a name of 300 characters, and says where', async () => {
    const archive = await trustArchive();
    const academies = archive.contents.academies.map((academy) => ({ ...academy, name: 'a'.repeat(300) }));
    expect(mistakesOf({ ...archive, contents: { ...archive.contents, academies } })[0]).toMatch(
      /^contents › academies › 0 › name: .*120/,
    );
  });

  it('has other counts than it says', async () => {
    const archive = await trustArchive();
    expect(mistakesOf({ ...archive, counts: { ...archive.counts, reviews: 9 } })).toEqual([
      'Reviews: the archive names 9 records and holds 4.',
    ]);
  });

  it('lacks the trust’s settings, or the model that a year uses', async () => {
    const archive = await trustArchive();
    const { settings } = archive.contents;
    const without = (drop: (name: string) => boolean) =>
      mistakesOf(withContents(archive, { settings: settings.filter(({ name }) => !drop(name)) }));
    expect(without((name) => name === 'trust')).toEqual(['Settings: the trust’s own settings are not in the archive.']);
    expect(without((name) => name !== 'trust')[0]).toMatch(/^Settings: 20\d\d\/\d\d uses version 1 of the framework/);
  });

  it('lacks the model that a review is judged by', async () => {
    const archive = await trustArchive();
    const [first, ...others] = archive.contents.reviews;
    if (!first) throw new Error('no review');
    const later = { ...first, framework: { ...first.framework, version: 2 } };
    expect(mistakesOf(withContents(archive, { reviews: [later, ...others] }))).toEqual([
      expect.stringMatching(
        /^Reviews: \d{6}\|.* is judged by version 2 of the framework \w+, which is not in the archive\.$/,
      ),
    ]);
  });

  it('holds a record twice, two open changes of an academy, records of an unknown academy', async () => {
    const archive = await trustArchive();
    const { academies, categoryChanges, reviews } = archive.contents;
    expect(mistakesOf(withContents(archive, { reviews: [...reviews, ...reviews.slice(0, 1)] }))).toEqual([
      expect.stringMatching(/^Reviews: \d{6}\|.* stands in the archive more than once\.$/),
    ]);
    const second = atApprove({ id: changeId(7), academy: alder });
    expect(mistakesOf(withContents(archive, { categoryChanges: [...categoryChanges, second] }))).toEqual([
      `Category changes: the academy ${alder.urn} has more than one open change, and can have one.`,
    ]);
    expect(mistakesOf(withContents(archive, { academies: academies.filter(({ urn }) => urn !== alder.urn) }))).toEqual([
      `Academies: ${alder.urn} is not in the archive, and records of it are.`,
    ]);
  });

  it('holds a record that is longer than a list item takes', async () => {
    const archive = await trustArchive();
    const [first, ...others] = archive.contents.reviews;
    if (!first) throw new Error('no review');
    const [event] = first.history;
    const comment = 'x'.repeat(2000);
    const history = Array.from({ length: 32 }, () => ({ ...event, type: 'queried' as const, comment }));
    const long = { ...first, history } as typeof first;
    expect(mistakesOf(withContents(archive, { reviews: [long, ...others] }))).toEqual([
      expect.stringMatching(
        new RegExp(`^Reviews: .* has \\d{5} characters, and a record can have ${documentLimit}\\.$`),
      ),
    ]);
  });
});
