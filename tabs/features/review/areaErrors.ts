import { judgementChanged, linkProblem, typedLinks, type AreaDraft } from './areaDraft';
import { hasKpiProblem } from './kpiEntry';

/** What keeps an area from being saved, in words. `needed`: why a rationale must be given, if it must. */
export const areaErrors = (draft: AreaDraft, saved: AreaDraft, needed: string | undefined): string[] => {
  const errors: string[] = [];
  if (hasKpiProblem(draft)) errors.push('A measure is not filled in correctly.');
  if (!judgementChanged(draft, saved)) return errors;
  if (!draft.level) errors.push('Choose a level.');
  if (needed && draft.rationale.trim() === '') errors.push('Give your rationale.');
  if (typedLinks(draft.evidence).some((link) => linkProblem(link))) errors.push('A link to evidence is not complete.');
  return errors;
};
