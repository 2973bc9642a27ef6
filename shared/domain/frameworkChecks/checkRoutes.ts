import type { Framework } from '../../schema/framework';
import type { Route, RouteRole, RouteStep } from '../../schema/route';
import type { FrameworkMistake } from './mistake';
import { repeated, unknownReference } from './mistake';

const decides = ({ kind }: RouteStep): boolean => kind === 'approve' || kind === 'confirm';

/** Held by one person (for one academy), so that who proposed in it finds nobody else to decide. */
const heldByOne: readonly RouteRole[] = ['ceo', 'headTeacher', 'directorOfEducation'];

interface Holding {
  /** Who holds the step: 'committeeMember'. */
  readonly by: RouteStep['by'];
  /** The field that says which one: 'committee'. */
  readonly field: 'committee' | 'person';
  readonly named: string | undefined;
}

/** A step that is held by a committee or a person says which, and no other step does. */
const checkNamed = (step: RouteStep, { by, field, named }: Holding, path: string): FrameworkMistake[] => {
  if (step.by === by && named === undefined)
    return [{ path, message: `The step '${step.kind}' is held by a ${field}, yet names none; add '${field}' to it.` }];
  if (step.by === by || named === undefined) return [];
  const message = `The step '${step.kind}' names a ${field}, yet is held by '${step.by}'; say '${by}', or leave out '${field}'.`;
  return [{ path: `${path}.${field}`, message }];
};

const checkHolder = (framework: Framework, step: RouteStep, path: string): FrameworkMistake[] => {
  const { kind, committee, person } = step;
  const says = `The step '${kind}' is held by`;
  return [
    ...checkNamed(step, { by: 'committeeMember', field: 'committee', named: committee }, path),
    ...checkNamed(step, { by: 'person', field: 'person', named: person }, path),
    ...(committee === undefined
      ? []
      : unknownReference({
          path: `${path}.committee`,
          says,
          kind: 'committee',
          to: committee,
          among: framework.committees,
        })),
  ];
};

const checkOptions = ({ kind, mustAgree, mayChangeCategory }: RouteStep, path: string): FrameworkMistake[] => {
  const mistakes: FrameworkMistake[] = [];
  if (mustAgree && kind !== 'discuss')
    mistakes.push({
      path: `${path}.mustAgree`,
      message: `The step '${kind}' cannot ask for agreement; only 'discuss' has 'mustAgree'.`,
    });
  if (mayChangeCategory && kind !== 'confirm')
    mistakes.push({
      path: `${path}.mayChangeCategory`,
      message: `The step '${kind}' cannot choose another category; only 'confirm' has 'mayChangeCategory'.`,
    });
  return mistakes;
};

/** `confirm` makes final, so it comes last; an academy is heard before anybody decides. */
const checkOrder = ({ steps }: Route, path: string): FrameworkMistake[] =>
  steps.flatMap((step, i) => {
    const at = `${path}.steps.${i}`;
    if (step.kind === 'confirm' && i < steps.length - 1)
      return [
        {
          path: at,
          message: `The step 'confirm' makes a change final, yet another step follows; let it be the last.`,
        },
      ];
    if (step.kind === 'represent' && steps.slice(0, i).some(decides))
      return [
        {
          path: at,
          message: `The step 'represent' comes after somebody has decided; put it before the first 'approve' or 'confirm'.`,
        },
      ];
    return [];
  });

const checkEnd = ({ code, steps }: Route, path: string): FrameworkMistake[] => {
  const last = steps.at(-1);
  if (!last || decides(last)) return [];
  const message = steps.some(decides)
    ? `The route ends with the step '${last.kind}', which decides nothing; let it end with 'approve' or 'confirm'.`
    : `Nobody decides on the route '${code}', so it can never be completed; add a step 'approve' or 'confirm' at its end.`;
  return [{ path: `${path}.steps.${steps.length - 1}`, message }];
};

const stepName = ({ kind, by, committee, person }: RouteStep): string =>
  [kind, 'by', by, committee, person].filter((word) => word !== undefined).join(' ');

/** Whether somebody in this role could see their own proposal decided, with nobody else in the role. */
const canComplete = ({ steps, proposerMayApprove }: Route, proposer: RouteRole): boolean =>
  !heldByOne.includes(proposer) ||
  steps.every(({ kind, by }) => by !== proposer || (kind !== 'confirm' && (kind !== 'approve' || proposerMayApprove)));

const checkProposers = (framework: Framework, route: Route, path: string): FrameworkMistake[] => {
  const { code, proposers, proposerMayApprove, steps } = route;
  const mistakes = repeated(`${path}.proposers`, 'The proposer', proposers);
  if (proposerMayApprove && steps.at(-1)?.kind !== 'confirm')
    mistakes.push({
      path: `${path}.proposerMayApprove`,
      message: `Proposers may approve their own proposal, yet nobody confirms it; end the route with 'confirm' or say 'false'.`,
    });
  if (!proposers.some((proposer) => canComplete(route, proposer)))
    mistakes.push({
      path: `${path}.proposers`,
      message: `On the route '${code}' whoever proposes is also the only one who could decide, so it can never be completed; add another proposer, or say true for 'proposerMayApprove' and let it be confirmed.`,
    });
  if (proposers.includes('committeeMember') && framework.committees.length === 0)
    mistakes.push({
      path: `${path}.proposers.${proposers.indexOf('committeeMember')}`,
      message: `On the route '${code}' a committee proposes, yet there is none; add it to 'committees'.`,
    });
  return mistakes;
};

const checkRoute = (framework: Framework, route: Route, i: number): FrameworkMistake[] => {
  const path = `routes.${i}`;
  return [
    ...checkProposers(framework, route, path),
    ...repeated(`${path}.steps`, `On the route '${route.code}' the step`, route.steps.map(stepName)),
    ...route.steps.flatMap((step, s) => checkHolder(framework, step, `${path}.steps.${s}`)),
    ...route.steps.flatMap((step, s) => checkOptions(step, `${path}.steps.${s}`)),
    ...checkOrder(route, path),
    ...checkEnd(route, path),
  ];
};

/** How a category is changed: every route must have an end that somebody can reach. */
export const checkRoutes = (framework: Framework): FrameworkMistake[] => {
  const { routes, categories } = framework;
  const mistakes: FrameworkMistake[] = [];
  if (categories.length > 0 && routes.length === 0)
    mistakes.push({
      path: 'routes',
      message: `There are categories, but no route by which an academy could get into one; add a route to 'routes'.`,
    });
  if (categories.length === 0 && routes.length > 0)
    mistakes.push({
      path: 'routes',
      message: `There are routes, but no category that they could lead to; add one to 'categories', or leave the routes out.`,
    });
  return [
    ...mistakes,
    ...repeated(
      'routes',
      'The route code',
      routes.map(({ code }) => code),
    ),
    ...repeated(
      'routes',
      'The route name',
      routes.map(({ name }) => name),
    ),
    ...routes.flatMap((route, i) => checkRoute(framework, route, i)),
  ];
};
