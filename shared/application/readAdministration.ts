import type { PersonId } from '../schema/ids';
import type { Administration } from '../schema/views';
import { listNames } from '../domain/archive';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { readSubjects } from './deliverySubjects';
import type { Deps } from './deps';
import { ifReachable } from './ifReachable';
import { readModelFacts, trustModel } from './modelFacts';
import { viewDelivery } from './setDeliveryPolicy';
import { readCaller, whoIs } from './trust';

const byName = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** What the administrator has to look at: records edited by hand, cards that could not be delivered, people and roles. */
export const readAdministration =
  (deps: Pick<Deps, 'store' | 'clock' | 'sentCards'>) =>
  async (actor: PersonId): Promise<Result<Administration>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    const [edits, undelivered, facts, subject] = await Promise.all([
      deps.store.handEdits(),
      ifReachable(deps.sentCards.inState(['undeliverable'])),
      readModelFacts(deps),
      readSubjects(deps, caller.value),
    ]);
    return accepted({
      handEdits: edits.map(({ kind, id, key, editedAt }) => ({
        list: kind,
        item: id,
        listName: listNames[kind],
        key,
        ...(editedAt && { editedAt }),
      })),
      ...(!undelivered && { undeliveredUnknown: true }),
      undelivered: (undelivered ?? []).map((card) => ({
        person: whoIs(caller.value, card.person),
        subject: subject(card.matter),
        reason: card.reason ?? 'The message could not be delivered.',
        since: card.since,
      })),
      people: byName(caller.value.people),
      academies: byName(caller.value.academies).map(({ urn, name }) => ({ urn, name })),
      model: trustModel(caller.value.settings, facts),
      delivery: viewDelivery(caller.value, caller.value.settings),
    });
  };
