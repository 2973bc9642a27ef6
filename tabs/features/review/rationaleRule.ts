import type { Level } from '../../../shared/schema/framework';

/** Why a judgement needs a rationale, said before it is saved; undefined where it may go without. */
export const rationaleNeeded = (chosen: Level | undefined, suggested: Level | undefined): string | undefined => {
  if (!chosen) return undefined;
  if (suggested && suggested.code !== chosen.code)
    return `Needed here: the measures suggest ${suggested.name}, and you chose ${chosen.name}.`;
  if (chosen.needsIntervention) return 'Needed here: this level calls for intervention.';
  return undefined;
};
