import type { Category, Framework } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { AcademicYear } from '../schema/settings';
import type { Entitlement } from '../schema/support';
import type { SupportKey, SupportView } from '../schema/supportViews';
import { findYear } from '../domain/calendar';
import { supportDifference } from '../domain/category';
import { findCategory } from '../domain/framework';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { entitlementsOf, figuresInForce, weakIn, type Weak } from '../domain/support';
import { categoryRuns, nextRun, stretchesIn, type CategoryRun } from '../domain/supportStretches';
import { supportLine, withStandings, type SupportedStretch } from '../domain/supportLines';
import type { Deps } from './deps';
import { findAcademy, frameworkIn, frameworkOf, readCaller, type Caller } from './trust';

interface Asked {
  readonly caller: Caller;
  readonly academy: Academy;
  readonly year: AcademicYear;
  /** The model of the year asked about. */
  readonly framework: Framework;
  readonly reviews: readonly ReviewRow[];
}

/** The year's model; or the one the category was decided on, where the trust has gone over to a model without it. */
const modelFor = ({ caller, framework }: Asked, run: CategoryRun): Framework => {
  const known = run.framework.code === framework.code && findCategory(framework, run.code);
  return known ? framework : (frameworkOf(caller, run.framework) ?? framework);
};

/** The academy's judgements up to the end of the year, as far as this reader may see them. */
const visibleRecords = ({ caller, academy, year, reviews }: Asked): ReviewRow[] => {
  const seesDrafts = may(caller.person, 'readDraftLevels', { academy });
  return reviews.filter(
    (row) => row.urn === academy.urn && row.year <= year.year && (row.state === 'signedOff' || seesDrafts),
  );
};

const inBrief = ({ code, name, tone, symbol, ledBy }: Category) => ({
  code,
  name,
  tone,
  symbol,
  ...(ledBy && { ledBy }),
});

const weakOf = (asked: Asked, model: Framework): Weak => weakIn(model, asked.caller.frameworks, visibleRecords(asked));

/** A decided category that is still to come is seen by those who may read the change itself. */
const visibleChanges = (caller: Caller, academy: Academy, changes: readonly CategoryChangeRow[]): CategoryChangeRow[] =>
  changes.filter(
    ({ effectiveFrom }) => effectiveFrom <= caller.today || may(caller.person, 'readCategoryChange', { academy }),
  );

const stretchesOf = (asked: Asked, runs: readonly CategoryRun[]): SupportedStretch[] =>
  stretchesIn(runs, asked.year.year).flatMap((stretch) => {
    const model = modelFor(asked, stretch);
    const category = findCategory(model, stretch.code);
    if (!category) return [];
    const { since, from, to } = stretch;
    const weak = weakOf(asked, model);
    const span = { year: asked.year, years: asked.caller.settings.years, since, until: to };
    const lines = entitlementsOf(model, stretch.code).map((item) => supportLine(model, item, weak, span));
    return [{ category: inBrief(category), since, from, until: to, lines }];
  });

/** What a run brings with the figures in force: what has become of a condition is no difference by itself. */
const broughtBy = (asked: Asked, run: CategoryRun): Entitlement[] => {
  const model = modelFor(asked, run);
  const weak = weakOf(asked, model);
  return entitlementsOf(model, run.code).map((item) => ({ ...item, ...figuresInForce(item, weak), when: [] }));
};

/** The decided category that is still to come, and how the support of today changes with it. */
const nextOf = (asked: Asked, runs: readonly CategoryRun[]): SupportView['next'] => {
  const { today } = asked.caller;
  const next = nextRun(runs, today);
  const category = next && findCategory(modelFor(asked, next), next.code);
  if (!next || !category) return undefined;
  const now = runs.find(({ since, until }) => since <= today && (until === undefined || until >= today));
  const support = supportDifference(now && broughtBy(asked, now), broughtBy(asked, next));
  return { category: inBrief(category), from: next.since, support };
};

const access = (
  caller: Caller,
  { urn, year: asked }: SupportKey,
): Result<Pick<Asked, 'academy' | 'year' | 'framework'>> => {
  const academy = findAcademy(caller, urn);
  if (!academy || !may(caller.person, 'readSupport', { academy })) return refused({ code: 'notFound' });
  const year = findYear(caller.settings.years, asked);
  const framework = frameworkIn(caller, asked);
  return year && framework ? accepted({ academy, year, framework }) : refused({ code: 'calendar.unknown-term' });
};

/**
 * The support that an academy's category brings in one academic year, with dates. Figures follow what is weak by the
 * latest judgements that the reader may see. Refusals: `notFound`, `calendar.unknown-term`.
 */
export const readSupport =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: SupportKey): Promise<Result<SupportView>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    const found = access(caller.value, key);
    if (!found.ok) return found;
    const [changes, reviews] = await Promise.all([deps.store.rows('categoryChanges'), deps.store.rows('reviews')]);
    const asked = { caller: caller.value, ...found.value, reviews: reviews.map(({ row }) => row) };
    const decided = visibleChanges(
      caller.value,
      asked.academy,
      changes.map(({ row }) => row),
    );
    const runs = categoryRuns(decided, key.urn);
    const next = nextOf(asked, runs);
    return accepted({
      ...key,
      asAt: asked.caller.now,
      academyName: asked.academy.name,
      categoryWord: asked.framework.categoryWord,
      stretches: withStandings(stretchesOf(asked, runs), key.year, asked.caller.today),
      ...(next && { next }),
    });
  };
