import { formatDay, listWords, phaseName } from '../../../shared/domain/words';
import type { AcademyFacts } from '../../../shared/schema/academyFacts';
import type { AdministeredAcademies } from '../../../shared/schema/administrationViews';
import { Phase } from '../../../shared/schema/framework';
import { Day, Urn } from '../../../shared/schema/ids';
import type { Difference } from './BothVersions';
import type { DraftErrors } from './resolving';

/** An academy as it is typed: every value is text, but for the areas. */
export interface AcademyDraft {
  urn: string;
  name: string;
  phase: string;
  pupils: string;
  joinedOn: string;
  leftOn: string;
  notApplicable: string[];
}

export const emptyAcademy: AcademyDraft = {
  urn: '',
  name: '',
  phase: '',
  pupils: '',
  joinedOn: '',
  leftOn: '',
  notApplicable: [],
};

export const draftOfAcademy = (urn: string, facts: AcademyFacts): AcademyDraft => ({
  urn,
  name: facts.name,
  phase: facts.phase,
  pupils: facts.pupils === undefined ? '' : String(facts.pupils),
  joinedOn: facts.joinedOn ?? '',
  leftOn: facts.leftOn ?? '',
  notApplicable: [...facts.notApplicable],
});

const isPupils = (typed: string): boolean => /^\d{1,5}$/.test(typed.trim()) && Number(typed) <= 20_000;
const isDay = (typed: string): boolean => Day.safeParse(typed).success;

const nameError = (name: string): string | undefined => {
  if (name.trim() === '') return 'Please enter the academy’s name.';
  return name.trim().length > 120 ? 'The name can have 120 characters at most.' : undefined;
};

const leftError = ({ joinedOn, leftOn }: AcademyDraft): string | undefined => {
  if (leftOn !== '' && !isDay(leftOn)) return 'Please enter the last day as a date.';
  return isDay(joinedOn) && leftOn !== '' && leftOn < joinedOn
    ? `The last day must not be before it joined, on ${formatDay(joinedOn)}.`
    : undefined;
};

/** What is wrong with what is typed, by field; nothing where it can be saved. */
export const academyErrors = (draft: AcademyDraft): DraftErrors<AcademyDraft> => {
  const { urn, name, phase, pupils, joinedOn } = draft;
  const all = {
    urn: Urn.safeParse(urn.trim()).success
      ? undefined
      : 'The URN is the six digits that the Department for Education gave.',
    name: nameError(name),
    phase: Phase.safeParse(phase).success ? undefined : 'Please choose a phase.',
    pupils: pupils.trim() === '' || isPupils(pupils) ? undefined : 'Please give a whole number up to 20,000, or none.',
    joinedOn: joinedOn === '' || isDay(joinedOn) ? undefined : 'Please enter the day of joining as a date.',
    leftOn: leftError(draft),
  };
  return Object.fromEntries(Object.entries(all).filter(([, message]) => message !== undefined));
};

/** What a draft without errors says, the areas in the model's order. */
export const factsOfDraft = (draft: AcademyDraft, areas: AdministeredAcademies['areas']): AcademyFacts => ({
  name: draft.name.trim(),
  phase: Phase.parse(draft.phase),
  ...(draft.pupils.trim() !== '' && { pupils: Number(draft.pupils) }),
  ...(draft.joinedOn !== '' && { joinedOn: draft.joinedOn }),
  ...(draft.leftOn !== '' && { leftOn: draft.leftOn }),
  notApplicable: inOrder(draft.notApplicable, areas),
});

const inOrder = (chosen: readonly string[], areas: AdministeredAcademies['areas']): AcademyFacts['notApplicable'] =>
  areas.map(({ code }) => code).filter((code) => chosen.includes(code));

const dayOr = (day: string | undefined): string => (day ? formatDay(day) : 'no date');

/** Where two versions differ, in words. */
export const academyDifferences = (
  stored: AcademyFacts,
  mine: AcademyFacts,
  areas: AdministeredAcademies['areas'],
): Difference[] => {
  const areaNames = (facts: AcademyFacts): string =>
    listWords(areas.filter(({ code }) => facts.notApplicable.includes(code)).map(({ name }) => name)) ||
    'every area applies';
  const words: readonly (readonly [string, (facts: AcademyFacts) => string])[] = [
    ['Name', ({ name }) => name],
    ['Phase', ({ phase }) => phaseName(phase)],
    ['Pupils', ({ pupils }) => (pupils === undefined ? 'no number' : String(pupils))],
    ['Joined on', ({ joinedOn }) => dayOr(joinedOn)],
    ['Last day in the trust', ({ leftOn }) => dayOr(leftOn)],
    ['Areas that do not apply', areaNames],
  ];
  return words
    .map(([label, of]) => ({ label, stored: of(stored), mine: of(mine) }))
    .filter((difference) => difference.stored !== difference.mine);
};
