import type { FrozenRow } from '../schema/categoryChange';
import type { ProposeCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { CategoryChangeRow } from '../schema/rows';
import type { CategoryChangeView } from '../schema/changeViews';
import { latestDecided, openChangeOf } from '../domain/category';
import { propose } from '../domain/categoryChange';
import { notApplicableTo } from '../domain/framework';
import { keyOfReview } from '../domain/keys';
import { may, mayPropose } from '../domain/policy';
import { replayOf } from '../domain/replay';
import { levelsOf } from '../domain/review';
import { accepted, refused, type Result } from '../domain/result';
import type { ChangeAccess } from './changeAccess';
import { viewChange } from './changeView';
import type { Deps } from './deps';
import { findAcademy, frameworkFor, readCaller, type Caller } from './trust';
import { announceSafely } from './writing';

type Proposing = Pick<Deps, 'store' | 'clock' | 'notifier'>;
type Place = Omit<ChangeAccess, 'change'>;

/** The row as it stands in the list, read afresh: what is frozen must not be a few seconds old. */
const freeze = async (
  { store }: Proposing,
  { caller, academy, framework }: Place,
  { evidence }: ProposeCategoryChange,
): Promise<Result<FrozenRow>> => {
  const key = { urn: academy.urn, ...evidence };
  const loaded = await store.load('reviews', keyOfReview(key));
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  const takenAt = caller.now;
  if (loaded.status === 'absent') {
    const notApplicable = notApplicableTo(framework, academy);
    return accepted({ ...evidence, state: 'notOpened', levels: {}, notApplicable, takenAt });
  }
  const { state, notApplicable } = loaded.document;
  return accepted({ ...evidence, state, levels: levelsOf(loaded.document), notApplicable, takenAt });
};

/** The same proposal sent again is answered with the change it made; another one meets the open one. */
const answerExisting = async (
  deps: Proposing,
  place: Place,
  command: ProposeCategoryChange,
): Promise<Result<CategoryChangeView>> => {
  const existing = await deps.store.load('categoryChanges', command.id);
  if (existing.status === 'absent') return refused({ code: 'category.already-open' });
  if (existing.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  const change = existing.document;
  const replay = replayOf(change.history, command.commandId, place.caller.person.id, ['proposed']);
  return replay === 'done' && change.urn === command.urn
    ? viewChange(deps.store, { ...place, change })
    : refused({ code: 'command.reused' });
};

const create = async (
  deps: Proposing,
  place: Place,
  command: ProposeCategoryChange,
  latest: CategoryChangeRow | undefined,
): Promise<Result<CategoryChangeView>> => {
  const evidence = await freeze(deps, place, command);
  if (!evidence.ok) return evidence;
  const { caller, framework } = place;
  const context = { by: caller.person.id, at: caller.now, framework, evidence: evidence.value, latest };
  const change = propose(command, context);
  if (!change.ok) return change;
  const created = await deps.store.create('categoryChanges', change.value);
  if (created.status === 'tooLarge') return refused({ code: 'store.too-large' });
  if (created.status === 'exists') return answerExisting(deps, place, command);
  await announceSafely(deps.notifier, { kind: 'categoryChanges', key: command.id });
  return viewChange(deps.store, { ...place, change: change.value });
};

const placeFor = (caller: Caller, academy: Academy, year: ProposeCategoryChange['evidence']['year']): Result<Place> => {
  const framework = frameworkFor(caller, { year, term: 'autumn' });
  if (!framework.ok) return framework;
  return mayPropose(caller.person, framework.value.categoryRoute, academy)
    ? accepted({ caller, academy, framework: framework.value })
    : refused({ code: 'notAllowed' });
};

/**
 * Proposes to move an academy to another category, with the matrix row frozen as evidence. SharePoint itself refuses
 * a second open change of an academy (a unique column), however many propose at once.
 */
export const proposeCategoryChange =
  (deps: Proposing) =>
  async (actor: PersonId, command: ProposeCategoryChange): Promise<Result<CategoryChangeView>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const academy = findAcademy(caller, command.urn);
    if (!academy || !may(caller.person, 'readCategoryChange', { academy })) return refused({ code: 'notFound' });
    if (!may(caller.person, 'proposeCategory', { academy })) return refused({ code: 'notAllowed' });
    const place = placeFor(caller, academy, command.evidence.year);
    if (!place.ok) return place;
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    if (changes.some((change) => change.id === command.id)) return answerExisting(deps, place.value, command);
    if (openChangeOf(changes, academy.urn)) return refused({ code: 'category.already-open' });
    return create(deps, place.value, command, latestDecided(changes, academy.urn));
  };
