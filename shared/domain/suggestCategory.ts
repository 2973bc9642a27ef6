import type { SuggestedCategory } from '../schema/categoryChange';
import type { Category, Framework, Kpi, Level } from '../schema/framework';
import type { AreaCode, KpiCode, LevelCode } from '../schema/ids';
import type { CategorySuggestion } from '../schema/suggestion';
import { findArea, findCategory } from './framework';
import { formatValue, holds } from './kpis';
import { judgedIn, listSome, sameScale, type Facts, type JudgedArea } from './suggestionFacts';
import { listWords } from './words';

type Rule<R extends CategorySuggestion['rule']> = Extract<CategorySuggestion, { rule: R }>;

/** A matrix row as a rule reads it. */
export interface RowFacts {
  readonly levels: Readonly<Partial<Record<AreaCode, LevelCode>>>;
  readonly notApplicable: readonly AreaCode[];
  readonly kpis: Readonly<Partial<Record<KpiCode, { readonly value: number }>>>;
}

const none = (why: string): SuggestedCategory => ({ why });

const suggest = (category: Category, because: string): SuggestedCategory => ({
  category: category.code,
  why: `${category.name}: ${because}.`,
});

const unknown = none('The framework’s rule leads to a category that the framework does not have.');

/** 'Attendance is Intervention required'. */
const stands = ({ area, level }: JudgedArea): string => `${area.name} is ${level.name}`;

const worstOf = (framework: Framework, rule: Rule<'worstOf'>, { judged }: Facts): SuggestedCategory => {
  const led = judged.flatMap((each) => {
    const line = rule.levels.find((ref) => sameScale(ref.scale, each.area.scale) && ref.level === each.level.code);
    const category = line && findCategory(framework, line.category);
    return category ? [{ ...each, category }] : [];
  });
  const worst = [...led].sort((a, b) => a.category.order - b.category.order)[0];
  if (!worst) return none('None of these levels leads to a category by the framework’s rule.');
  const deciding = led.filter(({ category }) => category.code === worst.category.code);
  return suggest(worst.category, `the worst judgement counts, and ${listSome(deciding.map(stands))}`);
};

type Condition = Rule<'counts'>['lines'][number]['when'][number];
type Limit = Condition['orWorse'][number];

const limitOf = (framework: Framework, { orWorse }: Condition, { area }: JudgedArea): Level | undefined => {
  const limit: Limit | undefined = orWorse.find(({ scale }) => sameScale(scale, area.scale));
  const scale = framework.scales.find(({ code }) => code === area.scale);
  return scale?.levels.find(({ code }) => code === limit?.level);
};

const meeting = (framework: Framework, condition: Condition, judged: readonly JudgedArea[]): JudgedArea[] =>
  judged.filter((each) => {
    const named = condition.areas.length === 0 || condition.areas.includes(each.area.code);
    const limit = limitOf(framework, condition, each);
    return named && limit !== undefined && each.level.order <= limit.order;
  });

const counts = (framework: Framework, rule: Rule<'counts'>, { judged }: Facts): SuggestedCategory => {
  const line = rule.lines.find(({ when }) =>
    when.every((condition) => meeting(framework, condition, judged).length >= condition.atLeast),
  );
  const category = findCategory(framework, line?.category ?? rule.otherwise);
  if (!category) return unknown;
  if (!line)
    return suggest(category, 'no more than this is called for, since too few areas are weak for anything else');
  const reasons = line.when.map((condition) => {
    const weak = meeting(framework, condition, judged);
    return `${listSome(weak.map(stands))} (${condition.atLeast} or more such judgements count)`;
  });
  return suggest(category, reasons.join('; and '));
};

const table = (framework: Framework, rule: Rule<'table'>, { judged }: Facts): SuggestedCategory => {
  const row = judged.find(({ area }) => area.code === rule.rows);
  const column = judged.find(({ area }) => area.code === rule.columns);
  if (!row || !column) return none('One of the two areas that this is read from does not apply to this academy.');
  const cell = rule.cells.find((each) => each.row === row.level.code && each.column === column.level.code);
  const category = cell && findCategory(framework, cell.category);
  if (!category) return none(`The framework’s table has no category where ${listWords([row, column].map(stands))}.`);
  return suggest(category, listWords([row, column].map(stands)));
};

/** The measure of a rule with the area that it belongs to. */
const measureOf = (framework: Framework, code: KpiCode): { kpi: Kpi; area: AreaCode } | undefined =>
  framework.areas.flatMap(({ code: area, kpis }) =>
    kpis.filter((kpi) => kpi.code === code).map((kpi) => ({ kpi, area })),
  )[0];

const kpiBand = (framework: Framework, rule: Rule<'kpiBand'>, row: RowFacts): SuggestedCategory => {
  const measure = measureOf(framework, rule.kpi);
  if (!measure) return none('The framework’s rule reads a measure that the framework does not have.');
  const { kpi, area } = measure;
  if (row.notApplicable.includes(area))
    return none(
      `${findArea(framework, area)?.name ?? area} does not apply to this academy, so ${kpi.name} says nothing.`,
    );
  const recorded = row.kpis[kpi.code];
  if (!recorded) return none(`No suggestion yet: ${kpi.name} has no value.`);
  const found = rule.bands
    .filter((band) => holds(band, recorded.value))
    .flatMap((band) => {
      const category = findCategory(framework, band.category);
      return category ? [{ band, category }] : [];
    })
    .sort((a, b) => a.category.order - b.category.order);
  const first = found[0];
  const shown = `${kpi.name} of ${formatValue(recorded.value, kpi.unit)}`;
  if (!first) return none(`${shown} is in no band of the framework’s rule.`);
  const names = [...new Set(found.map(({ category }) => category.name))];
  return suggest(
    first.category,
    names.length > 1
      ? `${shown} falls in the bands of ${listWords(names)}, and the more cautious one counts`
      : `${shown} is ${first.band.words}`,
  );
};

/** The areas that a rule reads; every area where it names none. */
const scopeOf = (framework: Framework, rule: CategorySuggestion): readonly AreaCode[] => {
  const every = framework.areas.map(({ code }) => code);
  if (rule.rule === 'worstOf') return rule.areas.length === 0 ? every : rule.areas;
  if (rule.rule === 'table') return [rule.rows, rule.columns];
  if (rule.rule !== 'counts') return [];
  const named = rule.lines.flatMap(({ when }) => when.map(({ areas }) => areas));
  return named.some((areas) => areas.length === 0) ? every : named.flat();
};

/**
 * The category that the framework's rule makes of a row, with the reason in a sentence: a suggestion, a person decides.
 * Undefined where the framework has no rule; without a category where an area that the rule reads is still to be
 * judged, and `why` then says which. Areas that do not apply count neither way.
 */
export const suggestCategory = (framework: Framework, row: RowFacts): SuggestedCategory | undefined => {
  const rule = framework.categorySuggestion;
  if (rule.rule === 'none') return undefined;
  if (rule.rule === 'kpiBand') return kpiBand(framework, rule, row);
  const facts = judgedIn(framework, scopeOf(framework, rule), row);
  if (facts.missing.length > 0)
    return none(
      `No suggestion yet: ${listSome(facts.missing)} ${facts.missing.length === 1 ? 'is' : 'are'} not judged.`,
    );
  if (facts.judged.length === 0) return none('None of the areas that this is read from applies to this academy.');
  if (rule.rule === 'worstOf') return worstOf(framework, rule, facts);
  return rule.rule === 'counts' ? counts(framework, rule, facts) : table(framework, rule, facts);
};
