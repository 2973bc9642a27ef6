import type { Deps } from '../../../shared/application/deps';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { readReview } from '../../../shared/application/readReview';
import { recordKpis } from '../../../shared/application/recordKpis';
import { reopenReview } from '../../../shared/application/reopenReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { keyOfReview } from '../../../shared/domain/keys';
import type { RefusalCode } from '../../../shared/domain/refusal';
import type { Result } from '../../../shared/domain/result';
import type { PersonId } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import { ReviewView } from '../../../shared/schema/reviewViews';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { area, level, urn } from '../../support/builders/ids';
import { outcomeOf } from '../../support/builders/outcome';
import { alder, birch, callerNames, callers, type CallerName } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  signedOffReview,
  type ReviewParts,
} from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

type Outcome = 'accepted' | RefusalCode;
type Line = Record<CallerName, readonly [own: Outcome, other: Outcome]>;
interface Case {
  readonly review: (
    parts: ReviewParts,
  ) => ReturnType<typeof openReview> | ReturnType<typeof awaitingReview> | ReturnType<typeof signedOffReview>;
  readonly run: (deps: Deps, actor: PersonId, key: ReviewKey) => Promise<Result<ReviewView>>;
  readonly writes: boolean;
  readonly line: Line;
}

const no = ['notFound', 'notFound'] as const;
const never = ['notAllowed', 'notAllowed'] as const;
const always = ['accepted', 'accepted'] as const;
const ownOnly = ['accepted', 'notFound'] as const;
const ownNot = ['notAllowed', 'notFound'] as const;
const outsiders = { boardMember: no, committeeMember: no, localGovernor: no, administrator: no, noRole: no };

/**
 * `domain.md`, 'Who may do what' and rule 8: 'own' is Alder (a primary), 'other' is Birch (a secondary). Whoever may not
 * see the academy hears that there is nothing; whoever may see but not act hears that their role does not include it.
 */
const judging: Line = {
  headTeacher: ownNot,
  director: always,
  primaryDirector: ownOnly,
  functionLead: never,
  ceo: always,
  ...outsiders,
};
const deciding: Line = {
  headTeacher: ownOnly,
  director: never,
  primaryDirector: ownNot,
  functionLead: never,
  ceo: never,
  ...outsiders,
};
const cases: Record<string, Case> = {
  'read a draft': {
    review: judgedReview,
    run: (deps, actor, key) => readReview(deps)(actor, key),
    writes: false,
    line: { ...judging, headTeacher: ownOnly, functionLead: always },
  },
  'read what is signed off': {
    review: signedOffReview,
    run: (deps, actor, key) => readReview(deps)(actor, key),
    writes: false,
    line: { ...judging, headTeacher: ownOnly, functionLead: always, localGovernor: ownOnly },
  },
  'judge an area': {
    review: openReview,
    run: (deps, actor, key) => rateArea(deps)(actor, command.toRate(key)),
    writes: true,
    line: judging,
  },
  'judge an area of the function lead’s': {
    review: openReview,
    run: (deps, actor, key) =>
      rateArea(deps)(actor, command.toRate({ ...key, area: area.vacancies, level: level.assured })),
    writes: true,
    line: { ...judging, functionLead: always },
  },
  'enter measures': {
    review: openReview,
    run: (deps, actor, key) => recordKpis(deps)(actor, command.toMeasure(key)),
    writes: true,
    line: judging,
  },
  'send for sign-off': {
    review: judgedReview,
    run: (deps, actor, key) => sendForSignOff(deps)(actor, command.toSend(key)),
    writes: true,
    line: judging,
  },
  'sign off': {
    review: awaitingReview,
    run: (deps, actor, key) => signOffReview(deps)(actor, command.toSignOff(key)),
    writes: true,
    line: deciding,
  },
  query: {
    review: awaitingReview,
    run: (deps, actor, key) => queryReview(deps)(actor, command.toQuery(key)),
    writes: true,
    line: deciding,
  },
  reopen: {
    review: signedOffReview,
    run: (deps, actor, key) => reopenReview(deps)(actor, command.toReopen(key)),
    writes: true,
    line: { ...judging, localGovernor: ownNot },
  },
};

describe('a review edited by hand', () => {
  const told: Line = {
    headTeacher: ['store.edited-by-hand', 'notFound'],
    director: ['store.edited-by-hand', 'store.edited-by-hand'],
    primaryDirector: ['store.edited-by-hand', 'notFound'],
    functionLead: ['store.edited-by-hand', 'store.edited-by-hand'],
    ceo: ['store.edited-by-hand', 'store.edited-by-hand'],
    boardMember: no,
    committeeMember: no,
    localGovernor: ['store.edited-by-hand', 'notFound'],
    administrator: no,
    noRole: no,
  };
  it.each(callerNames)('%s', async (caller) => {
    const trust = await createTrust({ reviews: [signedOffReview(), signedOffReview({ academy: birch })] });
    const keys = [urn.alder, urn.birch].map((each) => ({ urn: each, ...autumn }));
    for (const key of keys) trust.store.handEdit('reviews', keyOfReview(key));
    const outcomes = await Promise.all(
      keys.map(async (key) => outcomeOf(await readReview(trust)(callers[caller].id, key))),
    );
    expect(outcomes).toEqual(told[caller]);
  });
});

describe.each(Object.entries(cases))('to %s', (_, { review, run, writes, line }) => {
  const places = [
    ['own', { urn: urn.alder, ...autumn }],
    ['other', { urn: urn.birch, ...autumn }],
    ['unknown', { urn: urn.unknown, ...autumn }],
    ['not opened', { urn: urn.cedar, ...autumn }],
  ] as const;
  const expected = (caller: CallerName, place: (typeof places)[number][0]): Outcome => {
    if (place === 'own') return line[caller][0];
    return place === 'other' ? line[caller][1] : 'notFound';
  };

  it.each(callerNames.flatMap((caller) => places.map(([place, key]) => [caller, place, key] as const)))(
    '%s, %s academy',
    async (caller, place, key) => {
      const trust = await createTrust({ reviews: [review({ academy: alder }), review({ academy: birch })] });
      const before = await trust.store.load('reviews', keyOfReview(key));
      const result = await run(trust, callers[caller].id, key);
      expect(outcomeOf(result)).toBe(expected(caller, place));
      const written = result.ok && writes;
      const after = await trust.store.load('reviews', keyOfReview(key));
      if (written) expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
      expect(trust.notifier.announced).toEqual(written ? [{ kind: 'reviews', key: keyOfReview(key) }] : []);
      if (result.ok) expect(ReviewView.parse(result.value)).toEqual(result.value);
    },
  );
});
