import { readCards } from '../../../shared/application/cards';
import { queryReview } from '../../../shared/application/queryReview';
import { readReview } from '../../../shared/application/readReview';
import { readWork } from '../../../shared/application/readWork';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Framework } from '../../../shared/schema/framework';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { autumn, now } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { judgedBy, threeAgree, twoAgree } from '../../support/builders/framework';
import { commandId, urn } from '../../support/builders/ids';
import { outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { callers, callerNames, coHead, cora, dana, hazel, nameOf } from '../../support/builders/people';
import { judgedReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const onAlder = { urn: urn.alder, ...autumn };
const matter: Matter = { kind: 'reviews', key: keyOfReview(onAlder) };

/** Sent by the director, and waiting. */
const sent = async (framework: Framework): Promise<TestTrust> => {
  const trust = await createTrust({ framework, reviews: [judgedReview({ framework })] });
  valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sent-by-dana') })));
  return trust;
};
const agree = (trust: TestTrust, by: Person, name = `agreed-${by.email.slice(0, 5)}`) =>
  signOffReview(trust)(by.id, command.toSignOff({ commandId: commandId(name.replace('.', '-')), comment: '' }));
const stateOf = async (trust: TestTrust) => valueOf(await readReview(trust)(cora.id, onAlder)).state;

describe('several agree', () => {
  it('the last of them locks it, whoever that is', async () => {
    for (const [first, last] of [
      [hazel, cora],
      [cora, hazel],
    ] as const) {
      const trust = await sent(threeAgree);
      expect(valueOf(await agree(trust, first)).state).toBe('awaitingSignOff');
      expect(valueOf(await agree(trust, last)).state).toBe('signedOff');
    }
  });

  it('the same click twice is one agreement, also the last one', async () => {
    const trust = await sent(threeAgree);
    for (const person of [hazel, cora]) {
      const once = valueOf(await agree(trust, person));
      const twice = valueOf(await agree(trust, person));
      expect(twice).toEqual(once);
    }
    const { history } = valueOf(await readReview(trust)(cora.id, onAlder));
    expect(history.slice(-2).map(({ by, text }) => `${by.name} ${text}`)).toEqual([
      'Hazel Head agreed',
      'Cora Chief agreed as the last one, which locked it',
    ]);
  });

  it('two at once: both count, and it is locked once', async () => {
    const trust = await sent(threeAgree);
    let won: unknown;
    trust.store.beforeNext('replace', async () => void (won = await agree(trust, cora)));
    const lost = valueOf(await agree(trust, hazel));
    expect(won).toMatchObject({ ok: true, value: { state: 'awaitingSignOff' } });
    expect(lost.state).toBe('signedOff');
    expect(lost.settling.map(({ agreed }) => agreed?.by.name)).toEqual(['Hazel Head', 'Dana Director', 'Cora Chief']);
  });

  it('both heads at once: the second is told who agreed in their place', async () => {
    const trust = await sent(threeAgree);
    trust.store.beforeNext('replace', async () => void (await agree(trust, coHead)));
    expect(refusalOf(await agree(trust, hazel))).toEqual({ code: 'review.already-agreed', by: coHead.id, at: now });
    expect(await stateOf(trust)).toBe('awaitingSignOff');
  });

  it('an agreement and a query at once: the query wins, and the agreement is void', async () => {
    const trust = await sent(threeAgree);
    valueOf(await agree(trust, hazel));
    trust.store.beforeNext(
      'replace',
      async () =>
        void (await queryReview(trust)(hazel.id, command.toQuery({ commandId: commandId('second-thought') }))),
    );
    expect(refusalOf(await agree(trust, cora)).code).toBe('review.already-queried');
    expect(valueOf(await readReview(trust)(cora.id, onAlder)).settling.every(({ agreed }) => !agreed)).toBe(true);
  });
});

describe('what each is shown', () => {
  it('who must agree, and who has', async () => {
    const trust = await sent(threeAgree);
    valueOf(await agree(trust, hazel));
    const { settling } = valueOf(await readReview(trust)(dana.id, onAlder));
    expect(settling.map(({ role, people, agreed }) => [role, people.map(({ name }) => name), agreed?.by.name])).toEqual(
      [
        ['headTeacher', ['Hazel Head', 'Colin Cohead'], 'Hazel Head'],
        ['directorOfEducation', ['Dana Director', 'Prim Primary'], 'Dana Director'],
        ['ceo', ['Cora Chief'], undefined],
      ],
    );
  });

  it('whoever it waits for may agree or query; whoever has agreed may still query', async () => {
    const trust = await sent(threeAgree);
    const offered = async (person: Person) => valueOf(await readReview(trust)(person.id, onAlder)).may;
    expect(await offered(hazel)).toEqual(['signOff', 'query']);
    expect(await offered(cora)).toEqual(['signOff', 'query']);
    expect(await offered(dana)).toEqual(['query']);
    expect(await offered(callers.functionLead)).toEqual([]);
    expect(outcomeOf(await queryReview(trust)(dana.id, command.toQuery()))).toBe('accepted');
  });

  it.each(callerNames)('%s may agree only in a role that must', async (caller) => {
    const trust = await sent(threeAgree);
    const expected = {
      headTeacher: 'accepted',
      ceo: 'accepted',
      director: 'review.already-agreed',
      primaryDirector: 'review.already-agreed',
      functionLead: 'notAllowed',
      boardMember: 'notFound',
      committeeMember: 'notFound',
      localGovernor: 'notFound',
      administrator: 'notFound',
      noRole: 'notFound',
    } as const;
    const result = await signOffReview(trust)(callers[caller].id, command.toSignOff());
    expect(outcomeOf(result)).toBe(expected[caller]);
  });

  it('a card and a line of work for everybody it still waits for, and nobody else', async () => {
    const trust = await sent(threeAgree);
    const due = async () => ((await readCards(trust, matter))?.slots ?? []).map(({ person }) => nameOf(person));
    const works = async (person: Person) =>
      valueOf(await readWork(trust)(person.id)).items.flatMap(({ kind, title }) => (kind === 'agree' ? [title] : []));
    expect(await due()).toEqual(['Hazel Head', 'Colin Cohead', 'Cora Chief']);
    valueOf(await agree(trust, hazel));
    expect(await due()).toEqual(['Cora Chief']);
    expect(await works(cora)).toEqual(['Agree the review of Alder Academy']);
    expect(await works(hazel)).toEqual([]);
    expect(await works(dana)).toEqual([]);
  });

  it('the card of whoever has agreed tells, and asks nothing', async () => {
    const trust = await sent(judgedBy({ ...threeAgree.judging, period: 'term', record: 'risk assessment' }));
    valueOf(await agree(trust, hazel));
    const cards = await readCards(trust, matter);
    expect(cards?.cardFor(hazel.id)).toMatchObject({
      headline: 'The autumn term risk assessment of Alder Academy is waiting for agreement',
    });
    expect(cards?.cardFor(hazel.id)).not.toHaveProperty('ask');
    expect(cards?.cardFor(cora.id)).toMatchObject({
      ask: 'agree',
      headline: 'Please agree the autumn term risk assessment of Alder Academy',
      why: 'You receive this because it needs your agreement as CEO.',
      status: [
        'Sent for agreement by Dana Director on 20 November 2026, 10:00',
        'Agreed by Dana Director on 20 November 2026, 10:00',
        'Agreed by Hazel Head on 20 November 2026, 10:00',
      ],
    });
    valueOf(await agree(trust, cora));
    const locked = (await readCards(trust, matter))?.cardFor(hazel.id);
    expect(locked).toMatchObject({ headline: 'The autumn term risk assessment of Alder Academy is agreed' });
    expect(JSON.stringify(locked)).toContain('The risk assessment is locked.');
  });
});

describe('who sends it where the CEO agrees', () => {
  it('the CEO by sending has agreed, and the head teacher is the last', async () => {
    const trust = await createTrust({ framework: twoAgree, reviews: [judgedReview({ framework: twoAgree })] });
    valueOf(await sendForSignOff(trust)(cora.id, command.toSend({ commandId: commandId('sent-by-cora') })));
    expect(outcomeOf(await agree(trust, cora, 'cora-again'))).toBe('review.already-agreed');
    expect(valueOf(await agree(trust, hazel)).state).toBe('signedOff');
  });
});
