import type { Framework } from '../schema/framework';
import { checkAreas } from './frameworkChecks/checkAreas';
import { checkCategories } from './frameworkChecks/checkCategories';
import { checkPlanning } from './frameworkChecks/checkPlanning';
import { checkRoutes } from './frameworkChecks/checkRoutes';
import { checkScales } from './frameworkChecks/checkScales';
import { checkSize } from './frameworkChecks/checkSize';
import { checkSuggestion } from './frameworkChecks/checkSuggestion';
import type { FrameworkMistake } from './frameworkChecks/mistake';

/**
 * What the schema cannot see, all of it at once: references that lead nowhere, codes used twice, what can never be
 * reached, KPI values that no band holds, routes that nobody can complete, a rule that suggests more support for a
 * better level, texts too long to store. An empty answer means that the framework can be used.
 */
export const checkFramework = (framework: Framework): readonly FrameworkMistake[] => [
  ...checkScales(framework),
  ...checkAreas(framework),
  ...checkCategories(framework),
  ...checkRoutes(framework),
  ...checkSuggestion(framework),
  ...checkPlanning(framework),
  ...checkSize(framework),
];
