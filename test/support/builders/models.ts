import { describeChoice } from '../../../shared/application/modelFacts';
import { Framework } from '../../../shared/schema/framework';
import type { ChooseFramework } from '../../../shared/schema/commands';
import type { ModelKey } from '../../../shared/schema/modelChangeViews';
import type { TrustSettings } from '../../../shared/schema/settings';
import { rowOf, rowOfChange } from './rows';
import { settings as usualSettings } from './calendar';
import { smallFramework } from './framework';
import { commandId, thisYear } from './ids';
import { valueOf } from './outcome';
import { academies } from './people';
import type { Holdings } from './trust';

/** The small framework a year on: something of everything is different. */
export const secondVersion: Framework = Framework.parse({
  ...smallFramework,
  version: 2,
  scales: smallFramework.scales.filter(({ code }) => code !== 'five'),
  areas: [
    ...smallFramework.areas
      .filter(({ code }) => code !== 'vacancies')
      .map((area) => {
        if (area.code === 'retention') return { ...area, name: 'Staff retention' };
        if (area.code === 'earlyYears') return { ...area, scale: 'rag' };
        if (area.code !== 'attendance') return area;
        return { ...area, kpis: area.kpis.filter(({ code }) => code !== 'repeatSuspensions') };
      }),
    { code: 'inclusion', name: 'Inclusion', group: 'school', scale: 'rag' },
  ],
  categories: smallFramework.categories
    .filter(({ code }) => code !== 'repair')
    .map((category) =>
      category.code === 'improve'
        ? {
            ...category,
            support: [{ code: 'halfTermlyVisit', strand: 'School improvement', text: 'Half-termly visit' }],
          }
        : category,
    ),
});

/** The same model under the next number: nothing is different. */
export const sameAgain: Framework = { ...smallFramework, version: 3 };

/** It judges each half term: a year with records cannot go over to it. */
export const halfTermly: Framework = Framework.parse({
  ...smallFramework,
  version: 4,
  judging: smallFramework.judging && { ...smallFramework.judging, period: 'halfTerm' },
});

/** Its area is on a scale that there is not. */
export const mistaken: Framework = Framework.parse({
  ...smallFramework,
  version: 5,
  areas: smallFramework.areas.map((area) => ({ ...area, scale: 'none' })),
});

export const refOf = ({ code, version }: Framework) => ({ code, version });
export const toSecond: ModelKey = { year: thisYear, framework: refOf(secondVersion) };

/** The day that it is in these tests. */
export const today = '2026-11-20';

/** What an administrator was told who looked at a trust that holds this. */
export const seenIn = (
  { reviews = [], changes = [], frameworks = [secondVersion] }: Holdings,
  key: ModelKey = toSecond,
  settings: TrustSettings = usualSettings,
): string => {
  const stored = [smallFramework, ...frameworks];
  const facts = { stored, reviews: reviews.map(rowOf), changes: changes.map(rowOfChange) };
  return valueOf(describeChoice(settings, facts, key, { academies, today })).seen;
};

export const toChoose = (seen: string, other: Partial<ChooseFramework> = {}): ChooseFramework => ({
  commandId: commandId('chosen'),
  ...toSecond,
  seen,
  ...other,
});
