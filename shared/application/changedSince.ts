import { createHash } from 'node:crypto';
import type { AskedModel } from '../schema/asked';
import type { FrozenRow } from '../schema/categoryChange';
import type { CategoryChangeView } from '../schema/changeViews';
import type { Level } from '../schema/framework';
import type { AreaCode, LevelCode } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import { findArea, levelOf, sameFramework } from '../domain/framework';
import { may } from '../domain/policy';
import type { ChangeAccess } from './changeAccess';
import type { Row, Store } from './ports/store';
import { frameworkOf, type Trust } from './trust';

type Changed = CategoryChangeView['changedSince'][number];

/** A present level as the version it was judged on means it, where that is not the version that was frozen. */
const otherwise = (trust: Trust, model: AskedModel, row: ReviewRow, code: AreaCode): Level | undefined => {
  const framework = sameFramework(model.framework, row.framework) ? undefined : frameworkOf(trust, row.framework);
  const area = framework && findArea(framework, code);
  return framework && area && levelOf(framework, area, row.levels[code]);
};

const sameName = (model: AskedModel, code: AreaCode, then: LevelCode | undefined, as: Level | undefined): boolean => {
  const area = findArea(model, code);
  return as === undefined || (area !== undefined && levelOf(model, area, then)?.name === as.name);
};

/**
 * Areas whose level is no longer the one that was frozen, in the period that was frozen. Nothing is compared with a
 * draft that the reader may not see, nor with a record that cannot be believed. `rows` are the trust's reviews.
 */
export const changedIn = (
  rows: readonly Row<'reviews'>[],
  { caller, academy, change }: Pick<ChangeAccess, 'caller' | 'academy' | 'change'>,
  frozen: FrozenRow | undefined,
): Changed[] => {
  const model = frozen?.model;
  if (!frozen || !model) return [];
  const now = rows.find(
    ({ row }) => row.urn === change.urn && row.year === frozen.year && row.period === frozen.period,
  )?.row;
  if (!now || (now.state !== 'signedOff' && !may(caller.person, 'readDraftLevels', { academy }))) return [];
  return model.areas.flatMap(({ code }): Changed[] => {
    const [then, level] = [frozen.levels[code], now.levels[code]];
    const as = otherwise(caller, model, now, code);
    if (then === level && sameName(model, code, then, as)) return [];
    return [{ area: code, ...(then && { then }), ...(level && { now: level }), ...(as && { as }) }];
  });
};

/** The same, read from the store; nothing is read where nothing was frozen. */
export const changedSince = async (
  store: Store,
  access: Pick<ChangeAccess, 'caller' | 'academy' | 'change'>,
  frozen: FrozenRow | undefined,
): Promise<Changed[]> => (frozen?.model ? changedIn(await store.rows('reviews'), access, frozen) : []);

/** What a decision names as seen: the same for the same differences, whoever reads them. */
export const seenOf = (changed: readonly Changed[]): string =>
  createHash('sha256')
    .update(JSON.stringify(changed.map(({ area, then, now, as }) => [area, then ?? '', now ?? '', as?.name ?? ''])))
    .digest('base64url');
