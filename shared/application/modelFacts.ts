import { createHash } from 'node:crypto';
import type { Framework, FrameworkRef } from '../schema/framework';
import type { ModelChangeView, ModelKey, ModelName, TrustModel } from '../schema/modelChangeViews';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { TrustSettings } from '../schema/settings';
import { findYear } from '../domain/calendar';
import { sameFramework } from '../domain/framework';
import { describeModelChange, mayMoveYear } from '../domain/modelChange';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import type { Trust } from './trust';

/** What a change of model is described from: the versions as they are stored, not as they are put in play. */
export interface ModelFacts {
  readonly stored: readonly Framework[];
  readonly reviews: readonly ReviewRow[];
  readonly changes: readonly CategoryChangeRow[];
}

export const readModelFacts = async ({ store }: Pick<Deps, 'store'>): Promise<ModelFacts> => {
  const [settings, reviews, changes] = await Promise.all([
    store.rows('settings'),
    store.rows('reviews'),
    store.rows('categoryChanges'),
  ]);
  return {
    stored: settings.flatMap(({ row }) => ('framework' in row ? [row.framework] : [])),
    reviews: reviews.map(({ row }) => row),
    changes: changes.map(({ row }) => row),
  };
};

export const findStored = ({ stored }: Pick<ModelFacts, 'stored'>, ref: FrameworkRef): Framework | undefined =>
  stored.find((framework) => sameFramework(framework, ref));

/** A version by its name; one that is no longer stored by its code. */
export const modelName = (facts: Pick<ModelFacts, 'stored'>, { code, version }: FrameworkRef): ModelName => ({
  code,
  version,
  name: findStored(facts, { code, version })?.name ?? code,
});

/** The model of each year, newest first, and every version that could be chosen. */
export const trustModel = ({ years }: TrustSettings, facts: Pick<ModelFacts, 'stored'>): TrustModel => ({
  years: [...years]
    .sort((a, b) => b.year.localeCompare(a.year))
    .map(({ year, framework }) => ({ year, model: modelName(facts, framework) })),
  stored: facts.stored
    .map((framework) => modelName(facts, framework))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.version - b.version),
});

const digestOf = (described: Omit<ModelChangeView, 'seen'>): string =>
  createHash('sha256').update(JSON.stringify(described)).digest('base64url');

/**
 * What it would affect if a year of these settings went over to a stored version. Refusals: `calendar.unknown-term`,
 * `framework.not-stored`, and those of `mayMoveYear`.
 */
export const describeChoice = (
  settings: TrustSettings,
  facts: ModelFacts,
  { year, framework }: ModelKey,
  { academies, today }: Pick<Trust, 'academies' | 'today'>,
): Result<ModelChangeView> => {
  const active = findYear(settings.years, year)?.framework;
  if (!active) return refused({ code: 'calendar.unknown-term' });
  const [from, to] = [findStored(facts, active), findStored(facts, framework)];
  if (!from || !to) return refused({ code: 'framework.not-stored' });
  const rows = facts.reviews.filter((row) => row.year === year);
  const allowed = mayMoveYear(from, to, rows);
  if (!allowed.ok) return allowed;
  const sentences = describeModelChange(from, to, { year, rows, changes: facts.changes, academies, today });
  const described = {
    year,
    from: modelName(facts, from),
    to: modelName(facts, to),
    groups: sentences.map(({ title, lines }) => ({ title, lines: [...lines] })),
  };
  return accepted({ ...described, seen: digestOf(described) });
};
