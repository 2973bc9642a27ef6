import type { ChangeCard } from '../../shared/schema/card';
import { formatDay, formatInstant, termLabel } from '../../shared/domain/words';
import {
  adaptiveCard,
  type Action,
  type AdaptiveCard,
  type Element,
  type InputDate,
  type InputText,
  type Spacing,
} from './adaptiveCard';
import { decide, decideWithComment, meetingDate, open, optionalComment, type Decision } from './decisions';
import { boldLine, boldRun, heading, noticeBox, quotation, run, runs, smallPrint, wordsRun } from './lines';
import { areaLines, countsLine, markRun } from './marks';
import type { CardOptions } from './reviewCard';
import { clip } from './text';

type Ask = NonNullable<ChangeCard['ask']>;
type Verb = Extract<Decision, { step: number }>['verb'];

const mostSupport = 2;
/** One line or two on a phone; the tab has the rest. */
const longestSupport = 80;

/** '◐ Improve → ! Repair from 1 December 2026' */
const move = ({ from, to, effectiveFrom }: ChangeCard): Element =>
  runs([
    ...(from ? [markRun(from), run(' → ')] : [boldRun('First category: ')]),
    markRun(to),
    run(` from ${formatDay(effectiveFrom)}`),
  ]);

const because = ({ rationale, proposedBy, proposedAt }: ChangeCard): Element[] => [
  runs([boldRun('Why: '), wordsRun(rationale)], 'medium'),
  smallPrint(`Proposed by ${proposedBy} on ${formatInstant(proposedAt)}.`),
];

const evidence = (card: ChangeCard): Element[] => {
  if (!card.evidence) return [];
  const { term, takenAt, counts, intervention } = card.evidence;
  return [
    countsLine(counts, `Evidence, ${termLabel(term)}`, 'medium'),
    ...areaLines(intervention),
    smallPrint(`As it stood on ${formatInstant(takenAt)}.`),
  ];
};

/** 'Support that begins (5): … · … and 3 more' */
const supportLine = (title: string, items: readonly string[], spacing: Spacing): Element[] => {
  if (items.length === 0) return [];
  const named = items.slice(0, mostSupport).map((item) => clip(item, longestSupport));
  const left = items.length - named.length;
  const text = `${named.join(' · ')}${left > 0 ? ` and ${left} more` : ''}`;
  return [runs([boldRun(`${title} (${items.length}): `), run(text)], spacing)];
};

type StepStatus = ChangeCard['steps'][number]['status'];
/** Beside the step's own words ('with …', 'still to come'), never instead of them. */
const stepMarks = { done: '✓', current: '▶', later: '○', skipped: '–' } satisfies Record<StepStatus, string>;

const route = ({ steps }: ChangeCard): Element[] =>
  steps.map(({ text, status }, i) =>
    runs(
      [run(`${stepMarks[status]} ${text}`, status === 'current' ? { weight: 'bolder' } : {})],
      i === 0 ? 'medium' : 'small',
    ),
  );

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
    ...because(card),
    ...evidence(card),
    ...supportLine('Support that begins', card.support.added, 'medium'),
    ...supportLine('Support that ends', card.support.ended, 'small'),
    ...route(card),
    ...inputs(card),
    smallPrint(card.why, 'medium'),
  ];
  const title = card.ask === 'resubmit' ? 'Change it in Assured' : 'Open in Assured';
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId), title)]);
};
