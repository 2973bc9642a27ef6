import type {
  ApproveCategoryChange,
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
} from '../../../shared/schema/commands';
import type { CommandId } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import { autumn, settings } from './calendar';
import { area, category, changeId, commandId, kpi, level, route, urn } from './ids';
import { hazel, nobody } from './people';

/** Every command as somebody sends it who has the first round in sight; a test names what is different. */

const id: CommandId = commandId('sent-now');
const onAlder: ReviewKey = { urn: urn.alder, ...autumn };
const onChange = { commandId: id, id: changeId(1), round: 1 };

type Other<T> = Partial<T>;

export const toOpen = (other: Other<OpenReviews> = {}): OpenReviews => ({ commandId: id, ...autumn, ...other });

export const toRate = (other: Other<RateArea> = {}): RateArea => ({
  commandId: id,
  ...onAlder,
  area: area.safeguarding,
  level: level.actions,
  rationale: 'Seen on a visit.',
  evidence: [],
  basedOn: null,
  ...other,
});

export const toMeasure = (other: Other<RecordKpis> = {}): RecordKpis => ({
  commandId: id,
  ...onAlder,
  area: area.attendance,
  values: { [kpi.attendanceRate]: { value: 93.5, asAt: '2026-11-01', source: 'Register' } },
  ...other,
});

export const toSend = (other: Other<SendForSignOff> = {}): SendForSignOff => ({ commandId: id, ...onAlder, ...other });

export const toSignOff = (other: Other<SignOffReview> = {}): SignOffReview => ({
  commandId: id,
  ...onAlder,
  round: 1,
  comment: '',
  ...other,
});

export const toQuery = (other: Other<QueryReview> = {}): QueryReview => ({
  commandId: id,
  ...onAlder,
  round: 1,
  comment: 'Why is this so?',
  ...other,
});

export const toReopen = (other: Other<ReopenReview> = {}): ReopenReview => ({
  commandId: id,
  ...onAlder,
  reason: 'A measure was wrong.',
  ...other,
});

export const toPropose = (other: Other<ProposeCategoryChange> = {}): ProposeCategoryChange => ({
  commandId: id,
  id: changeId(1),
  urn: urn.alder,
  to: category.repair,
  rationale: 'Attendance fell.',
  effectiveFrom: '2026-12-01',
  route: route.inYear,
  evidence: autumn,
  ...other,
});

const ofAlder = { commandId: id, urn: urn.alder };

export const toRecordInspection = (other: Other<RecordInspection> = {}): RecordInspection => ({
  ...ofAlder,
  inspection: { report: 'grades', on: '2023-03-14', overall: 'good', grades: [] },
  ...other,
});

export const toRecordSelfEvaluation = (other: Other<RecordSelfEvaluation> = {}): RecordSelfEvaluation => ({
  ...ofAlder,
  selfEvaluation: { on: '2026-09-01', level: 'Good' },
  ...other,
});

export const toRemoveHistoric = (other: Other<RemoveHistoric> = {}): RemoveHistoric => ({
  ...ofAlder,
  id: commandId('recorded-before'),
  ...other,
});

export const toDiscuss = (other: Other<DiscussCategoryChange> = {}): DiscussCategoryChange => ({
  ...onChange,
  step: 0,
  agrees: true,
  comment: '',
  ...other,
});

export const toApprove = (other: Other<ApproveCategoryChange> = {}): ApproveCategoryChange => ({
  ...onChange,
  step: 1,
  comment: '',
  ...other,
});

export const toConfirm = (other: Other<ConfirmCategoryChange> = {}): ConfirmCategoryChange => ({
  ...onChange,
  step: 2,
  meetingDate: '2026-11-17',
  comment: '',
  ...other,
});

export const toReturn = (other: Other<ReturnCategoryChange> = {}): ReturnCategoryChange => ({
  ...onChange,
  step: 1,
  comment: 'Please say more.',
  ...other,
});

export const toReject = (other: Other<RejectCategoryChange> = {}): RejectCategoryChange => ({
  ...onChange,
  step: 1,
  comment: 'Not now.',
  ...other,
});

export const toResubmit = (other: Other<ResubmitCategoryChange> = {}): ResubmitCategoryChange => ({
  ...onChange,
  rationale: 'Said better.',
  effectiveFrom: '2027-01-04',
  ...other,
});

export const toWithdraw = (other: Other<WithdrawCategoryChange> = {}): WithdrawCategoryChange => ({
  commandId: id,
  id: changeId(1),
  reason: 'A better plan was agreed.',
  ...other,
});

export const toHandOver = (other: Other<HandOver> = {}): HandOver => ({
  commandId: id,
  from: hazel.id,
  to: nobody.id,
  ...other,
});

/** As the fake store names the version of the first item that was changed by hand. */
export const toPutBack = (other: Other<PutBackHandEdit> = {}): PutBackHandEdit => ({
  commandId: id,
  list: 'reviews',
  item: '1',
  seen: '"edited,1"',
  ...other,
});

/** Somebody sends messages until 17:00 who saw the usual hours. */
export const toSetDelivery = (other: Other<SetDeliveryPolicy> = {}): SetDeliveryPolicy => ({
  commandId: id,
  basedOn: settings.delivery,
  delivery: { ...settings.delivery, until: '17:00' },
  ...other,
});
