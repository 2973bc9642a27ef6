import type { AcademyFacts } from '../schema/academyFacts';
import type { AreaCode, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import { stillToStore, withEvent, type Administering } from './administering';
import { accepted, refused, type Result } from './result';

/** What an administrator may change of an academy. */
export const factsOfAcademy = ({ name, phase, pupils, joinedOn, leftOn, notApplicable }: Academy): AcademyFacts => ({
  name,
  phase,
  ...(pupils !== undefined && { pupils }),
  ...(joinedOn !== undefined && { joinedOn }),
  ...(leftOn !== undefined && { leftOn }),
  notApplicable,
});

/** An academy that has just come to the trust's records. */
export const newAcademy = (urn: Urn, after: AcademyFacts, stamp: Administering): Academy => ({
  urn,
  ...after,
  inspections: [],
  selfEvaluations: [],
  history: [{ ...stamp, type: 'added', after }],
});

/** Areas that no stored model knows cannot be said not to apply; those that were said before may stay. */
export const knowsAreas = (
  known: readonly AreaCode[],
  before: readonly AreaCode[],
  { notApplicable }: AcademyFacts,
): Result<void> =>
  notApplicable.every((code) => known.includes(code) || before.includes(code))
    ? accepted(undefined)
    : refused({ code: 'review.unknown-area' });

/** Refusals: `academies.changed-since`. The academy itself where it stands so already. */
export const amendAcademy = (
  academy: Academy,
  { basedOn, facts }: { readonly basedOn: AcademyFacts; readonly facts: AcademyFacts },
  stamp: Administering,
): Result<Academy> => {
  const before = factsOfAcademy(academy);
  const to = stillToStore({ present: before, basedOn, next: facts }, { code: 'academies.changed-since' });
  if (!to.ok) return to;
  if (to.value === 'same') return accepted(academy);
  const { urn, inspections, selfEvaluations } = academy;
  const history = withEvent(academy.history, { ...stamp, type: 'changed' as const, before, after: facts });
  return accepted({ urn, inspections, selfEvaluations, ...facts, history });
};
