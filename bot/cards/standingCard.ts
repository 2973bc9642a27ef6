import type {
  AcademyStanding,
  FoundAcademies,
  RecordStanding,
  Standing,
  Waiting,
} from '../../shared/schema/standingViews';
import { reviewStateWords } from '../../shared/domain/stateWords';
import {
  capital,
  count,
  formatDay,
  formatInstant,
  listWords,
  phaseName,
  recordPhrase,
} from '../../shared/domain/words';
import { adaptiveCard, type Action, type AdaptiveCard, type Element, type TextRun } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { boldRun, firstFew, heading, line, run, runs, smallPrint } from './lines';
import { countsLine, markRun } from './marks';
import { ask } from './prompt';

interface Options {
  readonly deepLink: DeepLink;
}

/** A card holds so many academies in a line each; a trust with more gets how many there are of each first. */
const mostAcademies = 8;

/** 'Autumn term review: Signed off' */
const recordLine = (latest: RecordStanding): Element =>
  runs([
    boldRun(`${capital(recordPhrase(latest, latest.record))}: `),
    run(reviewStateWords(latest.state, latest.settling)),
  ]);

/** 'with Cora Chief since 12 November 2026, 09:00' */
export const withWhom = ({ with: names, since }: Waiting): string =>
  `with ${names.length > 0 ? listWords(names) : 'nobody yet'}${since === undefined ? '' : ` since ${formatInstant(since)}`}`;

const changeLines = ({ academy: { change }, categoryWord, changeWaits }: Standing): Element[] => {
  if (!change) return [];
  const state = change.state === 'returned' ? ' has been returned to its proposer.' : ' is under way.';
  return [
    runs([run(`A change of ${categoryWord} to `), markRun(change.to), run(state)]),
    ...(changeWaits ? [line(`${changeWaits.step}: ${withWhom(changeWaits)}.`)] : []),
  ];
};

/** How one academy stands, with everything that may be done from here left to others: nothing in it decides. */
export const standingLines = (standing: Standing): Element[] => {
  const { academy, categoryWord } = standing;
  const { category, latest } = academy;
  return [
    smallPrint(phaseName(academy.phase), 'none'),
    ...(category
      ? [
          runs([
            boldRun(`${capital(categoryWord)}: `),
            markRun(category.mark),
            run(` since ${formatDay(category.since)}`),
          ]),
        ]
      : []),
    ...(latest ? [recordLine(latest)] : []),
    ...changeLines(standing),
  ];
};

export const renderStanding = (standing: Standing, { deepLink }: Options): AdaptiveCard => {
  const { academy, asAt } = standing;
  const [latest] = academy.records;
  const actions: Action[] = [
    ...(latest ? [ask(`Show the ${latest.record}`, { prompt: 'review', urn: academy.urn })] : []),
    open(deepLink(`academies/${academy.urn}`)),
  ];
  const body = [heading(academy.name), ...standingLines(standing), asked(asAt)];
  return adaptiveCard(`How ${academy.name} stands`, body, actions);
};

export const asked = (asAt: string): Element =>
  smallPrint(`You asked for this. As at ${formatInstant(asAt)}.`, 'medium');

/** 'Alder Academy · ◐ Improve · Signed off' */
const inShort = ({ name, category, latest, change }: AcademyStanding): Element => {
  const parts: TextRun[] = [
    ...(category ? [markRun(category.mark)] : []),
    ...(latest ? [run(reviewStateWords(latest.state, latest.settling))] : []),
    ...(change ? [run('change under way')] : []),
  ];
  return runs([boldRun(name), ...parts.flatMap((part) => [run(' · '), part])]);
};

const tally = <T>(items: readonly T[], keyOf: (item: T) => string): { item: T; count: number }[] =>
  items
    .filter((item, i) => items.findIndex((other) => keyOf(other) === keyOf(item)) === i)
    .map((item) => ({ item, count: items.filter((other) => keyOf(other) === keyOf(item)).length }));

/** How many academies there are of each category and at each point of their latest record. */
const totals = ({ academies, categoryWord }: FoundAcademies): Element[] => {
  if (academies.length <= mostAcademies + 1) return [];
  const marks = academies.flatMap(({ category }) => (category ? [category.mark] : []));
  const states = academies.flatMap(({ latest }) => (latest ? [reviewStateWords(latest.state, latest.settling)] : []));
  const counted = tally(marks, ({ word, symbol }) => `${symbol} ${word}`);
  const changes = academies.filter(({ change }) => change).length;
  return [
    ...(counted.length > 0
      ? [
          countsLine(
            counted.map(({ item, count: n }) => ({ mark: item, count: n })),
            capital(categoryWord),
          ),
        ]
      : []),
    ...tally(states, (state) => state).map(({ item, count: n }) => line(`${item}: ${n}`)),
    ...(changes > 0 ? [line(`${count(changes, 'change')} of ${categoryWord} under way`)] : []),
  ];
};

/** All of a person's academies in short. */
export const renderOverview = (found: FoundAcademies, { deepLink }: Options): AdaptiveCard => {
  const title = `How your ${count(found.academies.length, 'academy', 'academies')} stand`;
  const body = [
    heading(title),
    ...totals(found),
    ...firstFew(found.academies, mostAcademies, inShort, (n) => `and ${n} more in Assured`),
    smallPrint('Write “status” and a name for one of them.', 'medium'),
    asked(found.asAt),
  ];
  return adaptiveCard(title, body, [open(deepLink('work'))]);
};
