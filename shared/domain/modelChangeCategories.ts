import type { Category, Framework } from '../schema/framework';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow } from '../schema/rows';
import { openChangeOf, standingOn, supportDifference } from './category';
import {
  about,
  changedIn,
  differs,
  namesOf,
  pairedByCode,
  quoted,
  renamedLines,
  type Sentences,
} from './modelDifference';
import { entitlementsOf } from './support';
import { supportChangeWords } from './supportChangeWords';
import { capital, count, listWords, plural } from './words';

/** The academies, their decided and open changes, and the day it is. */
export interface Standings {
  readonly changes: readonly CategoryChangeRow[];
  readonly academies: readonly Academy[];
  readonly today: string;
}

/** The academies that stand in a category which the new version no longer has, or will by what is decided. */
const leftBehind = (removed: readonly Category[], { changes, academies, today }: Standings): string[] =>
  removed.flatMap((category) => {
    const standing = academies.filter(({ urn }) => {
      const { now, next } = standingOn(changes, urn, today);
      return now?.code === category.code || next?.code === category.code;
    });
    const names = listWords(standing.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en-GB')));
    return about(standing, ({ length }) =>
      length === 1
        ? `${names} stands in ${quoted(category.name)} and keeps it until a change is decided.`
        : `${names} stand in ${quoted(category.name)} and keep it until a change is decided.`,
    );
  });

/** Categories that there are or no longer are, and who stands in them. */
export const categoryChanges = (from: Framework, to: Framework, standings: Standings): Sentences => {
  const { added, removed, both } = pairedByCode(from.categories, to.categories);
  const looks = changedIn(both, ({ order, tone, symbol }) => [order, tone, symbol]);
  const says = changedIn(both, ({ summary, features, ledBy }) => [summary, features, ledBy]);
  return {
    title: capital(plural(to.categoryWord)),
    lines: [
      ...about(added, (categories) => `New: ${namesOf(categories)}.`),
      ...about(removed, (categories) => `No longer there: ${namesOf(categories)}.`),
      ...leftBehind(removed, standings),
      ...renamedLines(both),
      ...about(looks, (categories) => `Another place, colour or symbol: ${namesOf(categories)}.`),
      ...about(says, (categories) => `Described in other words: ${namesOf(categories)}.`),
      ...(differs(from.categorySuggestion, to.categorySuggestion)
        ? [`The rule that suggests a ${to.categoryWord} is different.`]
        : []),
      ...(from.categoryWord === to.categoryWord ? [] : [`A ${from.categoryWord} is now called a ${to.categoryWord}.`]),
    ],
  };
};

const supportLines = (from: Framework, to: Framework, category: Category): string[] => {
  const { added, ended, changed } = supportDifference(
    entitlementsOf(from, category.code),
    entitlementsOf(to, category.code),
  );
  const name = quoted(category.name);
  return [
    ...about(added, (items) => `${name} brings as well: ${items.map(({ text }) => text).join('; ')}.`),
    ...about(ended, (items) => `${name} no longer brings: ${items.map(({ text }) => text).join('; ')}.`),
    ...about(changed, (items) => `${name} brings otherwise: ${items.map(supportChangeWords).join('; ')}.`),
  ];
};

/** What each category that both versions have brings now. */
export const supportChanges = (from: Framework, to: Framework): Sentences => ({
  title: 'Support',
  lines: pairedByCode(from.categories, to.categories).both.flatMap(([, category]) => supportLines(from, to, category)),
});

/** How a category is changed, and what becomes of changes under way. */
export const routeChanges = (from: Framework, to: Framework, { changes, academies }: Standings): Sentences => {
  const { added, removed, both } = pairedByCode(from.routes, to.routes);
  const underWay = academies.filter(({ urn }) => openChangeOf(changes, urn));
  return {
    title: 'Routes',
    lines: [
      ...about(added, (routes) => `New: ${namesOf(routes)}.`),
      ...about(removed, (routes) => `No longer there: ${namesOf(routes)}.`),
      ...renamedLines(both),
      ...about(
        changedIn(both, ({ name: _name, ...route }) => route),
        (routes) => `Other steps or rules: ${namesOf(routes)}.`,
      ),
      ...about(underWay, ({ length }) =>
        length === 1
          ? `1 change of ${from.categoryWord} is under way and keeps the route that it was proposed on.`
          : `${count(length, 'change')} of ${from.categoryWord} are under way and keep the route that they were proposed on.`,
      ),
    ],
  };
};
