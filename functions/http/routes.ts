import type { HttpMethod } from '@azure/functions';
import { z } from 'zod';
import type { Result } from '../../shared/domain/result';
import {
  ApproveCategoryChange,
  ChooseFramework,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  HandOver,
  OpenReviews,
  ProposeCategoryChange,
  PutBackHandEdit,
  QueryReview,
  RateArea,
  RecordInspection,
  RecordKpis,
  RecordSelfEvaluation,
  RejectCategoryChange,
  RemoveHistoric,
  ReopenReview,
  ResubmitCategoryChange,
  ReturnCategoryChange,
  SendForSignOff,
  SetDeliveryPolicy,
  SignOffReview,
  WithdrawCategoryChange,
} from '../../shared/schema/commands';
import {
  AddAcademy,
  AddPerson,
  AmendAcademy,
  AmendPerson,
  SetYearDates,
} from '../../shared/schema/administrationCommands';
import { ResendCard, ResendFailed, SendChangeNow, SendReviewNow } from '../../shared/schema/deliveryViews';
import { ExportMatrix, ExportReview } from '../../shared/schema/exporting';
import { HandEditKey } from '../../shared/schema/handEditViews';
import { AreaCode, ChangeId, Day, FrameworkCode, Urn, Year, type PersonId } from '../../shared/schema/ids';
import { ReviewKey } from '../../shared/schema/review';
import { SupportKey } from '../../shared/schema/supportViews';
import { PeriodRef } from '../../shared/schema/views';
import type { UseCases } from '../useCases';
import { asFile } from './exportedFile';

/** A request's input, parsed: ready to be run, or refused with the issues of its body. */
export type Prepared =
  | { readonly status: 'ready'; run(useCases: UseCases, actor: PersonId): Promise<Result<unknown>> }
  | { readonly status: 'malformed'; readonly issues: readonly { readonly path: string; readonly message: string }[] };

export interface Route {
  /** The use case behind it, which is also the function's name in Azure. */
  readonly name: keyof UseCases;
  readonly method: HttpMethod;
  /** Template under `/api/`. */
  readonly path: string;
  /** Whether a JSON body is expected. */
  readonly hasBody: boolean;
  readonly success: 200 | 201;
  /** `input` is the body, or the query where there is none, with the path's values laid over it. */
  prepare(input: object): Prepared;
}

/** What is asked in chat alone. */
export type InChat =
  | 'readCard'
  | 'findAcademies'
  | 'readStanding'
  | 'readApprovals'
  | 'findConversation'
  | 'cardSeen'
  | 'rememberConversation'
  | 'forgetConversation'
  | 'readNames';
type People = Omit<UseCases, InChat>;
type Act<Input> = (actor: PersonId, input: Input) => Promise<Result<unknown>>;

/** Names of our own are short and plain. What a sender made up as one is not repeated to them. */
const placeName = (part: PropertyKey): string => (/^[\w-]{1,60}$/.test(String(part)) ? String(part) : '…');

const route = <Input>(
  method: HttpMethod,
  path: string,
  name: keyof People,
  input: z.core.$ZodType<Input>,
  pick: (useCases: UseCases) => Act<Input>,
  success: 200 | 201 = 200,
): Route => ({
  name,
  method,
  path,
  hasBody: method !== 'GET',
  success,
  prepare(given) {
    const parsed = z.safeParse(input, given);
    if (parsed.success) return { status: 'ready', run: (useCases, actor) => pick(useCases)(actor, parsed.data) };
    return {
      status: 'malformed',
      issues: parsed.error.issues.map((issue) => ({
        path: issue.path.map(placeName).join('.'),
        message: issue.message,
      })),
    };
  },
});

const Nothing = z.object({});
const CellKey = z.object({ ...ReviewKey.shape, area: AreaCode });
const ChangeKey = z.object({ id: ChangeId });
const AcademyKey = z.object({ urn: Urn });
const VersionKey = z.object({
  year: Year,
  code: FrameworkCode,
  version: z.coerce.number<string>().pipe(z.int().min(1)),
});
const ProposalKey = z.object({ urn: Urn, effectiveFrom: Day });
const SuggestionKey = z.object({ ...ProposalKey.shape, ...PeriodRef.shape });

const period = '{year}/{period}';
const review = `reviews/${period}/{urn}`;
const change = 'category-changes/{id}';
const academy = 'academies/{urn}';
const model = 'administration/models/{year}';
const handEdit = 'administration/hand-edits/{list}/{item}';
const proposal = 'proposals/{urn}/{effectiveFrom}';

/** The whole API: method, path, input and use case. */
export const routes: readonly Route[] = [
  route('GET', 'session', 'readSession', Nothing, (u) => u.readSession),
  route('GET', 'work', 'readWork', Nothing, (u) => u.readWork),
  route('GET', `matrix/${period}`, 'readMatrix', PeriodRef, (u) => u.readMatrix),
  route('GET', `matrix/${period}/stage`, 'readStageMatrix', PeriodRef, (u) => u.readStageMatrix),
  route(
    'GET',
    `matrix/${period}/export/{format}`,
    'exportMatrix',
    ExportMatrix,
    (u) =>
      async (actor, { format, ...asked }) =>
        asFile(await u.exportMatrix(actor, asked), format),
  ),
  route('GET', `matrix/${period}/{urn}/{area}`, 'readCell', CellKey, (u) => u.readCell),
  route('GET', `matrix/${period}/{urn}/{area}/measures`, 'readMeasures', CellKey, (u) => u.readMeasures),
  route('GET', `reviews/${period}`, 'listReviews', PeriodRef, (u) => u.listReviews),
  route('POST', `reviews/${period}/open`, 'openReviews', OpenReviews, (u) => u.openReviews),
  route('GET', review, 'readReview', ReviewKey, (u) => u.readReview),
  route(
    'GET',
    `${review}/export/{format}`,
    'exportReview',
    ExportReview,
    (u) =>
      async (actor, { format, ...key }) =>
        asFile(await u.exportReview(actor, key), format),
  ),
  route('PUT', `${review}/areas/{area}/judgement`, 'rateArea', RateArea, (u) => u.rateArea),
  route('PUT', `${review}/areas/{area}/kpis`, 'recordKpis', RecordKpis, (u) => u.recordKpis),
  route('POST', `${review}/send`, 'sendForSignOff', SendForSignOff, (u) => u.sendForSignOff),
  route('POST', `${review}/sign-off`, 'signOffReview', SignOffReview, (u) => u.signOffReview),
  route('POST', `${review}/query`, 'queryReview', QueryReview, (u) => u.queryReview),
  route('GET', `${review}/held`, 'readHeldOfReview', ReviewKey, (u) => u.readHeldOfReview),
  route('POST', `${review}/held/send`, 'sendReviewNow', SendReviewNow, (u) => u.sendReviewNow),
  route('POST', `${review}/reopen`, 'reopenReview', ReopenReview, (u) => u.reopenReview),
  route('GET', 'categories', 'readCategories', Nothing, (u) => u.readCategories),
  route('GET', change, 'readCategoryChange', ChangeKey, (u) => u.readCategoryChange),
  route('GET', proposal, 'readProposalChoices', ProposalKey, (u) => u.readProposalChoices),
  route(
    'GET',
    `${proposal}/suggestion/${period}`,
    'readCategorySuggestion',
    SuggestionKey,
    (u) => u.readCategorySuggestion,
  ),
  route('PUT', change, 'proposeCategoryChange', ProposeCategoryChange, (u) => u.proposeCategoryChange, 201),
  route('POST', `${change}/discuss`, 'discussCategoryChange', DiscussCategoryChange, (u) => u.discussCategoryChange),
  route('POST', `${change}/approve`, 'approveCategoryChange', ApproveCategoryChange, (u) => u.approveCategoryChange),
  route('POST', `${change}/confirm`, 'confirmCategoryChange', ConfirmCategoryChange, (u) => u.confirmCategoryChange),
  route('POST', `${change}/return`, 'returnCategoryChange', ReturnCategoryChange, (u) => u.returnCategoryChange),
  route('POST', `${change}/reject`, 'rejectCategoryChange', RejectCategoryChange, (u) => u.rejectCategoryChange),
  route(
    'POST',
    `${change}/resubmit`,
    'resubmitCategoryChange',
    ResubmitCategoryChange,
    (u) => u.resubmitCategoryChange,
  ),
  route(
    'POST',
    `${change}/withdraw`,
    'withdrawCategoryChange',
    WithdrawCategoryChange,
    (u) => u.withdrawCategoryChange,
  ),
  route('GET', `${change}/held`, 'readHeldOfChange', ChangeKey, (u) => u.readHeldOfChange),
  route('POST', `${change}/held/send`, 'sendChangeNow', SendChangeNow, (u) => u.sendChangeNow),
  route('GET', 'academies/{urn}/support/{year}', 'readSupport', SupportKey, (u) => u.readSupport),
  route('GET', academy, 'readAcademy', AcademyKey, (u) => u.readAcademy),
  route('POST', `${academy}/inspections`, 'recordInspection', RecordInspection, (u) => u.recordInspection),
  route(
    'POST',
    `${academy}/self-evaluations`,
    'recordSelfEvaluation',
    RecordSelfEvaluation,
    (u) => u.recordSelfEvaluation,
  ),
  route('POST', `${academy}/historic/remove`, 'removeHistoric', RemoveHistoric, (u) => u.removeHistoric),
  route('GET', 'administration/delivery', 'readDelivery', Nothing, (u) => u.readDelivery),
  route('POST', 'administration/delivery/resend-card', 'resendCard', ResendCard, (u) => u.resendCard),
  route('POST', 'administration/delivery/resend-failed', 'resendFailed', ResendFailed, (u) => u.resendFailed),
  route('GET', 'administration', 'readAdministration', Nothing, (u) => u.readAdministration),
  route('GET', handEdit, 'readHandEdit', HandEditKey, (u) => u.readHandEdit),
  route('POST', 'administration/people/{from}/hand-over', 'handOver', HandOver, (u) => u.handOver),
  route('GET', 'administration/academies', 'readAcademies', Nothing, (u) => u.readAcademies),
  route('PUT', 'administration/academies/{urn}', 'addAcademy', AddAcademy, (u) => u.addAcademy, 201),
  route('POST', 'administration/academies/{urn}', 'amendAcademy', AmendAcademy, (u) => u.amendAcademy),
  route('GET', 'administration/people', 'readPeople', Nothing, (u) => u.readPeople),
  route('PUT', 'administration/people/{person}', 'addPerson', AddPerson, (u) => u.addPerson, 201),
  route('POST', 'administration/people/{person}', 'amendPerson', AmendPerson, (u) => u.amendPerson),
  route('GET', 'administration/calendar', 'readCalendar', Nothing, (u) => u.readCalendar),
  route('PUT', 'administration/calendar/{year}', 'setYearDates', SetYearDates, (u) => u.setYearDates),
  route('GET', `openings/${period}`, 'readOpening', PeriodRef, (u) => u.readOpening),
  route('POST', `${handEdit}/put-back`, 'putBackHandEdit', PutBackHandEdit, (u) => u.putBackHandEdit),
  route(
    'GET',
    `${model}/{code}/{version}`,
    'readModelChange',
    VersionKey,
    (u) =>
      (actor, { year, ...framework }) =>
        u.readModelChange(actor, { year, framework }),
  ),
  route('PUT', 'administration/delivery', 'setDeliveryPolicy', SetDeliveryPolicy, (u) => u.setDeliveryPolicy),
  route('POST', model, 'chooseFramework', ChooseFramework, (u) => u.chooseFramework),
];
