import { renderReviewCard } from '../../../bot/cards/reviewCard';
import { options } from './examples';
import { reviewQueried, reviewSignedOff, reviewToAgree, reviewToSignOff } from './reviewExamples';
import { actionsOf, decisionCalled, decisionsOf, inputsOf, linesOf, linksOf, seenLinesOf, titlesOf } from './parts';

describe('a review to sign off', () => {
  const card = renderReviewCard(reviewToSignOff, options);

  test('starts with what is asked', () => {
    expect(linesOf(card)[0]).toBe('Sign off the autumn term review of Alder Academy');
    expect(linesOf(card)[1]).toBe('Alder Academy · Autumn term 2026/27');
  });

  test('counts the levels, names what needs intervention, and unfolds them function by function', () => {
    expect(seenLinesOf(card)).toEqual(
      expect.arrayContaining([
        'Levels: ✓ 20 Assured · ◐ 6 Actions in place',
        '! Intervention required (2): Attendance, Suspensions',
      ]),
    );
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'Financial Management: ✓ 4 Assured · ◐ 1 Actions in place',
        'Estates and Contracts: ✓ 4 Assured',
        'Quality of Education: ✓ 9 Assured · ◐ 3 Actions in place · ! 2 Intervention required',
      ]),
    );
  });

  test('says what changed since the term before, and which way', () => {
    const lines = seenLinesOf(card);
    expect(lines).toContain('Changed since Summer term 2025/26');
    expect(lines).toContain('↘ Attendance worse: ◐ Actions in place → ! Intervention required');
    expect(lines).toContain('↗ Progress: Mathematics better: ◐ Actions in place → ✓ Assured');
  });

  test('says why it was sent, folded, or plainly where nothing is', () => {
    expect(linesOf(card).at(-1)).toBe(reviewToSignOff.why);
    expect(seenLinesOf(card)).not.toContain(reviewToSignOff.why);
    const short = renderReviewCard({ ...reviewToSignOff, groups: reviewToSignOff.groups.slice(0, 1) }, options);
    expect(seenLinesOf(short)).toContain(reviewToSignOff.why);
  });

  test('asks to sign off, with a comment if wanted, or to query with one', () => {
    expect(titlesOf(card)).toEqual(['Sign off', 'Query…', 'Send query', 'Open in Assured']);
    const key = { urn: '100001', year: '2026/27', period: 'autumn', round: 1 };
    expect(decisionCalled(card, 'Sign off').data).toEqual({ verb: 'review.signOff', ...key });
    expect(decisionCalled(card, 'Send query').data).toEqual({ verb: 'review.query', ...key });
    expect(inputsOf(card).map(({ id, isRequired }) => [id, isRequired ?? false])).toEqual([
      ['signOffComment', false],
      ['queryComment', true],
    ]);
  });

  test('opens the very review', () => {
    const [link] = linksOf(card).map((url) => new URL(url));
    expect(link?.searchParams.get('context')).toBe('{"subEntityId":"reviews/2026-27/autumn/100001"}');
  });
});

describe('a review that several agree', () => {
  const card = renderReviewCard(reviewToAgree, options);

  test('asks to agree or to query, with the verbs of a sign-off', () => {
    expect(titlesOf(card)).toEqual(['Agree', 'Query…', 'Send query', 'Open in Assured']);
    const key = { urn: '100001', year: '2026/27', period: 'year', round: 1 };
    expect(decisionCalled(card, 'Agree').data).toEqual({ verb: 'review.signOff', ...key });
    expect(decisionCalled(card, 'Send query').data).toEqual({ verb: 'review.query', ...key });
    expect(inputsOf(card).map(({ id, isRequired }) => [id, isRequired ?? false])).toEqual([
      ['signOffComment', false],
      ['queryComment', true],
    ]);
  });

  test('says who has agreed, and names the year as the period', () => {
    expect(seenLinesOf(card)).toContain('Agreed by Dana Director on 20 November 2026, 14:05');
    expect(linesOf(card)[1]).toBe('Alder Academy · 2026/27');
    expect(linesOf(card)).toContain('Changed since 2025/26');
  });
});

test.each([
  ['signed off', reviewSignedOff],
  ['queried, for whoever sent it', reviewQueried],
])('a review that is %s asks for no decision', (_, review) => {
  const card = renderReviewCard(review, options);
  expect(decisionsOf(card)).toEqual([]);
  expect(inputsOf(card)).toEqual([]);
  expect(actionsOf(card).map(({ type }) => type)).toEqual(['Action.OpenUrl']);
  expect(linesOf(card)).toContain(review.status[0]);
});

test('a query is shown with its author, in the author’s own lines', () => {
  const lines = linesOf(renderReviewCard(reviewQueried, options));
  expect(lines).toContain('Hazel Head wrote');
  expect(lines).toContain('Two suspensions in October were recorded twice.\nPlease look at them again.');
});

test('what became of a decision stands above everything', () => {
  const text = 'Already signed off by Hazel Head on 22 November 2026, 09:40. Nothing was changed.';
  const card = renderReviewCard(reviewSignedOff, { ...options, notice: { tone: 'refused', text } });
  expect(linesOf(card)[0]).toBe(`⚠ ${text}`);
});

test('a review without an earlier term says nothing of changes', () => {
  const lines = linesOf(renderReviewCard({ ...reviewToSignOff, changes: [], comparedWith: undefined }, options));
  expect(lines.filter((line) => line.startsWith('Changed'))).toEqual([]);
});

test('many areas and changes are cut short, and counted', () => {
  const [area] = reviewToSignOff.intervention;
  const [change] = reviewToSignOff.changes;
  if (!area || !change) throw new Error('The example has neither.');
  const many = {
    ...reviewToSignOff,
    intervention: Array.from({ length: 9 }, (_, i) => ({ ...area, area: `Area ${i + 1}` })),
    changes: Array.from({ length: 9 }, () => change),
  };
  const lines = linesOf(renderReviewCard(many, options));
  expect(lines).toContain('! Intervention required (9): Area 1, Area 2, Area 3, Area 4, Area 5, Area 6 and 3 more');
  expect(lines).toContain('and 5 more changes');
});
