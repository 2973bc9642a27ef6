import type { ChangeCard } from '../../shared/schema/card';
import { formatDay, formatInstant, termLabel } from '../../shared/domain/words';
import {
  adaptiveCard,
  type Action,
  type AdaptiveCard,
  type Element,
  type InputDate,
  type InputText,
} from './adaptiveCard';
import { decide, decideWithComment, meetingDate, open, optionalComment, type Decision } from './decisions';
import {
  boldLine,
  firstFew,
  heading,
  line,
  noticeBox,
  quotation,
  run,
  runs,
  smallPrint,
  subheading,
  wordsOf,
} from './lines';
import { areaLines, countsLine, markRun } from './marks';
import type { CardOptions } from './reviewCard';

type Ask = NonNullable<ChangeCard['ask']>;
type Verb = Extract<Decision, { step: number }>['verb'];

const mostSupport = 3;

/** '◐ Improve → ! Repair from 1 December 2026' */
const move = ({ from, to, effectiveFrom }: ChangeCard): Element =>
  runs([...(from ? [markRun(from), run(' → ')] : []), markRun(to), run(` from ${formatDay(effectiveFrom)}`)]);

const evidence = (card: ChangeCard): Element[] => {
  if (!card.evidence) return [];
  const { term, takenAt, counts, intervention } = card.evidence;
  return [
    subheading(`Evidence: ${termLabel(term)}`),
    ...(counts.length > 0 ? [countsLine(counts)] : []),
    ...areaLines(intervention),
    smallPrint(`As it stood on ${formatInstant(takenAt)}.`),
  ];
};

const supportList = (title: string, items: readonly string[]): Element[] =>
  items.length === 0
    ? []
    : [
        subheading(`${title} (${items.length})`),
        ...firstFew(
          items,
          mostSupport,
          (item) => line(`• ${item}`),
          (n) => `and ${n} more in Assured`,
        ),
      ];

type StepStatus = ChangeCard['steps'][number]['status'];
/** Beside the step's own words ('with …', 'still to come'), never instead of them. */
const stepMarks = { done: '✓', current: '▶', later: '○', skipped: '–' } satisfies Record<StepStatus, string>;

const route = ({ steps }: ChangeCard): Element[] =>
  steps.length === 0
    ? []
    : [
        subheading('Route'),
        ...steps.map(({ text, status }) =>
          runs([run(`${stepMarks[status]} ${text}`, status === 'current' ? { weight: 'bolder' } : {})]),
        ),
      ];

const outcome = ({ outcome: text }: ChangeCard): Element[] =>
  text === undefined ? [] : [{ type: 'Container', style: 'emphasis', items: [boldLine(text)] }];

const inputs = ({ ask, today }: ChangeCard): (InputText | InputDate)[] => {
  if (ask === 'approve') return [optionalComment('change.approve')];
  return ask === 'confirm' ? [meetingDate(today)] : [];
};

const back = (decisionOn: (verb: Verb) => Decision): Action[] => [
  decideWithComment(
    { title: 'Return…', question: 'What should the proposer change?', send: 'Return to the proposer' },
    decisionOn('change.return'),
  ),
  decideWithComment(
    { title: 'Reject…', question: 'Why is it rejected?', send: 'Reject', style: 'destructive' },
    decisionOn('change.reject'),
  ),
];

const buttons = {
  discuss: (decisionOn) => [
    decide('Agree', decisionOn('change.agree'), 'positive'),
    decideWithComment(
      { title: 'Comment…', question: 'What should be considered?', send: 'Send comment' },
      decisionOn('change.comment'),
    ),
  ],
  approve: (decisionOn) => [decide('Approve', decisionOn('change.approve'), 'positive'), ...back(decisionOn)],
  confirm: (decisionOn) => [decide('Confirm', decisionOn('change.confirm'), 'positive'), ...back(decisionOn)],
  resubmit: () => [],
} satisfies Record<Ask, (decisionOn: (verb: Verb) => Decision) => Action[]>;

const decisions = ({ ask, id, round, step }: ChangeCard): Action[] =>
  ask === undefined || step === undefined ? [] : buttons[ask]((verb) => ({ verb, id, round, step }));

/**
 * One person's card of a category change: the step that is theirs to take, or how the change stands. At most six
 * buttons, those inside `Return…` and `Reject…` counted.
 */
export const renderChangeCard = (card: ChangeCard, { deepLink, notice }: CardOptions): AdaptiveCard => {
  const body: Element[] = [
    ...(notice ? [noticeBox(notice)] : []),
    heading(card.headline),
    ...outcome(card),
    move(card),
    ...(card.comment ? [quotation(card.comment)] : []),
    subheading('Why'),
    wordsOf(card.rationale),
    smallPrint(`Proposed by ${card.proposedBy} on ${formatInstant(card.proposedAt)}.`),
    ...evidence(card),
    ...supportList('Support that begins', card.support.added),
    ...supportList('Support that ends', card.support.ended),
    ...route(card),
    ...inputs(card),
    smallPrint(card.why, 'medium'),
  ];
  const title = card.ask === 'resubmit' ? 'Change it in Assured' : 'Open in Assured';
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId), title)]);
};
