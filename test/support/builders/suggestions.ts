import fc from 'fast-check';
import type { z } from 'zod';
import { Framework } from '../../../shared/schema/framework';
import type { AreaCode, LevelCode } from '../../../shared/schema/ids';
import type { CategorySuggestion } from '../../../shared/schema/suggestion';
import { inPlay } from '../../../shared/domain/inPlay';
import { smallFramework } from './framework';

/** Random frameworks with a rule that suggests a category, and random rows for them. Tests keep those that pass the check. */

const symbols = ['1', '2', '3', '4', '5', '6'];
const tones = ['critical', 'caution', 'steady', 'good', 'exceptional'] as const;

const scale = (code: string, levels: number) => ({
  code,
  name: `Scale ${code}`,
  levels: Array.from({ length: levels }, (_, i) => ({
    code: `level${i + 1}`,
    name: `${code} level ${i + 1}`,
    order: i + 1,
    tone: tones[Math.min(i, 4)],
    symbol: symbols[i],
    needsIntervention: i === 0,
  })),
});

const categories = ['◆', '■', '▲', '★'].map((symbol, i) => ({
  code: `category${i + 1}`,
  name: `Category ${i + 1}`,
  order: i + 1,
  tone: tones[i],
  symbol,
  support: [],
}));

interface Drawn {
  readonly framework: Framework;
  readonly levels: Partial<Record<AreaCode, LevelCode>>;
  readonly notApplicable: AreaCode[];
  readonly value: number;
}

const sizes = { short: 3, long: 5 } as const;
type ScaleCode = keyof typeof sizes;

interface Plan {
  readonly areas: readonly { readonly code: string; readonly scale: ScaleCode; readonly highIsBad: boolean }[];
}
type RuleInput = z.input<typeof CategorySuggestion>;

/** For the small framework: the worst judgement decides. */
export const worstOfSmall: RuleInput = {
  rule: 'worstOf',
  levels: [
    { scale: 'rag', level: 'intervention', category: 'stabilise' },
    { scale: 'rag', level: 'actions', category: 'improve' },
    { scale: 'rag', level: 'assured', category: 'sustain' },
    { scale: 'five', level: 'urgent', category: 'stabilise' },
    { scale: 'five', level: 'attention', category: 'repair' },
    { scale: 'five', level: 'expected', category: 'improve' },
    { scale: 'five', level: 'strong', category: 'sustain' },
    { scale: 'five', level: 'exceptional', category: 'sustain' },
  ],
};

/** Each scale's levels with a category that rises with the level; a scale that is also read upside down has one for all. */
const worstOf = (plan: Plan) =>
  fc
    .record({ cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 10, maxLength: 10 }) })
    .map(({ cuts }): RuleInput => {
      const used = (['short', 'long'] as const).filter((code) => plan.areas.some((area) => area.scale === code));
      const levels = used.flatMap((code, s) => {
        const own = plan.areas.filter((area) => area.scale === code);
        const rising = [...cuts.slice(s * 5, s * 5 + sizes[code])].sort((a, b) => a - b);
        const bad = own.some(({ highIsBad }) => highIsBad);
        const both = bad && own.some(({ highIsBad }) => !highIsBad);
        const ordered = bad ? [...rising].reverse() : rising;
        return ordered.map((category, i) => ({
          scale: code,
          level: `level${i + 1}`,
          category: `category${both ? rising[0] : category}`,
        }));
      });
      return { rule: 'worstOf', levels };
    });

const condition = (plan: Plan) =>
  fc
    .record({
      atLeast: fc.integer({ min: 1, max: Math.max(1, plan.areas.length) }),
      limits: fc.record({ short: fc.integer({ min: 1, max: 2 }), long: fc.integer({ min: 1, max: 4 }) }),
      areas: fc.subarray(plan.areas.map(({ code }) => code)),
    })
    .map(({ atLeast, limits, areas }) => ({
      atLeast,
      areas,
      orWorse: (['short', 'long'] as const).map((code) => {
        const bad = plan.areas.some((area) => area.scale === code && area.highIsBad);
        return { scale: code, level: `level${bad ? sizes[code] + 1 - limits[code] : limits[code]}` };
      }),
    }));

const counts = (plan: Plan) =>
  fc
    .tuple(...[1, 2, 3].map(() => fc.array(condition(plan), { minLength: 1, maxLength: 2 })))
    .map((lines): RuleInput => ({
      rule: 'counts',
      lines: lines.map((when, i) => ({ category: `category${i + 1}`, when })),
      otherwise: 'category4',
    }));

const table = ({ areas }: Plan) => {
  const [rows, columns] = areas;
  if (!rows || !columns) return fc.constant<RuleInput>({ rule: 'none' });
  const worth = (area: Plan['areas'][number], n: number) => (area.highIsBad ? sizes[area.scale] + 1 - n : n);
  return fc
    .record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }) })
    .map(({ a, b }): RuleInput => ({
      rule: 'table',
      rows: rows.code,
      columns: columns.code,
      cells: Array.from({ length: sizes[rows.scale] }, (_r, r) =>
        Array.from({ length: sizes[columns.scale] }, (_c, c) => {
          const rank = Math.floor((worth(rows, r + 1) * (a + 1) + worth(columns, c + 1) * (b + 1)) / 3);
          const category = `category${Math.min(4, Math.max(1, rank))}`;
          return { row: `level${r + 1}`, column: `level${c + 1}`, category };
        }),
      ).flat(),
    }));
};

const kpiBand = fc
  .tuple(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 41, max: 70 }), fc.integer({ min: 71, max: 90 }))
  .map(([first, second, third]): RuleInput => ({
    rule: 'kpiBand',
    kpi: 'measure',
    bands: [
      { category: 'category1', to: first, words: `up to ${first}` },
      { category: 'category2', from: first, to: second, words: `${first} to ${second}` },
      { category: 'category3', from: second, to: third, words: `${second} to ${third}` },
      { category: 'category4', from: third, words: `from ${third}` },
    ],
  }));

const measure = {
  code: 'measure',
  name: 'Measure',
  unit: 'percent',
  better: 'higher',
  bands: [
    { level: 'level1', to: 50, toIncluded: false, words: 'below 50' },
    { level: 'level2', from: 50, words: 'from 50' },
  ],
} as const;

const frameworkOf = ({ areas }: Plan, categorySuggestion: RuleInput): Framework =>
  Framework.parse({
    ...smallFramework,
    scales: (['short', 'long'] as const)
      .filter((code) => areas.some((area) => area.scale === code))
      .map((code) => scale(code, sizes[code])),
    groups: [{ code: 'all', name: 'All' }],
    areas: areas.map((area, i) => ({
      ...area,
      name: `Area ${i + 1}`,
      group: 'all',
      kpis: i === 0 && !area.highIsBad ? [measure] : [],
    })),
    categories,
    categorySuggestion,
  });

const plans = fc
  .array(fc.record({ scale: fc.constantFrom<ScaleCode>('short', 'long'), highIsBad: fc.boolean() }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((areas): Plan => ({ areas: areas.map((area, i) => ({ code: `area${i + 1}`, ...area })) }));

const row = ({ areas }: Plan) =>
  fc.record({
    picks: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: areas.length, maxLength: areas.length }),
    notApplicable: fc.subarray(areas.map(({ code }) => code as AreaCode)),
    value: fc.integer({ min: 0, max: 100 }),
  });

/** A framework as it is written, with a row in which every area is judged. */
export const suggesting: fc.Arbitrary<Drawn> = plans.chain((plan) =>
  fc
    .tuple(fc.oneof(worstOf(plan), counts(plan), table(plan), kpiBand), row(plan))
    .map(([rule, { picks, notApplicable, value }]) => ({
      framework: frameworkOf(plan, rule),
      levels: Object.fromEntries(
        plan.areas.map(({ code, scale: on }, i) => [code, `level${Math.min(picks[i] ?? 1, sizes[on])}`]),
      ) as Drawn['levels'],
      notApplicable,
      value,
    })),
);

/** The level one better than an area's, as the framework in play reads the scale; undefined at the best. */
export const oneBetter = (
  framework: Framework,
  code: AreaCode,
  level: LevelCode | undefined,
): LevelCode | undefined => {
  const played = inPlay(framework);
  const area = played.areas.find((each) => each.code === code);
  const levels = [...(played.scales.find((each) => each.code === area?.scale)?.levels ?? [])].sort(
    (a, b) => a.order - b.order,
  );
  return levels[levels.findIndex((each) => each.code === level) + 1]?.code;
};
