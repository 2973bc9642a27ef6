import { suggestLevel } from '../../../shared/domain/kpis';
import type { Area, Framework } from '../../../shared/schema/framework';
import { Day, type PersonId } from '../../../shared/schema/ids';
import { KpiValues } from '../../../shared/schema/review';
import type { Suggestion } from '../../../shared/schema/matrixViews';
import { emptyKpi, type AreaCopy, type AreaValues, type TypedKpi } from './areaDraft';

/** The number that was typed ('48.2 %', '£1,200'); undefined for an empty field, NaN for what is no number. */
export const typedNumber = (text: string): number | undefined => {
  const trimmed = text
    .trim()
    .replace(/^([-+]?)\s*£\s*(?=\d)/, '$1')
    .replace(/\s*%$/, '');
  if (trimmed === '') return undefined;
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  return /^[-+]?\d{1,7}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
};

/** What is wrong with a typed value, in the words shown beside it. */
export const kpiProblem = ({ value, asAt }: TypedKpi): string | undefined => {
  const number = typedNumber(value);
  if (number === undefined) return undefined;
  if (Number.isNaN(number)) return 'Enter a number, for example 48.2.';
  if (Math.abs(number) > 1_000_000) return 'Enter a number below 1,000,000.';
  return Day.safeParse(asAt).success ? undefined : 'Enter the day on which this value held.';
};

const said = ({ kpis }: AreaValues, code: string) => {
  const { value, asAt, source } = kpis[code] ?? emptyKpi;
  const number = typedNumber(value);
  return number === undefined ? null : { value: number, asAt, source: source.trim() };
};

/** What is sent of the measures that were touched: null where the field is empty, and what was in sight of each. */
export const measuresSaid = (typed: AreaValues, base: AreaCopy, touched: readonly string[]) => ({
  values: Object.fromEntries(touched.map((code) => [code, said(typed, code)])),
  seen: Object.fromEntries(touched.map((code) => [code, said(base, code)])),
});

/** What the typed measures suggest, by the rule that the server applies when they are saved. */
export const typedSuggestion = (
  framework: Framework,
  area: Area,
  typed: AreaValues,
  by: PersonId,
): Suggestion | undefined => {
  const stamp = { asAt: '2000-01-01', source: '', by, at: '2000-01-01T00:00:00Z' };
  const entered = area.kpis.flatMap((kpi): [string, unknown][] => {
    const value = typedNumber((typed.kpis[kpi.code] ?? emptyKpi).value);
    return value === undefined || Number.isNaN(value) ? [] : [[kpi.code, { ...stamp, value }]];
  });
  const values = KpiValues.safeParse(Object.fromEntries(entered));
  return values.success ? suggestLevel(framework, area, values.data) : undefined;
};
