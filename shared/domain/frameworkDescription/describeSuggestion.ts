import type { Framework } from '../../schema/framework';
import type { AreaCode, CategoryCode } from '../../schema/ids';
import type { CategorySuggestion } from '../../schema/suggestion';
import { findArea, findCategory } from '../framework';
import { count, listWords } from '../words';
import { boundsWords } from './boundsWords';
import { blocks, bullets, numbered, plain, section, table } from './markdown';

type Rule<Name extends CategorySuggestion['rule']> = Extract<CategorySuggestion, { rule: Name }>;

const category = (framework: Framework, code: CategoryCode): string =>
  plain(findCategory(framework, code)?.name ?? code);

const area = (framework: Framework, code: AreaCode): string => plain(findArea(framework, code)?.name ?? code);

const level = ({ scales }: Framework, ref: { readonly scale: string; readonly level: string }): string => {
  const scale = scales.find(({ code }) => code === ref.scale);
  const name = scale?.levels.find(({ code }) => code === ref.level)?.name ?? ref.level;
  return scales.length > 1 ? `${plain(name)} (${plain(scale?.name ?? ref.scale)})` : plain(name);
};

const worstOf = (framework: Framework, rule: Rule<'worstOf'>): string[] => {
  const scope = rule.areas.length === 0 ? 'all areas' : listWords(rule.areas.map((code) => area(framework, code)));
  return blocks(
    [`The worst judgement among ${scope} counts:`],
    bullets(rule.levels.map((line) => `${level(framework, line)}: ${category(framework, line.category)}`)),
  );
};

const conditionWords = (
  framework: Framework,
  { atLeast, orWorse, areas }: Rule<'counts'>['lines'][number]['when'][number],
): string => {
  const of = areas.length === 0 ? '' : ` of ${listWords(areas.map((code) => area(framework, code)))}`;
  const levels = orWorse.map((ref) => level(framework, ref)).join(' or ');
  return `at least ${count(atLeast, 'area')}${of} at ${levels} or worse`;
};

const counts = (framework: Framework, rule: Rule<'counts'>): string[] =>
  blocks(
    ['The first line that holds counts:'],
    numbered([
      ...rule.lines.map(
        (line) =>
          `${category(framework, line.category)}: ${line.when.map((condition) => conditionWords(framework, condition)).join(', and ')}`,
      ),
      `${category(framework, rule.otherwise)}: otherwise`,
    ]),
  );

const cells = (framework: Framework, rule: Rule<'table'>): string[] => {
  const levelsOf = (code: AreaCode) => {
    const scale = findArea(framework, code)?.scale;
    return framework.scales.find((other) => other.code === scale)?.levels ?? [];
  };
  const cell = (row: string, column: string) => {
    const found = rule.cells.find((each) => each.row === row && each.column === column);
    return found ? category(framework, found.category) : '';
  };
  const columns = levelsOf(rule.columns);
  return blocks(
    [`${area(framework, rule.rows)} (rows) and ${area(framework, rule.columns)} (columns) together count:`],
    table(
      ['', ...columns.map(({ name }) => plain(name))],
      levelsOf(rule.rows).map((row) => [plain(row.name), ...columns.map((column) => cell(row.code, column.code))]),
    ),
  );
};

const kpiBand = (framework: Framework, rule: Rule<'kpiBand'>): string[] => {
  const kpi = framework.areas.flatMap(({ kpis }) => kpis).find(({ code }) => code === rule.kpi);
  return blocks(
    [`The measure '${plain(kpi?.name ?? rule.kpi)}' counts; where a value falls in two bands, the more cautious one:`],
    bullets(
      rule.bands.map((band) => `${category(framework, band.category)}: ${boundsWords(band, kpi?.unit ?? 'number')}`),
    ),
  );
};

const ruleLines = (framework: Framework, rule: CategorySuggestion): string[] => {
  switch (rule.rule) {
    case 'none':
      return ['Nothing is suggested: people decide without a rule.'];
    case 'worstOf':
      return worstOf(framework, rule);
    case 'counts':
      return counts(framework, rule);
    case 'table':
      return cells(framework, rule);
    case 'kpiBand':
      return kpiBand(framework, rule);
  }
};

/** Which category the matrix suggests. People decide, and say why where they decide otherwise. */
export const describeSuggestion = (framework: Framework): string[] => {
  const { categorySuggestion: rule, categoryWord, categories } = framework;
  if (categories.length === 0) return [];
  return section(
    `## The suggested ${categoryWord}`,
    ruleLines(framework, rule),
    rule.rule === 'none'
      ? []
      : [
          `It is a suggestion, made when every area that it looks at is judged. People decide, and give a reason where they decide otherwise.`,
        ],
  );
};
