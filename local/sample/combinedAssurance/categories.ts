import { addDays } from '../../../shared/domain/day';
import { describeChange } from '../../../shared/domain/describedChange';
import { findCategory } from '../../../shared/domain/framework';
import { formatDay } from '../../../shared/domain/words';
import { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import { CategoryCode } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import type { AcademicYear } from '../../../shared/schema/settings';
import { changeIdOf, changeSteps } from '../changeSteps';
import { instantOn } from '../steps';
import { people } from './people';

/** The categories that the annual meeting agreed before last year began. */
const agreed: Readonly<Record<string, { to: string; why: string }>> = {
  '100001': { to: 'improve', why: 'Leaders evaluate accurately; provision is good and outcomes are rising.' },
  '100002': {
    to: 'stabilise',
    why: 'Attendance and behaviour are far below average and leadership has changed twice.',
  },
  '100003': { to: 'sustain', why: 'Outcomes are well above average and its leaders support other academies.' },
  '100004': { to: 'improve', why: 'Good outcomes and sound leadership; the larger intake is still to come.' },
  '100005': { to: 'sustain', why: 'A confident college with good destinations and a stable team.' },
  '100006': {
    to: 'stabilise',
    why: 'Joins the Trust this September after a difficult inspection; assessed on joining.',
  },
};

/** The day of the annual categorisation meeting before an academic year. */
const annualMeeting = (year: AcademicYear): string => `${year.year.slice(0, 4)}-07-08`;

const described = (framework: Framework, code: string) => {
  const to = findCategory(framework, CategoryCode.parse(code));
  const route = framework.routes.find(({ occasion }) => occasion === 'yearStart');
  if (!to || !route) throw new Error(`The sample names ${code}, which its framework does not have.`);
  return { route, described: describeChange(framework, route, { from: undefined, to }) };
};

/** First categories, taken over from the annual meeting when the trust began to use Assured. */
export const recordedCategories = (framework: Framework, year: AcademicYear): CategoryChange[] =>
  Object.entries(agreed).map(([urn, { to, why }], n) => {
    const at = instantOn(year.terms[0]?.startsOn ?? '', 8 * 60 + 40 + n);
    const meeting = formatDay(annualMeeting(year));
    return CategoryChange.parse({
      id: changeIdOf(n),
      urn,
      framework: { code: framework.code, version: framework.version },
      to,
      rationale: why,
      effectiveFrom: `${year.year.slice(0, 4)}-09-01`,
      proposedBy: people.ceo.id,
      proposedAt: at,
      ...described(framework, to),
      state: 'decided',
      decidedAt: at,
      history: [
        {
          type: 'recorded',
          commandId: `sample-recorded-${urn}`,
          at,
          by: people.administrator.id,
          note: `Agreed at the annual categorisation meeting on ${meeting}; recorded when the trust began to use Assured.`,
        },
      ],
    });
  });

interface Move {
  readonly framework: Framework;
  readonly years: readonly AcademicYear[];
  readonly year: AcademicYear;
  /** The categories so far, as recorded. */
  readonly before: readonly CategoryChange[];
  /** The review of the autumn term, signed off. */
  readonly evidence: Review;
  readonly head: Person;
}

/** Birch moves from Stabilise to Repair in the spring term, through every step of the route. */
export const moveToRepair = ({ year, evidence, head, ...ground }: Move): CategoryChange => {
  const start = year.terms[1]?.startsOn ?? '';
  const on = (by: Person, days: number, minutes: number) => ({ by, at: instantOn(addDays(start, days), minutes) });
  const move = {
    n: 20,
    urn: evidence.urn,
    to: 'repair',
    route: 'inYear',
    why: 'Safeguarding is secure, leaders act on advice and most areas have actions that work. Five areas still need intervention, so support stays close.',
    effectiveFrom: addDays(start, 48),
  };
  const steps = changeSteps({ ...ground, evidence }, move, on(people.director, 8, 10 * 60 + 25));
  steps.hear(on(head, 10, 16 * 60 + 5), true, 'I agree. The weekly HR catch-up has helped most; please let it stay.');
  steps.approve(on(people.ceo, 13, 9 * 60 + 12), 'Well earned. To the Board at its next meeting.');
  const comment = 'Confirmed; the Board asks for a report on suspensions in the summer.';
  steps.confirm(on(people.chair, 24, 8 * 60 + 50), addDays(start, 23), comment);
  return steps.now();
};
