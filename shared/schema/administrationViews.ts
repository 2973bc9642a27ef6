import * as z from 'zod/mini';
import { AcademyFacts } from './academyFacts';
import { AreaCode, CommitteeCode, Day, GroupCode, Instant, PeriodKind, PersonId, Urn, Year } from './ids';
import { Phase } from './framework';
import { PersonFacts } from './people';
import { AcademicYear, DeliveryPolicy, YearDates } from './settings';
import { HistoryLine, PeriodRef } from './views';

/** What the pages of administration read. */

const Coded = <C extends z.ZodMiniType>(code: C) => z.object({ code, name: z.string() });

/** An academy as its administrator sees it. */
export const AdministeredAcademy = z.object({
  urn: Urn,
  facts: AcademyFacts,
  /** How many records it has: they stay when it leaves. */
  records: z.int(),
  /** Names of those who hold a role that belongs to it alone. */
  holders: z.array(z.string()),
  /** Oldest first. */
  history: z.array(HistoryLine),
});
export type AdministeredAcademy = z.infer<typeof AdministeredAcademy>;

export const AdministeredAcademies = z.object({
  asAt: Instant,
  today: Day,
  academies: z.array(AdministeredAcademy),
  /** What may be named as not applying, and to which phases the present model never applies it. */
  areas: z.array(z.object({ code: AreaCode, name: z.string(), notApplicableIn: z.array(Phase) })),
});
export type AdministeredAcademies = z.infer<typeof AdministeredAcademies>;

/** A person as the administrator sees them. */
export const AdministeredPerson = z.object({ id: PersonId, facts: PersonFacts, history: z.array(HistoryLine) });
export type AdministeredPerson = z.infer<typeof AdministeredPerson>;

export const AdministeredPeople = z.object({
  asAt: Instant,
  people: z.array(AdministeredPerson),
  /** How far a role can reach: the trust's academies, and the functions and committees of its present model. */
  academies: z.array(z.object({ urn: Urn, name: z.string() })),
  groups: z.array(Coded(GroupCode)),
  committees: z.array(Coded(CommitteeCode)),
});
export type AdministeredPeople = z.infer<typeof AdministeredPeople>;

export const AdministeredCalendar = z.object({
  asAt: Instant,
  today: Day,
  /** Oldest first; `kind` is how often the year's model judges, absent where it judges nothing. */
  years: z.array(z.object({ ...AcademicYear.shape, kind: z.optional(PeriodKind) })),
  /** The year that can be added, with dates to begin from: last year's, 52 weeks later. */
  next: z.object({ year: Year, dates: YearDates, kind: z.optional(PeriodKind) }),
  /** Periods that have records, with how many. */
  recorded: z.array(z.object({ ...PeriodRef.shape, records: z.int() })),
  /** By when things are due, for showing what follows from other dates. */
  delivery: DeliveryPolicy,
  history: z.array(HistoryLine),
});
export type AdministeredCalendar = z.infer<typeof AdministeredCalendar>;

/** `joinsLater` and `left`: not in the trust on the period's last day, so nothing is opened. */
export const OpeningState = z.enum(['toOpen', 'open', 'joinsLater', 'left']);
export type OpeningState = z.infer<typeof OpeningState>;

/** A period before its records are opened, for everybody who may open it: each academy, and nothing of its record. */
export const Opening = z.object({
  ...PeriodRef.shape,
  asAt: Instant,
  /** What one record is called in a sentence: 'review'. */
  record: z.string(),
  startsOn: Day,
  endsOn: Day,
  academies: z.array(
    z.object({
      urn: Urn,
      name: z.string(),
      phase: Phase,
      state: OpeningState,
      joinedOn: z.optional(Day),
      leftOn: z.optional(Day),
    }),
  ),
});
export type Opening = z.infer<typeof Opening>;
