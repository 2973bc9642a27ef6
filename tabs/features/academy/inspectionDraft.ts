import { Day } from '../../../shared/schema/ids';
import { Inspection } from '../../../shared/schema/historic';
import { ofstedAreas } from './ofstedAreas';

/** An inspection as it is being entered; an empty text is nothing chosen. */
export interface InspectionDraft {
  readonly report: Inspection['report'];
  readonly on: string;
  readonly overall: string;
  readonly safeguarding: string;
  /** By the area as Ofsted names it; kept apart for the two kinds, because their areas differ. */
  readonly grades: { readonly [R in Inspection['report']]: Readonly<Record<string, string>> };
}

export const emptyDraft: InspectionDraft = {
  report: 'grades',
  on: '',
  overall: '',
  safeguarding: '',
  grades: { grades: {}, reportCard: {} },
};

export interface InspectionErrors {
  readonly on?: string;
  readonly grades?: string;
  readonly safeguarding?: string;
}

const gradesIn = ({ report, grades }: InspectionDraft) =>
  ofstedAreas[report].flatMap((area) => {
    const grade = grades[report][area];
    return grade ? [{ area, grade }] : [];
  });

export const wrongDay = (on: string, today: string): string | undefined => {
  if (!Day.safeParse(on).success) return 'Enter a date.';
  return on > today ? 'The date cannot lie in the future.' : undefined;
};

const nothingGraded = (draft: InspectionDraft): string | undefined => {
  if (gradesIn(draft).length > 0) return undefined;
  if (draft.report === 'reportCard') return 'Choose the grade of at least one area.';
  return draft.overall === '' ? 'Choose the overall grade, or the grade of at least one area.' : undefined;
};

/** What is still missing, place by place; empty where it can be recorded. */
export const errorsIn = (draft: InspectionDraft, today: string): InspectionErrors => {
  const on = wrongDay(draft.on, today);
  const grades = nothingGraded(draft);
  const unsaid = draft.report === 'reportCard' && draft.safeguarding === '';
  return {
    ...(on && { on }),
    ...(grades && { grades }),
    ...(unsaid && { safeguarding: 'Choose whether the safeguarding standards were met.' }),
  };
};

/** The inspection that was entered; undefined while something is missing. */
export const inspectionOf = (draft: InspectionDraft, today: string): Inspection | undefined => {
  if (Object.keys(errorsIn(draft, today)).length > 0) return undefined;
  const { report, on, overall, safeguarding } = draft;
  const said = report === 'grades' ? { ...(overall && { overall }) } : { safeguarding };
  return Inspection.safeParse({ report, on, grades: gradesIn(draft), ...said }).data;
};
