import { sampleCodes, type SampleCode } from '../../local/sample/codes';
import { loadSample } from '../../local/sample/loading';
import { sampleOf, sampleTrust } from '../../local/sample/samples';
import { aggregates } from '../../functions/adapters/aggregates';
import { documentLimit } from '../../shared/application/ports/store';
import { readAcademy } from '../../shared/application/readAcademy';
import { readCategories } from '../../shared/application/readCategories';
import { readCategoryChange } from '../../shared/application/readCategoryChange';
import { readMatrix } from '../../shared/application/readMatrix';
import { readReview } from '../../shared/application/readReview';
import { readSession } from '../../shared/application/readSession';
import { readWork } from '../../shared/application/readWork';
import type { Kind, Store } from '../../shared/application/ports/store';
import { inPlay } from '../../shared/domain/inPlay';
import { mayReadChange } from '../../shared/domain/policy';
import type { Result } from '../../shared/domain/result';
import type { Person } from '../../shared/schema/people';
import { createDeliveryMemory, createFakeClock, deliveryOver } from '../support/fakeDelivery';
import { createFakeStore } from '../support/fakeStore';

const today = '2026-11-22';

/** Nothing here writes after the loading, so every list is read once. */
const readOnce = (store: Store): Store => {
  const read = new Map<Kind, unknown>();
  const rows = <K extends Kind>(kind: K): ReturnType<typeof store.rows<K>> => {
    const known = (read.get(kind) as ReturnType<typeof store.rows<K>> | undefined) ?? store.rows(kind);
    read.set(kind, known);
    return known;
  };
  return { ...store, rows };
};

const install = async (code: SampleCode) => {
  const trust = sampleTrust(code, today);
  const store = createFakeStore();
  const loaded = await loadSample(store, trust);
  const clock = createFakeClock(`${today}T10:00:00.000Z`);
  const notifier = { announce: async () => undefined };
  return {
    trust,
    store,
    loaded,
    deps: { store: readOnce(store), clock, notifier, sentCards: deliveryOver(createDeliveryMemory()).sentCards },
  };
};
/** Loaded once: nothing here writes. */
const installations = new Map<SampleCode, ReturnType<typeof install>>();
const installed = (code: SampleCode): ReturnType<typeof install> => {
  const known = installations.get(code) ?? install(code);
  installations.set(code, known);
  return known;
};

const answer = async <T>(asked: Promise<Result<T>>, who: Person): Promise<T> => {
  const result = await asked;
  expect([who.jobTitle, result.ok ? undefined : result.refusal]).toEqual([who.jobTitle, undefined]);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe.each(sampleCodes)('%s in the trust’s lists', (code) => {
  it('fits, every item of it, and can be loaded twice', async () => {
    const { trust, store, loaded } = await installed(code);
    const items =
      2 + trust.people.length + trust.academies.length + trust.reviews.length + trust.categoryChanges.length;
    expect(loaded).toEqual({ created: items, alreadyThere: 0 });
    expect(await loadSample(store, trust)).toEqual({ created: 0, alreadyThere: items });
    const documents = [...trust.academies, ...trust.people, ...trust.reviews, ...trust.categoryChanges, trust.settings];
    for (const document of documents) expect(JSON.stringify(document).length).toBeLessThan(documentLimit * 0.75);
    expect(JSON.stringify(trust.frameworks[0]).length).toBeLessThan(documentLimit);
  });

  it('answers everybody’s session, work and categories', async () => {
    const { trust, deps } = await installed(code);
    for (const person of trust.people) {
      const session = await answer(readSession(deps)(person.id), person);
      expect(session.person).toEqual(person);
      expect(session.currentYear).toBe('2026/27');
      expect(session.framework).toEqual(inPlay(sampleOf(code).framework));
      const { academies } = await answer(readCategories(deps)(person.id), person);
      const leads = person.roles.some(({ role }) => role === 'ceo' || role === 'boardMember');
      if (leads) expect(academies).toHaveLength(trust.academies.length);
      const work = await answer(readWork(deps)(person.id), person);
      expect(work.asAt).toBe(deps.clock.now());
    }
  });

  it('shows every change to those who may see it', async () => {
    const { trust, deps } = await installed(code);
    for (const change of trust.categoryChanges) {
      const academy = trust.academies.find(({ urn }) => urn === change.urn);
      if (!academy) throw new Error(change.urn);
      const readers = trust.people.filter((person) => mayReadChange(person, change.route, academy));
      expect(readers.length).toBeGreaterThan(2);
      for (const person of readers) {
        const view = await answer(readCategoryChange(deps)(person.id, change), person);
        expect(view).toMatchObject({ id: change.id, state: change.state });
      }
    }
  });

  it('shows every academy to its administrator, with its past', async () => {
    const { trust, deps } = await installed(code);
    const administrator = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'administrator'));
    if (!administrator) throw new Error('no administrator');
    for (const academy of trust.academies) {
      const view = await answer(readAcademy(deps)(administrator.id, academy), administrator);
      expect(JSON.stringify(view)).toContain(academy.name);
    }
  });
});

const withMatrix = sampleCodes.filter((code) => code !== 'leadGrowReinventStabilise');

describe.each(withMatrix)('the matrix of %s', (code) => {
  it('answers everybody who may read it, for last year and for now, with a row for each academy', async () => {
    const { trust, deps } = await installed(code);
    const readers: string[] = [];
    for (const person of trust.people) {
      const session = await answer(readSession(deps)(person.id), person);
      if (!session.may.includes('seeMatrix')) continue;
      readers.push(person.jobTitle);
      expect(session.matrixPeriod?.year).toBe('2025/26');
      for (const period of [session.matrixPeriod, session.currentPeriod]) {
        if (!period) throw new Error('no period');
        const matrix = await answer(readMatrix(deps)(person.id, period), person);
        expect(matrix.rows).toHaveLength(trust.academies.length);
      }
    }
    const rest = trust.people.filter(({ jobTitle }) => !readers.includes(jobTitle)).map(({ roles }) => roles[0]?.role);
    expect(rest).toEqual(['localGovernor', 'administrator']);
  });

  it('shows last year in full, and every record to whom it is about', async () => {
    const { trust, deps } = await installed(code);
    const chief = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'ceo'));
    if (!chief) throw new Error('no CEO');
    const { matrixPeriod } = await answer(readSession(deps)(chief.id), chief);
    if (!matrixPeriod) throw new Error('no period');
    const matrix = await answer(readMatrix(deps)(chief.id, matrixPeriod), chief);
    for (const row of matrix.rows) {
      const states = Object.values(row.cells).map((cell) => cell?.state);
      expect([row.name, states.filter((state) => state === 'notJudged')]).toEqual([row.name, []]);
      expect(states.filter((state) => state === 'judged').length).toBeGreaterThan(4);
      expect([row.name, row.category === undefined && row.nextCategory === undefined]).toEqual([row.name, false]);
    }
    for (const review of trust.reviews) {
      const head = trust.people.find(({ roles }) =>
        roles.some((held) => held.role === 'headTeacher' && held.academy === review.urn),
      );
      if (!head) throw new Error(review.urn);
      const view = await answer(readReview(deps)(head.id, review), head);
      expect(view.state).toBe('signedOff');
      expect(aggregates.reviews.keyOf(review)).toContain(review.urn);
    }
  });
});

describe('a framework without a matrix', () => {
  it('shows none', async () => {
    const { trust, deps } = await installed('leadGrowReinventStabilise');
    const [person] = trust.people;
    if (!person) throw new Error('nobody');
    const session = await answer(readSession(deps)(person.id), person);
    expect(session.periods).toEqual([]);
    expect(session.matrixPeriod).toBeUndefined();
  });
});
