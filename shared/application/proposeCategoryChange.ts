import type { ProposeCategoryChange } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import type { CategoryChangeView } from '../schema/changeViews';
import { latestDecided, openChangeOf } from '../domain/category';
import { propose } from '../domain/proposal';
import { replayOf } from '../domain/replay';
import { accepted, refused, type Result } from '../domain/result';
import { viewChange } from './changeView';
import type { Deps } from './deps';
import { presentCategory } from './presentCategory';
import { readEvidence, type Evidence } from './proposalEvidence';
import { accessProposing, type Proposer } from './proposing';
import { frameworkOf } from './trust';
import { announceSafely } from './writing';

type Proposing = Pick<Deps, 'store' | 'clock' | 'notifier'>;

/** The same proposal sent again is answered with the change it made; another one meets the open one. */
const answerExisting = async (
  deps: Proposing,
  { caller, academy }: Proposer,
  command: ProposeCategoryChange,
): Promise<Result<CategoryChangeView>> => {
  const existing = await deps.store.load('categoryChanges', command.id);
  if (existing.status === 'absent') return refused({ code: 'category.already-open' });
  if (existing.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  const change = existing.document;
  const replay = replayOf(change.history, command.commandId, caller.person.id, ['proposed']);
  return replay === 'done' && change.urn === command.urn
    ? viewChange(deps.store, { caller, academy, change, framework: frameworkOf(caller, change.framework) })
    : refused({ code: 'command.reused' });
};

/** The row that the framework asks for; one without a matrix takes none, whatever was sent. */
const evidenceFor = async (
  deps: Proposing,
  proposer: Proposer,
  { evidence }: ProposeCategoryChange,
): Promise<Result<Evidence | undefined>> =>
  proposer.framework.judging && evidence ? readEvidence(deps, proposer, evidence) : accepted(undefined);

const create = async (
  deps: Proposing,
  proposer: Proposer,
  command: ProposeCategoryChange,
  latest: CategoryChangeRow | undefined,
): Promise<Result<CategoryChangeView>> => {
  const evidence = await evidenceFor(deps, proposer, command);
  if (!evidence.ok) return evidence;
  const { caller, academy, framework } = proposer;
  const change = propose(command, {
    by: caller.person.id,
    at: caller.now,
    framework,
    years: caller.settings.years,
    evidence: evidence.value?.row,
    suggested: evidence.value?.suggested,
    latest,
    leftOn: academy.leftOn,
    from: await presentCategory(deps.store, caller, latest),
  });
  if (!change.ok) return change;
  const created = await deps.store.create('categoryChanges', change.value);
  if (created.status === 'tooLarge') return refused({ code: 'store.too-large' });
  if (created.status === 'exists') return answerExisting(deps, proposer, command);
  await announceSafely(deps.notifier, { kind: 'categoryChanges', key: command.id });
  return viewChange(deps.store, { caller, academy, framework, change: change.value });
};

/** The route must be one of the framework's, and one that names a role of this person's. */
const wrongRoute = ({ framework, routes }: Proposer, { route }: ProposeCategoryChange): boolean =>
  framework.routes.some(({ code }) => code === route) && !routes.some(({ code }) => code === route);

/**
 * Proposes to move an academy to another category, on one of the routes of the framework that applies on the day of the
 * change, with the matrix row frozen as evidence. SharePoint itself refuses a second open change of an academy (a unique
 * column), however many propose at once.
 */
export const proposeCategoryChange =
  (deps: Proposing) =>
  async (actor: PersonId, command: ProposeCategoryChange): Promise<Result<CategoryChangeView>> => {
    const access = await accessProposing(deps, actor, command);
    if (!access.ok) return access;
    const proposer = access.value;
    const changes = (await deps.store.rows('categoryChanges')).map(({ row }) => row);
    if (changes.some((change) => change.id === command.id)) return answerExisting(deps, proposer, command);
    if (wrongRoute(proposer, command)) return refused({ code: 'notAllowed' });
    if (openChangeOf(changes, command.urn)) return refused({ code: 'category.already-open' });
    return create(deps, proposer, command, latestDecided(changes, command.urn));
  };
