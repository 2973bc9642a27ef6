import fc from 'fast-check';
import { agreedRoles, rolesToSettle, rolesWaitedFor, settlingOf, waitsFor } from '../../../shared/domain/judging';
import { roundOf } from '../../../shared/domain/review';
import { query, reopen, sendForSignOff, signOff } from '../../../shared/domain/signOff';
import type { Result } from '../../../shared/domain/result';
import type { Framework } from '../../../shared/schema/framework';
import type { Person } from '../../../shared/schema/people';
import { Review } from '../../../shared/schema/review';
import type { RouteRole } from '../../../shared/schema/route';
import { now } from '../../support/builders/calendar';
import { judgedBy, smallFramework, threeAgree, twoAgree } from '../../support/builders/framework';
import { commandId } from '../../support/builders/ids';
import { frozen, refusalOf, valueOf } from '../../support/builders/outcome';
import { alder, birchHead, bo, coHead, cora, dana, hazel, primaryDirector } from '../../support/builders/people';
import { judgedReview } from '../../support/builders/reviews';

const both: Person = { ...dana, roles: [...dana.roles, ...cora.roles] };
let acts = 0;
const id = () => commandId(`act-number-${(acts += 1)}`);
const key = ({ urn, year, period }: Review) => ({ urn, year, period });

const send = (framework: Framework, by: Person, review: Review = judgedReview({ framework })): Result<Review> =>
  sendForSignOff(
    frozen(review),
    { commandId: id(), ...key(review) },
    { by: by.id, at: now, framework, roles: rolesToSettle(framework, by, alder) },
  );
const agree = (framework: Framework, review: Review, by: Person, round = roundOf(review)): Result<Review> =>
  signOff(
    frozen(review),
    { commandId: id(), ...key(review), round, comment: '' },
    { by: by.id, at: now, roles: rolesToSettle(framework, by, alder), needed: settlingOf(framework).by },
  );
const ask = (review: Review, by: Person): Result<Review> =>
  query(
    frozen(review),
    { commandId: id(), ...key(review), round: roundOf(review), comment: 'Why?' },
    { by: by.id, at: now },
  );

const holders: Partial<Record<RouteRole, Person>> = { headTeacher: hazel, directorOfEducation: dana, ceo: cora };
const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, i) =>
        permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
      );

describe('three must agree, in any order', () => {
  const unsent = judgedBy({
    settling: { word: 'agreement', by: ['headTeacher', 'directorOfEducation', 'ceo'] },
    raters: ['headTeacher'],
  });
  // Sent by a director who has no part in settling here: nobody has agreed yet.
  const sent = valueOf(
    sendForSignOff(
      judgedReview({ framework: unsent }),
      { commandId: id(), ...key(judgedReview()) },
      { by: primaryDirector.id, at: now, framework: unsent, roles: [] },
    ),
  );

  it.each(permutations(settlingOf(unsent).by).map((order) => [order.join(', '), order] as const))('%s', (_, order) => {
    const end = order.reduce<Review>((review, role, i) => {
      expect(review.state).toBe('awaitingSignOff');
      expect(agreedRoles(review)).toEqual(order.slice(0, i));
      return valueOf(agree(unsent, review, holders[role] ?? bo));
    }, sent);
    const last = holders[order[2] ?? 'ceo'];
    expect(end).toMatchObject({ state: 'signedOff', signedOffBy: last?.id, signedOffAt: now });
    expect(agreedRoles(end)).toEqual(order);
    expect(end.history.slice(-3).map(({ type }) => type)).toEqual(['agreed', 'agreed', 'signedOff']);
    expect(Review.parse(end)).toEqual(end);
  });

  it('only the last one locks: before that nothing of what was sent is locked or lost', () => {
    const first = valueOf(agree(unsent, sent, hazel));
    expect(first).toMatchObject({ state: 'awaitingSignOff', sentBy: primaryDirector.id });
    expect(first.judgements).toEqual(sent.judgements);
    expect(first).not.toHaveProperty('signedOffAt');
    expect(Review.parse(first)).toEqual(first);
  });
});

describe('whoever sends it', () => {
  it('has agreed by sending', () => {
    const sent = valueOf(send(threeAgree, dana));
    expect(sent).toMatchObject({ agreed: [{ roles: ['directorOfEducation'], by: dana.id, at: now }] });
    expect(rolesWaitedFor(threeAgree, { state: sent.state, agreed: agreedRoles(sent) })).toEqual([
      'headTeacher',
      'ceo',
    ]);
  });
  it('has agreed in every role that they hold', () =>
    expect(agreedRoles(valueOf(send(threeAgree, both)))).toEqual(['directorOfEducation', 'ceo']));
  it('has not agreed where they have no part in it', () =>
    expect(agreedRoles(valueOf(send(twoAgree, dana)))).toEqual([]));
  it('is never the last: who alone must agree does so by an act of its own', () => {
    const alone = judgedBy({ settling: { word: 'agreement', by: ['ceo'] } });
    expect(agreedRoles(valueOf(send(alone, cora)))).toEqual([]);
    const pair = judgedBy({ settling: { word: 'agreement', by: ['directorOfEducation', 'ceo'] } });
    expect(agreedRoles(valueOf(send(pair, both)))).toEqual([]);
    expect(valueOf(agree(pair, valueOf(send(pair, both)), both)).state).toBe('signedOff');
  });
  it('has signed off nothing: a sign-off is always an act of its own', () => {
    const ceoSigns = judgedBy({ settling: { word: 'signOff', by: ['ceo', 'headTeacher'] } });
    expect(agreedRoles(valueOf(send(ceoSigns, cora)))).toEqual([]);
  });
});

describe('the same person and the same role', () => {
  it('somebody with two roles agrees for both at once', () => {
    const sent = valueOf(send(threeAgree, primaryDirector, judgedReview({ framework: threeAgree })));
    const afterHead = valueOf(agree(threeAgree, sent, hazel));
    const end = valueOf(agree(threeAgree, afterHead, { ...cora, roles: [...cora.roles, ...hazel.roles] }));
    expect(end.state).toBe('signedOff');
    const alone = valueOf(
      agree(threeAgree, valueOf(send(threeAgree, primaryDirector)), {
        ...cora,
        roles: [...cora.roles, ...hazel.roles],
      }),
    );
    expect(alone.state).toBe('signedOff');
    expect(agreedRoles(alone)).toEqual(['directorOfEducation', 'headTeacher', 'ceo']);
  });
  it('a second agreement of the same person is told when they agreed', () => {
    const sent = valueOf(send(threeAgree, dana));
    expect(refusalOf(agree(threeAgree, sent, dana))).toEqual({ code: 'review.already-agreed', by: dana.id, at: now });
  });
  it('the other head of the academy is told who agreed in their role, and not who agreed in another', () => {
    const once = valueOf(agree(threeAgree, valueOf(send(threeAgree, dana)), hazel));
    expect(refusalOf(agree(threeAgree, once, coHead))).toEqual({
      code: 'review.already-agreed',
      by: hazel.id,
      at: now,
    });
  });
  it('after the lock everybody is told who agreed last', () => {
    const end = valueOf(agree(twoAgree, valueOf(agree(twoAgree, valueOf(send(twoAgree, dana)), hazel)), cora));
    for (const person of [hazel, cora])
      expect(refusalOf(agree(twoAgree, end, person))).toEqual({ code: 'review.already-agreed', by: cora.id, at: now });
  });
  it('who holds none of the roles agrees nothing', () => {
    for (const person of [bo, birchHead])
      expect(refusalOf(agree(threeAgree, valueOf(send(threeAgree, dana)), person))).toEqual({ code: 'notAllowed' });
  });
});

describe('a query', () => {
  it('makes what was agreed void, and the next round asks everybody anew', () => {
    const once = valueOf(agree(threeAgree, valueOf(send(threeAgree, dana)), hazel));
    const queried = valueOf(ask(once, cora));
    expect(queried).not.toHaveProperty('agreed');
    const again = valueOf(send(threeAgree, dana, queried));
    expect(agreedRoles(again)).toEqual(['directorOfEducation']);
    expect(waitsFor(threeAgree, { state: again.state, agreed: agreedRoles(again) }, hazel, alder)).toBe(true);
  });
  it('is open to who has agreed already, while it is not locked', () => {
    const once = valueOf(agree(threeAgree, valueOf(send(threeAgree, dana)), hazel));
    expect(valueOf(ask(once, hazel)).state).toBe('queried');
  });
  it('an agreement on the round before is refused', () => {
    const again = valueOf(send(threeAgree, dana, valueOf(ask(valueOf(send(threeAgree, dana)), hazel))));
    expect(refusalOf(agree(threeAgree, again, cora, 1)).code).toBe('review.sent-again');
  });
});

describe('reopening', () => {
  it('makes every agreement void too', () => {
    const end = valueOf(agree(twoAgree, valueOf(agree(twoAgree, valueOf(send(twoAgree, dana)), hazel)), cora));
    const command = { commandId: id(), ...key(end), reason: 'A mistake.' };
    const open = valueOf(reopen(end, command, { by: cora.id, at: now }));
    expect(open).not.toHaveProperty('agreed');
    expect(open.earlier).toHaveLength(1);
    expect(agreedRoles(valueOf(send(twoAgree, dana, open)))).toEqual([]);
  });
});

describe('who is asked', () => {
  it('each role once, by reach', () => {
    expect(rolesToSettle(threeAgree, hazel, alder)).toEqual(['headTeacher']);
    expect(rolesToSettle(threeAgree, birchHead, alder)).toEqual([]);
    expect(rolesToSettle(threeAgree, primaryDirector, { ...alder, phase: 'secondary' })).toEqual([]);
    expect(rolesToSettle(threeAgree, both, alder)).toEqual(['directorOfEducation', 'ceo']);
    expect(rolesToSettle(smallFramework, both, alder)).toEqual([]);
  });

  it('any sequence of agreements and queries locks exactly when every role has agreed since the last sending', () => {
    const people = [hazel, coHead, dana, cora, both, bo];
    const step = fc.record({ who: fc.constantFrom(...people), what: fc.constantFrom('agree', 'query') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let review = valueOf(send(threeAgree, primaryDirector));
        let given = new Set<RouteRole>(['directorOfEducation']);
        for (const { who, what } of steps) {
          if (review.state !== 'awaitingSignOff') break;
          const roles = rolesToSettle(threeAgree, who, alder);
          const result = what === 'query' && roles.length > 0 ? ask(review, who) : agree(threeAgree, review, who);
          if (!result.ok) continue;
          review = result.value;
          given = review.state === 'queried' ? new Set() : new Set([...given, ...roles]);
        }
        expect(review.state === 'signedOff').toBe(given.size === 3);
        expect(Review.parse(review)).toEqual(review);
      }),
    );
  });
});
