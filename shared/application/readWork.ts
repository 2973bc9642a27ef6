import type { PersonId } from '../schema/ids';
import type { Work, WorkItem } from '../schema/views';
import { may } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import { count } from '../domain/words';
import type { Deps } from './deps';
import { ifReachable } from './ifReachable';
import { perhapsSeenBy, readPresentWork, workOf } from './presentWork';
import { readCaller, type Caller } from './trust';

type Reading = Pick<Deps, 'store' | 'clock' | 'sentCards'>;

/** Without a number nobody knows at the moment: then that is what there is to look at. */
const deliveriesToCheck = (undelivered: number | undefined): WorkItem => ({
  id: 'deliveries',
  kind: 'checkDeliveries',
  title: 'Look at messages that did not arrive',
  detail:
    undelivered === undefined
      ? 'The list of messages cannot be read at the moment'
      : `${count(undelivered, 'message')} not delivered`,
  subPageId: 'administration/messages',
});

const administrationWork = async (deps: Reading, caller: Caller): Promise<WorkItem[]> => {
  if (!may(caller.person, 'administer')) return [];
  const [edits, undelivered] = await Promise.all([
    deps.store.handEdits(),
    ifReachable(deps.sentCards.inState(['undeliverable', 'unsure'])),
  ]);
  const items: WorkItem[] = [];
  if (edits.length > 0) {
    const detail = `${count(edits.length, 'record')} changed outside Assured`;
    items.push({
      id: 'hand-edits',
      kind: 'checkHandEdits',
      title: 'Look at records changed by hand',
      detail,
      subPageId: 'administration/hand-edits',
    });
  }
  return undelivered?.length === 0 ? items : [...items, deliveriesToCheck(undelivered?.length)];
};

/** What waits for one person, and nothing else: in the order of its dates, then what has none. */
export const readWork =
  (deps: Reading) =>
  async (actor: PersonId): Promise<Result<Work>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const work = await readPresentWork(deps, caller, perhapsSeenBy(caller, caller.person));
    const items = [...workOf(work, caller.person), ...(await administrationWork(deps, caller))];
    return accepted({ asAt: caller.now, items });
  };
