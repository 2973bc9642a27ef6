import type { z } from 'zod';
import { Framework, type Judging } from '../../../shared/schema/framework';
import type { Route } from '../../../shared/schema/route';

const rag = {
  code: 'rag',
  name: 'RAG',
  levels: [
    {
      code: 'intervention',
      name: 'Intervention required',
      order: 1,
      tone: 'critical',
      symbol: '!',
      needsIntervention: true,
    },
    { code: 'actions', name: 'Actions in place', order: 2, tone: 'caution', symbol: '◐', needsIntervention: false },
    { code: 'assured', name: 'Assured', order: 3, tone: 'good', symbol: '✓', needsIntervention: false },
  ],
};

const fiveLevels = {
  code: 'five',
  name: 'Five levels',
  levels: [
    { code: 'urgent', name: 'Urgent improvement', order: 1, tone: 'critical', symbol: '⚠', needsIntervention: true },
    { code: 'attention', name: 'Needs attention', order: 2, tone: 'caution', symbol: '△', needsIntervention: false },
    { code: 'expected', name: 'Expected standard', order: 3, tone: 'steady', symbol: '○', needsIntervention: false },
    { code: 'strong', name: 'Strong standard', order: 4, tone: 'good', symbol: '●', needsIntervention: false },
    { code: 'exceptional', name: 'Exceptional', order: 5, tone: 'exceptional', symbol: '✦', needsIntervention: false },
  ],
};

/** The measures of attendance: severe absence has bands that overlap, repeated suspensions bands that share an edge. */
const attendanceKpis = [
  {
    code: 'attendanceRate',
    name: 'Attendance',
    unit: 'percent',
    bands: [
      { level: 'assured', from: 70, fromIncluded: false, words: 'above 70' },
      { level: 'actions', from: 50, to: 70, words: '50 to 70' },
      { level: 'intervention', to: 50, toIncluded: false, words: 'below 50' },
    ],
  },
  {
    code: 'severeAbsence',
    name: 'Severe absence',
    unit: 'percent',
    bands: [
      { level: 'assured', to: 28, toIncluded: false, words: 'below 28' },
      { level: 'actions', from: 27, to: 40, words: '27 to 40' },
      { level: 'intervention', from: 40, fromIncluded: false, words: 'above 40' },
    ],
  },
  {
    code: 'repeatSuspensions',
    name: 'Repeated suspensions',
    unit: 'number',
    bands: [
      { level: 'assured', from: 0, to: 10, words: '0 to 10' },
      { level: 'actions', from: 10, to: 25, words: '10 to 25' },
      { level: 'intervention', from: 25, fromIncluded: false, words: 'above 25' },
    ],
  },
];

/** 'Weekly visit' → 'weeklyVisit'. */
const codeOf = (text: string): string =>
  text.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^./, (first) => first.toLowerCase());
const support = (...texts: string[]) =>
  texts.map((text) => ({ code: codeOf(text), strand: 'School improvement', text }));

/** Every route of these tests is the same one to its framework: used within the year, on any day. */
const inYear = { code: 'inYear', name: 'Change within the year', occasion: 'inYear' } as const;

export const discussApproveConfirm = {
  ...inYear,
  proposers: ['directorOfEducation', 'ceo'],
  proposerMayApprove: true,
  steps: [
    { kind: 'discuss', by: 'headTeacher' },
    { kind: 'approve', by: 'ceo' },
    { kind: 'confirm', by: 'boardMember' },
  ],
} satisfies z.input<typeof Route>;

/** The same steps, but whoever proposed never approves. */
export const proposerNeverApproves = { ...discussApproveConfirm, proposerMayApprove: false } satisfies z.input<
  typeof Route
>;

/** Nobody confirms, so nobody may approve their own proposal. */
export const approveOnly = {
  ...inYear,
  proposers: ['directorOfEducation', 'ceo'],
  steps: [{ kind: 'approve', by: 'ceo' }],
} satisfies z.input<typeof Route>;

/** The CEO alone proposes, and the Board confirms. */
export const ceoProposes = {
  ...inYear,
  proposers: ['ceo'],
  steps: [
    { kind: 'discuss', by: 'headTeacher' },
    { kind: 'confirm', by: 'boardMember' },
  ],
} satisfies z.input<typeof Route>;

/** A review each term, judged by the trust and signed off by the head teacher. */
const headTeacherSignsOff = {
  period: 'term',
  record: 'review',
  raters: ['directorOfEducation', 'functionLead', 'ceo'],
  settling: { word: 'signOff', by: ['headTeacher'] },
} satisfies z.input<typeof Judging>;

/** Two functions, five areas, two scales, three measures, four categories. */
export const smallFramework: Framework = Framework.parse({
  code: 'small',
  version: 1,
  name: 'Small framework',
  scales: [rag, fiveLevels],
  groups: [
    { code: 'staffing', name: 'Staffing', staffMatters: true },
    { code: 'school', name: 'Quality of education' },
  ],
  areas: [
    { code: 'vacancies', name: 'Vacancies', group: 'staffing', scale: 'rag' },
    { code: 'retention', name: 'Retention', group: 'staffing', scale: 'rag' },
    {
      code: 'attendance',
      name: 'Attendance',
      group: 'school',
      scale: 'rag',
      criteria: { assured: ['Attendance is above 70%.'], intervention: ['Attendance is below 50%.'] },
      kpis: attendanceKpis,
    },
    {
      code: 'earlyYears',
      name: 'Early years',
      group: 'school',
      scale: 'five',
      notApplicableIn: ['secondary', 'post16'],
    },
    { code: 'safeguarding', name: 'Safeguarding', group: 'school', scale: 'rag' },
  ],
  categories: [
    {
      code: 'stabilise',
      name: 'Stabilise',
      order: 1,
      tone: 'critical',
      symbol: '■',
      support: support('Weekly visit', 'Monthly board'),
    },
    {
      code: 'repair',
      name: 'Repair',
      order: 2,
      tone: 'caution',
      symbol: '◆',
      support: support('Fortnightly visit', 'Monthly board'),
    },
    { code: 'improve', name: 'Improve', order: 3, tone: 'steady', symbol: '▲', support: support('Termly visit') },
    { code: 'sustain', name: 'Sustain', order: 4, tone: 'good', symbol: '★', support: support('Yearly visit') },
  ],
  judging: headTeacherSignsOff,
  routes: [discussApproveConfirm],
});

export const withRoute = (route: z.input<typeof Route>): Framework =>
  Framework.parse({ ...smallFramework, routes: [route] });

/** The same framework, settled or judged in another way. */
export const judgedBy = (judging: Partial<z.input<typeof Judging>>): Framework =>
  Framework.parse({ ...smallFramework, judging: { ...headTeacherSignsOff, ...judging } });

/** The same framework as a trust has it where several agree: first the head teacher and the CEO, then three. */
export const twoAgree = judgedBy({ settling: { word: 'agreement', by: ['headTeacher', 'ceo'] } });
export const threeAgree = judgedBy({
  settling: { word: 'agreement', by: ['headTeacher', 'directorOfEducation', 'ceo'] },
});

/** The same framework written in another order: what it says must not depend on it. */
export const reordered = (framework: Framework): Framework => ({
  ...framework,
  areas: [...framework.areas].reverse().map((each) => ({ ...each, kpis: [...each.kpis].reverse() })),
});
