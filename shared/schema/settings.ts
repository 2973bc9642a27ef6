import * as z from 'zod/mini';
import { CommandId, Day, Instant, PersonId, RequiredText, Term, Year } from './ids';
import { Framework, FrameworkRef } from './framework';

/** Both days included. `halfTerm` is the holiday in the middle: its first and last day. */
export const TermDates = z.object({
  term: Term,
  startsOn: Day,
  endsOn: Day,
  halfTerm: z.optional(z.object({ startsOn: Day, endsOn: Day })),
});
export type TermDates = z.infer<typeof TermDates>;

export const AcademicYear = z.object({
  year: Year,
  framework: FrameworkRef,
  terms: z.array(TermDates).check(z.length(3)),
  /** Further days without school: bank holidays in term, staff training. */
  closedOn: z._default(z.array(Day).check(z.maxLength(40)), []),
});
export type AcademicYear = z.infer<typeof AcademicYear>;

const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** School days that something may wait before it is overdue. */
const Wait = z.int().check(z.gte(1), z.lte(60));

/** When people are written to in chat, and how often: the trust's to set. Times are those of Europe/London. */
export const DeliveryPolicy = z.object({
  /** New messages go out between these times on school days, and never on the last one before a holiday. */
  from: z._default(ClockTime, '07:30'),
  until: z._default(ClockTime, '18:00'),
  within: z.prefault(
    z.object({
      signOff: z._default(Wait, 5),
      answerQuery: z._default(Wait, 5),
      discuss: z._default(Wait, 5),
      represent: z._default(Wait, 10),
      approve: z._default(Wait, 5),
      confirm: z._default(Wait, 20),
      resubmit: z._default(Wait, 10),
    }),
    {},
  ),
  /** Every area is to be judged, and the record sent, so many school days before its period ends. */
  judgedBeforeEnd: z._default(z.int().check(z.gte(0), z.lte(60)), 10),
  reminders: z.prefault(
    z.object({
      /** Calendar days before the date. */
      before: z._default(z.array(z.int().check(z.gte(1), z.lte(60))).check(z.maxLength(5)), [2]),
      /** Calendar days between reminders after the date. */
      every: z._default(z.int().check(z.gte(1), z.lte(60)), 7),
      /** Calendar days after the date from which the director is told. */
      tellDirectorAfter: z._default(z.int().check(z.gte(1), z.lte(90)), 7),
    }),
    {},
  ),
  /** From so many messages at once on, a person gets one digest instead. */
  digestFrom: z._default(z.int().check(z.gte(2), z.lte(20)), 4),
});
export type DeliveryPolicy = z.infer<typeof DeliveryPolicy>;

/** An administrator made another stored version the active one of a year. */
export const FrameworkChoice = z.object({
  commandId: CommandId,
  at: Instant,
  by: PersonId,
  year: Year,
  from: FrameworkRef,
  to: FrameworkRef,
});
export type FrameworkChoice = z.infer<typeof FrameworkChoice>;

/** What an administrator says of an academic year; which framework it uses is chosen elsewhere. */
export const YearDates = z.object({ terms: AcademicYear.shape.terms, closedOn: z.array(Day).check(z.maxLength(40)) });
export type YearDates = z.infer<typeof YearDates>;

/** An administrator added an academic year (without `before`) or changed its dates. */
export const DatesSet = z.object({
  commandId: CommandId,
  at: Instant,
  by: PersonId,
  year: Year,
  before: z.optional(YearDates),
  after: YearDates,
});
export type DatesSet = z.infer<typeof DatesSet>;

/** The trust's own settings: one item. */
export const TrustSettings = z.object({
  name: z.literal('trust'),
  trustName: RequiredText(120),
  years: z.array(AcademicYear).check(z.minLength(1), z.maxLength(40)),
  policies: z.object({
    /** Head teachers may read the other academies' levels (never their detail). */
    peersSeeLevels: z.boolean(),
  }),
  delivery: z.prefault(DeliveryPolicy, {}),
  /** Who last set `delivery`; the item's kept versions have the earlier ones. */
  deliverySet: z.optional(z.object({ commandId: CommandId, at: Instant, by: PersonId })),
  /** The latest changes of the calendar, oldest first; older ones are in the item's kept versions. */
  calendarHistory: z.optional(z.array(DatesSet)),
  /** Every choice of a model, oldest first. */
  history: z._default(z.array(FrameworkChoice).check(z.maxLength(100)), []),
});
export type TrustSettings = z.infer<typeof TrustSettings>;

/** A framework as the trust stored it: one item for each version, `framework:<code>@<version>`. */
export const StoredFramework = z.object({
  name: z.string().check(z.regex(/^framework:[A-Za-z0-9]+@\d+$/)),
  framework: Framework,
});
export type StoredFramework = z.infer<typeof StoredFramework>;

export const Setting = z.union([TrustSettings, StoredFramework]);
export type Setting = z.infer<typeof Setting>;
