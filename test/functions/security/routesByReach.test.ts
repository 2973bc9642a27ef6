import { routes } from '../../../functions/http/routes';
import type { Route } from '../../../functions/http/routes';
import { callerNames, callers } from '../../support/builders/people';
import type { CallerName } from '../../support/builders/people';
import { urn } from '../../support/builders/ids';
import { signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor } from '../http/asking';
import type { Answered } from '../http/asking';
import { atBirch, nowhere } from '../http/elsewhere';
import { examples } from '../http/requests';
import type { Example, RouteName } from '../http/requests';
import { statusOf } from '../http/statuses';

/** Alder is theirs and Birch is not: by role, or by the phase of the academy. */
const boundToAlder: readonly CallerName[] = ['headTeacher', 'localGovernor', 'primaryDirector'];

/** The administrator's own pages know every academy, and turn everybody else away before they look. */
const isAdministration = ({ path }: Route): boolean => path.startsWith('administration');

/** Names an academy, or a change of one. A new academy is nobody's yet. */
const isAboutAnAcademy = ({ path, name }: Route): boolean => /\{(urn|id)\}/.test(path) && name !== 'addAcademy';

/** A director of one phase reads the whole matrix, of other phases only what is signed off: the trust's policy. */
const wholeMatrix: readonly string[] = ['readMatrix', 'readStageMatrix', 'exportMatrix'];

/** The administrator, who knows every academy, is told that nothing is held of what is nowhere. */
const nothingHeld: readonly string[] = ['readHeldOfReview', 'sendReviewNow', 'readHeldOfChange', 'sendChangeNow'];

const elsewhereFor = (route: Route, caller: CallerName): number => {
  if (boundToAlder.includes(caller) && !isAdministration(route)) return 404;
  // What the administrator saw in the example was Alder.
  return route.name === 'amendAcademy' && caller === 'administrator' ? 412 : statusOf(route.name as RouteName, caller);
};

const nowhereFor = (route: Route, caller: CallerName): number => {
  if (caller === 'administrator' && nothingHeld.includes(route.name)) return 200;
  return isAdministration(route) && statusOf(route.name as RouteName, caller) === 403 ? 403 : 404;
};

const ofAnAcademy = routes.filter(isAboutAnAcademy);
const ofTheTrust = routes.filter((route) => !isAboutAnAcademy(route) && !isAdministration(route));

const asking = async (route: Route, { holds, params, body }: Example, caller: CallerName): Promise<Answered> => {
  const headers = { 'x-correlation-id': 'the-same-for-all' };
  const asked = { params, headers, as: callers[caller].id, ...(body && { body }) };
  return ask(partsFor(await createTrust(holds)), route, asked);
};
const exampleOf = ({ name }: Route): Example => examples[name as RouteName];

it('every route is in one of these tables, or is the administrator’s', () => {
  expect(ofAnAcademy.length).toBeGreaterThan(25);
  expect(ofTheTrust.length).toBeGreaterThan(6);
  const rest = routes.filter((route) => !ofAnAcademy.includes(route) && !ofTheTrust.includes(route));
  expect(rest.filter((route) => !isAdministration(route))).toEqual([]);
});

describe.each(ofAnAcademy.map((route) => [route.name, route] as const))('%s', (_, route) => {
  it.each(callerNames)('about another academy, %s', async (caller) => {
    expect((await asking(route, atBirch(exampleOf(route)), caller)).status).toBe(elsewhereFor(route, caller));
  });

  it.each(callerNames)('about what is nowhere, %s', async (caller) => {
    expect((await asking(route, nowhere(exampleOf(route)), caller)).status).toBe(nowhereFor(route, caller));
  });

  it.each(boundToAlder)('tells %s nothing that would tell the one from the other', async (caller) => {
    const withheld = await asking(route, atBirch(exampleOf(route)), caller);
    const absent = await asking(route, nowhere(exampleOf(route)), caller);
    expect(withheld.body).toEqual(absent.body);
  });
});

describe.each(ofTheTrust.map((route) => [route.name, route] as const))('%s', (_, route) => {
  /** Beside what the example holds, Birch has a review that was signed off. */
  const reviews = [...(exampleOf(route).holds.reviews ?? []), { ...signedOffReview(), urn: urn.birch }];
  const example = { ...exampleOf(route), holds: { ...exampleOf(route).holds, reviews } };

  const bound = boundToAlder.filter((caller) => caller !== 'primaryDirector' || !wholeMatrix.includes(route.name));
  it.each(bound)('names to %s no academy that is not theirs', async (caller) => {
    const { status, body } = await asking(route, example, caller);
    expect(status).toBe(statusOf(route.name as RouteName, caller));
    expect(JSON.stringify(body ?? '')).not.toMatch(/Birch Academy|100002/);
  });
});

it('the tables would see an academy that is named: the chief executive is told of both', async () => {
  const holds = { reviews: [signedOffReview(), { ...signedOffReview(), urn: urn.birch }] };
  const naming = [];
  for (const route of ofTheTrust) {
    const { body } = await asking(route, { ...exampleOf(route), holds }, 'ceo');
    if (/Birch Academy|100002/.test(JSON.stringify(body ?? ''))) naming.push(route.name);
  }
  expect(naming).toEqual(expect.arrayContaining(['listReviews', 'readMatrix', 'readStageMatrix']));
});
