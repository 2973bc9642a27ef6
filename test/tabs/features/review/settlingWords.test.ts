import type { Framework } from '../../../../shared/schema/framework';
import type { ReviewAction } from '../../../../shared/schema/reviewViews';
import type { RouteRole } from '../../../../shared/schema/route';
import type { Who } from '../../../../shared/schema/views';
import {
  actWords,
  buttonWords,
  doneWords,
  periodInSentence,
  turnWords,
  type Settled,
} from '../../../../tabs/features/review/settlingWords';
import { autumn } from '../../../support/builders/calendar';
import { judgedBy, smallFramework, threeAgree } from '../../../support/builders/framework';
import { thisYear } from '../../../support/builders/ids';
import { coHead, cora, dana, hazel } from '../../../support/builders/people';

const who = ({ id, name, jobTitle }: Who): Who => ({ id, name, jobTitle });
const held: Partial<Record<RouteRole, Who[]>> = {
  headTeacher: [who(hazel)],
  directorOfEducation: [who(dana)],
  ceo: [who(cora)],
};
const agreedBy = (person: Who) => ({ by: who(person), at: '2026-11-18T16:20:00Z' });
const reviewOf = (framework: Framework, agreed: readonly RouteRole[] = [], parts: Partial<Settled> = {}): Settled => ({
  ...autumn,
  framework,
  state: 'awaitingSignOff',
  academyName: 'Alder Academy',
  headTeacher: who(hazel),
  settling: (framework.judging?.settling.by ?? []).map((role) => {
    const people = held[role] ?? [];
    const [first] = people;
    return { role, people, ...(agreed.includes(role) && first && { agreed: agreedBy(first) }) };
  }),
  ...parts,
});
const year = { year: thisYear, period: 'year' } as const;
const yearly = judgedBy({
  period: 'year',
  record: 'risk assessment',
  settling: { word: 'agreement', by: ['headTeacher', 'directorOfEducation', 'ceo'] },
});
const actions: readonly ReviewAction[] = ['send', 'signOff', 'query', 'reopen'];

describe('where the head teacher signs off', () => {
  const review = reviewOf(smallFramework);
  it('the buttons', () =>
    expect(actions.map((action) => buttonWords(action, review))).toEqual([
      'Send for sign-off',
      'Sign off',
      'Query',
      'Reopen',
    ]));
  it('what each act does', () => {
    expect(actions.map((action) => actWords(action, review, hazel.id).about)).toEqual([
      'Hazel Head is asked to sign off or query the review. Until then no area can be changed.',
      'You sign off every judgement on Alder Academy as it stands. The review is then locked, and the Board sees its levels.',
      'The review goes back to be looked at again. You are asked once more when it is sent again.',
      'Areas can be judged again, and Hazel Head has to sign off once more. What was signed off stays readable in the history.',
    ]);
    expect(actions.map((action) => actWords(action, review, hazel.id).title)).toEqual([
      'Send for sign-off?',
      'Sign off the review of the autumn term 2026/27?',
      'Query this review?',
      'Reopen this review?',
    ]);
  });
  it('what was done, and whose turn it is', () => {
    expect(doneWords('send', review)).toBe('Sent to Hazel Head for sign-off.');
    expect(doneWords('signOff', { ...review, state: 'signedOff' })).toBe('Signed off. Thank you.');
    expect(turnWords(review)).toBe('Hazel Head signs it off or queries it.');
  });
  it('says so where the academy has no head teacher', () => {
    const { headTeacher: _, ...without } = reviewOf(smallFramework, [], {
      settling: [{ role: 'headTeacher', people: [] }],
    });
    expect(turnWords(without)).toBe('No head teacher is set up for this academy yet.');
    expect(actWords('send', without, dana.id).about).toMatch(/^the head teacher is asked/i);
  });
});

describe('where several agree', () => {
  const review = reviewOf(yearly, [], year);
  it('the buttons and titles, in the words of the model', () => {
    expect(actions.map((action) => buttonWords(action, review))).toEqual([
      'Send for agreement',
      'Agree',
      'Query',
      'Reopen',
    ]);
    expect(actions.map((action) => actWords(action, review, hazel.id).title)).toEqual([
      'Send for agreement?',
      'Agree the risk assessment of 2026/27?',
      'Query this risk assessment?',
      'Reopen this risk assessment?',
    ]);
  });
  it('sending asks the others, and is told to be agreeing', () => {
    expect(actWords('send', review, dana.id).about).toBe(
      'Hazel Head and Cora Chief are asked to agree or query the risk assessment. By sending it you agree to it yourself. Until then no area can be changed.',
    );
    const pair = reviewOf(judgedBy({ settling: { word: 'agreement', by: ['headTeacher', 'ceo'] } }));
    expect(actWords('send', pair, cora.id).about).toMatch(
      /^Hazel Head is asked to agree or query the review. By sending/,
    );
    expect(actWords('send', pair, dana.id).about).not.toContain('By sending');
  });
  it('sending is no agreeing for who alone must agree', () => {
    const alone = reviewOf(judgedBy({ settling: { word: 'agreement', by: ['ceo'] } }));
    expect(actWords('send', alone, cora.id).about).toMatch(/^Cora Chief is asked to agree or query the review. Until/);
  });
  it('agreeing says who is still to agree, and the last is told that it locks', () => {
    expect(actWords('signOff', reviewOf(threeAgree, ['directorOfEducation']), hazel.id).about).toContain(
      'The review is locked once Cora Chief has agreed too.',
    );
    expect(actWords('signOff', reviewOf(threeAgree), hazel.id).about).toContain(
      'once Dana Director and Cora Chief have agreed too',
    );
    expect(actWords('signOff', reviewOf(threeAgree, ['directorOfEducation', 'headTeacher']), cora.id).about).toContain(
      'The review is then locked, and the Board sees its levels.',
    );
  });
  it('a role that nobody or two people hold is named so', () => {
    const settling = [
      { role: 'headTeacher' as const, people: [who(hazel), who(coHead)] },
      { role: 'ceo' as const, people: [] },
    ];
    expect(actWords('send', reviewOf(threeAgree, [], { settling }), dana.id).about).toMatch(
      /^Hazel Head or Colin Cohead and the CEO are asked/,
    );
  });
  it('a query says that agreements are void', () =>
    expect(actWords('query', review, hazel.id).about).toContain('what was agreed so far no longer counts'));
  it('what was done', () => {
    expect(doneWords('signOff', review)).toBe('Agreed. Thank you.');
    expect(doneWords('signOff', { ...review, state: 'signedOff' })).toBe('Everybody has agreed. Thank you.');
    expect(doneWords('send', review)).toBe('Sent for agreement.');
    expect(turnWords(review)).toContain('when everybody here has agreed');
  });
});

describe('where somebody else signs off', () => {
  it('they are named', () => {
    const review = reviewOf(judgedBy({ settling: { word: 'signOff', by: ['ceo'] } }));
    expect(turnWords(review)).toBe('Cora Chief signs it off or queries it.');
    expect(doneWords('send', review)).toBe('Sent to Cora Chief for sign-off.');
  });
});

it.each([
  [autumn, 'the autumn term 2026/27'],
  [{ year: thisYear, period: 'spring1' }, 'the first half of the spring term 2026/27'],
  [{ year: thisYear, period: 'm09' }, 'September 2026/27'],
  [year, '2026/27'],
] as const)('a period in a sentence: %j', (ref, words) => expect(periodInSentence(ref)).toBe(words));
