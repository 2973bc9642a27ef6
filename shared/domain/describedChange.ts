import type { CategoryChange, DescribedChange, FrozenRow } from '../schema/categoryChange';
import type { Category, CategoryWord, Framework } from '../schema/framework';
import type { CategoryCode } from '../schema/ids';
import type { Route } from '../schema/route';
import { askedModel } from './asked';
import { findCategory } from './framework';
import { entitlementsOf } from './support';

/** A category with all its support: its own, and that of the categories it includes. */
export const categoryInFull = (framework: Framework, category: Category): Category => ({
  ...category,
  support: entitlementsOf(framework, category.code),
});

/** What a change keeps of the framework: enough to read and decide it when the framework has changed. */
export const describeChange = (
  framework: Framework,
  route: Route,
  { from, to }: { readonly from: Category | undefined; readonly to: Category },
): DescribedChange => ({
  ...(from && { from }),
  to: categoryInFull(framework, to),
  categoryWord: framework.categoryWord,
  committees: framework.committees.filter(({ code }) => route.steps.some(({ committee }) => committee === code)),
});

/** The last resort of a record that kept nothing, on a model that is gone: its code, with no claim to good or bad. */
const unexplained = (code: CategoryCode): Category => ({
  code,
  name: code,
  order: 1,
  tone: 'steady',
  symbol: '?',
  summary: [],
  features: [],
  includes: [],
  support: [],
});

/** A category by its code, as one version of the framework has it. */
export const categoryIn = (framework: Framework | undefined, code: CategoryCode): Category => {
  const found = framework && findCategory(framework, code);
  return framework && found ? categoryInFull(framework, found) : unexplained(code);
};

/**
 * What a change is about, read from its own copy. Only a record from before there were copies is read by the version
 * that it was proposed on, where that is still stored: never by today's framework.
 */
export const describedIn = (change: CategoryChange, proposedOn: Framework | undefined): DescribedChange =>
  change.described ?? {
    ...(change.from && { from: categoryIn(proposedOn, change.from) }),
    to: categoryIn(proposedOn, change.to),
    categoryWord: proposedOn?.categoryWord ?? 'category',
    committees: proposedOn?.committees ?? [],
  };

/** The frozen row with what its levels mean: its own copy, or the version it was proposed on where it kept none. */
export const evidenceIn = ({ evidence }: CategoryChange, proposedOn: Framework | undefined): FrozenRow | undefined => {
  const model = evidence?.model ?? (evidence && proposedOn && askedModel(proposedOn, evidence.levels));
  return evidence && { ...evidence, ...(model && { model }) };
};

/** What a category is called where the change was proposed; 'category' on a record that kept nothing. */
export const categoryWordOf = (change: CategoryChange): CategoryWord => change.described?.categoryWord ?? 'category';
