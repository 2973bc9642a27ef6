import { approve, confirm, discuss, propose } from '../../shared/domain/categoryChange';
import type { CategoryChange } from '../../shared/schema/categoryChange';
import { CategoryChange as CategoryChangeSchema } from '../../shared/schema/categoryChange';
import {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  ProposeCategoryChange,
} from '../../shared/schema/commands';
import type { Framework } from '../../shared/schema/framework';
import { LevelCode, type AreaCode } from '../../shared/schema/ids';
import type { Person } from '../../shared/schema/people';
import type { Review } from '../../shared/schema/review';
import type { AcademicYear } from '../../shared/schema/settings';
import { formatDay } from '../../shared/domain/words';
import { daysAfter } from './calendar';
import { people } from './people';
import { allowed, instantOn } from './reviewSteps';

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

const idOf = (n: number): string => `0a55ed00-0000-4000-8000-${String(0xc0 + n).padStart(12, '0')}`;

/** The day of the annual categorisation meeting before an academic year. */
const annualMeeting = (year: AcademicYear): string => `${year.year.slice(0, 4)}-07-08`;

/** First categories, taken over from the annual meeting when the trust began to use Assured. */
export const recordedCategories = (framework: Framework, year: AcademicYear): CategoryChange[] =>
  Object.entries(agreed).map(([urn, { to, why }], n) => {
    const at = instantOn(year.terms[0]?.startsOn ?? '', 8 * 60 + 40 + n);
    const meeting = formatDay(annualMeeting(year));
    return CategoryChangeSchema.parse({
      id: idOf(n),
      urn,
      framework: { code: framework.code, version: framework.version },
      to,
      rationale: why,
      effectiveFrom: `${year.year.slice(0, 4)}-09-01`,
      proposedBy: people.ceo.id,
      proposedAt: at,
      route: framework.categoryRoute,
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

const levelsOf = (review: Review): Partial<Record<AreaCode, LevelCode>> =>
  Object.fromEntries(
    Object.entries(review.judgements).flatMap(([area, judgement]) =>
      judgement ? [[area, LevelCode.parse(judgement.level)]] : [],
    ),
  );

interface Move {
  readonly framework: Framework;
  readonly year: AcademicYear;
  /** The category it moves from, as recorded. */
  readonly from: CategoryChange;
  /** The review of the autumn term, signed off. */
  readonly evidence: Review;
  readonly head: Person;
}

/** Birch moves from Stabilise to Repair in the spring term, through every step of the route. */
export const moveToRepair = ({ framework, year, from, evidence, head }: Move): CategoryChange => {
  const start = year.terms[1]?.startsOn ?? '';
  const id = idOf(20);
  const proposedAt = instantOn(daysAfter(start, 8), 10 * 60 + 25);
  const meetingDate = daysAfter(start, 23);
  const command = (n: number) => ({ commandId: `sample-move-${n}`, id, round: 1 });
  const proposal = ProposeCategoryChange.parse({
    ...command(1),
    urn: from.urn,
    to: 'repair',
    rationale:
      'Safeguarding is secure, leaders act on advice and most areas have actions that work. Five areas still need intervention, so support stays close.',
    effectiveFrom: daysAfter(start, 48),
    evidence: { year: year.year, term: evidence.term },
  });
  const frozen = {
    ...proposal.evidence,
    state: evidence.state,
    levels: levelsOf(evidence),
    notApplicable: evidence.notApplicable,
    takenAt: proposedAt,
  };
  const stamp = (person: Person, days: number, minutes: number) => ({
    by: person.id,
    at: instantOn(daysAfter(start, days), minutes),
  });
  const context = { by: people.director.id, at: proposedAt, framework, evidence: frozen, latest: from };
  const proposed = allowed(propose(proposal, context), 'propose');
  const heard = DiscussCategoryChange.parse({
    ...command(2),
    step: 0,
    agrees: true,
    comment: 'I agree. The weekly HR catch-up has helped most; please let it stay.',
  });
  const discussed = allowed(discuss(proposed, heard, stamp(head, 10, 16 * 60 + 5)), 'discuss');
  const approval = ApproveCategoryChange.parse({
    ...command(3),
    step: 1,
    comment: 'Well earned. To the Board at its next meeting.',
  });
  const approved = allowed(approve(discussed, approval, stamp(people.ceo, 13, 9 * 60 + 12)), 'approve');
  const confirmation = ConfirmCategoryChange.parse({
    ...command(4),
    step: 2,
    meetingDate,
    comment: 'Confirmed; the Board asks for a report on suspensions in the summer.',
  });
  const told = { ...stamp(people.chair, 24, 8 * 60 + 50), today: daysAfter(start, 24) };
  return CategoryChangeSchema.parse(allowed(confirm(approved, confirmation, told), 'confirm'));
};
