import { addDays } from '../../../shared/domain/day';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Result } from '../../../shared/domain/result';
import { roundOf } from '../../../shared/domain/review';
import { roundOfChange } from '../../../shared/domain/categoryChange';
import type { UseCases } from '../../../functions/useCases';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { CommandId } from '../../../shared/schema/ids';
import type { PersonId, Urn } from '../../../shared/schema/ids';
import { Academy } from '../../../shared/schema/people';
import type { Review, ReviewKey } from '../../../shared/schema/review';
import { area, category, changeId, lastYear, level, route, thisYear } from '../../support/builders/ids';
import { alder, birch, bo, cora, dana, hazel, birchHead } from '../../support/builders/people';
import type { Draw } from './draw';
import type { TestProcess } from './processes';

/** One command, ready to be sent through any process, any number of times. */
export interface Act {
  readonly id: CommandId;
  readonly kind: 'reviews' | 'categoryChanges';
  /** Absent where it opens reviews of many academies. */
  readonly key?: string;
  readonly send: (useCases: UseCases) => Promise<Result<unknown>>;
}

/** Two academies that have a head teacher, and others that are only opened. */
export const academies: readonly Academy[] = [
  alder,
  birch,
  ...Array.from({ length: 23 }, (_, i) =>
    Academy.parse({ urn: String(300_001 + i), name: `Invented Academy ${i}`, phase: 'primary' }),
  ),
];

const periods = ['autumn', 'spring', 'summer'] as const;
const areas = Object.values(area);
const ragLevels = [level.intervention, level.actions, level.assured];

const headOf = (urn: Urn): PersonId => (urn === alder.urn ? hazel.id : birchHead.id);

const reviewKey = (draw: Draw): ReviewKey => ({
  urn: draw.pick([alder.urn, birch.urn]),
  year: draw.pick([lastYear, thisYear]),
  period: draw.pick(periods),
});

const idOf = (n: number): CommandId => CommandId.parse(`command-${String(n).padStart(6, '0')}`);

type ReviewAct = (key: ReviewKey, review: Review | undefined, id: CommandId, draw: Draw) => Act['send'];

const rate: ReviewAct = (key, review, commandId, draw) => {
  const code = draw.pick(areas);
  const given = code === area.earlyYears ? draw.pick([level.strong, level.expected]) : draw.pick(ragLevels);
  const basedOn = review?.judgements[code]?.id ?? null;
  const rationale = `Given by ${commandId}.`;
  return (u) => u.rateArea(dana.id, { ...key, commandId, area: code, level: given, rationale, evidence: [], basedOn });
};

const reviewActs: readonly (readonly [weight: number, act: ReviewAct])[] = [
  [10, rate],
  [2, (key, _, commandId) => (u) => u.sendForSignOff(dana.id, { ...key, commandId })],
  [
    2,
    (key, review, commandId) => (u) =>
      u.signOffReview(headOf(key.urn), {
        ...key,
        commandId,
        round: review ? Math.max(1, roundOf(review)) : 1,
        comment: '',
      }),
  ],
  [
    1,
    (key, review, commandId) => (u) =>
      u.queryReview(headOf(key.urn), {
        ...key,
        commandId,
        round: review ? Math.max(1, roundOf(review)) : 1,
        comment: 'Why is this so?',
      }),
  ],
  [1, (key, _, commandId) => (u) => u.reopenReview(cora.id, { ...key, commandId, reason: 'A measure was wrong.' })],
];

const weighed = <T>(draw: Draw, from: readonly (readonly [number, T])[]): T => {
  const all = from.flatMap(([weight, value]) => Array.from({ length: weight }, () => value));
  return draw.pick(all);
};

/** What somebody with the record in sight would do next, or at times what they would not. */
const stepOf = (change: CategoryChange, commandId: CommandId, draw: Draw): Act['send'] => {
  const { id } = change;
  const round = roundOfChange(change);
  const step = change.state === 'atStep' ? change.step : draw.below(3);
  const on = { commandId, id, round, step };
  const comment = 'Please say more.';
  if (change.state === 'returned') {
    const again = { commandId, id, round, rationale: 'Said better.', effectiveFrom: change.effectiveFrom };
    return (u) => u.resubmitCategoryChange(dana.id, again);
  }
  if (draw.chance(0.1)) return (u) => u.withdrawCategoryChange(dana.id, { commandId, id, reason: 'A better plan.' });
  if (step === 0) return (u) => u.discussCategoryChange(headOf(change.urn), { ...on, agrees: true, comment: '' });
  if (draw.chance(0.2)) return (u) => u.returnCategoryChange(step === 1 ? cora.id : bo.id, { ...on, comment });
  if (step === 1) return (u) => u.approveCategoryChange(cora.id, { ...on, comment: '' });
  return (u) => u.confirmCategoryChange(bo.id, { ...on, meetingDate: '2026-11-17', comment: '' });
};

const changes = Object.values(category);

const propose = async (process: TestProcess, n: number, draw: Draw): Promise<Act> => {
  const id = changeId(n);
  const urn = draw.pick([alder.urn, birch.urn]);
  const rows = (await process.store.rows('categoryChanges')).map(({ row }) => row);
  const days = rows
    .filter((row) => row.urn === urn && row.state === 'decided')
    .map(({ effectiveFrom }) => effectiveFrom);
  const last = [...days].sort().at(-1) ?? '2026-09-30';
  const command = {
    ...{ commandId: idOf(n), id, urn, to: draw.pick(changes), rationale: 'Attendance fell.' },
    ...{
      effectiveFrom: addDays(last, 1),
      route: route.inYear,
      evidence: { year: thisYear, period: 'autumn' as const },
    },
    overrideReason: 'Known better.',
  };
  return { id: idOf(n), kind: 'categoryChanges', key: id, send: (u) => u.proposeCategoryChange(dana.id, command) };
};

const loadedIn = async <K extends 'reviews' | 'categoryChanges'>(process: TestProcess, kind: K, key: string) => {
  const loaded = await process.store.load(kind, key, 'toChange');
  return loaded.status === 'found' ? loaded.document : undefined;
};

const onChange = async (process: TestProcess, n: number, draw: Draw): Promise<Act | undefined> => {
  const rows = await process.store.rows('categoryChanges');
  const open = rows.filter(({ row }) => row.state === 'atStep' || row.state === 'returned');
  // Now and then a card in an old chat is answered.
  const among = draw.chance(0.85) ? open : rows;
  if (among.length === 0) return undefined;
  const { key } = draw.pick(among);
  const change = await loadedIn(process, 'categoryChanges', key);
  return change && { id: idOf(n), kind: 'categoryChanges', key, send: stepOf(change, idOf(n), draw) };
};

/** The n-th command, as somebody would send it who looks at what this process shows. */
export const drawAct = async (process: TestProcess, n: number, draw: Draw): Promise<Act | undefined> => {
  const which = draw.number();
  if (which < 0.04) {
    const command = { commandId: idOf(n), year: draw.pick([lastYear, thisYear]), period: draw.pick(periods) };
    return { id: idOf(n), kind: 'reviews', send: (u) => u.openReviews(dana.id, command) };
  }
  if (which < 0.1) return propose(process, n, draw);
  if (which < 0.3) return onChange(process, n, draw);
  const key = reviewKey(draw);
  const review = await loadedIn(process, 'reviews', keyOfReview(key));
  const send = weighed(draw, reviewActs)(key, review, idOf(n), draw);
  return { id: idOf(n), kind: 'reviews', key: keyOfReview(key), send };
};
