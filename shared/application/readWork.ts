import type { CategoryChange } from '../schema/categoryChange';
import type { PersonId } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import type { Work, WorkItem } from '../schema/views';
import { periodOn, samePeriod } from '../domain/calendar';
import { comparePeriods } from '../domain/periods';
import { may, mayReadChange } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import { count } from '../domain/words';
import { workOfChange, workOfOpening, workOfReview } from '../domain/work';
import type { Deps } from './deps';
import { findAcademy, frameworkIn, frameworkOf, readCaller, type Caller } from './trust';

type Reading = Pick<Deps, 'store' | 'clock' | 'sentCards'>;

const reviewWork = (caller: Caller, rows: readonly ReviewRow[]): WorkItem[] =>
  [...rows].sort(comparePeriods).flatMap((row) => {
    const academy = findAcademy(caller, row.urn);
    const framework = frameworkOf(caller, row.framework);
    return academy && framework ? workOfReview(framework, caller.person, academy, row) : [];
  });

const openingWork = (caller: Caller, rows: readonly ReviewRow[]): WorkItem[] => {
  const ref = periodOn(caller.periods, caller.today);
  const period = ref && caller.periods.find((dated) => samePeriod(dated, ref));
  const framework = period && frameworkIn(caller, period.year);
  return framework ? workOfOpening(framework, caller.person, caller.academies, rows, period) : [];
};

/** Whether a route of the trust's stored models names this person: then a change may be theirs that no role shows them. */
const namedOnRoutes = ({ frameworks, person }: Caller): boolean =>
  frameworks.some(({ routes }) => routes.some(({ steps }) => steps.some((step) => step.person === person.id)));

/** The documents of the open changes that this person may see: at most one for each academy. */
const openChanges = async ({ store }: Reading, caller: Caller): Promise<CategoryChange[]> => {
  const named = namedOnRoutes(caller);
  const rows = (await store.rows('categoryChanges')).filter(({ row }) => {
    const academy = findAcademy(caller, row.urn);
    const open = row.state === 'atStep' || row.state === 'returned';
    return open && academy !== undefined && (named || may(caller.person, 'readCategoryChange', { academy }));
  });
  const loaded = await Promise.all(rows.map(({ key }) => store.load('categoryChanges', key)));
  const changes = loaded.flatMap((change) => (change.status === 'found' ? [change.document] : []));
  return changes.filter((change) => {
    const academy = findAcademy(caller, change.urn);
    return academy !== undefined && mayReadChange(caller.person, change.route, academy);
  });
};

const administrationWork = async (deps: Reading, caller: Caller): Promise<WorkItem[]> => {
  if (!may(caller.person, 'administer')) return [];
  const [edits, undelivered] = await Promise.all([deps.store.handEdits(), deps.sentCards.undeliverable()]);
  const place = { subPageId: 'administration' };
  const items: WorkItem[] = [];
  if (edits.length > 0) {
    const detail = `${count(edits.length, 'record')} changed outside Assured`;
    items.push({
      id: 'hand-edits',
      kind: 'checkHandEdits',
      title: 'Look at records changed by hand',
      detail,
      ...place,
    });
  }
  if (undelivered.length > 0) {
    const detail = `${count(undelivered.length, 'message')} not delivered`;
    items.push({
      id: 'deliveries',
      kind: 'checkDeliveries',
      title: 'Look at messages that did not arrive',
      detail,
      ...place,
    });
  }
  return items;
};

/** What waits for one person, and nothing else. */
export const readWork =
  (deps: Reading) =>
  async (actor: PersonId): Promise<Result<Work>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const rows = (await deps.store.rows('reviews')).map(({ row }) => row);
    const changes = await openChanges(deps, caller);
    const items = [
      ...changes.flatMap((change) => {
        const academy = findAcademy(caller, change.urn);
        return academy ? workOfChange(caller.person, academy, change) : [];
      }),
      ...reviewWork(caller, rows),
      ...openingWork(caller, rows),
      ...(await administrationWork(deps, caller)),
    ];
    return accepted({ asAt: caller.now, items });
  };
