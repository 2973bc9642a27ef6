import type { InChat } from '../../../functions/http/routes';
import type { UseCases } from '../../../functions/useCases';
import { keyOfReview } from '../../../shared/domain/keys';
import {
  newcomer,
  newUrn,
  toAddAcademy,
  toAddPerson,
  toAddYear,
  toAmendAcademy,
  toAmendPerson,
} from '../../support/builders/administering';
import type { Holdings } from '../../support/builders/trust';
import { atApprove, atConfirm, atDiscuss, decidedChange, returnedChange } from '../../support/builders/changes';
import {
  toApprove,
  toConfirm,
  toDiscuss,
  toHandOver,
  toMeasure,
  toOpen,
  toPropose,
  toPutBack,
  toQuery,
  toRecordInspection,
  toRecordSelfEvaluation,
  toRemoveHistoric,
  toRate,
  toReject,
  toReopen,
  toResubmit,
  toReturn,
  toSend,
  toSignOff,
  toSetDelivery,
  toWithdraw,
} from '../../support/builders/commands';
import { secondVersion, seenIn, toChoose } from '../../support/builders/models';
import { ada, birch, cedar, hazel, inspectedAlder } from '../../support/builders/people';
import { area, changeId, commandId, urn } from '../../support/builders/ids';
import { awaitingReview, judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';

export type RouteName = Exclude<keyof UseCases, InChat>;

/** A request that its rightful sender gets through: what the trust holds, and what is sent. */
export interface Example {
  readonly holds: Holdings;
  readonly params: Record<string, string>;
  readonly body?: object;
}

const period = { year: '2026-27', period: 'autumn' };
const onAlder = { ...period, urn: urn.alder };
const onChange = { id: changeId(1) };
const ofAlder = { urn: urn.alder };
const inThisYear = { year: '2026-27' };
const proposal = { urn: urn.alder, effectiveFrom: '2026-12-01' };

const edited = {
  reviews: [openReview()],
  editedByHand: [{ kind: 'reviews', key: keyOfReview(openReview()) }],
} as const;
const editedItem = { list: 'reviews', item: '1' };

/** Nobody knows whether it arrived. */
const lostCard = {
  matter: { kind: 'reviews', key: keyOfReview(awaitingReview()) },
  person: hazel.id,
  slot: 'sign-off-1',
  state: 'unsure',
  since: '2026-11-20T09:00:00.000Z',
} as const;
const nameOf = ({ matter, person, slot }: typeof lostCard) => ({ matter, person, slot });

export const examples: { readonly [N in RouteName]: Example } = {
  readSession: { holds: {}, params: {} },
  readWork: { holds: {}, params: {} },
  readMatrix: { holds: {}, params: period },
  readStageMatrix: { holds: {}, params: period },
  exportMatrix: { holds: {}, params: { ...period, format: 'excel' } },
  exportReview: { holds: { reviews: [signedOffReview()] }, params: { ...onAlder, format: 'excel' } },
  readCell: { holds: { reviews: [signedOffReview()] }, params: { ...onAlder, area: area.attendance } },
  readMeasures: { holds: { reviews: [signedOffReview()] }, params: { ...onAlder, area: area.attendance } },
  listReviews: { holds: {}, params: period },
  openReviews: { holds: {}, params: period, body: toOpen() },
  readReview: { holds: { reviews: [signedOffReview()] }, params: onAlder },
  rateArea: { holds: { reviews: [openReview()] }, params: { ...onAlder, area: area.safeguarding }, body: toRate() },
  recordKpis: { holds: { reviews: [openReview()] }, params: { ...onAlder, area: area.attendance }, body: toMeasure() },
  sendForSignOff: { holds: { reviews: [judgedReview()] }, params: onAlder, body: toSend() },
  signOffReview: { holds: { reviews: [awaitingReview()] }, params: onAlder, body: toSignOff() },
  queryReview: { holds: { reviews: [awaitingReview()] }, params: onAlder, body: toQuery() },
  reopenReview: { holds: { reviews: [signedOffReview()] }, params: onAlder, body: toReopen() },
  readCategories: { holds: { changes: [decidedChange()] }, params: {} },
  readCategoryChange: { holds: { changes: [atDiscuss()] }, params: onChange },
  readProposalChoices: { holds: {}, params: proposal },
  readCategorySuggestion: { holds: { reviews: [signedOffReview()] }, params: { ...proposal, ...period } },
  proposeCategoryChange: { holds: { reviews: [signedOffReview()] }, params: onChange, body: toPropose() },
  discussCategoryChange: { holds: { changes: [atDiscuss()] }, params: onChange, body: toDiscuss() },
  approveCategoryChange: { holds: { changes: [atApprove()] }, params: onChange, body: toApprove() },
  confirmCategoryChange: { holds: { changes: [atConfirm()] }, params: onChange, body: toConfirm() },
  returnCategoryChange: { holds: { changes: [atApprove()] }, params: onChange, body: toReturn() },
  rejectCategoryChange: { holds: { changes: [atApprove()] }, params: onChange, body: toReject() },
  resubmitCategoryChange: { holds: { changes: [returnedChange()] }, params: onChange, body: toResubmit() },
  withdrawCategoryChange: { holds: { changes: [atApprove()] }, params: onChange, body: toWithdraw() },
  readSupport: { holds: { changes: [decidedChange()] }, params: { urn: urn.alder, year: '2026-27' } },
  readAcademy: { holds: {}, params: ofAlder },
  recordInspection: { holds: {}, params: ofAlder, body: toRecordInspection() },
  recordSelfEvaluation: { holds: {}, params: ofAlder, body: toRecordSelfEvaluation() },
  removeHistoric: {
    holds: { academies: [inspectedAlder(ada.id), birch, cedar] },
    params: ofAlder,
    body: toRemoveHistoric(),
  },
  readHeldOfReview: { holds: { reviews: [awaitingReview()] }, params: onAlder },
  sendReviewNow: { holds: { reviews: [awaitingReview()] }, params: onAlder, body: { commandId: commandId('now') } },
  readHeldOfChange: { holds: { changes: [atDiscuss()] }, params: onChange },
  sendChangeNow: { holds: { changes: [atDiscuss()] }, params: onChange, body: { commandId: commandId('now') } },
  readDelivery: { holds: {}, params: {} },
  resendCard: {
    holds: { cards: [lostCard] },
    params: {},
    body: { commandId: commandId('again'), ...nameOf(lostCard) },
  },
  resendFailed: { holds: {}, params: {}, body: { commandId: commandId('again'), id: 'failed-1' } },
  readAdministration: { holds: {}, params: {} },
  readAcademies: { holds: {}, params: {} },
  addAcademy: { holds: {}, params: { urn: newUrn }, body: toAddAcademy() },
  amendAcademy: { holds: {}, params: ofAlder, body: toAmendAcademy() },
  readPeople: { holds: {}, params: {} },
  addPerson: { holds: {}, params: { person: newcomer }, body: toAddPerson() },
  amendPerson: { holds: {}, params: { person: hazel.id }, body: toAmendPerson() },
  readCalendar: { holds: {}, params: {} },
  setYearDates: { holds: {}, params: { year: '2027-28' }, body: toAddYear() },
  readOpening: { holds: {}, params: period },
  readHandEdit: { holds: edited, params: editedItem },
  handOver: { holds: {}, params: { from: hazel.id }, body: { ...toHandOver(), from: undefined } },
  putBackHandEdit: { holds: edited, params: editedItem, body: toPutBack() },
  readModelChange: { holds: { frameworks: [secondVersion] }, params: { ...inThisYear, code: 'small', version: '2' } },
  chooseFramework: {
    holds: { frameworks: [secondVersion] },
    params: inThisYear,
    body: toChoose(seenIn({})),
  },
  setDeliveryPolicy: { holds: {}, params: {}, body: toSetDelivery() },
};
