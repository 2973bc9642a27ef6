import type { PersonId } from '../schema/ids';
import type { HistoryLine } from '../schema/views';
import type { RoleNames } from '../domain/roleWords';
import { may } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { presentYear, readCaller, whoIs, type Caller, type Trust } from './trust';

/** The trust as its administrator asks about it. Refusals: `caller.unknown`, `notAllowed`. */
export const readAdministrator = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: PersonId,
): Promise<Result<Caller>> => {
  const caller = await readCaller(deps, actor);
  if (!caller.ok) return caller;
  return may(caller.value.person, 'administer') ? caller : refused({ code: 'notAllowed' });
};

const byName = <T extends { readonly name: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** What roles can reach, with names: academies in alphabetical order, functions and committees as the model has them. */
export const roleNames = (trust: Trust): Required<RoleNames> => {
  const framework = presentYear(trust)?.framework;
  const named = <C>({ code, name }: { readonly code: C; readonly name: string }): { code: C; name: string } => ({
    code,
    name,
  });
  return {
    academies: byName(trust.academies).map(({ urn, name }) => ({ urn, name })),
    groups: (framework?.groups ?? []).map(named),
    committees: (framework?.committees ?? []).map(named),
  };
};

/** What was done and by whom, oldest first. */
export const historyOf = <E extends { readonly at: string; readonly by: PersonId }>(
  trust: Trust,
  events: readonly E[] | undefined,
  words: (event: E) => string,
): HistoryLine[] => (events ?? []).map((event) => ({ at: event.at, by: whoIs(trust, event.by), text: words(event) }));
