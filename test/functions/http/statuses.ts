import type { CallerName } from '../../support/builders/people';
import type { RouteName } from './requests';

type Row = Partial<Record<CallerName, number>> & { readonly others: number };

const everybody: Row = { others: 200 };
const administrator: Row = { administrator: 200, others: 403 };
const administratorAdds: Row = { administrator: 201, others: 403 };
const readsTheReview = {
  headTeacher: 200,
  director: 200,
  primaryDirector: 200,
  functionLead: 200,
  ceo: 200,
  localGovernor: 200,
};
/** Knows that the review is there, but the act is another's. */
const knowsTheReview = {
  headTeacher: 403,
  director: 403,
  primaryDirector: 403,
  functionLead: 403,
  ceo: 403,
  localGovernor: 403,
};
/** Members of a committee read what the Board reads; only what waits for the Board itself is not theirs to do. */
const trustees = { boardMember: 200, committeeMember: 200 };
const readsTheChange = { headTeacher: 200, director: 200, primaryDirector: 200, ceo: 200, ...trustees };
/** Knows that the change is there, but the step or the proposal is another's. */
const knowsTheChange = {
  ...{ headTeacher: 409, director: 409, primaryDirector: 409, ceo: 409 },
  ...{ boardMember: 409, committeeMember: 409 },
};

const mayPropose: Row = {
  director: 200,
  primaryDirector: 200,
  ceo: 200,
  headTeacher: 403,
  boardMember: 403,
  committeeMember: 403,
  others: 404,
};

/** Directors within their phases, the CEO and the administrator; who reads the page knows that there is something. */
const mayRecord = { director: 200, primaryDirector: 200, ceo: 200, administrator: 200 };

/** Who gets what of every route, in a state in which its rightful caller gets through. Whoever may not see: 404. */
export const statuses: { readonly [N in RouteName]: Row } = {
  readSession: everybody,
  readWork: everybody,
  readMatrix: { director: 200, primaryDirector: 200, functionLead: 200, ceo: 200, ...trustees, others: 403 },
  // A function lead sees a part of the matrix, and a stage shows all of it.
  readStageMatrix: { director: 200, primaryDirector: 200, ceo: 200, ...trustees, others: 403 },
  // What may not be read may not be taken away.
  exportMatrix: { director: 200, primaryDirector: 200, functionLead: 200, ceo: 200, ...trustees, others: 403 },
  exportReview: { ...readsTheReview, others: 404 },
  // Attendance is none of the staffing lead's functions.
  readCell: { ...readsTheReview, functionLead: 404, ...trustees, others: 404 },
  readMeasures: { ...readsTheReview, functionLead: 404, ...trustees, others: 404 },
  listReviews: everybody,
  openReviews: { director: 200, primaryDirector: 200, ceo: 200, administrator: 200, others: 403 },
  readOpening: { director: 200, primaryDirector: 200, ceo: 200, administrator: 200, others: 403 },
  readAcademies: administrator,
  addAcademy: administratorAdds,
  amendAcademy: administrator,
  readPeople: administrator,
  addPerson: administratorAdds,
  amendPerson: administrator,
  readCalendar: administrator,
  setYearDates: administrator,
  readReview: { ...readsTheReview, others: 404 },
  // An open review is not yet the local governor's to see, nor is this area the staffing lead's to judge.
  rateArea: { director: 200, primaryDirector: 200, ceo: 200, headTeacher: 403, functionLead: 403, others: 404 },
  recordKpis: { director: 200, primaryDirector: 200, ceo: 200, headTeacher: 403, functionLead: 403, others: 404 },
  sendForSignOff: { ...knowsTheReview, director: 200, primaryDirector: 200, ceo: 200, localGovernor: 404, others: 404 },
  signOffReview: { ...knowsTheReview, headTeacher: 200, localGovernor: 404, others: 404 },
  queryReview: { ...knowsTheReview, headTeacher: 200, localGovernor: 404, others: 404 },
  reopenReview: { ...knowsTheReview, director: 200, primaryDirector: 200, ceo: 200, others: 404 },
  readCategories: everybody,
  readCategoryChange: { ...readsTheChange, others: 404 },
  readProposalChoices: mayPropose,
  readCategorySuggestion: mayPropose,
  proposeCategoryChange: {
    director: 201,
    primaryDirector: 201,
    ceo: 201,
    headTeacher: 403,
    boardMember: 403,
    committeeMember: 403,
    others: 404,
  },
  discussCategoryChange: { ...knowsTheChange, headTeacher: 200, others: 404 },
  approveCategoryChange: { ...knowsTheChange, ceo: 200, others: 404 },
  confirmCategoryChange: { ...knowsTheChange, boardMember: 200, others: 404 },
  returnCategoryChange: { ...knowsTheChange, ceo: 200, others: 404 },
  rejectCategoryChange: { ...knowsTheChange, ceo: 200, others: 404 },
  resubmitCategoryChange: { ...knowsTheChange, director: 200, others: 404 },
  withdrawCategoryChange: { ...knowsTheChange, director: 200, others: 404 },
  // A person without a role has no reach.
  readAcademy: { noRole: 404, others: 200 },
  recordInspection: { ...mayRecord, noRole: 404, others: 403 },
  recordSelfEvaluation: { ...mayRecord, noRole: 404, others: 403 },
  removeHistoric: { ...mayRecord, noRole: 404, others: 403 },
  readHandEdit: administrator,
  handOver: administrator,
  putBackHandEdit: administrator,
  readModelChange: administrator,
  chooseFramework: administrator,
  setDeliveryPolicy: administrator,
  readSupport: {
    headTeacher: 200,
    director: 200,
    primaryDirector: 200,
    ceo: 200,
    boardMember: 200,
    committeeMember: 200,
    localGovernor: 200,
    others: 404,
  },
  readHeldOfReview: { ...readsTheReview, localGovernor: 404, administrator: 200, others: 404 },
  // Whoever acted last on it may hurry it, and the administrator.
  sendReviewNow: { ...knowsTheReview, director: 200, administrator: 200, localGovernor: 404, others: 404 },
  readHeldOfChange: { ...readsTheChange, administrator: 200, others: 404 },
  sendChangeNow: {
    ...{ headTeacher: 403, primaryDirector: 403, ceo: 403, boardMember: 403, committeeMember: 403 },
    ...{ director: 200, administrator: 200, others: 404 },
  },
  readDelivery: administrator,
  resendCard: administrator,
  resendFailed: administrator,
  readAdministration: administrator,
};

/** What that caller is answered. */
export const statusOf = (name: RouteName, caller: CallerName): number =>
  statuses[name][caller] ?? statuses[name].others;
