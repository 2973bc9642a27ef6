import type { Framework } from '../schema/framework';
import type { RecordedInspection, RecordedSelfEvaluation } from '../schema/historic';
import type { Academy } from '../schema/people';
import type { MatrixRow } from '../schema/matrixViews';

const standing = <T extends RecordedInspection | RecordedSelfEvaluation>(all: readonly T[]): T[] =>
  all.filter(({ removed }) => removed === undefined);

const latestFirst = (a: { on: string }, b: { on: string }): number => b.on.localeCompare(a.on);

/** What was said of an academy before and outside the framework, latest first; what was removed is left out. */
export const historicOf = (academy: Pick<Academy, 'inspections' | 'selfEvaluations'>): MatrixRow['historic'] => ({
  inspections: standing(academy.inspections)
    .map(({ inspection }) => inspection)
    .sort(latestFirst),
  selfEvaluations: standing(academy.selfEvaluations)
    .map(({ selfEvaluation }) => selfEvaluation)
    .sort(latestFirst),
});

/** As much of it as the trust's model shows: what it does not ask for reaches nobody. */
export const historicFor = (
  { historic }: Pick<Framework, 'historic'>,
  academy: Pick<Academy, 'inspections' | 'selfEvaluations'>,
): MatrixRow['historic'] => {
  const { inspections, selfEvaluations } = historicOf(academy);
  const showsInspections = historic.includes('ofsted') || historic.includes('inspectionDate');
  return {
    inspections: showsInspections ? inspections : [],
    selfEvaluations: historic.includes('sef') ? selfEvaluations : [],
  };
};
