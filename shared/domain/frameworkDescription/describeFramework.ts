import type { Framework } from '../../schema/framework';
import { count } from '../words';
import { describeAreas } from './describeAreas';
import { describeCategories } from './describeCategories';
import { describePlanning } from './describePlanning';
import { describeRoutes } from './describeRoutes';
import { describeSuggestion } from './describeSuggestion';
import { blocks, bullets, numbered, plain, section } from './markdown';

/** What a framework holds, in one line: '28 areas in 4 groups, 4 categories, 2 routes'. */
export const frameworkSummary = ({ areas, groups, categories, categoryWord, routes }: Framework): string =>
  [
    areas.length === 0 ? 'no areas' : `${count(areas.length, 'area')} in ${count(groups.length, 'group')}`,
    count(categories.length, categoryWord, categoryWord === 'tier' ? 'tiers' : 'categories'),
    count(routes.length, 'route'),
  ].join(', ');

/** A framework as a page in Markdown, for the people whose model it is: everything in it, nothing added. */
export const describeFramework = (framework: Framework): string => {
  const { name, code, version, source, stages } = framework;
  const lines = blocks(
    [`# ${plain(name)}`],
    [`Framework '${code}', version ${version}: ${frameworkSummary(framework)}.`],
    source ? [`Source: ${plain(source.title)}.`] : [],
    section('## The cycle', numbered(stages.map(plain))),
    describeAreas(framework),
    describeCategories(framework),
    describeRoutes(framework),
    describeSuggestion(framework),
    describePlanning(framework),
    section('## Decided in writing this down', bullets((source?.notes ?? []).map(plain))),
  );
  return `${lines.join('\n')}\n`;
};
