import type { Category, Framework } from '../../schema/framework';
import { Tone } from '../../schema/framework';
import type { CadenceWhen, Entitlement } from '../../schema/support';
import type { FrameworkMistake } from './mistake';
import { quoted, repeated, sameWord, unknownReference } from './mistake';

const needsHelpSometimes = ({ scales, areas }: Framework, code: string): boolean => {
  const area = areas.find((other) => other.code === code);
  const scale = scales.find((other) => other.code === area?.scale);
  return !area || !scale || scale.levels.some(({ needsIntervention }) => needsIntervention);
};

const checkLine = (framework: Framework, line: CadenceWhen, path: string, item: string): FrameworkMistake[] => {
  const says = `A line of the support '${item}' depends on`;
  const { weakAreas, weakGroups, cadence, days } = line;
  const mistakes: FrameworkMistake[] = [];
  if (weakAreas.length + weakGroups.length === 0)
    mistakes.push({
      path,
      message: `A line of the support '${item}' names nothing that could be weak; name an area in 'weakAreas' or a group in 'weakGroups'.`,
    });
  if (!cadence && !days)
    mistakes.push({
      path,
      message: `A line of the support '${item}' changes nothing; give it a 'cadence' or 'days'.`,
    });
  return [
    ...mistakes,
    ...weakAreas.flatMap((to, k) =>
      unknownReference({ path: `${path}.weakAreas.${k}`, says, kind: 'area', to, among: framework.areas }),
    ),
    ...weakGroups.flatMap((to, k) =>
      unknownReference({ path: `${path}.weakGroups.${k}`, says, kind: 'group', to, among: framework.groups }),
    ),
    ...weakAreas.flatMap((code, k) =>
      needsHelpSometimes(framework, code)
        ? []
        : [
            {
              path: `${path}.weakAreas.${k}`,
              message: `${says} the area '${code}', which is never weak; mark a level of its scale as needing intervention.`,
            },
          ],
    ),
  ];
};

/** A later line adds nothing where an earlier one holds whenever it does. */
const checkLineOrder = ({ when, code }: Entitlement, path: string): FrameworkMistake[] =>
  when.flatMap((line, i) => {
    if (line.weakAreas.length + line.weakGroups.length === 0) return [];
    const first = when
      .slice(0, i)
      .findIndex(
        (earlier) =>
          line.weakAreas.every((area) => earlier.weakAreas.includes(area)) &&
          line.weakGroups.every((group) => earlier.weakGroups.includes(group)),
      );
    if (first < 0) return [];
    const message = `This line of the support '${code}' is never reached, since ${path}.when.${first} holds whenever it does; put it first, or leave it out.`;
    return [{ path: `${path}.when.${i}`, message }];
  });

const checkSupport = (framework: Framework, { code, support }: Category, i: number): FrameworkMistake[] => [
  ...repeated(
    `categories.${i}.support`,
    `In the category '${code}' the support code`,
    support.map((item) => item.code),
  ),
  ...support.flatMap((item, s) => {
    const path = `categories.${i}.support.${s}`;
    const first = support.findIndex(({ strand, text }) => strand === item.strand && sameWord(text, item.text));
    const twice = `The category '${code}' lists the support '${item.text}' twice; keep one of them.`;
    return [
      ...(first === s ? [] : [{ path, message: twice }]),
      ...item.when.flatMap((line, k) => checkLine(framework, line, `${path}.when.${k}`, item.code)),
      ...checkLineOrder(item, path),
    ];
  }),
];

/** The way from a category back to itself through what it includes, or nothing. */
const loopFrom = (categories: readonly Category[], start: string, way: readonly string[]): readonly string[] => {
  const here = way.at(-1);
  const next: readonly string[] = categories.find(({ code }) => code === here)?.includes ?? [];
  if (next.includes(start)) return way;
  for (const code of next) {
    const found = way.includes(code) ? [] : loopFrom(categories, start, [...way, code]);
    if (found.length > 0) return found;
  }
  return [];
};

const checkIncludes = ({ categories }: Framework): FrameworkMistake[] =>
  categories.flatMap(({ code, includes }, i) => {
    const path = `categories.${i}.includes`;
    const loop = loopFrom(categories, code, [code]);
    // Each loop is reported once: at the first category of it.
    const first = categories.findIndex((category) => loop.includes(category.code));
    const looped = loop.length > 0 && first === i;
    return [
      ...repeated(path, `In the category '${code}' the included category`, includes),
      ...includes.flatMap((to, k) =>
        unknownReference({
          path: `${path}.${k}`,
          says: `The category '${code}' includes`,
          kind: 'category',
          to,
          among: categories,
        }),
      ),
      ...(looped
        ? [
            {
              path,
              message: `The support of ${quoted(loop)} goes round in a circle, each including the other; let only the one with more support include the one with less.`,
            },
          ]
        : []),
    ];
  });

const checkTones = ({ categories }: Framework): FrameworkMistake[] => {
  const tone = (category: Category) => Tone.options.indexOf(category.tone);
  const sorted = [...categories].sort((a, b) => a.order - b.order);
  return sorted.flatMap((category, i) => {
    const before = sorted[i - 1];
    if (!before || before.order === category.order || tone(category) >= tone(before)) return [];
    const message = `The category '${category.code}' needs less support than '${before.code}', yet its tone '${category.tone}' is worse than '${before.tone}'; let the order rise from most support to least.`;
    return [{ path: `categories.${categories.indexOf(category)}.tone`, message }];
  });
};

const checkSymbols = ({ categories, scales }: Framework): FrameworkMistake[] =>
  categories.flatMap(({ code, symbol }, i) =>
    scales.some(({ levels }) => levels.some((level) => level.symbol === symbol))
      ? [
          {
            path: `categories.${i}.symbol`,
            message: `The category '${code}' has the symbol '${symbol}' of a level; choose another.`,
          },
        ]
      : [],
  );

/** The categories with the support that each brings. */
export const checkCategories = (framework: Framework): FrameworkMistake[] => {
  const { categories } = framework;
  const alike = (what: string, of: (category: Category) => string | number) =>
    repeated('categories', what, categories.map(of));
  return [
    ...alike('The category code', ({ code }) => code),
    ...alike('The category name', ({ name }) => name),
    ...alike('The order', ({ order }) => order),
    ...alike('The symbol', ({ symbol }) => symbol),
    ...checkSymbols(framework),
    ...checkTones(framework),
    ...checkIncludes(framework),
    ...categories.flatMap((category, i) => checkSupport(framework, category, i)),
  ];
};
