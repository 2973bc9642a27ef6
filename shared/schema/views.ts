import * as z from 'zod/mini';
import { AreaCode, Day, Instant, PersonId, Period, Urn, Year } from './ids';
import { Framework, Phase } from './framework';
import { HandEditKey } from './handEditViews';
import { TrustModel } from './modelChangeViews';
import { Person, Role } from './people';
import { AcademicYear, DeliveryPolicy } from './settings';

/** What the API answers: the tab parses every answer with these, so both sides hold one shape. */

export const Who = z.object({ id: PersonId, name: z.string(), jobTitle: z.string() });
export type Who = z.infer<typeof Who>;

export const Capability = z.enum(['openReviews', 'seeMatrix', 'proposeCategory', 'administer']);
export type Capability = z.infer<typeof Capability>;

export const PeriodRef = z.object({ year: Year, period: Period });
export type PeriodRef = z.infer<typeof PeriodRef>;

/** A period of the trust's calendar with its days, both included. */
export const DatedPeriod = z.object({ ...PeriodRef.shape, startsOn: Day, endsOn: Day });
export type DatedPeriod = z.infer<typeof DatedPeriod>;

export const Session = z.object({
  person: Person,
  trustName: z.string(),
  today: Day,
  years: z.array(AcademicYear),
  /** The academic year that today falls in, or the nearest one of the trust's calendar. */
  currentYear: Year,
  /** What the trust's frameworks judge, oldest first: none in a framework without a matrix. */
  periods: z.array(DatedPeriod),
  /** The period that today falls in or that ended last. */
  currentPeriod: z.optional(PeriodRef),
  /** The latest period with a judgement that this person may see: where the matrix opens. */
  matrixPeriod: z.optional(PeriodRef),
  /** The latest period with a settled judgement: where the matrix opens in a meeting, one for everybody. */
  meetingPeriod: z.optional(PeriodRef),
  framework: Framework,
  may: z.array(Capability),
  /** Academies whose detail this person may see. */
  academies: z.array(z.object({ urn: Urn, name: z.string(), phase: Phase })),
});
export type Session = z.infer<typeof Session>;

export const WorkItem = z.object({
  id: z.string(),
  kind: z.enum([
    'openReviews',
    'rateAreas',
    'sendForSignOff',
    'answerQuery',
    'signOff',
    'agree',
    'discuss',
    'represent',
    'approve',
    'confirm',
    'resubmit',
    'checkHandEdits',
    'checkDeliveries',
  ]),
  title: z.string(),
  detail: z.string(),
  /** The place in the tab where it is done: the deep link's sub-page. */
  subPageId: z.string(),
  since: z.optional(Instant),
  /** The day by which it is to be done, by the trust's own settings. */
  dueOn: z.optional(Day),
});
export type WorkItem = z.infer<typeof WorkItem>;
export const Work = z.object({ asAt: Instant, items: z.array(WorkItem) });
export type Work = z.infer<typeof Work>;

export const HistoryLine = z.object({ at: Instant, by: Who, text: z.string() });
export type HistoryLine = z.infer<typeof HistoryLine>;

/** When people are written to, as it is set; `set` says who did, where anybody has. */
export const DeliverySettings = z.object({
  policy: DeliveryPolicy,
  set: z.optional(z.object({ by: Who, at: Instant })),
});
export type DeliverySettings = z.infer<typeof DeliverySettings>;

export const Administration = z.object({
  handEdits: z.array(
    z.object({ ...HandEditKey.shape, listName: z.string(), key: z.string(), editedAt: z.optional(Instant) }),
  ),
  /** What is kept of messages cannot be read now: `undelivered` is empty then, and says nothing. */
  undeliveredUnknown: z.optional(z.literal(true)),
  undelivered: z.array(z.object({ person: Who, subject: z.string(), reason: z.string(), since: Instant })),
  people: z.array(Person),
  academies: z.array(z.object({ urn: Urn, name: z.string() })),
  model: TrustModel,
  delivery: DeliverySettings,
});
export type Administration = z.infer<typeof Administration>;

/** Whose roles passed to whom. */
export const HandedOver = z.object({ from: Who, to: Who, roles: z.array(Role) });
export type HandedOver = z.infer<typeof HandedOver>;

/** RFC 9457, as this API sends it. `current` tells the state that stood in the way. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  correlationId: z.optional(z.string()),
  issues: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  missing: z.optional(z.array(AreaCode)),
});
export type Problem = z.infer<typeof Problem>;
