import type { TrustSettings } from '../schema/settings';
import { ChangeId, Urn, Year, Period, type PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { accessChange } from './changeAccess';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';
import { readCaller } from './trust';

type Reading = Pick<Deps, 'store' | 'clock'>;

interface HeldAccess {
  readonly settings: TrustSettings;
  /** Whoever acted last on the matter, or an administrator. */
  readonly maySend: boolean;
}

/** `urn|year|period`; undefined where it is no review's key. */
const reviewKeyOf = (key: string) => {
  const [urn, year, period] = key.split('|');
  const [u, y, p] = [Urn.safeParse(urn), Year.safeParse(year), Period.safeParse(period)];
  return u.success && y.success && p.success ? { urn: u.data, year: y.data, period: p.data } : undefined;
};

type LastActor = Result<PersonId | undefined>;

const ofReview = async (deps: Reading, actor: PersonId, name: string): Promise<LastActor> => {
  const key = reviewKeyOf(name);
  const found = key ? await accessReview(deps, actor, key) : refused({ code: 'notFound' });
  return found.ok ? accepted(found.value.review.history.at(-1)?.by) : found;
};

const ofChange = async (deps: Reading, actor: PersonId, name: string): Promise<LastActor> => {
  const id = ChangeId.safeParse(name);
  const found = id.success ? await accessChange(deps, actor, id.data) : refused({ code: 'notFound' });
  return found.ok ? accepted(found.value.change.history.at(-1)?.by) : found;
};

/** Who acted last on a matter that the actor may see; a person's own work is nobody's to hurry. */
const lastActors = {
  reviews: ofReview,
  categoryChanges: ofChange,
  work: async () => refused({ code: 'notFound' }),
} satisfies Record<Matter['kind'], typeof ofReview>;

/** Whether somebody may have what is held about a matter sent at once. Whoever may not see the matter: `notFound`. */
export const accessToHeld = async (deps: Reading, actor: PersonId, matter: Matter): Promise<Result<HeldAccess>> => {
  const caller = await readCaller(deps, actor);
  if (!caller.ok) return caller;
  const { settings, person } = caller.value;
  if (matter.kind !== 'work' && may(person, 'administer')) return accepted({ settings, maySend: true });
  const last = await lastActors[matter.kind](deps, actor, matter.key);
  return last.ok ? accepted({ settings, maySend: last.value === actor }) : last;
};
