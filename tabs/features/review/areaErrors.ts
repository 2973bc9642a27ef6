import { set, type FieldErrors } from 'react-hook-form';
import { linkProblem, typedLinks, type AreaDraft, type AreaValues } from './areaDraft';
import { judgementTouched } from './areaMerge';
import { kpiProblem } from './kpiEntry';

type Found = readonly (readonly [place: string, message: string])[];

const linkErrors = ({ evidence }: AreaValues): Found =>
  evidence.flatMap((link, at) => {
    const problem = typedLinks([link]).length > 0 ? linkProblem(link) : undefined;
    return problem ? [[`evidence.${at}.${link.title.trim() === '' ? 'title' : 'url'}`, problem] as const] : [];
  });

const judgementErrors = (typed: AreaValues, needed: string | undefined): Found => [
  ...(typed.level ? [] : [['level', 'Choose a level.'] as const]),
  ...(needed && typed.rationale.trim() === '' ? [['rationale', 'Say why.'] as const] : []),
  ...linkErrors(typed),
];

const kpiErrors = ({ kpis }: AreaValues): Found =>
  Object.entries(kpis).flatMap(([code, kpi]) => {
    const problem = kpiProblem(kpi);
    return problem ? [[`kpis.${code}.value`, problem] as const] : [];
  });

/** What keeps an area from being saved, place by place. `needed`: why a rationale must be given, if it must. */
export const areaErrors = (
  { typed, base }: Pick<AreaDraft, 'typed' | 'base'>,
  needed: string | undefined,
): FieldErrors<AreaValues> => {
  const errors: FieldErrors<AreaValues> = {};
  const found = [...kpiErrors(typed), ...(judgementTouched({ typed, base }) ? judgementErrors(typed, needed) : [])];
  for (const [place, message] of found) set(errors, place, { type: 'wrong', message });
  return errors;
};

/** The same in sentences, for whoever hears of it at the button. */
export const errorWords = (errors: FieldErrors<AreaValues>): string[] => [
  ...(errors.kpis ? ['A measure is not filled in correctly.'] : []),
  ...(errors.level ? ['Choose a level.'] : []),
  ...(errors.rationale ? ['Give your rationale.'] : []),
  ...(errors.evidence ? ['A link to evidence is not complete.'] : []),
];
