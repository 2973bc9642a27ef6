import type { Framework, Phase, Settling } from '../schema/framework';
import type { GroupCode, Urn } from '../schema/ids';
import type { Person } from '../schema/people';
import type { Review } from '../schema/review';
import type { RouteRole } from '../schema/route';
import type { ReviewRow } from '../schema/rows';
import { may } from './policy';

interface AcademyTarget {
  readonly academy: { readonly urn: Urn; readonly phase: Phase };
  readonly group: GroupCode;
}

/** Whether somebody may judge areas of a function: by the trust's table, and as one of the framework's raters. */
export const mayRate = (framework: Framework, person: Person, target: AcademyTarget): boolean =>
  may(person, 'rateArea', target, framework.judging?.raters ?? []);

/** The same for whom judging is work that waits. */
export const ratesInTurn = (framework: Framework, person: Person, target: AcademyTarget): boolean =>
  may(person, 'rateInTurn', target, framework.judging?.raters ?? []);

/** Who signs off or agrees; a framework that says nothing leaves it to the head teacher. */
export const settlingOf = ({ judging }: Pick<Framework, 'judging'>): Settling =>
  judging?.settling ?? { word: 'signOff', by: ['headTeacher'] };

/** What one academy's record of a period is called, as it stands in a sentence: 'review', 'risk assessment'. */
export const recordOf = ({ judging }: Pick<Framework, 'judging'>): string => judging?.record ?? 'review';

export const signsOff = (framework: Pick<Framework, 'judging'>): boolean => settlingOf(framework).word === 'signOff';

/** What a record is sent for. */
export const purposeOf = (framework: Pick<Framework, 'judging'>): 'sign-off' | 'agreement' =>
  signsOff(framework) ? 'sign-off' : 'agreement';

/** The roles among those that must agree which this person holds for this academy. */
export const rolesToSettle = (
  framework: Pick<Framework, 'judging'>,
  person: Person,
  academy: AcademyTarget['academy'],
): RouteRole[] => settlingOf(framework).by.filter((role) => may(person, 'decideSignOff', { academy }, [role]));

export const maySettle = (
  framework: Pick<Framework, 'judging'>,
  person: Person,
  academy: AcademyTarget['academy'],
): boolean => rolesToSettle(framework, person, academy).length > 0;

/** The roles that have agreed in the present round. */
export const agreedRoles = (review: Review): RouteRole[] =>
  'agreed' in review ? review.agreed.flatMap(({ roles }) => roles) : [];

/** The roles whose agreement a record that was sent still waits for. */
export const rolesWaitedFor = (
  framework: Pick<Framework, 'judging'>,
  { state, agreed }: Pick<ReviewRow, 'state' | 'agreed'>,
): RouteRole[] =>
  state === 'awaitingSignOff' ? settlingOf(framework).by.filter((role) => !agreed.includes(role)) : [];

/** Whether a record that was sent waits for this person. */
export const waitsFor = (
  framework: Pick<Framework, 'judging'>,
  row: Pick<ReviewRow, 'state' | 'agreed'>,
  person: Person,
  academy: AcademyTarget['academy'],
): boolean => {
  const held = rolesToSettle(framework, person, academy);
  return rolesWaitedFor(framework, row).some((role) => held.includes(role));
};
