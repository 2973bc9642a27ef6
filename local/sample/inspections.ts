import { addDays, laterOf, mondayOf } from '../../shared/domain/day';
import { firstDayOf } from '../../shared/domain/periods';
import { recordInspection, recordSelfEvaluation } from '../../shared/domain/recordHistoric';
import { RecordInspection, RecordSelfEvaluation } from '../../shared/schema/commands';
import type { Inspection, OfstedGrade, ReportCardGrade, SelfEvaluation } from '../../shared/schema/historic';
import type { Academy, Person } from '../../shared/schema/people';
import type { SampleYears } from './sample';
import { allowed, instantOn } from './steps';

type Grades<G> = Readonly<Record<string, G>>;

const listed = <G>(grades: Grades<G>) => Object.entries(grades).map(([area, grade]) => ({ area, grade }));

/** An inspection with single grades; Ofsted gave an overall one until August 2024. */
export const graded = (on: string, overall: OfstedGrade | undefined, grades: Grades<OfstedGrade> = {}): Inspection => ({
  report: 'grades',
  on,
  ...(overall && { overall }),
  grades: listed(grades),
});

/** A report card, as Ofsted writes them since November 2025. */
export const reportCard = (
  on: string,
  grades: Grades<ReportCardGrade>,
  safeguarding: 'met' | 'notMet' = 'met',
): Inspection => ({ report: 'reportCard', on, grades: listed(grades), safeguarding });

/** What an academy has behind it beside the framework. */
export interface Past {
  readonly inspections: readonly Inspection[];
  readonly selfEvaluations?: readonly SelfEvaluation[];
}

/** Recorded on a Monday: three weeks after the day, or when the trust began to use Assured. */
const recordedOn = (on: string, { yearBefore }: SampleYears): string =>
  laterOf(addDays(mondayOf(on), 21), mondayOf(addDays(yearBefore.terms[0]?.startsOn ?? '', 7)));

interface Recorder {
  /** The administrator. */
  readonly by: Person;
  readonly years: SampleYears;
  /** The words of the framework's self-evaluation; any will do where it has none. */
  readonly sefLevels?: readonly string[];
}

/** The academy with what the administrator had recorded of its past when this year began. */
export const withPast = (
  academy: Academy,
  past: Past | undefined,
  { by, years, sefLevels = [] }: Recorder,
): Academy => {
  const known = ({ on }: { on: string }): boolean => recordedOn(on, years) < firstDayOf(years.thisYear.year);
  const context = (on: string) => {
    const today = recordedOn(on, years);
    return { by: by.id, at: instantOn(today, 8 * 60 + Number(academy.urn.slice(-1)) * 6), today, levels: sefLevels };
  };
  const { urn } = academy;
  const inspected = (past?.inspections ?? []).filter(known).reduce((before, inspection) => {
    const { on } = inspection;
    const command = RecordInspection.parse({ urn, inspection, commandId: `sample-inspection-${urn}-${on}` });
    return allowed(recordInspection(before, command, context(on)), `record the inspection of ${urn} on ${on}`);
  }, academy);
  return (past?.selfEvaluations ?? []).filter(known).reduce((before, selfEvaluation) => {
    const { on } = selfEvaluation;
    const command = RecordSelfEvaluation.parse({ urn, selfEvaluation, commandId: `sample-sef-${urn}-${on}` });
    return allowed(recordSelfEvaluation(before, command, context(on)), `record the self-evaluation of ${urn} on ${on}`);
  }, inspected);
};
