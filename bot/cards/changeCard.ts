import type { ChangeCard } from '../../shared/schema/card';
import { count, formatDay, formatInstant, periodLabel } from '../../shared/domain/words';
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
import { fold } from './fold';
import { boldLine, boldRun, heading, noticeBox, quotation, run, runs, smallPrint, wordsRun } from './lines';
import { levelLines, markRun, sinceLines } from './marks';
import type { CardOptions } from './reviewCard';
import { clip } from './text';

type Ask = NonNullable<ChangeCard['ask']>;
type Verb = Extract<Decision, { step: number }>['verb'];

const mostSupport = 2;
/** One line or two on a phone; the tab has the rest. What changes says before and after, so it gets more. */
const longestSupport = 80;
const longestChange = 140;

/** '◐ Improve → ! Repair from 1 December 2026' */
const move = ({ from, to, insteadOf, effectiveFrom, categoryWord }: ChangeCard): Element =>
  runs([
    ...(from ? [markRun(from), run(' → ')] : [boldRun(`First ${categoryWord}: `)]),
    markRun(to),
    run(` from ${formatDay(effectiveFrom)}`),
    ...(insteadOf ? [run(', instead of '), markRun(insteadOf)] : []),
  ]);

const because = ({ rationale }: ChangeCard): Element => runs([boldRun('Why: '), wordsRun(rationale)], 'medium');

const evidence = ({ evidence: frozen }: ChangeCard): Element[] =>
  frozen ? levelLines(frozen.counts, frozen.intervention, `Evidence, ${periodLabel(frozen.period)}`) : [];

/** Who proposed it and when, and of when the evidence is. */
const proposed = ({ proposedBy, proposedAt, evidence: frozen }: ChangeCard): Element[] => {
  const at = formatInstant(proposedAt);
  const takenAt = frozen && formatInstant(frozen.takenAt);
  const then = takenAt === at ? ', on this evidence as it stood then' : '';
  const later =
    takenAt === undefined || takenAt === at ? [] : [smallPrint(`The evidence is as it stood on ${takenAt}.`)];
  return [smallPrint(`Proposed by ${proposedBy} on ${at}${then}.`), ...later];
};

/** Said before anybody decides: a decision on other levels than these is refused. */
const since = ({ changedSince, ask }: ChangeCard): Element[] =>
  changedSince.length === 0
    ? []
    : [
        {
          type: 'Container',
          style: 'warning',
          items: [
            boldLine(`Since then ${count(changedSince.length, 'level has', 'levels have')} changed:`),
            ...sinceLines(changedSince),
            ...(ask ? [smallPrint('You decide knowing this.')] : []),
          ],
        },
      ];

const told = (title: string, text: string | undefined): Element[] =>
  text === undefined ? [] : [runs([boldRun(`${title}: `), run(text)])];

/** What the framework's rule made of the row, and what somebody outside said: one line each. */
const beside = ({ suggested, outsideOpinion }: ChangeCard): Element[] => [
  ...told('Suggested', suggested),
  ...told('Outside opinion', outsideOpinion),
];

/** 'Support that begins (5): … · … and 3 more' */
const supportLine = (title: string, items: readonly string[], longest = longestSupport): Element[] => {
  if (items.length === 0) return [];
  const named = items.slice(0, mostSupport).map((item) => clip(item, longest));
  const left = items.length - named.length;
  const text = `${named.join(' · ')}${left > 0 ? ` and ${left} more` : ''}`;
  return [runs([boldRun(`${title} (${items.length}): `), run(text, {}, mostSupport * longest + 40)])];
};

/** 'Support: 5 begin, 1 ends' */
const supportCounts = ({ support: { added, ended, changed } }: ChangeCard): Element[] => {
  const parts = [
    ...(added.length > 0 ? [count(added.length, 'begins', 'begin')] : []),
    ...(ended.length > 0 ? [count(ended.length, 'ends', 'end')] : []),
    ...(changed.length > 0 ? [count(changed.length, 'changes', 'change')] : []),
  ];
  return parts.length === 0 ? [] : [runs([boldRun('Support: '), run(parts.join(', '))])];
};

const supportNamed = ({ support: { added, ended, changed } }: ChangeCard): Element[] => [
  ...supportLine('Support that begins', added),
  ...supportLine('Support that ends', ended),
  ...supportLine('Support that changes', changed, longestChange),
];

type Step = ChangeCard['steps'][number];
/** Beside the step's own words ('with …', 'still to come'), never instead of them. */
const stepMarks = { done: '✓', current: '▶', later: '○', skipped: '–' } satisfies Record<Step['status'], string>;

const stepLine = ({ text, status }: Step, spacing: Spacing): Element =>
  runs([run(`${stepMarks[status]} ${text}`, status === 'current' ? { weight: 'bolder' } : {})], spacing);

/** So many steps before the present one are in sight, with what was said there; the routes of the five models have no more. */
const latestDone = 2;

/** Where it stands: what was said and done before, and for those whose turn it is not what it waits for. */
const stand = ({ steps, ask, outcome: decided }: ChangeCard): Element[] => {
  if (decided !== undefined) return [];
  const done = steps.filter(({ status }) => status === 'done').slice(-latestDone);
  const now = ask === undefined ? steps.filter(({ status }) => status === 'current') : [];
  return [...done, ...now].map((step) => stepLine(step, 'small'));
};

const route = ({ steps }: ChangeCard): Element[] =>
  steps.map((step, i) => stepLine(step, i === 0 ? 'medium' : 'small'));

/** What can be read once somebody wants to: the support by name, the whole route, and why the card came. */
const details = (card: ChangeCard): Element[] => {
  const support = supportNamed(card);
  const title = support.length > 0 ? 'Show or hide support and route' : 'Show or hide the route';
  const why = smallPrint(card.why, 'medium');
  return fold(title, `${card.id}-${card.round}-${card.step ?? 'told'}`, [...support, ...route(card), why]);
};

const outcome = ({ outcome: text }: ChangeCard): Element[] =>
  text === undefined ? [] : [{ type: 'Container', style: 'emphasis', items: [boldLine(text)] }];

const inputs = ({ ask, today, onBehalfOf }: ChangeCard): (InputText | InputDate)[] => {
  if (ask === 'approve') return [optionalComment('change.approve')];
  return ask === 'confirm' ? [meetingDate(today, onBehalfOf)] : [];
};

/** What a button cannot say: that a 'no' stops the change, that something else is confirmed in the tab. */
const hints = ({ mustAgree, mayChangeCategory, categoryWord }: ChangeCard): Element[] => [
  ...(mustAgree ? [smallPrint('If you do not agree, the change goes back to its proposer.')] : []),
  ...(mayChangeCategory ? [smallPrint(`To confirm another ${categoryWord}, open this in Assured.`)] : []),
];

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

const comment = { title: 'Comment…', question: 'What should be considered?', send: 'Send comment' };
const disagree = { title: 'Do not agree…', question: 'Why do you not agree?', send: 'Do not agree' };

const buttons = {
  discuss: (decisionOn, { mustAgree }) => [
    decide('Agree', decisionOn('change.agree'), 'positive'),
    decideWithComment(mustAgree ? disagree : comment, decisionOn('change.comment')),
  ],
  represent: (decisionOn) => [
    decideWithComment(
      {
        title: 'Make representations…',
        question: 'What are the academy’s representations?',
        send: 'Send representations',
      },
      decisionOn('change.represent'),
    ),
    decide('No representations', decisionOn('change.noRepresentations')),
  ],
  approve: (decisionOn) => [decide('Approve', decisionOn('change.approve'), 'positive'), ...back(decisionOn)],
  confirm: (decisionOn) => [decide('Confirm', decisionOn('change.confirm'), 'positive'), ...back(decisionOn)],
  resubmit: () => [],
} satisfies Record<Ask, (decisionOn: (verb: Verb) => Decision, card: ChangeCard) => Action[]>;

const decisions = (card: ChangeCard): Action[] => {
  const { ask, id, round, step, seen } = card;
  if (ask === undefined || step === undefined) return [];
  return buttons[ask]((verb) => ({ verb, id, round, step, ...(seen !== undefined && { seen }) }), card);
};

/**
 * One person's card of a category change: the step that is theirs to take, or how the change stands. At most six
 * buttons to see at once: `Return…` and `Reject…` unfold one at a time.
 */
export const renderChangeCard = (card: ChangeCard, { deepLink, notice }: CardOptions): AdaptiveCard => {
  const body: Element[] = [
    ...(notice ? [noticeBox(notice)] : []),
    heading(card.headline),
    ...outcome(card),
    move(card),
    ...(card.comment ? [quotation(card.comment)] : []),
    because(card),
    ...evidence(card),
    ...proposed(card),
    ...since(card),
    ...beside(card),
    ...supportCounts(card),
    ...stand(card),
    ...details(card),
    ...hints(card),
    ...inputs(card),
  ];
  const title = card.ask === 'resubmit' ? 'Change it in Assured' : 'Open in Assured';
  return adaptiveCard(card.headline, body, [...decisions(card), open(deepLink(card.subPageId), title)]);
};
