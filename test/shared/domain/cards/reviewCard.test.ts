import { reviewCardFor } from '../../../../shared/domain/cards/reviewCard';
import { inPlay } from '../../../../shared/domain/inPlay';
import { ReviewCard } from '../../../../shared/schema/card';
import type { Person } from '../../../../shared/schema/people';
import type { Review, ReviewState } from '../../../../shared/schema/review';
import { now, summerBefore } from '../../../support/builders/calendar';
import { judgedBy, smallFramework } from '../../../support/builders/framework';
import { area, level } from '../../../support/builders/ids';
import { alder, coHead, cora, dana, gus, hazel, nameOf, staffingLead } from '../../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  reviewIn,
  signedOffReview,
} from '../../../support/builders/reviews';
import { sentAgain } from './sentAgain';

const card = (
  review: Review,
  viewer: Person,
  slot?: string,
  previous?: Parameters<typeof reviewCardFor>[0]['previous'],
): ReviewCard =>
  reviewCardFor({
    review,
    academy: alder,
    framework: smallFramework,
    viewer,
    nameOf,
    ...(slot && { slot }),
    ...(previous && { previous }),
  });

describe('what a card asks', () => {
  it.each<[string, Review, Person, string | undefined, ReviewCard['ask']]>([
    ['the head teacher to sign off', awaitingReview(), hazel, 'sign-off-1', 'signOff'],
    ['the other head of the academy too', awaitingReview(), coHead, 'sign-off-1', 'signOff'],
    ['a card drawn afresh asks what is asked now', awaitingReview(), hazel, undefined, 'signOff'],
    ['nothing on the card of an earlier sending', sentAgain, hazel, 'sign-off-1', undefined],
    ['on the card of the present sending', sentAgain, hazel, 'sign-off-2', 'signOff'],
    ['nothing of the director while it waits for the head', awaitingReview(), dana, undefined, undefined],
    ['the director to answer the query', queriedReview(), dana, 'query-1', 'answerQuery'],
    ['nothing more of the director once it is sent again', sentAgain, dana, 'query-1', undefined],
    ['nothing of the head who queried', queriedReview(), hazel, 'sign-off-1', undefined],
    ['nothing once signed off', signedOffReview(), hazel, 'sign-off-1', undefined],
    ['nothing once signed off, drawn afresh', signedOffReview(), hazel, undefined, undefined],
    ['nothing while reopened', reopenedReview(), hazel, 'sign-off-1', undefined],
    ['nothing while judged', judgedReview(), hazel, undefined, undefined],
    ['nothing of the CEO', awaitingReview(), cora, undefined, undefined],
  ])('%s', (_, review, viewer, slot, ask) => expect(card(review, viewer, slot).ask).toBe(ask));
});

describe('what a card tells', () => {
  it.each([
    [
      'open',
      reopenedReview(),
      'The autumn term review of Alder Academy is being judged',
      /Reopened by Cora Chief on 19 November 2026, 11:00/,
    ],
    [
      'waiting',
      awaitingReview(),
      'Please sign off the autumn term review of Alder Academy',
      /Sent for sign-off by Dana Director on 16 November 2026, 14:05/,
    ],
    [
      'queried',
      queriedReview(),
      'The autumn term review of Alder Academy has been queried',
      /Queried by Hazel Head on 17 November 2026, 09:30/,
    ],
    [
      'signed off',
      signedOffReview(),
      'The autumn term review of Alder Academy is signed off',
      /Signed off by Hazel Head on 18 November 2026, 16:20/,
    ],
  ])('%s: what happened, who and when', (_, review, headline, status) => {
    const made = card(review, hazel);
    expect(made.headline).toBe(headline);
    expect(made.status.join('\n')).toMatch(status);
    expect(ReviewCard.parse(made)).toEqual(made);
  });

  it('says on an old card that a newer one asks, to whoever has the newer one', () => {
    expect(card(sentAgain, hazel, 'sign-off-1').status.join(' ')).toContain('The newer card');
    expect(card(sentAgain, hazel, 'sign-off-2').status.join(' ')).not.toContain('newer card');
    expect(card(sentAgain, dana, 'query-1').status.join(' ')).not.toContain('newer card');
    const sentOnce = card(awaitingReview(), hazel, 'opened').status.join(' ');
    expect(sentOnce).toContain('It was sent after this card. The newer card');
  });

  it('carries the comment of the query, the sign-off and the reopening', () => {
    expect(card(queriedReview(), dana).comment).toEqual({ by: 'Hazel Head', text: 'Two absences were counted twice.' });
    expect(card(signedOffReview(), dana).comment).toEqual({ by: 'Hazel Head', text: 'Agreed.' });
    expect(card(reopenedReview(), hazel).comment).toEqual({ by: 'Cora Chief', text: 'A measure was wrong.' });
    expect(card(openReview(), dana).comment).toBeUndefined();
  });

  it('compares with the term before', () => {
    const previous = { ref: summerBefore, levels: { [area.attendance]: level.actions } };
    const made = card(awaitingReview(), hazel, undefined, previous);
    expect(made.comparedWith).toBe('Summer term 2025/26');
    expect(made.changes.map((change) => [change.area, change.direction])).toEqual([['Attendance', 'better']]);
    expect(card(awaitingReview(), hazel)).toMatchObject({ changes: [] });
  });

  it('leads to the review in the tab', () =>
    expect(card(awaitingReview(), hazel).subPageId).toBe('reviews/2026-27/autumn/100001'));

  it.each<[string, Person, RegExp]>([
    ['the head teacher', hazel, /you are the head teacher of Alder Academy/],
    ['who sent it', dana, /you sent this review for sign-off/],
  ])('tells %s why they receive it', (_, viewer, why) => expect(card(awaitingReview(), viewer).why).toMatch(why));

  it.each([
    ['the CEO', cora],
    ['a local governor', gus],
  ])('does not tell %s that they sent it', (_, viewer) =>
    expect(card(signedOffReview(), viewer).why).not.toContain('you sent'),
  );
});

describe('what a reader may not see', () => {
  const levels = { [area.attendance]: level.intervention, [area.vacancies]: level.actions };
  it('a function lead has a card of their own functions, and no trace of the others', () => {
    const previous = {
      ref: summerBefore,
      levels: { [area.attendance]: level.assured, [area.vacancies]: level.assured },
    };
    const made = card(signedOffReview({ levels }), staffingLead, undefined, previous);
    expect(made.groups.map((each) => each.name)).toEqual(['Staffing']);
    expect(made.intervention).toEqual([]);
    expect(made.changes.map((change) => change.area)).toEqual(['Vacancies']);
    expect(JSON.stringify(made)).not.toMatch(/Attendance|Intervention|Quality of education/);
  });
  it('the head teacher has all of their own academy’s', () =>
    expect(card(signedOffReview({ levels }), hazel).groups.map((each) => each.name)).toEqual([
      'Staffing',
      'Quality of education',
    ]));
  it('no card holds a rationale or a measure', () => {
    const made = JSON.stringify(card(signedOffReview({ levels, rationale: 'Somebody is on sick leave.' }), hazel));
    expect(made).not.toContain('sick leave');
  });
});

describe('levels of several scales', () => {
  const areas = smallFramework.areas.map((each) => ({ ...each, highIsBad: each.code === area.retention }));
  const framework = inPlay({ ...smallFramework, areas });
  const made = reviewCardFor({
    review: signedOffReview({ framework }),
    academy: alder,
    framework,
    viewer: hazel,
    nameOf,
  });

  it('are never taken for one because they share a word: the same may be good here and bad there', () => {
    expect(made.groups[0]?.counts).toEqual([
      { mark: { word: 'Assured', symbol: '✓', tone: 'good' }, count: 1 },
      { mark: { word: 'Assured', symbol: '!', tone: 'critical' }, count: 1 },
    ]);
    expect(made.intervention.map((each) => each.area)).toEqual(['Retention']);
  });
});

describe('a card in the words of another model', () => {
  const framework = judgedBy({
    period: 'year',
    record: 'risk assessment',
    settling: { word: 'agreement', by: ['headTeacher', 'ceo'] },
  });
  const year = { year: awaitingReview().year, period: 'year' } as const;
  const told = (review: Review, viewer: Person) => reviewCardFor({ review, academy: alder, framework, viewer, nameOf });

  it.each<[ReviewState, string]>([
    ['open', 'The 2026/27 risk assessment of Alder Academy is being judged'],
    ['awaitingSignOff', 'The 2026/27 risk assessment of Alder Academy is waiting for agreement'],
    ['queried', 'The 2026/27 risk assessment of Alder Academy has been queried'],
    ['signedOff', 'The 2026/27 risk assessment of Alder Academy is agreed'],
  ])('%s', (state, headline) =>
    expect(told(reviewIn[state]({ framework, period: year }), dana).headline).toBe(headline),
  );

  it('says who has agreed, and why each has the card', () => {
    const agreed = [{ roles: ['ceo' as const], by: cora.id, at: now }];
    const review = awaitingReview({ framework, period: year, agreed });
    expect(told(review, hazel)).toMatchObject({
      ask: 'agree',
      headline: 'Please agree the 2026/27 risk assessment of Alder Academy',
      status: [
        'Sent for agreement by Dana Director on 16 November 2026, 14:05',
        'Agreed by Cora Chief on 20 November 2026, 10:00',
      ],
      subPageId: 'reviews/2026-27/year/100001',
    });
    expect(told(review, cora)).not.toHaveProperty('ask');
    expect(told(review, dana).why).toBe('You receive this because you sent this risk assessment for agreement.');
    expect(told(signedOffReview({ framework, period: year, agreed }), gus).why).toContain(
      'you may read the risk assessments of Alder Academy',
    );
  });
});
