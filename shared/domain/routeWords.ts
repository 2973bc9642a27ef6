import type { PersonId } from '../schema/ids';
import type { Committee, RouteRole, RouteStep } from '../schema/route';
import { capital } from './words';

/** How committees and people are called. */
export interface Names {
  readonly committees: readonly Committee[];
  readonly nameOf: (id: PersonId) => string;
}

const roles = {
  headTeacher: 'the head teacher',
  ceo: 'the CEO',
  boardMember: 'the Board',
  directorOfEducation: 'the director of education',
  committeeMember: 'the committee',
} satisfies Record<RouteRole, string>;

type Holder = Pick<RouteStep, 'by' | 'committee' | 'person'>;

/** Who has a step, as it stands in a sentence: 'the head teacher', 'the Board', 'the Finance Committee', 'Cleo Chief'. */
export const holderWords = (step: Holder, { committees, nameOf }: Names): string => {
  if (step.by === 'person') return step.person ? nameOf(step.person) : 'a named person';
  const committee = committees.find(({ code }) => code === step.committee);
  return step.by === 'committeeMember' && committee ? `the ${committee.name}` : roles[step.by];
};

/** The body that a confirmation speaks for; undefined where one person confirms in their own name. */
export const bodyOf = (step: Holder, names: Pick<Names, 'committees'>): string | undefined =>
  step.by === 'boardMember' || step.by === 'committeeMember'
    ? holderWords(step, { ...names, nameOf: () => '' })
    : undefined;

const verbs = {
  discuss: 'discusses',
  represent: 'may make representations',
  approve: 'approves',
  confirm: 'confirms',
} satisfies Record<RouteStep['kind'], string>;

/** 'The head teacher discusses', 'The Board confirms'; `holder` as `holderWords` gives it. */
export const stepWords = ({ kind }: Pick<RouteStep, 'kind'>, holder: string): string =>
  `${capital(holder)} ${verbs[kind]}`;
