import { approveCategoryChange } from '../shared/application/approveCategoryChange';
import { confirmCategoryChange } from '../shared/application/confirmCategoryChange';
import type { Deps } from '../shared/application/deps';
import { discussCategoryChange } from '../shared/application/discussCategoryChange';
import { exportMatrix } from '../shared/application/exportMatrix';
import { exportReview } from '../shared/application/exportReview';
import { findAcademies } from '../shared/application/findAcademies';
import { listReviews } from '../shared/application/listReviews';
import { openReviews } from '../shared/application/openReviews';
import { proposeCategoryChange } from '../shared/application/proposeCategoryChange';
import { queryReview } from '../shared/application/queryReview';
import { rateArea } from '../shared/application/rateArea';
import { readAcademy } from '../shared/application/readAcademy';
import { readApprovals } from '../shared/application/readApprovals';
import { readCard } from '../shared/application/readCard';
import { readCategories } from '../shared/application/readCategories';
import { readCategoryChange } from '../shared/application/readCategoryChange';
import { readCategorySuggestion } from '../shared/application/readCategorySuggestion';
import { readCell } from '../shared/application/readCell';
import { readMatrix } from '../shared/application/readMatrix';
import { readMeasures } from '../shared/application/readMeasures';
import { readProposalChoices } from '../shared/application/readProposalChoices';
import { readReview } from '../shared/application/readReview';
import { readSession } from '../shared/application/readSession';
import { readStageMatrix } from '../shared/application/readStageMatrix';
import { readStanding } from '../shared/application/readStanding';
import { readSupport } from '../shared/application/readSupport';
import { readWork } from '../shared/application/readWork';
import { recordInspection } from '../shared/application/recordInspection';
import { recordKpis } from '../shared/application/recordKpis';
import { recordSelfEvaluation } from '../shared/application/recordSelfEvaluation';
import { rejectCategoryChange } from '../shared/application/rejectCategoryChange';
import { removeHistoric } from '../shared/application/removeHistoric';
import { reopenReview } from '../shared/application/reopenReview';
import { resubmitCategoryChange } from '../shared/application/resubmitCategoryChange';
import { returnCategoryChange } from '../shared/application/returnCategoryChange';
import { sendForSignOff } from '../shared/application/sendForSignOff';
import { setDeliveryPolicy } from '../shared/application/setDeliveryPolicy';
import { signOffReview } from '../shared/application/signOffReview';
import { readTrust, whoIs } from '../shared/application/trust';
import { withdrawCategoryChange } from '../shared/application/withdrawCategoryChange';
import type { PersonId } from '../shared/schema/ids';
import { bindAdministration } from './administrationUseCases';
import { bindDelivery } from './deliveryUseCases';

/** Everything people can ask of the product, with its dependencies bound. */
export const bindUseCases = (deps: Omit<Deps, 'chat' | 'installer'>) => ({
  readSession: readSession(deps),
  readWork: readWork(deps),
  readMatrix: readMatrix(deps),
  readStageMatrix: readStageMatrix(deps),
  exportMatrix: exportMatrix(deps),
  readCell: readCell(deps),
  readMeasures: readMeasures(deps),
  listReviews: listReviews(deps),
  openReviews: openReviews(deps),
  readReview: readReview(deps),
  exportReview: exportReview(deps),
  rateArea: rateArea(deps),
  recordKpis: recordKpis(deps),
  sendForSignOff: sendForSignOff(deps),
  signOffReview: signOffReview(deps),
  queryReview: queryReview(deps),
  reopenReview: reopenReview(deps),
  readCategories: readCategories(deps),
  readCategoryChange: readCategoryChange(deps),
  readProposalChoices: readProposalChoices(deps),
  readCategorySuggestion: readCategorySuggestion(deps),
  proposeCategoryChange: proposeCategoryChange(deps),
  discussCategoryChange: discussCategoryChange(deps),
  approveCategoryChange: approveCategoryChange(deps),
  confirmCategoryChange: confirmCategoryChange(deps),
  returnCategoryChange: returnCategoryChange(deps),
  rejectCategoryChange: rejectCategoryChange(deps),
  resubmitCategoryChange: resubmitCategoryChange(deps),
  withdrawCategoryChange: withdrawCategoryChange(deps),
  readSupport: readSupport(deps),
  readAcademy: readAcademy(deps),
  recordInspection: recordInspection(deps),
  recordSelfEvaluation: recordSelfEvaluation(deps),
  removeHistoric: removeHistoric(deps),
  setDeliveryPolicy: setDeliveryPolicy(deps),
  readCard: readCard(deps),
  findAcademies: findAcademies(deps),
  readStanding: readStanding(deps),
  readApprovals: readApprovals(deps),
  ...bindAdministration(deps),
  ...bindDelivery(deps),
  /** For the words of a refusal, which name whoever acted first. */
  readNames: async (): Promise<(id: PersonId) => string> => {
    const trust = await readTrust(deps);
    return (id) => whoIs(trust, id).name;
  },
});
export type UseCases = ReturnType<typeof bindUseCases>;
