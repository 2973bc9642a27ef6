import { z } from 'zod';
import { CommandId, Day, Instant, PersonId, RequiredText, Term, Year } from './ids';
import { Framework, FrameworkRef } from './framework';

/** Both days included. `halfTerm` is the holiday in the middle: its first and last day. */
export const TermDates = z.object({
  term: Term,
  startsOn: Day,
  endsOn: Day,
  halfTerm: z.object({ startsOn: Day, endsOn: Day }).optional(),
});
export type TermDates = z.infer<typeof TermDates>;

export const AcademicYear = z.object({
  year: Year,
  framework: FrameworkRef,
  terms: z.array(TermDates).length(3),
  /** Further days without school: bank holidays in term, staff training. */
  closedOn: z.array(Day).max(40).default([]),
});
export type AcademicYear = z.infer<typeof AcademicYear>;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** School days that something may wait before it is overdue. */
const Wait = z.int().min(1).max(60);

/** When people are written to in chat, and how often: the trust's to set. Times are those of Europe/London. */
export const DeliveryPolicy = z.object({
  /** New messages go out between these times on school days, and never on the last one before a holiday. */
  from: ClockTime.default('07:30'),
  until: ClockTime.default('18:00'),
  within: z
    .object({
      signOff: Wait.default(5),
      answerQuery: Wait.default(5),
      discuss: Wait.default(5),
      represent: Wait.default(10),
      approve: Wait.default(5),
      confirm: Wait.default(20),
      resubmit: Wait.default(10),
    })
    .prefault({}),
  /** Every area is to be judged, and the record sent, so many school days before its period ends. */
  judgedBeforeEnd: z.int().min(0).max(60).default(10),
  reminders: z
    .object({
      /** Calendar days before the date. */
      before: z.array(z.int().min(1).max(60)).max(5).default([2]),
      /** Calendar days between reminders after the date. */
      every: z.int().min(1).max(60).default(7),
      /** Calendar days after the date from which the director is told. */
      tellDirectorAfter: z.int().min(1).max(90).default(7),
    })
    .prefault({}),
  /** From so many messages at once on, a person gets one digest instead. */
  digestFrom: z.int().min(2).max(20).default(4),
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

/** The trust's own settings: one item. */
export const TrustSettings = z.object({
  name: z.literal('trust'),
  trustName: RequiredText(120),
  years: z.array(AcademicYear).min(1).max(40),
  policies: z.object({
    /** Head teachers may read the other academies' levels (never their detail). */
    peersSeeLevels: z.boolean(),
  }),
  delivery: DeliveryPolicy.prefault({}),
  /** Who last set `delivery`; SharePoint's version history has the earlier ones. */
  deliverySet: z.object({ commandId: CommandId, at: Instant, by: PersonId }).optional(),
  /** Every choice of a model, oldest first. */
  history: z.array(FrameworkChoice).max(100).default([]),
});
export type TrustSettings = z.infer<typeof TrustSettings>;

/** A framework as the trust stored it: one item for each version, `framework:<code>@<version>`. */
export const StoredFramework = z.object({
  name: z.string().regex(/^framework:[A-Za-z0-9]+@\d+$/),
  framework: Framework,
});
export type StoredFramework = z.infer<typeof StoredFramework>;

export const Setting = z.union([TrustSettings, StoredFramework]);
export type Setting = z.infer<typeof Setting>;
