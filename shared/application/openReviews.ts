import type { Framework } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { OpenReviews } from '../schema/commands';
import type { OpenedReviews } from '../schema/reviewViews';
import { notApplicableTo } from '../domain/framework';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { openReview } from '../domain/review';
import type { Deps } from './deps';
import { frameworkFor, readCaller, type Caller } from './trust';
import { announceSafely } from './writing';

/** Few at a time: a person waits, and writes are the scarce thing. */
const together = 5;

type Opened = 'opened' | 'alreadyOpen' | 'tooLarge';

const openOne = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  command: OpenReviews,
  { person, now }: Caller,
  academy: Academy,
  framework: Framework,
): Promise<Opened> => {
  const key = { urn: academy.urn, year: command.year, term: command.term };
  const notApplicable = notApplicableTo(framework, academy);
  const opening = { key, commandId: command.commandId, framework, notApplicable };
  const created = await deps.store.create('reviews', openReview(opening, { by: person.id, at: now }));
  if (created.status === 'created') await announceSafely(deps.notifier, { kind: 'reviews', key: keyOfReview(key) });
  return created.status === 'exists' ? 'alreadyOpen' : created.status === 'created' ? 'opened' : 'tooLarge';
};

/**
 * Opens a term's review for every academy that the director leads. One write for each; an academy that has its review
 * already keeps it, so the act may be sent again after an interruption and completes what is missing.
 */
export const openReviews =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: OpenReviews): Promise<Result<OpenedReviews>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'openReviews')) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(caller.value, command);
    if (!framework.ok) return framework;
    const academies = caller.value.academies.filter((academy) => may(caller.value.person, 'openReviews', { academy }));
    const outcomes: { urn: Academy['urn']; outcome: Opened }[] = [];
    for (let i = 0; i < academies.length; i += together) {
      const open = async (academy: Academy) => ({
        urn: academy.urn,
        outcome: await openOne(deps, command, caller.value, academy, framework.value),
      });
      outcomes.push(...(await Promise.all(academies.slice(i, i + together).map(open))));
    }
    if (outcomes.some(({ outcome }) => outcome === 'tooLarge')) return refused({ code: 'store.too-large' });
    const having = (wanted: Opened) => outcomes.filter(({ outcome }) => outcome === wanted).map(({ urn }) => urn);
    const { year, term } = command;
    return accepted({ year, term, opened: having('opened'), alreadyOpen: having('alreadyOpen') });
  };
