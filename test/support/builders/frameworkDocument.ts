import { checkFramework } from '../../../shared/domain/checkFramework';
import type { FrameworkMistake } from '../../../shared/domain/frameworkChecks/mistake';
import { Framework } from '../../../shared/schema/framework';

/** A small framework's document that is in order: two areas on three levels, three categories, one route. */
export const soundDocument = () => ({
  code: 'small',
  version: 1,
  name: 'Small',
  scales: [
    {
      code: 'rag',
      name: 'RAG',
      levels: [
        { code: 'low', name: 'Low', order: 1, tone: 'critical', symbol: '!', needsIntervention: true },
        { code: 'mid', name: 'Mid', order: 2, tone: 'caution', symbol: '~', needsIntervention: false },
        { code: 'high', name: 'High', order: 3, tone: 'good', symbol: '✓', needsIntervention: false },
      ],
    },
  ],
  groups: [
    { code: 'money', name: 'Money' },
    { code: 'school', name: 'School' },
  ],
  areas: [
    { code: 'payroll', name: 'Payroll', group: 'money', scale: 'rag' },
    {
      code: 'attendance',
      name: 'Attendance',
      group: 'school',
      scale: 'rag',
      criteria: { low: ['Too low.'], high: ['High enough.'] },
      kpis: [
        {
          code: 'rate',
          name: 'Rate',
          unit: 'percent',
          bands: [
            { level: 'high', from: 70, fromIncluded: false, words: 'above 70' },
            { level: 'low', to: 70, words: '70 or below' },
          ],
        },
      ],
    },
  ],
  judging: {
    period: 'term',
    record: 'review',
    raters: ['directorOfEducation', 'functionLead'],
    settling: { word: 'signOff', by: ['headTeacher'] },
  },
  categories: [
    {
      code: 'one',
      name: 'One',
      order: 1,
      tone: 'critical',
      symbol: '■',
      includes: ['two'],
      support: [{ code: 'call', strand: 'HR', text: 'Weekly call', cadence: { everyWeeks: 1 } }],
    },
    {
      code: 'two',
      name: 'Two',
      order: 2,
      tone: 'caution',
      symbol: '◆',
      includes: ['three'],
      support: [{ code: 'call', strand: 'HR', text: 'Monthly call', cadence: { times: 1, per: 'month' } }],
    },
    { code: 'three', name: 'Three', order: 3, tone: 'good', symbol: '★' },
  ],
  committees: [{ code: 'board', name: 'Standards Committee' }],
  routes: [
    {
      code: 'yearly',
      name: 'Yearly meeting',
      occasion: 'yearStart',
      proposers: ['ceo'],
      proposerMayApprove: true,
      steps: [
        { kind: 'discuss', by: 'headTeacher' },
        { kind: 'approve', by: 'ceo' },
        { kind: 'confirm', by: 'boardMember' },
      ],
    },
  ],
});

/** A document with another value at one place, written as a path: 'areas.0.group'. */
export const withPlace = <T extends object>(document: T, place: string, value: unknown): T => {
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = document;
  for (const step of steps) at = Reflect.get(Object(at), step);
  Reflect.set(Object(at), last, value);
  return document;
};

/** What is wrong with the sound document after changes, each written by its place. */
export const mistakesAfter = (changes: Readonly<Record<string, unknown>>): readonly FrameworkMistake[] => {
  const document = Object.entries(changes).reduce(
    (changed, [place, value]) => withPlace(changed, place, value),
    soundDocument(),
  );
  return checkFramework(Framework.parse(document));
};

/** The places alone. */
export const placesAfter = (changes: Readonly<Record<string, unknown>>): string[] =>
  mistakesAfter(changes).map(({ path }) => path);
