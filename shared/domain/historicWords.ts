import type { Inspection, OfstedGrade, ReportCardGrade, SelfEvaluation } from '../schema/historic';
import { capital, count, formatDay } from './words';

const grades = {
  outstanding: 'Outstanding',
  good: 'Good',
  requiresImprovement: 'Requires improvement',
  inadequate: 'Inadequate',
} satisfies Record<OfstedGrade, string>;
export const gradeName = (grade: OfstedGrade): string => grades[grade];

/** From best to worst: the order in which they are told. */
const cardGrades = {
  exceptional: 'Exceptional',
  strongStandard: 'Strong standard',
  expectedStandard: 'Expected standard',
  needsAttention: 'Needs attention',
  urgentImprovement: 'Urgent improvement',
} satisfies Record<ReportCardGrade, string>;
export const cardGradeName = (grade: ReportCardGrade): string => cardGrades[grade];

type SingleGrades = Extract<Inspection, { report: 'grades' }>;
type ReportCard = Extract<Inspection, { report: 'reportCard' }>;

/** 'Good (single grade)'; none is made up of the areas where Ofsted gave none. */
const singleWords = ({ overall }: SingleGrades): string =>
  overall ? `${grades[overall]} (single grade)` : 'No overall grade';

const inOrder: readonly ReportCardGrade[] = [
  'expectedStandard',
  'exceptional',
  'strongStandard',
  'needsAttention',
  'urgentImprovement',
];

/** '4 of 6 areas at the expected standard, 1 strong standard, 1 needs attention; safeguarding met'. */
const cardWords = ({ grades: areas, safeguarding }: ReportCard): string => {
  const having = (wanted: ReportCardGrade): number => areas.filter(({ grade }) => grade === wanted).length;
  const [first, ...rest] = inOrder.filter((grade) => having(grade) > 0);
  const words = (grade: ReportCardGrade): string =>
    grade === 'expectedStandard' ? 'at the expected standard' : cardGrades[grade].toLowerCase();
  const told = [
    ...(first ? [`${having(first)} of ${count(areas.length, 'area')} ${words(first)}`] : []),
    ...rest.map((grade) => `${having(grade)} ${words(grade)}`),
  ];
  return `${told.join(', ')}; safeguarding ${safeguarding === 'met' ? 'met' : 'not met'}`;
};

/** What Ofsted judged, as it said it and in its own words: one kind is never turned into the other. */
export const judgementWords = (inspection: Inspection): string =>
  inspection.report === 'grades' ? singleWords(inspection) : cardWords(inspection);

/** 'Good (single grade), 14 March 2023'. */
export const inspectionWords = (inspection: Inspection): string =>
  `${judgementWords(inspection)}, ${formatDay(inspection.on)}`;

/** 'Leadership: Good', each area as Ofsted named it. */
export const areaGrades = (inspection: Inspection): string[] =>
  inspection.report === 'grades'
    ? inspection.grades.map(({ area, grade }) => `${area}: ${grades[grade]}`)
    : inspection.grades.map(({ area, grade }) => `${area}: ${cardGrades[grade]}`);

const kinds = { grades: 'single grades', reportCard: 'report card' } satisfies Record<Inspection['report'], string>;
export const reportName = (report: Inspection['report']): string => kinds[report];

/** '14 March 2023 (single grades)', so that a date is told from the other kind's beside it. */
export const inspectionDayWords = (inspection: Inspection): string =>
  `${formatDay(inspection.on)} (${kinds[inspection.report]})`;

/** 'Good, 1 September 2026'. */
export const selfEvaluationWords = ({ level, on }: SelfEvaluation): string => `${capital(level)}, ${formatDay(on)}`;

/** The latest of each kind, latest first; `inspections` come latest first. */
export const latestOfEachKind = (inspections: readonly Inspection[]): Inspection[] =>
  inspections.filter(({ report }, at) => inspections.findIndex((other) => other.report === report) === at);
