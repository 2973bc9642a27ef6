import { readdirSync } from 'node:fs';
import path from 'node:path';
import { addAcademy } from '../../../shared/application/addAcademy';
import { addPerson } from '../../../shared/application/addPerson';
import { amendAcademy } from '../../../shared/application/amendAcademy';
import { amendPerson } from '../../../shared/application/amendPerson';
import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { chooseFramework } from '../../../shared/application/chooseFramework';
import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import type { Deps } from '../../../shared/application/deps';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { exportMatrix } from '../../../shared/application/exportMatrix';
import { exportReview } from '../../../shared/application/exportReview';
import { findAcademies } from '../../../shared/application/findAcademies';
import { handOver } from '../../../shared/application/handOver';
import { listReviews } from '../../../shared/application/listReviews';
import { openReviews } from '../../../shared/application/openReviews';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { putBackHandEdit } from '../../../shared/application/putBackHandEdit';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { readAcademies } from '../../../shared/application/readAcademies';
import { readAcademy } from '../../../shared/application/readAcademy';
import { readAdministration } from '../../../shared/application/readAdministration';
import { readApprovals } from '../../../shared/application/readApprovals';
import { readCalendar } from '../../../shared/application/readCalendar';
import { readCard } from '../../../shared/application/readCard';
import { readCategories } from '../../../shared/application/readCategories';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { readCategorySuggestion } from '../../../shared/application/readCategorySuggestion';
import { readCell } from '../../../shared/application/readCell';
import { readDelivery } from '../../../shared/application/readDelivery';
import { readHandEdit } from '../../../shared/application/readHandEdit';
import { readHeld } from '../../../shared/application/readHeld';
import { readMatrix } from '../../../shared/application/readMatrix';
import { readStageMatrix } from '../../../shared/application/readStageMatrix';
import { readMeasures } from '../../../shared/application/readMeasures';
import { readOpening } from '../../../shared/application/readOpening';
import { readPeople } from '../../../shared/application/readPeople';
import { readProposalChoices } from '../../../shared/application/readProposalChoices';
import { readModelChange } from '../../../shared/application/readModelChange';
import { readReview } from '../../../shared/application/readReview';
import { readSession } from '../../../shared/application/readSession';
import { readStanding } from '../../../shared/application/readStanding';
import { readSupport } from '../../../shared/application/readSupport';
import { readWork } from '../../../shared/application/readWork';
import { recordInspection } from '../../../shared/application/recordInspection';
import { recordKpis } from '../../../shared/application/recordKpis';
import { recordSelfEvaluation } from '../../../shared/application/recordSelfEvaluation';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { removeHistoric } from '../../../shared/application/removeHistoric';
import { reopenReview } from '../../../shared/application/reopenReview';
import { resendCard } from '../../../shared/application/resendCard';
import { resendFailed } from '../../../shared/application/resendFailed';
import { resubmitCategoryChange } from '../../../shared/application/resubmitCategoryChange';
import { returnCategoryChange } from '../../../shared/application/returnCategoryChange';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { sendNow } from '../../../shared/application/sendNow';
import { setDeliveryPolicy } from '../../../shared/application/setDeliveryPolicy';
import { setYearDates } from '../../../shared/application/setYearDates';
import { signOffReview } from '../../../shared/application/signOffReview';
import { TrustNotSetUp } from '../../../shared/application/trust';
import { withdrawCategoryChange } from '../../../shared/application/withdrawCategoryChange';
import type { Result } from '../../../shared/domain/result';
import { keyOfReview } from '../../../shared/domain/keys';
import type { PersonId } from '../../../shared/schema/ids';
import * as administering from '../../support/builders/administering';
import { autumn } from '../../support/builders/calendar';
import { atApprove } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { area, changeId, commandId, urn } from '../../support/builders/ids';
import { seenIn, toChoose, toSecond } from '../../support/builders/models';
import { outcomeOf } from '../../support/builders/outcome';
import { ada, cora, dana, stranger } from '../../support/builders/people';
import { awaitingReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { createFakeStore } from '../../support/fakeStore';

type Run = (deps: Deps, actor: PersonId) => Promise<Result<unknown>>;
const onAlder = { urn: urn.alder, ...autumn };
const proposal = { urn: urn.alder, effectiveFrom: '2026-12-01' };

const noCard = { matter: { kind: 'reviews', key: keyOfReview(onAlder) }, person: dana.id, slot: 'none' } as const;

/** Every use case that people call, with something that it could do. */
const useCases: Record<string, Run> = {
  readSession: (deps, actor) => readSession(deps)(actor),
  readWork: (deps, actor) => readWork(deps)(actor),
  readMatrix: (deps, actor) => readMatrix(deps)(actor, autumn),
  readStageMatrix: (deps, actor) => readStageMatrix(deps)(actor, autumn),
  exportMatrix: (deps, actor) => exportMatrix(deps)(actor, autumn),
  readCell: (deps, actor) => readCell(deps)(actor, { ...onAlder, area: area.attendance }),
  readMeasures: (deps, actor) => readMeasures(deps)(actor, { ...onAlder, area: area.attendance }),
  listReviews: (deps, actor) => listReviews(deps)(actor, autumn),
  readReview: (deps, actor) => readReview(deps)(actor, onAlder),
  exportReview: (deps, actor) => exportReview(deps)(actor, onAlder),
  openReviews: (deps, actor) => openReviews(deps)(actor, command.toOpen()),
  rateArea: (deps, actor) => rateArea(deps)(actor, command.toRate()),
  recordKpis: (deps, actor) => recordKpis(deps)(actor, command.toMeasure()),
  sendForSignOff: (deps, actor) => sendForSignOff(deps)(actor, command.toSend()),
  signOffReview: (deps, actor) => signOffReview(deps)(actor, command.toSignOff()),
  queryReview: (deps, actor) => queryReview(deps)(actor, command.toQuery()),
  reopenReview: (deps, actor) => reopenReview(deps)(actor, command.toReopen()),
  findAcademies: (deps, actor) => findAcademies(deps)(actor),
  readStanding: (deps, actor) => readStanding(deps)(actor, { urn: urn.alder }),
  readApprovals: (deps, actor) => readApprovals(deps)(actor),
  readCategories: (deps, actor) => readCategories(deps)(actor),
  readCategoryChange: (deps, actor) => readCategoryChange(deps)(actor, { id: changeId(1) }),
  readProposalChoices: (deps, actor) => readProposalChoices(deps)(actor, proposal),
  readCategorySuggestion: (deps, actor) => readCategorySuggestion(deps)(actor, { ...proposal, ...autumn }),
  proposeCategoryChange: (deps, actor) => proposeCategoryChange(deps)(actor, command.toPropose()),
  discussCategoryChange: (deps, actor) => discussCategoryChange(deps)(actor, command.toDiscuss()),
  approveCategoryChange: (deps, actor) => approveCategoryChange(deps)(actor, command.toApprove()),
  confirmCategoryChange: (deps, actor) => confirmCategoryChange(deps)(actor, command.toConfirm()),
  returnCategoryChange: (deps, actor) => returnCategoryChange(deps)(actor, command.toReturn()),
  rejectCategoryChange: (deps, actor) => rejectCategoryChange(deps)(actor, command.toReject()),
  resubmitCategoryChange: (deps, actor) => resubmitCategoryChange(deps)(actor, command.toResubmit()),
  withdrawCategoryChange: (deps, actor) => withdrawCategoryChange(deps)(actor, command.toWithdraw()),
  readSupport: (deps, actor) => readSupport(deps)(actor, { urn: urn.alder, year: autumn.year }),
  readAcademy: (deps, actor) => readAcademy(deps)(actor, { urn: urn.alder }),
  recordInspection: (deps, actor) => recordInspection(deps)(actor, command.toRecordInspection()),
  recordSelfEvaluation: (deps, actor) => recordSelfEvaluation(deps)(actor, command.toRecordSelfEvaluation()),
  removeHistoric: (deps, actor) => removeHistoric(deps)(actor, command.toRemoveHistoric()),
  readModelChange: (deps, actor) => readModelChange(deps)(actor, toSecond),
  readHeld: (deps, actor) => readHeld(deps)(actor, { kind: 'reviews', key: keyOfReview(onAlder) }),
  sendNow: (deps, actor) => sendNow(deps)(actor, { kind: 'reviews', key: keyOfReview(onAlder) }),
  readDelivery: (deps, actor) => readDelivery(deps)(actor),
  resendCard: (deps, actor) => resendCard(deps)(actor, { commandId: commandId('again'), ...noCard }),
  resendFailed: (deps, actor) => resendFailed(deps)(actor, { commandId: commandId('again'), id: 'failed' }),
  setDeliveryPolicy: (deps, actor) => setDeliveryPolicy(deps)(actor, command.toSetDelivery()),
  chooseFramework: (deps, actor) => chooseFramework(deps)(actor, toChoose(seenIn({}))),
  readHandEdit: (deps, actor) => readHandEdit(deps)(actor, { list: 'reviews', item: '1' }),
  handOver: (deps, actor) => handOver(deps)(actor, command.toHandOver()),
  putBackHandEdit: (deps, actor) => putBackHandEdit(deps)(actor, command.toPutBack()),
  readAcademies: (deps, actor) => readAcademies(deps)(actor),
  addAcademy: (deps, actor) => addAcademy(deps)(actor, administering.toAddAcademy()),
  amendAcademy: (deps, actor) => amendAcademy(deps)(actor, administering.toAmendAcademy()),
  readPeople: (deps, actor) => readPeople(deps)(actor),
  addPerson: (deps, actor) => addPerson(deps)(actor, administering.toAddPerson()),
  amendPerson: (deps, actor) => amendPerson(deps)(actor, administering.toAmendPerson()),
  readCalendar: (deps, actor) => readCalendar(deps)(actor),
  setYearDates: (deps, actor) => setYearDates(deps)(actor, administering.toAddYear()),
  readOpening: (deps, actor) => readOpening(deps)(actor, autumn),
  readAdministration: (deps, actor) => readAdministration(deps)(actor),
  readCard: (deps, actor) => readCard(deps)(actor, { kind: 'reviews', key: keyOfReview(onAlder) }),
};
const names = Object.keys(useCases);
const run = (name: string, deps: Deps, actor: PersonId) => (useCases[name] as Run)(deps, actor);

const folder = path.join(__dirname, '../../../shared/application');
const verbs =
  /^(export(?!Trust)|read|find|list|open|rate|record|send|sign|query|reopen|resend|propose|discuss|approve|confirm|return|reject|resubmit|withdraw|choose|remove|put|set|hand|add|amend)[A-Z]/;

/** Run by a timer: nobody asks for it. `exportTrust` is the command line's. */
const byTimer = ['sendReminders'];

it('there is a line for every use case in the folder that a person calls', () => {
  const files = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  expect(files.filter((file) => verbs.test(file) && !byTimer.includes(file)).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  it('refuses somebody whom the trust does not know, and does nothing', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()], changes: [atApprove()] });
    const { replace, create } = trust.store.calls;
    const outcome = outcomeOf(await run(name, trust, stranger));
    expect(outcome).toBe(name === 'readCard' ? 'notFound' : 'caller.unknown');
    expect(trust.store.calls).toMatchObject({ replace, create });
    expect(trust.notifier.announced).toEqual([]);
  });

  it('throws a fault, and no refusal, where the store does not answer', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()], changes: [atApprove()] });
    trust.store.failNext('rows', 'unavailable');
    await expect(run(name, trust, name === 'readAdministration' ? ada.id : dana.id)).rejects.toThrow(StoreUnavailable);
  });

  it('throws where the settings cannot be believed, and says why', async () => {
    const edited = await createTrust();
    edited.store.handEdit('settings', 'trust');
    await expect(run(name, edited, cora.id)).rejects.toMatchObject({ name: 'StoreOutOfReach', why: 'settingsEdited' });
    const foreign = await createTrust();
    foreign.store.changeKey();
    await expect(run(name, foreign, cora.id)).rejects.toMatchObject({ name: 'StoreOutOfReach', why: 'otherKey' });
    expect(foreign.store.calls).toMatchObject({ replace: 0 });
  });

  it('throws where the trust was never set up', async () => {
    const trust = { ...(await createTrust()), store: createFakeStore() };
    await expect(run(name, trust, cora.id)).rejects.toThrow(TrustNotSetUp);
  });
});
