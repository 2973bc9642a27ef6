import { createHash } from 'node:crypto';
import { CommandId } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import type { FrameworkChoice } from '../schema/settings';
import { findYear } from '../domain/calendar';
import { sameFramework } from '../domain/framework';
import { keyOfReview } from '../domain/keys';
import { movesTo } from '../domain/modelChangeRecords';
import { moveToModel } from '../domain/moveToModel';
import { accepted } from '../domain/result';
import { makeRoom } from '../domain/room';
import type { Deps } from './deps';
import { documentLimit } from './ports/store';
import { findAcademy, frameworkOf, type Trust } from './trust';
import { changeOne } from './writing';

/** `left` records could not be moved now: somebody kept writing to them, or they were edited by hand. */
export interface Moved {
  readonly moved: number;
  readonly left: number;
}

/** The choices that count: for each year the last one, where the year still uses what was chosen. */
export const standingChoices = ({ settings }: Pick<Trust, 'settings'>): FrameworkChoice[] =>
  settings.history.filter((choice, at) => {
    const last = !settings.history.slice(at + 1).some(({ year }) => year === choice.year);
    const active = findYear(settings.years, choice.year)?.framework;
    return last && active !== undefined && sameFramework(active, choice.to);
  });

/** The same for every process that carries out a choice, so that a record is moved once by it. */
const commandIdFor = ({ commandId }: FrameworkChoice, key: string): CommandId =>
  CommandId.parse(`model-${createHash('sha256').update(`${commandId}|${key}`).digest('hex').slice(0, 32)}`);

const moveOne = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  trust: Trust,
  choice: FrameworkChoice,
  row: ReviewRow,
): Promise<boolean> => {
  const framework = frameworkOf(trust, choice.to);
  const academy = findAcademy(trust, row.urn);
  if (!framework || !academy) return false;
  const key = keyOfReview(row);
  const stamp = { commandId: commandIdFor(choice, key), by: choice.by, at: trust.now };
  const moved = await changeOne(deps, {
    kind: 'reviews',
    key,
    by: choice.by,
    commandId: stamp.commandId,
    types: ['movedToModel'],
    decide: (review) => {
      const decided = moveToModel(review, framework, academy, stamp);
      return decided.ok ? accepted(makeRoom(decided.value, documentLimit)) : decided;
    },
  });
  return moved.ok;
};

/** Few at a time: writes are the scarce thing. */
const together = 5;

/** Carries out a choice: every record of its year that is judged on and was never sent goes over, one write each. */
export const moveRecords = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  trust: Trust,
  choice: FrameworkChoice,
): Promise<Moved> => {
  const framework = frameworkOf(trust, choice.to);
  const rows = (await deps.store.rows('reviews')).map(({ row }) => row);
  const due = framework ? rows.filter((row) => row.year === choice.year && movesTo(row, framework)) : [];
  const outcomes: boolean[] = [];
  for (let i = 0; i < due.length; i += together) {
    const several = due.slice(i, i + together).map((row) => moveOne(deps, trust, choice, row));
    outcomes.push(...(await Promise.all(several)));
  }
  const moved = outcomes.filter((done) => done).length;
  return { moved, left: outcomes.length - moved };
};
