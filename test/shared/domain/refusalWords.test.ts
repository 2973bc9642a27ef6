import type { Refusal, RefusalCode } from '../../../shared/domain/refusal';
import { refusalWords } from '../../../shared/domain/refusalWords';
import { autumn } from '../../support/builders/calendar';
import { area, nextYear } from '../../support/builders/ids';
import { cora, hazel, nameOf } from '../../support/builders/people';

const at = '2026-11-18T16:20:00Z';

/** One refusal for each code, and what people must be able to read in it: every fact it carries. */
const refusals: { readonly [C in RefusalCode]: readonly [Extract<Refusal, { code: C }>, ...RegExp[]] } = {
  malformed: [{ code: 'malformed', issues: [{ path: 'level', message: 'is missing' }] }, /level is missing/],
  'caller.unknown': [{ code: 'caller.unknown' }, /administrator/],
  notFound: [{ code: 'notFound' }, /nothing here, or it is not yours/],
  notAllowed: [{ code: 'notAllowed' }, /role/],
  'command.reused': [{ code: 'command.reused' }, /reload/, /Nothing was changed/],
  'calendar.unknown-term': [{ code: 'calendar.unknown-term' }, /no such term/],
  'review.unknown-area': [{ code: 'review.unknown-area' }, /area/],
  'review.unknown-level': [{ code: 'review.unknown-level' }, /level/],
  'review.unknown-kpi': [{ code: 'review.unknown-kpi' }, /measure/],
  'review.not-applicable': [{ code: 'review.not-applicable' }, /does not apply/],
  'review.rationale-needed': [
    { code: 'review.rationale-needed', why: 'differs-from-suggestion' },
    /differs/,
    /say why/,
  ],
  'review.area-changed': [{ code: 'review.area-changed', by: cora.id, at }, /Cora Chief/, /18 November 2026, 16:20/],
  'review.incomplete': [
    { code: 'review.incomplete', missing: [area.attendance, area.safeguarding] },
    /2 areas are not judged/,
  ],
  'review.unexplained': [
    { code: 'review.unexplained', areas: [area.attendance] },
    /1 judgement differs/,
    /has no reason/,
  ],
  'review.wrong-state': [{ code: 'review.wrong-state', state: 'awaitingSignOff' }, /sign it off or agree it/],
  'review.already-signed-off': [
    { code: 'review.already-signed-off', by: hazel.id, at },
    /Hazel Head/,
    /18 November 2026, 16:20/,
  ],
  'review.already-queried': [
    { code: 'review.already-queried', by: hazel.id, at, comment: 'Why?' },
    /Hazel Head/,
    /18 November 2026, 16:20/,
  ],
  'review.sent-again': [{ code: 'review.sent-again' }, /out of date/, /sent again/],
  'review.already-agreed': [
    { code: 'review.already-agreed', by: cora.id, at },
    /Already agreed by Cora Chief/,
    /18 November 2026, 16:20/,
  ],
  'review.keeps-model': [{ code: 'review.keeps-model' }, /stays on it/, /Nothing was changed/],
  'review.model-changed': [{ code: 'review.model-changed' }, /changed its model/, /Nothing was changed/],
  'framework.not-stored': [{ code: 'framework.not-stored' }, /not stored/],
  'framework.has-mistakes': [{ code: 'framework.has-mistakes', mistakes: 2 }, /2 mistakes/, /next version number/],
  'framework.in-use-already': [{ code: 'framework.in-use-already' }, /already/],
  'framework.other-period': [{ code: 'framework.other-period' }, /other periods/, /Nothing was changed/],
  'framework.changed-since': [{ code: 'framework.changed-since' }, /read it again/, /Nothing was changed/],
  'framework.lacks-columns': [{ code: 'framework.lacks-columns', areas: 3 }, /3 areas/, /provisioning/],
  'historic.in-future': [{ code: 'historic.in-future' }, /future/],
  'historic.unknown-level': [{ code: 'historic.unknown-level', levels: ['Good', 'Weak'] }, /Good, Weak/],
  'historic.too-many': [{ code: 'historic.too-many' }, /Nothing was changed/],
  'historic.not-recorded': [{ code: 'historic.not-recorded' }, /no such entry/],
  'category.unknown': [{ code: 'category.unknown' }, /category/],
  'category.same': [{ code: 'category.same' }, /already/],
  'category.none-yet': [{ code: 'category.none-yet' }, /no category/],
  'category.already-open': [{ code: 'category.already-open' }, /already open/],
  'category.own-proposal': [{ code: 'category.own-proposal' }, /You proposed/],
  'category.not-your-step': [{ code: 'category.not-your-step' }, /not yours/],
  'category.step-taken': [
    { code: 'category.step-taken', by: cora.id, at, outcome: 'approved' },
    /Already approved by Cora Chief/,
    /18 November 2026, 16:20/,
  ],
  'category.wrong-state': [{ code: 'category.wrong-state', state: 'returned' }, /returned to the proposer/],
  'category.proposed-again': [{ code: 'category.proposed-again' }, /out of date/],
  'category.meeting-in-future': [{ code: 'category.meeting-in-future' }, /future/],
  'category.dates-overlap': [{ code: 'category.dates-overlap', after: '2026-09-01' }, /1 September 2026/],
  'category.academy-left': [{ code: 'category.academy-left', lastDay: '2026-12-18' }, /18 December 2026/],
  'category.unknown-route': [{ code: 'category.unknown-route' }, /no such route/],
  'category.wrong-date': [
    { code: 'category.wrong-date', occasion: 'yearStart', from: '2026-09-01', to: '2026-12-18' },
    /autumn term/,
    /1 September 2026/,
    /18 December 2026/,
  ],
  'category.evidence-changed': [{ code: 'category.evidence-changed' }, /nothing was decided/, /what has changed/],
  'category.evidence-needed': [{ code: 'category.evidence-needed' }, /choose the period/],
  'category.row-not-settled': [{ code: 'category.row-not-settled' }, /still being judged/, /earlier period/],
  'category.override-reason-needed': [
    { code: 'category.override-reason-needed', suggested: 'Repair' },
    /suggest Repair/,
    /say why/,
  ],
  'category.comment-needed': [{ code: 'category.comment-needed', why: 'disagrees' }, /say why you do not agree/],
  'category.not-changeable': [{ code: 'category.not-changeable' }, /cannot confirm anything else/],
  'calendar.changed-since': [{ code: 'calendar.changed-since' }, /meanwhile/, /both versions/],
  'calendar.not-next': [{ code: 'calendar.not-next', expected: nextYear }, /no gaps/, /2027\/28/],
  'calendar.wrong-dates': [
    { code: 'calendar.wrong-dates', issues: [{ path: 'autumn.startsOn', message: 'It begins too early.' }] },
    /It begins too early\./,
  ],
  'calendar.has-records': [
    { code: 'calendar.has-records', periods: [autumn] },
    /judged already in Autumn term 2026\/27/,
    /its first day stays/,
  ],
  'academies.urn-taken': [{ code: 'academies.urn-taken', name: 'Alder Academy' }, /Alder Academy/, /check the number/],
  'academies.changed-since': [{ code: 'academies.changed-since' }, /meanwhile/, /both versions/],
  'people.already-there': [{ code: 'people.already-there', name: 'Hazel Head' }, /Hazel Head/, /change their roles/],
  'people.changed-since': [{ code: 'people.changed-since' }, /meanwhile/, /both versions/],
  'people.unknown-reach': [{ code: 'people.unknown-reach' }, /academy, a function or a committee/],
  'people.last-administrator': [{ code: 'people.last-administrator' }, /only administrator/, /somebody else/],
  'people.same': [{ code: 'people.same' }, /somebody else/],
  'people.too-many-roles': [{ code: 'people.too-many-roles' }, /20 roles/],
  'store.conflict': [{ code: 'store.conflict' }, /try again/],
  'store.too-large': [{ code: 'store.too-large' }, /too large/, /shorten/],
  'store.edited-by-hand': [{ code: 'store.edited-by-hand' }, /outside Assured/],
  'handEdit.changed-since': [{ code: 'handEdit.changed-since' }, /again/, /compare/],
  'handEdit.not-kept': [{ code: 'handEdit.not-kept' }, /nothing to put back/, /delete it/],
  'handEdit.taken': [{ code: 'handEdit.taken' }, /another item has its key/],
  'delivery.changed-since': [{ code: 'delivery.changed-since' }, /meanwhile/, /look at them again/],
};

describe.each(Object.entries(refusals))('%s', (code, [refusal, ...facts]) => {
  const said = refusalWords(refusal, nameOf);
  it('is said in whole sentences, without codes', () => {
    expect(said).toMatch(/^[A-Z0-9].*\.$/);
    expect(said).not.toContain(code.includes('.') ? code : 'undefined');
    expect(said).not.toMatch(/undefined|\[object|0000-4000/);
  });
  it('tells its facts', () => {
    for (const fact of facts) expect(said).toMatch(fact);
  });
});

describe('the words follow the facts', () => {
  const say = (refusal: Refusal) => refusalWords(refusal, nameOf);
  it('no two codes share a sentence', () => {
    const all = Object.values(refusals).map(([refusal]) => say(refusal));
    expect(new Set(all).size).toBe(all.length);
  });
  it('one area is not judged', () =>
    expect(say({ code: 'review.incomplete', missing: [area.attendance] })).toMatch(/^1 area is /));
  it('two judgements differ', () =>
    expect(say({ code: 'review.unexplained', areas: [area.attendance, area.safeguarding] })).toMatch(
      /^2 judgements differ .* have no reason/,
    ));
  it('intervention needs a reason', () =>
    expect(say({ code: 'review.rationale-needed', why: 'needs-intervention' })).toMatch(/intervention/));
  it('a request that says nothing about itself', () =>
    expect(say({ code: 'malformed', issues: [] })).toMatch(/could not be read/));
  it('each state of a review in its own words', () => {
    const states = ['open', 'awaitingSignOff', 'queried', 'signedOff'] as const;
    expect(new Set(states.map((state) => say({ code: 'review.wrong-state', state }))).size).toBe(states.length);
  });
  it('each state of a change in its own words', () => {
    const states = ['atStep', 'returned', 'decided', 'rejected', 'withdrawn'] as const;
    expect(new Set(states.map((state) => say({ code: 'category.wrong-state', state }))).size).toBe(states.length);
  });
  it('the day of a route at the end of the year', () =>
    expect(say({ code: 'category.wrong-date', occasion: 'yearEnd', from: '2027-09-01', to: '2027-09-01' })).toBe(
      'On this route a change takes effect on the first day of an academic year. Choose 1 September 2027.',
    ));
  it('each comment that is needed in its own words', () => {
    const whys = ['disagrees', 'represents', 'other-category'] as const;
    expect(new Set(whys.map((why) => say({ code: 'category.comment-needed', why }))).size).toBe(whys.length);
  });
  it('somebody who left is named as such', () =>
    expect(refusalWords({ code: 'review.already-signed-off', by: hazel.id, at }, () => 'A former colleague')).toMatch(
      /A former colleague/,
    ));
});
