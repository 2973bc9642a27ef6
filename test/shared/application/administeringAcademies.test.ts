import { addAcademy } from '../../../shared/application/addAcademy';
import { amendAcademy } from '../../../shared/application/amendAcademy';
import { listReviews } from '../../../shared/application/listReviews';
import { readAcademies } from '../../../shared/application/readAcademies';
import { readAcademy } from '../../../shared/application/readAcademy';
import { readMatrix } from '../../../shared/application/readMatrix';
import { readWork } from '../../../shared/application/readWork';
import { factsOfAcademy } from '../../../shared/domain/academyFacts';
import { AreaCode } from '../../../shared/schema/ids';
import { newUrn, toAddAcademy, toAmendAcademy } from '../../support/builders/administering';
import { autumn } from '../../support/builders/calendar';
import { commandId, thisYear, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { ada, alder, birch, bo, cedar, dana, hazel, inspectedAlder } from '../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const leftBefore = { ...alder, leftOn: '2026-08-31' };
const spring = { year: thisYear, period: 'spring' } as const;

describe('adding an academy', () => {
  it('keeps it with who added it', async () => {
    const trust = await createTrust();
    const added = valueOf(await addAcademy(trust)(ada.id, toAddAcademy()));
    expect(added).toMatchObject({ urn: newUrn, facts: toAddAcademy().facts, records: 0 });
    expect(added.history.map(({ at, by, text }) => [at, by.name, text])).toEqual([
      ['2026-11-20T10:00:00.000Z', 'Ada Admin', 'added it as Damson Academy'],
    ]);
    const { academies } = valueOf(await readAcademies(trust)(ada.id));
    expect(academies.map(({ facts }) => facts.name)).toEqual([
      'Alder Academy',
      'Birch Academy',
      'Cedar Academy',
      'Damson Academy',
    ]);
  });

  it('may arrive twice, and refuses a number that is taken with the academy’s name', async () => {
    const trust = await createTrust();
    valueOf(await addAcademy(trust)(ada.id, toAddAcademy()));
    expect(outcomeOf(await addAcademy(trust)(ada.id, toAddAcademy()))).toBe('accepted');
    const other = toAddAcademy({ commandId: commandId('another') });
    expect(refusalOf(await addAcademy(trust)(ada.id, other))).toEqual({
      code: 'academies.urn-taken',
      name: 'Damson Academy',
    });
    expect(trust.store.calls.create).toBeGreaterThan(0);
  });

  it('leaves a record alone that was changed by hand', async () => {
    const trust = await createTrust({ editedByHand: [{ kind: 'academies', key: urn.alder }] });
    expect(outcomeOf(await addAcademy(trust)(ada.id, toAddAcademy({ urn: urn.alder })))).toBe('store.edited-by-hand');
  });

  it('names no area that no model has', async () => {
    const trust = await createTrust();
    const facts = { ...toAddAcademy().facts, notApplicable: [AreaCode.parse('unheardOf')] };
    expect(outcomeOf(await addAcademy(trust)(ada.id, toAddAcademy({ facts })))).toBe('review.unknown-area');
  });
});

describe('changing an academy', () => {
  it('changes what is said of it and nothing else, with a line that says what', async () => {
    const inspected = inspectedAlder(ada.id);
    const trust = await createTrust({ academies: [inspected, birch, cedar] });
    const changed = valueOf(await amendAcademy(trust)(ada.id, toAmendAcademy()));
    expect(changed.history.map(({ text }) => text)).toEqual(['changed name: Alder Primary Academy']);
    const loaded = await trust.store.load('academies', urn.alder);
    expect(loaded).toMatchObject({ document: { name: 'Alder Primary Academy', inspections: inspected.inspections } });
  });

  it('forgets a date that is taken away', async () => {
    const trust = await createTrust({ academies: [leftBefore, birch, cedar] });
    const command = toAmendAcademy({ basedOn: factsOfAcademy(leftBefore), facts: factsOfAcademy(alder) });
    const changed = valueOf(await amendAcademy(trust)(ada.id, command));
    expect(changed.facts).toEqual(factsOfAcademy(alder));
    expect(changed.history.map(({ text }) => text)).toEqual(['changed last day in the trust: no date']);
  });

  it('writes nothing where somebody else was first, and once where it arrives twice', async () => {
    const trust = await createTrust();
    valueOf(await amendAcademy(trust)(ada.id, toAmendAcademy()));
    const writes = trust.store.calls.replace;
    const late = toAmendAcademy({
      commandId: commandId('late'),
      facts: { ...factsOfAcademy(alder), pupils: 1 },
    });
    expect(outcomeOf(await amendAcademy(trust)(ada.id, late))).toBe('academies.changed-since');
    expect(outcomeOf(await amendAcademy(trust)(ada.id, toAmendAcademy()))).toBe('accepted');
    expect(trust.store.calls.replace).toBe(writes);
  });

  it('is not found for a number that the trust does not have', async () => {
    const trust = await createTrust();
    expect(outcomeOf(await amendAcademy(trust)(ada.id, toAmendAcademy({ urn: newUrn })))).toBe('notFound');
  });
});

describe('an academy that has left the trust', () => {
  const reviews = [signedOffReview()];

  it('keeps its page, with the day', async () => {
    const trust = await createTrust({ academies: [leftBefore, birch, cedar], reviews });
    expect(valueOf(await readAcademy(trust)(hazel.id, { urn: urn.alder }))).toMatchObject({
      leftOn: '2026-08-31',
      records: [autumn],
    });
    const { academies } = valueOf(await readAcademies(trust)(ada.id));
    expect(academies[0]).toMatchObject({ records: 1, holders: ['Colin Cohead', 'Gus Governor', 'Hazel Head'] });
  });

  it('stands in the matrix of a period in which it was judged, and in no later one', async () => {
    const trust = await createTrust({ academies: [leftBefore, birch, cedar], reviews });
    const namesIn = async (ref: typeof autumn | typeof spring) =>
      valueOf(await readMatrix(trust)(bo.id, ref)).rows.map(({ name }) => name);
    expect(await namesIn(autumn)).toContain('Alder Academy');
    expect(await namesIn(spring)).not.toContain('Alder Academy');
    const listed = valueOf(await listReviews(trust)(dana.id, spring)).reviews.map(({ name }) => name);
    expect(listed).toEqual(['Birch Academy', 'Cedar Academy']);
  });

  it('has nothing that waits for anybody', async () => {
    const waiting = { reviews: [awaitingReview()] };
    const there = await createTrust(waiting);
    expect(valueOf(await readWork(there)(hazel.id)).items).toHaveLength(1);
    const gone = await createTrust({ academies: [leftBefore, birch, cedar], ...waiting });
    expect(valueOf(await readWork(gone)(hazel.id)).items).toEqual([]);
  });
});
