import { readCategoryChange } from '../../../../shared/application/readCategoryChange';
import type { CategoryChangeView, ChangeAction } from '../../../../shared/schema/changeViews';
import { Framework } from '../../../../shared/schema/framework';
import type { Person } from '../../../../shared/schema/people';
import { Route, type RouteStep } from '../../../../shared/schema/route';
import { decisionAct } from '../../../../tabs/features/categorise/decisionAct';
import { decisionWords, meetingLabel } from '../../../../tabs/features/categorise/decisionWords';
import {
  daysWords,
  proposalErrors,
  type ProposalTerms,
  type TypedProposal,
} from '../../../../tabs/features/categorise/proposalErrors';
import { stepWords } from '../../../../tabs/features/categorise/routeWords';
import { settings } from '../../../support/builders/calendar';
import { atDiscuss } from '../../../support/builders/changes';
import { discussApproveConfirm, smallFramework } from '../../../support/builders/framework';
import { category, changeId, committee } from '../../../support/builders/ids';
import { valueOf } from '../../../support/builders/outcome';
import { bo, carys, cora, hazel } from '../../../support/builders/people';
import { createTrust } from '../../../support/builders/trust';

const change = { round: 2, step: 1, seen: 'these' };
const said = { text: 'Because.', day: '2026-11-20' };

describe('a decision carries the round, step and levels that the person had in sight', () => {
  it.each<[ChangeAction, string, object]>([
    ['agree', 'discuss', { round: 2, step: 1, seen: 'these', agrees: true, comment: 'Because.' }],
    ['comment', 'discuss', { round: 2, step: 1, seen: 'these', agrees: false, comment: 'Because.' }],
    ['represent', 'discuss', { round: 2, step: 1, seen: 'these', agrees: false, comment: 'Because.' }],
    ['noRepresentations', 'discuss', { round: 2, step: 1, seen: 'these', agrees: true, comment: 'Because.' }],
    ['approve', 'approve', { round: 2, step: 1, seen: 'these', comment: 'Because.' }],
    ['confirm', 'confirm', { round: 2, step: 1, seen: 'these', meetingDate: '2026-11-20', comment: 'Because.' }],
    ['return', 'return', { round: 2, step: 1, seen: 'these', comment: 'Because.' }],
    ['reject', 'reject', { round: 2, step: 1, seen: 'these', comment: 'Because.' }],
    ['resubmit', 'resubmit', { round: 2, rationale: 'Because.', effectiveFrom: '2026-11-20' }],
    ['withdraw', 'withdraw', { reason: 'Because.' }],
  ])('%s', (action, act, expected) => {
    expect(decisionAct(change, action, said)).toEqual({ act, said: expected });
  });
  it('and the other category that the Board confirms', () =>
    expect(decisionAct(change, 'confirm', { ...said, to: category.stabilise }).said).toMatchObject({
      to: category.stabilise,
    }));
});

describe('the route in words', () => {
  it.each([
    [{ kind: 'discuss', holder: 'the head teacher' }, 'Discussion with the head teacher'],
    [
      { kind: 'discuss', holder: 'the head teacher', mustAgree: true },
      'Discussion with the head teacher, who must agree',
    ],
    [{ kind: 'represent', holder: 'the head teacher' }, 'Representations by the head teacher'],
    [{ kind: 'approve', holder: 'the CEO' }, 'Approval by the CEO'],
    [{ kind: 'approve', holder: 'Cora Chief' }, 'Approval by Cora Chief'],
    [{ kind: 'confirm', holder: 'the Learning Committee' }, 'Confirmation by the Learning Committee'],
  ] as const)('%j', (step, words) => expect(stepWords(step)).toBe(words));
});

describe('the words of a decision', () => {
  const seen = async (step: RouteStep, by: Person): Promise<CategoryChangeView> => {
    const route = Route.parse({ ...discussApproveConfirm, steps: [step, { kind: 'approve', by: 'ceo' }] });
    const framework = Framework.parse({
      ...smallFramework,
      categoryWord: 'tier',
      committees: [{ code: committee.learning, name: 'Learning Committee' }],
    });
    const trust = await createTrust({ changes: [atDiscuss({ route, framework })] });
    return valueOf(await readCategoryChange(trust)(by.id, { id: changeId(1) }));
  };
  const learning: RouteStep = { kind: 'confirm', by: 'committeeMember', committee: committee.learning };

  it.each<[string, RouteStep, Person, ChangeAction, string, RegExp]>([
    ['of a comment', { kind: 'discuss', by: 'headTeacher' }, hazel, 'comment', 'Comment', /It does not stop it/],
    [
      'of a disagreement',
      { kind: 'discuss', by: 'headTeacher', mustAgree: true },
      hazel,
      'comment',
      'Do not agree',
      /goes back to Dana Director/,
    ],
    [
      'of representations',
      { kind: 'represent', by: 'headTeacher' },
      hazel,
      'represent',
      'Make representations',
      /before anybody decides\. Next: Approval by the CEO/,
    ],
    [
      'of none',
      { kind: 'represent', by: 'headTeacher' },
      hazel,
      'noRepresentations',
      'No representations',
      /makes none/,
    ],
    [
      'of a committee',
      learning,
      carys,
      'confirm',
      'Confirm for the Learning Committee',
      /for the Learning Committee that/,
    ],
    ['of the Board', { kind: 'confirm', by: 'boardMember' }, bo, 'confirm', 'Confirm for the Board', /moves to Repair/],
    ['of one person', { kind: 'confirm', by: 'ceo' }, cora, 'confirm', 'Confirm', /^You confirm that/],
    ['of a rejection, in the trust’s word', learning, carys, 'reject', 'Reject', /stays in Improve/],
  ])('%s', async (_, step, by, action, button, about) => {
    const words = decisionWords(action, await seen(step, by));
    expect(words.button).toBe(button);
    expect(words.about).toMatch(about);
  });

  it('name the meeting by whose it was', async () => {
    expect(meetingLabel(await seen(learning, carys))).toBe('Date of the Learning Committee’s meeting');
    expect(meetingLabel(await seen({ kind: 'confirm', by: 'boardMember' }, bo))).toBe('Date of the Board’s meeting');
    expect(meetingLabel(await seen({ kind: 'confirm', by: 'ceo' }, cora))).toBe('Date of the meeting');
  });
  it('leave the category open where the Board may choose', async () => {
    const free = await seen({ kind: 'confirm', by: 'boardMember', mayChangeCategory: true }, bo);
    expect(free.mayConfirm.length).toBeGreaterThan(0);
    expect(decisionWords('confirm', free).about).not.toContain('Repair');
  });
});

describe('a proposal', () => {
  const filled: TypedProposal = {
    to: category.repair,
    effectiveFrom: '2026-12-01',
    rationale: 'Why',
    overrideReason: '',
    opinion: undefined,
  };
  const terms: ProposalTerms = { occasion: 'inYear', years: settings.years, suggested: undefined };
  const wrong = (typed: Partial<TypedProposal>, other: Partial<ProposalTerms> = {}) =>
    Object.keys(proposalErrors({ ...filled, ...typed }, { ...terms, ...other }));

  it.each<[string, Partial<TypedProposal>, Partial<ProposalTerms>, string[]]>([
    ['nothing', {}, {}, []],
    ['everything', { to: undefined, effectiveFrom: '', rationale: ' ' }, {}, ['to', 'effectiveFrom', 'rationale']],
    ['the reason, where it differs', {}, { suggested: category.stabilise }, ['overrideReason']],
    ['no reason where it is the same', {}, { suggested: category.repair }, []],
    ['no more where the reason is given', { overrideReason: 'A new head.' }, { suggested: category.stabilise }, []],
    ['the day, after the autumn term', { effectiveFrom: '2027-01-04' }, { occasion: 'yearStart' }, ['effectiveFrom']],
    ['nothing in the autumn term', {}, { occasion: 'yearStart' }, []],
    ['the day, not a first of September', {}, { occasion: 'yearEnd' }, ['effectiveFrom']],
    [
      'the opinion that goes with it',
      { opinion: { from: ' ', givenOn: '', opinion: '' } },
      {},
      ['opinionFrom', 'opinionGivenOn', 'opinion'],
    ],
  ])('lacks %s', (_, typed, other, places) => expect(wrong(typed, other)).toEqual(places));

  it('is told which days its route allows', () => {
    expect(daysWords('2026-12-01', { ...terms, occasion: 'yearStart' })).toBe('1 September 2026 to 18 December 2026');
    expect(daysWords('2026-12-01', { ...terms, occasion: 'yearEnd' })).toBe('1 September 2027');
    expect(daysWords('2026-12-01', terms)).toBeUndefined();
    expect(daysWords('2026-12', { ...terms, occasion: 'yearEnd' })).toBeUndefined();
  });
});
