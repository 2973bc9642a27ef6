import type { Refusal, RefusalCode } from '../../../shared/domain/refusal';
import { refusalWords } from '../../../shared/domain/refusalWords';
import { area } from '../../support/builders/ids';
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
  'review.wrong-state': [{ code: 'review.wrong-state', state: 'awaitingSignOff' }, /waiting for the head teacher/],
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
  'store.conflict': [{ code: 'store.conflict' }, /try again/],
  'store.too-large': [{ code: 'store.too-large' }, /too large/, /shorten/],
  'store.edited-by-hand': [{ code: 'store.edited-by-hand' }, /outside Assured/],
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
  it('somebody who left is named as such', () =>
    expect(refusalWords({ code: 'review.already-signed-off', by: hazel.id, at }, () => 'A former colleague')).toMatch(
      /A former colleague/,
    ));
});
