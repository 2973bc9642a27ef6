import { readAcademy } from '../../../shared/application/readAcademy';
import { recordInspection } from '../../../shared/application/recordInspection';
import { recordSelfEvaluation } from '../../../shared/application/recordSelfEvaluation';
import { removeHistoric } from '../../../shared/application/removeHistoric';
import { Framework } from '../../../shared/schema/framework';
import type { Inspection } from '../../../shared/schema/historic';
import { Academy } from '../../../shared/schema/people';
import { autumn, settings, summerBefore } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { smallFramework } from '../../support/builders/framework';
import { commandId, thisYear, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import {
  academies,
  ada,
  alder,
  birch,
  birchHead,
  bo,
  callerNames,
  callers,
  cedar,
  cora,
  coHead,
  dana,
  gus,
  hazel,
  inspectedAlder,
  primaryDirector,
} from '../../support/builders/people';
import { awaitingReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const inspected = () => createTrust({ academies: [inspectedAlder(ada.id), birch, cedar] });
const alderIn = async ({ store }: TestTrust): Promise<Academy> => {
  const loaded = await store.load('academies', urn.alder);
  if (loaded.status !== 'found') throw new Error('Alder is gone.');
  return loaded.document;
};
const reportCard: Inspection = {
  report: 'reportCard',
  on: '2026-02-03',
  grades: [{ area: 'Inclusion', grade: 'strongStandard' }],
  safeguarding: 'met',
};

describe('recording', () => {
  it('an inspection: as it was said, with who recorded it, under the command’s own id', async () => {
    const trust = await createTrust();
    const view = valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection({ inspection: reportCard })));
    const entry = { id: commandId('sent-now'), at: trust.clock.now(), inspection: reportCard };
    expect((await alderIn(trust)).inspections).toEqual([{ ...entry, by: ada.id }]);
    expect(view.inspections).toEqual([{ ...entry, by: { id: ada.id, name: ada.name, jobTitle: ada.jobTitle } }]);
  });

  it('both kinds side by side: an earlier one stays as it was', async () => {
    const trust = await inspected();
    valueOf(await recordInspection(trust)(dana.id, command.toRecordInspection({ inspection: reportCard })));
    expect((await alderIn(trust)).inspections.map(({ inspection }) => inspection.report)).toEqual([
      'grades',
      'reportCard',
    ]);
  });

  it('a self-evaluation in words of its own where the model has none', async () => {
    const trust = await createTrust();
    const view = valueOf(await recordSelfEvaluation(trust)(cora.id, command.toRecordSelfEvaluation()));
    expect(view.selfEvaluations).toMatchObject([{ selfEvaluation: { level: 'Good', on: '2026-09-01' } }]);
  });

  it('a self-evaluation only in the model’s words where it has some', async () => {
    const framework = Framework.parse({ ...smallFramework, sefLevels: ['Secure', 'Developing'] });
    const trust = await createTrust({ framework });
    const record = recordSelfEvaluation(trust);
    expect(refusalOf(await record(ada.id, command.toRecordSelfEvaluation()))).toEqual({
      code: 'historic.unknown-level',
      levels: ['Secure', 'Developing'],
    });
    const secure = { on: '2026-09-01', level: 'Secure' };
    expect(outcomeOf(await record(ada.id, command.toRecordSelfEvaluation({ selfEvaluation: secure })))).toBe(
      'accepted',
    );
  });

  it.each([
    ['2026-11-20', 'accepted'],
    ['2026-11-21', 'historic.in-future'],
  ])('a day that has been, in the trust: %s is %s', async (on, outcome) => {
    const trust = await createTrust();
    const inspection = { ...reportCard, on };
    expect(outcomeOf(await recordInspection(trust)(ada.id, command.toRecordInspection({ inspection })))).toBe(outcome);
    const selfEvaluation = { on, level: 'Good' };
    const again = command.toRecordSelfEvaluation({ selfEvaluation, commandId: commandId('sef-now') });
    expect(outcomeOf(await recordSelfEvaluation(trust)(ada.id, again))).toBe(outcome);
  });

  it('sent twice is one entry and one write', async () => {
    const trust = await createTrust();
    valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection()));
    const { replace } = trust.store.calls;
    valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection()));
    expect([trust.store.calls.replace, (await alderIn(trust)).inspections.length]).toEqual([replace, 1]);
  });

  it('is refused under an id that stands for something else', async () => {
    const trust = await createTrust();
    valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection()));
    expect(outcomeOf(await recordSelfEvaluation(trust)(ada.id, command.toRecordSelfEvaluation()))).toBe(
      'command.reused',
    );
    expect(outcomeOf(await recordInspection(trust)(cora.id, command.toRecordInspection()))).toBe('command.reused');
  });

  it('keeps what somebody else recorded in between', async () => {
    const trust = await createTrust();
    trust.store.beforeNext('replace', async () => {
      const first = command.toRecordInspection({ commandId: commandId('first-one') });
      valueOf(await recordInspection(trust)(cora.id, first));
    });
    valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection({ inspection: reportCard })));
    expect((await alderIn(trust)).inspections.map(({ by }) => by)).toEqual([cora.id, ada.id]);
  });

  it('stops where the record can hold no more, and does not count on the store to fail', async () => {
    const entry = (n: number) => ({
      id: `command-of-${n}`,
      by: ada.id,
      at: '2026-10-01T09:00:00Z',
      inspection: { report: 'grades', on: '2020-01-01', overall: 'good' },
    });
    const full = Academy.parse({ ...alder, inspections: Array.from({ length: 40 }, (_, n) => entry(n)) });
    const trust = await createTrust({ academies: [full] });
    expect(outcomeOf(await recordInspection(trust)(ada.id, command.toRecordInspection()))).toBe('historic.too-many');
  });

  it('announces nothing: it is no matter of anybody’s cards', async () => {
    const trust = await createTrust();
    valueOf(await recordInspection(trust)(ada.id, command.toRecordInspection()));
    expect(trust.notifier.announced).toEqual([]);
  });
});

describe('removing', () => {
  const remove = (trust: TestTrust, other: Parameters<typeof command.toRemoveHistoric>[0] = {}, who = dana) =>
    removeHistoric(trust)(who.id, command.toRemoveHistoric(other));

  it('marks the entry with who removed it, and keeps it', async () => {
    const trust = await inspected();
    valueOf(await remove(trust));
    const removed = { id: commandId('sent-now'), by: dana.id, at: trust.clock.now() };
    expect((await alderIn(trust)).inspections).toMatchObject([{ id: 'command-recorded-before', by: ada.id, removed }]);
  });

  it('hides it from everybody who may not record', async () => {
    const trust = await inspected();
    valueOf(await remove(trust));
    const seenBy = async (who = hazel) => valueOf(await readAcademy(trust)(who.id, { urn: urn.alder })).inspections;
    expect(await seenBy(hazel)).toEqual([]);
    expect(await seenBy(bo)).toEqual([]);
    expect(await seenBy(ada)).toMatchObject([{ removed: { by: { name: dana.name } } }]);
  });

  it('sent twice, or by two people, removes it once', async () => {
    const trust = await inspected();
    valueOf(await remove(trust));
    valueOf(await remove(trust));
    valueOf(await remove(trust, { commandId: commandId('by-another') }, cora));
    expect((await alderIn(trust)).inspections).toMatchObject([{ removed: { by: dana.id } }]);
  });

  it('finds only what is recorded for this academy', async () => {
    const trust = await inspected();
    expect(outcomeOf(await remove(trust, { id: commandId('never-was') }))).toBe('historic.not-recorded');
    expect(outcomeOf(await remove(trust, { urn: urn.birch }))).toBe('historic.not-recorded');
  });
});

describe('who', () => {
  const mayRecord = ['director', 'primaryDirector', 'ceo', 'administrator'];
  it.each(callerNames)('%s: reads, records and removes as the table of permissions says', async (caller) => {
    const trust = await inspected();
    const { id } = callers[caller];
    const reads = caller === 'noRole' ? 'notFound' : 'accepted';
    const records = mayRecord.includes(caller) ? 'accepted' : caller === 'noRole' ? 'notFound' : 'notAllowed';
    const other = command.toRecordSelfEvaluation({ commandId: commandId('sef-now') });
    const third = command.toRemoveHistoric({ commandId: commandId('rem-now') });
    expect([
      outcomeOf(await readAcademy(trust)(id, { urn: urn.alder })),
      outcomeOf(await recordInspection(trust)(id, command.toRecordInspection())),
      outcomeOf(await recordSelfEvaluation(trust)(id, other)),
      outcomeOf(await removeHistoric(trust)(id, third)),
    ]).toEqual([reads, records, records, records]);
  });

  it.each([
    ['another academy’s head', birchHead, urn.alder],
    ['a local governor', gus, urn.birch],
    ['a director of another phase', primaryDirector, urn.birch],
    ['anybody, of an academy that there is not', ada, urn.unknown],
  ])('%s gets no trace of it', async (_, who, of) => {
    const trust = await inspected();
    expect(outcomeOf(await readAcademy(trust)(who.id, { urn: of }))).toBe('notFound');
    const recording = command.toRecordInspection({ urn: of });
    expect(outcomeOf(await recordInspection(trust)(who.id, recording))).toBe('notFound');
  });
});

describe('an academy’s page', () => {
  const reviews = [signedOffReview({ period: summerBefore }), awaitingReview(), openReview({ academy: birch })];
  const pageFor = async (who = dana) =>
    valueOf(await readAcademy(await createTrust({ reviews, academies }))(who.id, { urn: urn.alder }));

  it('tells who leads it, what it is, and where its support stands', async () => {
    const view = await pageFor();
    expect(view).toMatchObject({ name: 'Alder Academy', phase: 'primary', pupils: 210, supportYear: thisYear });
    expect(view.headTeachers.map(({ name }) => name)).toEqual([hazel.name, coHead.name]);
    expect(view.record).toBe(smallFramework.judging?.record);
  });

  it('lists its own records, the latest first', async () => {
    const { records } = await pageFor();
    expect(records.map(({ year, period, state }) => ({ year, period, state }))).toEqual([
      { ...autumn, state: 'awaitingSignOff' },
      { ...summerBefore, state: 'signedOff' },
    ]);
  });

  it('shows a draft to nobody whom it is not for, and no record to whoever may open none', async () => {
    expect((await pageFor(gus)).records).toMatchObject([summerBefore]);
    expect((await pageFor(bo)).records).toEqual([]);
    expect((await pageFor(ada)).records).toEqual([]);
  });

  it('lets only those record who may, and links support only for those who may read it', async () => {
    expect([(await pageFor(hazel)).may, (await pageFor(ada)).may]).toEqual([[], ['recordHistoric']]);
    expect((await pageFor(ada)).supportYear).toBeUndefined();
  });

  it('names somebody who has left as such', async () => {
    const trust = await createTrust({
      academies: [inspectedAlder(ada.id)],
      people: [dana],
      settings,
    });
    const view = valueOf(await readAcademy(trust)(dana.id, { urn: urn.alder }));
    expect(view.inspections[0]?.by.name).toBe('A former colleague');
    expect(view.headTeachers).toEqual([]);
  });
});
