import type { PersonId } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import type { Approvals, Waiting } from '../schema/standingViews';
import { purposeOf, recordOf, waitsFor } from '../domain/judging';
import { accepted, type Result } from '../domain/result';
import { capital, recordPhrase, yearInPath } from '../domain/words';
import type { Deps } from './deps';
import { seesReview } from './reviewAccess';
import { waitingChange } from './standing';
import { findAcademy, frameworkOf, readCaller, type Caller } from './trust';

const waitingReview = (caller: Caller, row: ReviewRow): Waiting[] => {
  const academy = findAcademy(caller, row.urn);
  const framework = frameworkOf(caller, row.framework);
  if (!academy || !framework || row.state !== 'awaitingSignOff' || !seesReview(caller, academy, row)) return [];
  return [
    {
      subject: `${capital(recordPhrase(row, recordOf(framework)))} of ${academy.name}`,
      step: capital(purposeOf(framework)),
      with: caller.people.filter((person) => waitsFor(framework, row, person, academy)).map(({ name }) => name),
      mine: waitsFor(framework, row, caller.person, academy),
      ...(row.waitingSince !== undefined && { since: row.waitingSince }),
      subPageId: `reviews/${yearInPath(row.year)}/${row.period}/${row.urn}`,
    },
  ];
};

/** One document for each open change: at most one for each academy. What cannot be believed is left out. */
const waitingChanges = async ({ store }: Pick<Deps, 'store'>, caller: Caller): Promise<Waiting[]> => {
  const open = (await store.rows('categoryChanges')).filter(({ row }) => row.state === 'atStep');
  const loaded = await Promise.all(open.map(({ key }) => store.load('categoryChanges', key)));
  return loaded.flatMap((change) => {
    const academy = change.status === 'found' ? findAcademy(caller, change.document.urn) : undefined;
    const waiting = academy && change.status === 'found' && waitingChange(caller, academy, change.document);
    return waiting ? [waiting] : [];
  });
};

/** The reader's own first; then what has waited longest; what says no time comes last. */
const inTurn = (a: Waiting, b: Waiting): number =>
  Number(b.mine) - Number(a.mine) ||
  (a.since ?? '9999').localeCompare(b.since ?? '9999') ||
  a.subject.localeCompare(b.subject, 'en-GB');

/** What waits for a decision, of what this person may see: with whom, and since when. Refusals: `caller.unknown`. */
export const readApprovals =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<Approvals>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const changes = await waitingChanges(deps, caller);
    const reviews = (await deps.store.rows('reviews')).flatMap(({ row }) => waitingReview(caller, row));
    return accepted({ asAt: caller.now, items: [...changes, ...reviews].sort(inTurn) });
  };
