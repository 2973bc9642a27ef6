import type { RecordInspection, RecordSelfEvaluation, RemoveHistoric } from '../schema/commands';
import type { Academy } from '../schema/people';
import type { PersonId } from '../schema/ids';
import { accepted, refused, type Result } from './result';

interface Recording {
  readonly by: PersonId;
  readonly at: string;
  /** The day it is in the trust. */
  readonly today: string;
}

/** As many as an academy's record holds, the removed ones included. */
const most = 40;

const mayAdd = (held: readonly unknown[], on: string, today: string): Result<void> => {
  if (on > today) return refused({ code: 'historic.in-future' });
  return held.length >= most ? refused({ code: 'historic.too-many' }) : accepted(undefined);
};

/** Ofsted's words as they were said, on a day that has been. Refusals: `historic.in-future`, `historic.too-many`. */
export const recordInspection = (
  academy: Academy,
  { commandId: id, inspection }: RecordInspection,
  { by, at, today }: Recording,
): Result<Academy> => {
  const able = mayAdd(academy.inspections, inspection.on, today);
  if (!able.ok) return able;
  return accepted({ ...academy, inspections: [...academy.inspections, { id, by, at, inspection }] });
};

/**
 * The academy's judgement of itself, in one of the model's words where it has some. Refusals: `historic.in-future`,
 * `historic.unknown-level`, `historic.too-many`.
 */
export const recordSelfEvaluation = (
  academy: Academy,
  { commandId: id, selfEvaluation }: RecordSelfEvaluation,
  { by, at, today, levels }: Recording & { readonly levels: readonly string[] },
): Result<Academy> => {
  if (levels.length > 0 && !levels.includes(selfEvaluation.level))
    return refused({ code: 'historic.unknown-level', levels });
  const able = mayAdd(academy.selfEvaluations, selfEvaluation.on, today);
  if (!able.ok) return able;
  return accepted({ ...academy, selfEvaluations: [...academy.selfEvaluations, { id, by, at, selfEvaluation }] });
};

type Entry = Academy['inspections'][number] | Academy['selfEvaluations'][number];

/** Something recorded by mistake is no longer shown; it stays, with who removed it. Refusals: `historic.not-recorded`. */
export const removeHistoric = (
  academy: Academy,
  { commandId, id }: RemoveHistoric,
  { by, at }: Omit<Recording, 'today'>,
): Result<Academy> => {
  const all: readonly Entry[] = [...academy.inspections, ...academy.selfEvaluations];
  const found = all.find((entry) => entry.id === id);
  if (!found) return refused({ code: 'historic.not-recorded' });
  if (found.removed) return accepted(academy);
  const marked = <T extends Entry>(entry: T): T =>
    entry.id === id ? { ...entry, removed: { id: commandId, by, at } } : entry;
  return accepted({
    ...academy,
    inspections: academy.inspections.map(marked),
    selfEvaluations: academy.selfEvaluations.map(marked),
  });
};
