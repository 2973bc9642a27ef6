import type { Framework } from '../schema/framework';
import type { AreaCode, Year } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { ReviewRow } from '../schema/rows';
import { notApplicableTo, sameFramework } from './framework';
import type { Sentences } from './modelDifference';
import { stillJudged } from './moveToModel';
import { count, plural } from './words';

/** What becomes of the records of a year: each stays or goes over as a whole. */
export interface RecordsAffected {
  /** Signed off: they stay. */
  readonly locked: number;
  /** Sent for sign-off at some time and not signed off now: they stay. */
  readonly underWay: number;
  readonly moving: readonly ReviewRow[];
  /** Judgements of moving records that have no place in the new version, for each academy that has such. */
  readonly dropped: readonly { readonly academy: string; readonly judgements: number }[];
}

/** Whether a record goes over to a model when the year does. */
export const movesTo = (row: Pick<ReviewRow, 'state' | 'sent' | 'framework'>, model: Framework): boolean =>
  row.state === 'open' && !row.sent && !sameFramework(row.framework, model);

const lost = (to: Framework, academy: Academy, row: ReviewRow): number => {
  const outside = notApplicableTo(to, academy);
  return Object.entries(row.levels).filter(([code, level]) => {
    const area = code as AreaCode;
    return level !== undefined && (outside.includes(area) || !stillJudged(to, area, level));
  }).length;
};

/** `rows` are those of the year. */
export const recordsAffected = (
  to: Framework,
  rows: readonly ReviewRow[],
  academies: readonly Academy[],
): RecordsAffected => {
  const moving = rows.filter((row) => movesTo(row, to));
  const dropped = academies
    .map((academy) => ({
      academy: academy.name,
      judgements: moving.filter(({ urn }) => urn === academy.urn).reduce((sum, row) => sum + lost(to, academy, row), 0),
    }))
    .filter(({ judgements }) => judgements > 0)
    .sort((a, b) => a.academy.localeCompare(b.academy, 'en-GB'));
  return {
    locked: rows.filter(({ state }) => state === 'signedOff').length,
    underWay: rows.filter(({ state, sent }) => state !== 'signedOff' && sent).length,
    moving,
    dropped,
  };
};

/** `record` is what one is called in a sentence: 'review'. */
export const recordLines = (year: Year, record: string, affected: RecordsAffected): Sentences => {
  const { locked, underWay, moving, dropped } = affected;
  const many = plural(record);
  const some = (n: number, one: string, more: string): string[] => (n === 0 ? [] : [count(n, one, more)]);
  const lines = [
    ...some(
      locked,
      `signed-off ${record} stays on the version it was judged on.`,
      `signed-off ${many} stay on the version they were judged on.`,
    ),
    ...some(
      underWay,
      `${record} that was sent for sign-off stays on the version it was judged on.`,
      `${many} that were sent for sign-off stay on the version they were judged on.`,
    ),
    ...some(
      moving.length,
      `open ${record} goes over to the new version, with what is judged so far.`,
      `open ${many} go over to the new version, with what is judged so far.`,
    ),
    ...dropped.map(({ academy, judgements }) => {
      const has = count(judgements, 'judgement has', 'judgements have');
      return `${academy}: ${has} no place in the new version. The history keeps ${judgements === 1 ? 'it' : 'them'}.`;
    }),
  ];
  return {
    title: `Records of ${year}`,
    lines: lines.length > 0 ? lines : [`There are no ${many} of this year to move.`],
  };
};
