import type { AcademyDecision } from '../schema/academyViews';
import type { FrameworkRef } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { MatrixRow } from '../schema/matrixViews';
import type { CategoryChangeRow, ReviewRow, Settled } from '../schema/rows';
import type { Academy } from '../schema/people';
import type { Who } from '../schema/views';
import type { Framework } from '../schema/framework';
import { categoryIn } from './describedChange';
import { judgementWords } from './historicWords';
import { recordOf, signsOff } from './judging';
import { capital, dayOf, formatDay, periodLabel, yearInPath } from './words';

interface Naming {
  readonly frameworkOf: (ref: FrameworkRef) => Framework | undefined;
  readonly whoIs: (id: PersonId) => Who;
}

/** What of an academy is told: only what the reader may see of it. */
export interface DecisionsInput extends Naming {
  readonly academy: Pick<Academy, 'joinedOn' | 'leftOn'>;
  readonly reviews: readonly ReviewRow[];
  readonly changes: readonly CategoryChangeRow[];
  /** Whether the content of a record, and not only that it was settled, may be read. */
  readonly mayOpen: (row: ReviewRow) => boolean;
  readonly historic: MatrixRow['historic'];
}

/** The most that are told: some ten years of terms. */
export const decisionsTold = 200;

const outcomes = { rejected: 'was rejected', withdrawn: 'was withdrawn' } as const;

/** 'Moved from Improve to Repair, effective from 1 January 2027'. */
const changeWords = (row: CategoryChangeRow, { frameworkOf }: Naming): string => {
  const version = frameworkOf(row.framework);
  const [from, to] = [row.from && categoryIn(version, row.from).name, categoryIn(version, row.to).name];
  if (row.state === 'rejected' || row.state === 'withdrawn')
    return `The change ${from ? `from ${from} ` : ''}to ${to} ${outcomes[row.state]}`;
  const moved = from === to ? `Stays in ${to}` : from ? `Moved from ${from} to ${to}` : `Placed in ${to}`;
  return `${moved}, effective from ${formatDay(row.effectiveFrom)}`;
};

const changeDecision = (row: CategoryChangeRow, naming: Naming): AcademyDecision[] => {
  const at = row.closed?.at ?? row.decidedAt;
  if (at === undefined) return [];
  return [
    {
      kind: 'category',
      on: dayOf(at),
      at,
      words: changeWords(row, naming),
      ...(row.closed && { by: naming.whoIs(row.closed.by) }),
      subPageId: `categories/${row.id}`,
    },
  ];
};

/** A row from before it was kept who settled it still says when. */
const settledOf = (row: ReviewRow): (Omit<Settled, 'by'> & { readonly by?: PersonId })[] =>
  row.settled ?? (row.signedOffAt ? [{ type: 'signedOff', at: row.signedOffAt }] : []);

const reviewDecisions = (row: ReviewRow, { frameworkOf, whoIs, mayOpen }: DecisionsInput): AcademyDecision[] => {
  const model = frameworkOf(row.framework) ?? {};
  const settled = signsOff(model) ? 'signed off' : 'agreed by all';
  const page = mayOpen(row) ? { subPageId: `reviews/${yearInPath(row.year)}/${row.period}/${row.urn}` } : {};
  return settledOf(row).map(({ type, at, by }) => ({
    kind: 'review',
    on: dayOf(at),
    at,
    words: `${capital(`${periodLabel(row)} ${recordOf(model)}`)} ${type === 'reopened' ? 'reopened' : settled}`,
    ...(by && { by: whoIs(by) }),
    ...page,
  }));
};

const historicDecisions = ({ inspections, selfEvaluations }: MatrixRow['historic']): AcademyDecision[] => [
  ...inspections.map((inspection) => ({
    kind: 'inspection' as const,
    on: inspection.on,
    words: `Ofsted inspection: ${judgementWords(inspection)}`,
  })),
  ...selfEvaluations.map(({ on, level }) => ({
    kind: 'selfEvaluation' as const,
    on,
    words: `Self-evaluation: ${capital(level)}`,
  })),
];

const membership = ({ joinedOn, leftOn }: DecisionsInput['academy']): AcademyDecision[] => [
  ...(joinedOn ? [{ kind: 'trust' as const, on: joinedOn, words: 'Joined the trust' }] : []),
  ...(leftOn ? [{ kind: 'trust' as const, on: leftOn, words: 'Last day in the trust' }] : []),
];

const momentOf = ({ at, on }: AcademyDecision): string => at ?? on;

/** What was decided and told of an academy, latest first: category changes, sign-offs, reopenings, inspections. */
export const academyDecisions = (input: DecisionsInput): AcademyDecision[] =>
  [
    ...input.changes.flatMap((row) => changeDecision(row, input)),
    ...input.reviews.flatMap((row) => reviewDecisions(row, input)),
    ...historicDecisions(input.historic),
    ...membership(input.academy),
  ]
    .sort((a, b) => b.on.localeCompare(a.on) || momentOf(b).localeCompare(momentOf(a)))
    .slice(0, decisionsTold);
