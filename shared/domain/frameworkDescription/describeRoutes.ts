import type { Framework } from '../../schema/framework';
import type { Occasion, Route, RouteStep } from '../../schema/route';
import { holderWords, stepWords } from '../routeWords';
import { bullets, capital, numbered, plain, section } from './markdown';

const occasions = {
  yearStart: 'At the start of a year: it takes effect within the autumn term.',
  yearEnd: 'At the end of a year: it takes effect on 1 September.',
  inYear: 'During the year: it takes effect on any day.',
  exceptional: 'In exceptional circumstances: it takes effect on any day.',
} satisfies Record<Occasion, string>;

/** What a step may do beyond its name. */
const extra = ({ kind, mustAgree, mayChangeCategory }: RouteStep, word: string): string => {
  if (kind === 'discuss')
    return mustAgree
      ? ': a disagreement returns the proposal to whoever made it'
      : ': a comment is heard and does not stop the proposal';
  if (kind === 'confirm')
    return mayChangeCategory
      ? `, or confirms another ${word} with a reason: the change is then final`
      : ': the change is then final';
  return '';
};

const stepLine = ({ committees, categoryWord }: Framework, step: RouteStep): string => {
  const names = { committees, nameOf: (id: string) => `the person with the Entra object id ${id}` };
  return `${plain(stepWords(step, holderWords(step, names)))}${extra(step, categoryWord)}.`;
};

const proposerLine = ({ committees }: Framework, { proposers, proposerMayApprove }: Route): string => {
  const who = proposers.map((by) => holderWords({ by }, { committees, nameOf: () => '' }));
  const own = proposerMayApprove ? 'Whoever proposed may also approve.' : 'Nobody decides on their own proposal.';
  return `${capital(plain(who.join(' or ')))} proposes. ${own}`;
};

/** How a category is changed, in steps. */
export const describeRoutes = (framework: Framework): string[] => {
  const { routes, committees, categoryWord } = framework;
  return section(
    `## How a ${categoryWord} is decided`,
    ...routes.map((route) =>
      section(
        `### ${plain(route.name)}`,
        [occasions[route.occasion]],
        [proposerLine(framework, route)],
        numbered(route.steps.map((step) => stepLine(framework, step))),
      ),
    ),
    committees.length > 0 ? ['Committees of the trust:'] : [],
    bullets(committees.map(({ name }) => plain(name))),
  );
};
