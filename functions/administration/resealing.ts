import { count } from '../../shared/domain/words';
import type { HandEdit } from '../../shared/application/ports/store';
import type { Resealed } from '../adapters/graph/resealing';
import { lists } from '../adapters/graph/lists';
import type { Provisioned } from '../adapters/graph/provision';
import { missingLists, noLists, someOf } from './archives';
import { otherKeyWords } from './otherKey';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';

const listWords = ({ kind, resealed, current }: Resealed, dryRun: boolean): string => {
  const { title } = lists[kind];
  const verb = dryRun ? 'would seal' : 'sealed';
  return `${title}: ${verb} ${count(resealed, 'record')} anew; ${current} carried the present seal already.`;
};

const leftWords = (left: readonly HandEdit[]): readonly string[] => [
  `Left as they are, because no key fits: ${count(left.length, 'record')}.`,
  ...someOf(left.map(({ kind, key }) => `  ${lists[kind].title} ${key}`)),
];

/** What is to be done about records that were changed by hand, while the app can still tell what it wrote. */
const handWords =
  'Please put right what was changed by hand on Assured’s Administration page, before CHECK_KEY_BEFORE is taken away.';

const totalWords = (all: readonly Resealed[], dryRun: boolean): string => {
  const total = all.reduce((sum, { resealed }) => sum + resealed, 0);
  return dryRun
    ? `Would seal ${count(total, 'record')} anew. Nothing was changed.`
    : `Sealed ${count(total, 'record')} anew.`;
};

/**
 * Seals every record anew that carries the seal of the key from before. Only the seal is written: what a record says,
 * and its history, stay as they are. May be stopped, and run again, at any time.
 */
export const resealRecords = async (
  parts: AdministrationParts,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Provisioned> => {
  const missing = await missingLists(parts);
  if (missing.length > 0) return noLists(missing);
  let written = 0;
  const report = (more: number): void => {
    written += more;
    parts.tell?.(`${written} records sealed`);
  };
  const all = await parts.store.seals.reseal({ dryRun, report });
  const lines = [...all.map((each) => listWords(each, dryRun)), totalWords(all, dryRun)];
  const left = all.flatMap(({ unbelieved }) => unbelieved);
  if (left.length > 0) {
    const byHand = left.some(({ otherKey }) => otherKey !== true);
    return wrong(...lines, ...leftWords(left), ...otherKeyWords(left), ...(byHand ? [handWords] : []));
  }
  return done(...lines, ...(dryRun ? [] : ['Every record carries the seal of CHECK_KEY: CHECK_KEY_BEFORE may go.']));
};
