import type { Framework } from '../../schema/framework';
import type { CategorySuggestion } from '../../schema/suggestion';
import { checkBands } from './checkBands';
import { checkCounts } from './checkCounts';
import { checkTable } from './checkTable';
import { checkWorstOf } from './checkWorstOf';
import type { FrameworkMistake } from './mistake';
import { quoted, unknownReference } from './mistake';

type Rule<Name extends CategorySuggestion['rule']> = Extract<CategorySuggestion, { rule: Name }>;

const path = 'categorySuggestion';

const checkKpiBand = (framework: Framework, { kpi: code, bands }: Rule<'kpiBand'>): FrameworkMistake[] => {
  const kpis = framework.areas.flatMap((area) => area.kpis);
  const kpi = kpis.find((other) => other.code === code);
  const says = 'The suggested category follows';
  if (!kpi) return unknownReference({ path: `${path}.kpi`, says, kind: 'KPI', to: code, among: kpis });
  const direction = `The suggested category follows the KPI '${code}', which does not say which way is better; add 'better' to it.`;
  const ranked = bands.flatMap((band) => {
    const category = framework.categories.find((other) => other.code === band.category);
    return category ? [{ band, rank: category.order, leadsTo: `category '${band.category}'` }] : [];
  });
  return [
    ...(kpi.better ? [] : [{ path: `${path}.kpi`, message: direction }]),
    ...(ranked.length < bands.length
      ? []
      : checkBands({
          path: `${path}.bands`,
          whose: 'The bands of the suggested category',
          bands: ranked,
          better: kpi.better,
          inTwoBands: 'moreCautious',
          negative: kpi.unit === 'pounds',
        })),
  ];
};

interface Named {
  readonly at: string;
  readonly category: string;
}

const categoriesNamed = (rule: CategorySuggestion): Named[] => {
  const at = (list: string, items: readonly { category: string }[]) =>
    items.map(({ category }, i) => ({ at: `${path}.${list}.${i}.category`, category }));
  switch (rule.rule) {
    case 'none':
      return [];
    case 'worstOf':
      return at('levels', rule.levels);
    case 'counts':
      return [...at('lines', rule.lines), { at: `${path}.otherwise`, category: rule.otherwise }];
    case 'table':
      return at('cells', rule.cells);
    case 'kpiBand':
      return at('bands', rule.bands);
  }
};

const checkRule = (framework: Framework, rule: CategorySuggestion): FrameworkMistake[] => {
  switch (rule.rule) {
    case 'none':
      return [];
    case 'worstOf':
      return checkWorstOf(framework, rule);
    case 'counts':
      return checkCounts(framework, rule);
    case 'table':
      return checkTable(framework, rule);
    case 'kpiBand':
      return checkKpiBand(framework, rule);
  }
};

/** Every category must be one that the rule can arrive at: otherwise a line was forgotten. */
const neverSuggested = ({ categories }: Framework, named: readonly Named[]): FrameworkMistake[] => {
  const missing = categories.filter(({ code }) => !named.some(({ category }) => category === code));
  if (named.length === 0 || missing.length === 0) return [];
  const codes = missing.map(({ code }) => code);
  const message = `The rule never suggests ${quoted(codes)}; give ${codes.length === 1 ? 'it' : 'each'} a line, or say 'none' as the rule and let people choose.`;
  return [{ path, message }];
};

/** The rule that suggests a category: its references, what it cannot reach, and that better never means more support. */
export const checkSuggestion = (framework: Framework): FrameworkMistake[] => {
  const rule = framework.categorySuggestion;
  const named = categoriesNamed(rule);
  return [
    ...named.flatMap(({ at, category }) =>
      unknownReference({
        path: at,
        says: 'The rule suggests',
        kind: 'category',
        to: category,
        among: framework.categories,
      }),
    ),
    ...checkRule(framework, rule),
    ...neverSuggested(framework, named),
  ];
};
