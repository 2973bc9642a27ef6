import { renderChangeCard } from '../../../bot/cards/changeCard';
import {
  changedSinceProposed,
  changeDecided,
  changeDecidedOtherwise,
  changeReturned,
  changeToAgree,
  changeToApprove,
  changeToConfirm,
  changeToDiscuss,
  changeToRepresent,
  firstCategory,
  tierToConfirm,
} from './changeExamples';
import { options } from './examples';
import { decisionCalled, decisionsOf, inputsOf, linesOf, seenLinesOf, titlesOf } from './parts';

const id = 'c0000000-0000-4000-8000-000000000001';
const inputs = (card: unknown) => inputsOf(card).map((input) => [input['id'], input['isRequired'] ?? false]);

describe('a change to approve', () => {
  const card = renderChangeCard(changeToApprove, options);

  test('says what is asked, from what to what, and why', () => {
    const lines = seenLinesOf(card);
    expect(lines[0]).toBe('Approve a change of category for Alder Academy');
    expect(lines[1]).toBe('◑ Improve → ◔ Repair from 1 December 2026');
    expect(lines[2]).toMatch(/^Why: Attendance fell/);
    expect(lines).toContain('Proposed by Dana Director on 20 November 2026, 14:05, on this evidence as it stood then.');
  });

  test('shows the evidence as it was frozen', () => {
    const lines = seenLinesOf(card);
    expect(lines).toContain('Evidence, Autumn term 2026/27: ✓ 20 Assured · ◐ 6 Actions in place');
    expect(lines).toContain('! Intervention required (2): Attendance, Suspensions');
  });

  test('says when the evidence is of another moment than the proposal', () => {
    const evidence = changeToApprove.evidence && { ...changeToApprove.evidence, takenAt: '2026-11-21T09:00:00Z' };
    const lines = linesOf(renderChangeCard({ ...changeToApprove, evidence }, options));
    expect(lines).toContain('Proposed by Dana Director on 20 November 2026, 14:05.');
    expect(lines).toContain('The evidence is as it stood on 21 November 2026, 09:00.');
  });

  test('says what support begins and ends, in numbers first', () => {
    const lines = linesOf(card);
    expect(lines).toContain('Support: 5 begin, 1 ends');
    expect(lines).toContain(
      'Support that begins (5): School improvement: 12 days a year · HR: weekly 30-minute catch-up and 3 more',
    );
    expect(lines).toContain('Support that ends (1): School improvement: 6 days a year');
  });

  test('shows the route', () => {
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        '✓ Discussion with the head teacher: Hazel Head agrees',
        '▶ Approval by the CEO',
        '○ Confirmation by the Board',
      ]),
    );
  });

  test('asks to approve, return or reject; only the last two insist on a comment', () => {
    expect(titlesOf(card)).toEqual([
      'Approve',
      'Return…',
      'Return to the proposer',
      'Reject…',
      'Reject',
      'Open in Assured',
    ]);
    const data = { id, round: 1, step: 1 };
    expect(decisionCalled(card, 'Approve').data).toEqual({ verb: 'change.approve', ...data });
    expect(decisionCalled(card, 'Return to the proposer').data).toEqual({ verb: 'change.return', ...data });
    expect(decisionCalled(card, 'Reject').data).toEqual({ verb: 'change.reject', ...data });
    expect(inputs(card)).toEqual([
      ['approveComment', false],
      ['returnComment', true],
      ['rejectComment', true],
    ]);
  });
});

test('a change to discuss asks to agree or comment: it cannot be blocked here', () => {
  const card = renderChangeCard(changeToDiscuss, options);
  expect(titlesOf(card)).toEqual(['Agree', 'Comment…', 'Send comment', 'Open in Assured']);
  expect(decisionsOf(card).map(({ verb }) => verb)).toEqual(['change.agree', 'change.comment']);
  expect(inputs(card)).toEqual([['discussComment', true]]);
});

test('a change to confirm asks for the meeting’s date: today unless changed, never later', () => {
  const card = renderChangeCard(changeToConfirm, options);
  const date = inputsOf(card).find((input) => input.type === 'Input.Date');
  expect(date?.['label']).toBe('Date of the Board’s meeting');
  expect(date).toMatchObject({ id: 'meetingDate', value: '2026-11-22', max: '2026-11-22', isRequired: true });
  expect(decisionCalled(card, 'Confirm').data).toEqual({ verb: 'change.confirm', id, round: 1, step: 2 });
  expect(titlesOf(card)).toHaveLength(6);
});

test('a change that somebody must agree to says what a ‘no’ does', () => {
  const card = renderChangeCard(changeToAgree, options);
  expect(titlesOf(card)).toEqual(['Agree', 'Do not agree…', 'Do not agree', 'Open in Assured']);
  expect(decisionsOf(card).map(({ verb }) => verb)).toEqual(['change.agree', 'change.comment']);
  expect(linesOf(card)).toContain('If you do not agree, the change goes back to its proposer.');
});

test('the academy makes representations, in words, or says that it has none', () => {
  const card = renderChangeCard(changeToRepresent, options);
  expect(titlesOf(card)).toEqual([
    'Make representations…',
    'Send representations',
    'No representations',
    'Open in Assured',
  ]);
  const data = { id, round: 1, step: 0 };
  expect(decisionCalled(card, 'Send representations').data).toEqual({ verb: 'change.represent', ...data });
  expect(decisionCalled(card, 'No representations').data).toEqual({ verb: 'change.noRepresentations', ...data });
  expect(inputs(card)).toEqual([['representComment', true]]);
});

test('a committee confirms by its name, in the trust’s word, and something else in the tab', () => {
  const card = renderChangeCard(tierToConfirm, options);
  const lines = seenLinesOf(card);
  expect(lines[1]).toBe('First tier: ◔ Repair from 1 December 2026');
  expect(lines).toContain(
    'Suggested: Stabilise: Attendance is Intervention required. Proposed otherwise because: A new head has begun.',
  );
  expect(lines).toContain('Outside opinion: The local authority, 3 November 2026: We see the same.');
  expect(lines).toContain('Support: 1 changes');
  expect(linesOf(card)).toContain('Support that changes (1): CEO 1:1: every 4 weeks → every 2 weeks');
  expect(lines).toContain('To confirm another tier, open this in Assured.');
  const date = inputsOf(card).find((input) => input.type === 'Input.Date');
  expect(date?.['label']).toBe('Date of the Learning Committee’s meeting');
  expect(decisionsOf(card).map(({ verb }) => verb)).toEqual(['change.confirm', 'change.return', 'change.reject']);
});

test('a change that was confirmed as something else says instead of what', () => {
  expect(linesOf(renderChangeCard(changeDecidedOtherwise, options))).toContain(
    '◑ Improve → ◔ Repair from 1 December 2026, instead of ◑ Improve',
  );
});

test('a returned change shows the comment and leads its proposer to the tab', () => {
  const card = renderChangeCard(changeReturned, options);
  expect(linesOf(card)).toEqual(
    expect.arrayContaining(['Cora Chief wrote', 'Please say what the academy has already tried.']),
  );
  expect(titlesOf(card)).toEqual(['Change it in Assured']);
});

test('whoever decides reads what was said before them, and what the rest is', () => {
  const said = '✓ Discussion with the head teacher: Hazel Head agrees';
  for (const change of [changeToApprove, changeToConfirm, tierToConfirm, changedSinceProposed])
    expect(seenLinesOf(renderChangeCard(change, options))).toContain(said);
  expect(seenLinesOf(renderChangeCard(changeToApprove, options))).not.toContain('▶ Approval by the CEO');
});

test('whose turn it is not sees what was done last and what it waits for, and the whole route folded', () => {
  const card = renderChangeCard({ ...changeToApprove, ask: undefined, step: undefined }, options);
  expect(seenLinesOf(card).filter((line) => /^[✓▶○]/.test(line))).toEqual([
    '✓ Discussion with the head teacher: Hazel Head agrees',
    '▶ Approval by the CEO',
  ]);
  expect(linesOf(card)).toContain('○ Confirmation by the Board');
});

test('a decided change tells the outcome and asks nothing', () => {
  const card = renderChangeCard(changeDecided, options);
  expect(linesOf(card)[1]).toBe(changeDecided.outcome);
  expect(decisionsOf(card)).toEqual([]);
  expect(inputsOf(card)).toEqual([]);
});

test('an academy’s first category is called so', () => {
  const lines = linesOf(renderChangeCard(firstCategory, options));
  expect(lines[1]).toBe('First category: ◔ Repair from 1 December 2026');
  expect(lines.filter((line) => /Evidence|Support/.test(line))).toEqual([]);
});

test('what people wrote is never read as markdown', () => {
  const written = '**Not bold** [nor](https://e.example) a link';
  const card = renderChangeCard(
    { ...changeReturned, rationale: written, comment: { by: '_Cora_ Chief', text: written } },
    options,
  );
  const blocks = JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'));
  expect(blocks).not.toContain('Not bold');
  expect(linesOf(card)).toEqual(expect.arrayContaining([`Why: ${written}`, '_Cora_ Chief wrote', written]));
});

describe('a change whose levels have changed since', () => {
  const card = renderChangeCard(changedSinceProposed, options);

  test('says which, by symbol and word, before anybody decides', () =>
    expect(linesOf(card)).toEqual(
      expect.arrayContaining([
        'Since then 2 levels have changed:',
        'Attendance: ! Intervention required → ◐ Actions in place',
        'Finance: not judged → ✓ Assured',
        'You decide knowing this.',
      ]),
    ));

  test('names in every button what it showed', () => {
    for (const { data } of decisionsOf(card)) expect(data).toMatchObject({ seen: 'a digest of what differs' });
  });

  test('says nothing of it where nothing has changed', () =>
    expect(linesOf(renderChangeCard(changeToApprove, options)).join()).not.toContain('Since then'));
});
