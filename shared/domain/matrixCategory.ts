import type { Framework, FrameworkRef } from '../schema/framework';
import type { CategoryCode, Urn } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import type { MatrixRow } from '../schema/matrixViews';
import { latestOn, openChangeOf, standingOn } from './category';
import { categoryIn } from './describedChange';
import { findCategory, sameFramework } from './framework';

interface Standing {
  readonly framework: Framework;
  readonly frameworks: readonly Framework[];
  readonly changes: readonly CategoryChangeRow[];
  readonly today: string;
}

/** How a category was called where it was decided, where today's model does not have it any more. */
const asDecided = ({ framework, frameworks }: Standing, code: CategoryCode, on: FrameworkRef | undefined) => {
  if (findCategory(framework, code)) return {};
  const version = on && frameworks.find((stored) => sameFramework(stored, on));
  const { name, symbol } = categoryIn(version, code);
  return { as: { code, name, symbol } };
};

/** Where an academy stands; and for whoever may see it what is decided for later, and what is under way. */
export const matrixCategory = (
  input: Standing,
  urn: Urn,
  seesChange: boolean,
): Pick<MatrixRow, 'category' | 'nextCategory' | 'openChange'> => {
  const { now, next } = standingOn(input.changes, urn, input.today);
  const decidedOn = (day: string) => latestOn(input.changes, urn, day)?.framework;
  const open = openChangeOf(input.changes, urn);
  return {
    ...(now && { category: { ...now, ...asDecided(input, now.code, decidedOn(input.today)) } }),
    ...(seesChange && next && { nextCategory: { ...next, ...asDecided(input, next.code, decidedOn(next.from)) } }),
    ...(seesChange &&
      open && { openChange: { id: open.id, to: open.to, ...asDecided(input, open.to, open.framework) } }),
  };
};
