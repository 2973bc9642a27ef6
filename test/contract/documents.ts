import { CategoryChange } from '../../shared/schema/categoryChange';
import { Framework } from '../../shared/schema/framework';
import { Academy, Person } from '../../shared/schema/people';
import { Review } from '../../shared/schema/review';
import { StoredFramework } from '../../shared/schema/settings';

/** Small, complete aggregates of an invented trust; `n` makes keys that no other test uses. */

const by = '00000000-0000-4000-8000-0000000000aa';
const at = '2026-11-22T09:40:12.345Z';

export const urnOf = (n: number): string => String(200_000 + n);

export const academy = (n: number, extra: object = {}): Academy =>
  Academy.parse({ urn: urnOf(n), name: `Invented Academy ${n} & “Sons”`, phase: 'primary', ...extra });

export const person = (n: number, extra: object = {}): Person =>
  Person.parse({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `Invented Person ${n}`,
    email: `person${n}@trust.example`,
    jobTitle: 'Head teacher',
    roles: [{ role: 'headTeacher', academy: urnOf(n) }, { role: 'ceo' }],
    ...extra,
  });

const route = {
  code: 'inYear',
  name: 'Change within the year',
  occasion: 'inYear',
  proposers: ['ceo'],
  steps: [{ kind: 'approve', by: 'ceo' }],
};

export const framework = (extra: object = {}): Framework =>
  Framework.parse({
    code: 'invented',
    version: 1,
    name: 'Invented framework',
    scales: [
      {
        code: 'rag',
        name: 'RAG',
        levels: [
          {
            code: 'intervention',
            name: 'Intervention',
            order: 1,
            tone: 'critical',
            symbol: '!',
            needsIntervention: true,
          },
          { code: 'assured', name: 'Assured', order: 2, tone: 'good', symbol: '✓', needsIntervention: false },
        ],
      },
    ],
    groups: [{ code: 'education', name: 'Education' }],
    areas: [
      { code: 'attendance', name: 'Attendance', group: 'education', scale: 'rag' },
      { code: 'earlyYears', name: 'Early Years', group: 'education', scale: 'rag' },
      { code: 'safeguarding', name: 'Safeguarding', group: 'education', scale: 'rag' },
    ],
    categories: [],
    routes: [route],
    ...extra,
  });

export const storedFramework = (n: number): StoredFramework =>
  StoredFramework.parse({ name: `framework:invented@${n}`, framework: framework({ version: n }) });

const judgement = (level: string, rationale = 'Seen in lessons.') => ({
  id: 'command-judged',
  level,
  rationale,
  evidence: [],
  by,
  at,
});

export const review = (n: number, extra: object = {}): Review =>
  Review.parse({
    urn: urnOf(n),
    year: '2026/27',
    period: 'autumn',
    framework: { code: 'invented', version: 1 },
    notApplicable: ['earlyYears'],
    judgements: { attendance: judgement('assured') },
    kpis: {},
    history: [{ type: 'opened', commandId: 'command-opened', at, by }],
    state: 'open',
    ...extra,
  });

export const judged = (n: number, area: string, level: string): Review =>
  review(n, { judgements: { attendance: judgement('assured'), [area]: judgement(level) } });

/** Valid by its schema, and longer than a list item holds. */
export const oversizedReview = (n: number): Review =>
  review(n, {
    history: Array.from({ length: 40 }, (_, i) => ({
      type: 'queried',
      commandId: `command-${i}-queried`,
      at,
      by,
      comment: 'x'.repeat(1900),
    })),
  });

export const signedOffReview = (n: number): Review =>
  review(n, { state: 'signedOff', sentBy: by, signedOffBy: by, signedOffAt: at, comment: '' });

/** Sent to several, of whom two roles have agreed. */
export const partlyAgreedReview = (n: number): Review =>
  review(n, {
    state: 'awaitingSignOff',
    sentBy: by,
    sentAt: at,
    agreed: [
      { roles: ['directorOfEducation'], by, at },
      { roles: ['headTeacher'], by, at },
    ],
  });

export const changeId = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const change = (n: number, urn: string, extra: object = {}): CategoryChange =>
  CategoryChange.parse({
    id: changeId(n),
    urn,
    framework: { code: 'invented', version: 1 },
    to: 'sustain',
    rationale: 'Three good terms.',
    effectiveFrom: '2027-01-01',
    proposedBy: by,
    proposedAt: at,
    route,
    history: [
      {
        type: 'proposed',
        commandId: 'command-proposed',
        at,
        by,
        rationale: 'Three good terms.',
        effectiveFrom: '2027-01-01',
      },
    ],
    state: 'atStep',
    step: 0,
    ...extra,
  });

export const decidedChange = (n: number, urn: string): CategoryChange =>
  change(n, urn, { state: 'decided', decidedAt: at, from: 'improve' });
