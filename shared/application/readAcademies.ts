import type { AdministeredAcademies, AdministeredAcademy } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import { factsOfAcademy } from '../domain/academyFacts';
import { academyEventWords } from '../domain/administrationWords';
import { accepted, type Result } from '../domain/result';
import { historyOf, readAdministrator } from './administratorAccess';
import type { Deps } from './deps';
import type { Store } from './ports/store';
import { presentYear, type Caller, type Trust } from './trust';

/** How many records each academy has. */
export const countRecords = async (store: Store): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const { row } of await store.rows('reviews')) counts.set(row.urn, (counts.get(row.urn) ?? 0) + 1);
  return counts;
};

/** Those whose role is for this academy alone: they must be looked at when it leaves. */
const holdersOf = ({ people }: Trust, academy: Academy): string[] =>
  people
    .filter(({ roles }) => roles.some((role) => 'academy' in role && role.academy === academy.urn))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'en-GB'));

/** An academy as its administrator sees it. */
export const viewAdministered = (trust: Trust, academy: Academy, records: number): AdministeredAcademy => ({
  urn: academy.urn,
  facts: factsOfAcademy(academy),
  records,
  holders: holdersOf(trust, academy),
  history: historyOf(trust, academy.history, academyEventWords),
});

const areasOf = (caller: Caller): AdministeredAcademies['areas'] =>
  (presentYear(caller)?.framework.areas ?? []).map(({ code, name, notApplicableIn }) => ({
    code,
    name,
    notApplicableIn: [...notApplicableIn],
  }));

/** The trust's academies as administrators keep them, those that left too, in alphabetical order. Refusals: `notAllowed`. */
export const readAcademies =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<AdministeredAcademies>> => {
    const caller = await readAdministrator(deps, actor);
    if (!caller.ok) return caller;
    const trust = caller.value;
    const records = await countRecords(deps.store);
    return accepted({
      asAt: trust.now,
      today: trust.today,
      academies: [...trust.academies]
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map((academy) => viewAdministered(trust, academy, records.get(academy.urn) ?? 0)),
      areas: areasOf(trust),
    });
  };
