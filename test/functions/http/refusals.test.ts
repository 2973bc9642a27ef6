import { headings } from '../../../functions/http/problem';
import type { Refusal, RefusalCode } from '../../../shared/domain/refusal';
import { Problem } from '../../../shared/schema/views';
import { autumn } from '../../support/builders/calendar';
import { area, nextYear } from '../../support/builders/ids';
import { cora, hazel } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor, routeNamed } from './asking';

const at = '2026-11-22T09:40:00.000Z';

/** One refusal of each code: a new code does not compile until it has its line, and its status below. */
const examples: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  malformed: { code: 'malformed', issues: [{ path: 'comment', message: 'Too long' }] },
  'caller.unknown': { code: 'caller.unknown' },
  notFound: { code: 'notFound' },
  notAllowed: { code: 'notAllowed' },
  'command.reused': { code: 'command.reused' },
  'calendar.unknown-term': { code: 'calendar.unknown-term' },
  'review.unknown-area': { code: 'review.unknown-area' },
  'review.unknown-level': { code: 'review.unknown-level' },
  'review.unknown-kpi': { code: 'review.unknown-kpi' },
  'review.not-applicable': { code: 'review.not-applicable' },
  'review.rationale-needed': { code: 'review.rationale-needed', why: 'needs-intervention' },
  'review.area-changed': { code: 'review.area-changed', by: cora.id, at },
  'review.incomplete': { code: 'review.incomplete', missing: [area.attendance] },
  'review.unexplained': { code: 'review.unexplained', areas: [area.attendance] },
  'review.wrong-state': { code: 'review.wrong-state', state: 'open' },
  'review.already-signed-off': { code: 'review.already-signed-off', by: hazel.id, at },
  'review.already-queried': { code: 'review.already-queried', by: hazel.id, at, comment: 'Counted twice.' },
  'review.sent-again': { code: 'review.sent-again' },
  'review.already-agreed': { code: 'review.already-agreed', by: cora.id, at },
  'review.keeps-model': { code: 'review.keeps-model' },
  'review.model-changed': { code: 'review.model-changed' },
  'framework.not-stored': { code: 'framework.not-stored' },
  'framework.has-mistakes': { code: 'framework.has-mistakes', mistakes: 1 },
  'framework.in-use-already': { code: 'framework.in-use-already' },
  'framework.other-period': { code: 'framework.other-period' },
  'framework.changed-since': { code: 'framework.changed-since' },
  'framework.lacks-columns': { code: 'framework.lacks-columns', areas: 1 },
  'historic.in-future': { code: 'historic.in-future' },
  'historic.unknown-level': { code: 'historic.unknown-level', levels: ['Good'] },
  'historic.too-many': { code: 'historic.too-many' },
  'historic.not-recorded': { code: 'historic.not-recorded' },
  'category.unknown': { code: 'category.unknown' },
  'category.same': { code: 'category.same' },
  'category.none-yet': { code: 'category.none-yet' },
  'category.already-open': { code: 'category.already-open' },
  'category.own-proposal': { code: 'category.own-proposal' },
  'category.not-your-step': { code: 'category.not-your-step' },
  'category.step-taken': { code: 'category.step-taken', by: cora.id, at, outcome: 'approved' },
  'category.wrong-state': { code: 'category.wrong-state', state: 'decided' },
  'category.proposed-again': { code: 'category.proposed-again' },
  'category.meeting-in-future': { code: 'category.meeting-in-future' },
  'category.dates-overlap': { code: 'category.dates-overlap', after: '2026-12-01' },
  'category.academy-left': { code: 'category.academy-left', lastDay: '2026-12-18' },
  'category.unknown-route': { code: 'category.unknown-route' },
  'category.wrong-date': { code: 'category.wrong-date', occasion: 'yearEnd', from: '2027-09-01', to: '2027-09-01' },
  'category.evidence-changed': { code: 'category.evidence-changed' },
  'category.evidence-needed': { code: 'category.evidence-needed' },
  'category.row-not-settled': { code: 'category.row-not-settled' },
  'category.override-reason-needed': { code: 'category.override-reason-needed', suggested: 'Repair' },
  'category.comment-needed': { code: 'category.comment-needed', why: 'disagrees' },
  'category.not-changeable': { code: 'category.not-changeable' },
  'calendar.changed-since': { code: 'calendar.changed-since' },
  'calendar.not-next': { code: 'calendar.not-next', expected: nextYear },
  'calendar.wrong-dates': {
    code: 'calendar.wrong-dates',
    issues: [{ path: 'autumn.startsOn', message: 'The autumn term begins too early.' }],
  },
  'calendar.has-records': { code: 'calendar.has-records', periods: [autumn] },
  'academies.urn-taken': { code: 'academies.urn-taken', name: 'Alder Academy' },
  'academies.changed-since': { code: 'academies.changed-since' },
  'people.already-there': { code: 'people.already-there', name: 'Hazel Head' },
  'people.changed-since': { code: 'people.changed-since' },
  'people.unknown-reach': { code: 'people.unknown-reach' },
  'people.last-administrator': { code: 'people.last-administrator' },
  'people.same': { code: 'people.same' },
  'people.too-many-roles': { code: 'people.too-many-roles' },
  'store.conflict': { code: 'store.conflict' },
  'store.too-large': { code: 'store.too-large' },
  'store.edited-by-hand': { code: 'store.edited-by-hand' },
  'handEdit.changed-since': { code: 'handEdit.changed-since' },
  'handEdit.not-kept': { code: 'handEdit.not-kept' },
  'handEdit.taken': { code: 'handEdit.taken' },
  'delivery.changed-since': { code: 'delivery.changed-since' },
};

/** The API's contract, by status. */
const byStatus: Readonly<Record<number, readonly RefusalCode[]>> = {
  400: [
    'malformed',
    'review.unknown-area',
    'review.unknown-level',
    'review.unknown-kpi',
    'review.rationale-needed',
    'category.unknown',
    'category.same',
    'category.meeting-in-future',
    'category.unknown-route',
    'category.wrong-date',
    'category.evidence-needed',
    'category.override-reason-needed',
    'category.comment-needed',
    'historic.in-future',
    'historic.unknown-level',
    'calendar.wrong-dates',
    'people.unknown-reach',
  ],
  403: ['caller.unknown', 'notAllowed'],
  404: ['notFound', 'calendar.unknown-term', 'framework.not-stored', 'historic.not-recorded'],
  409: [
    'command.reused',
    'review.not-applicable',
    'review.incomplete',
    'review.unexplained',
    'review.wrong-state',
    'review.already-signed-off',
    'review.already-queried',
    'review.sent-again',
    'review.already-agreed',
    'review.keeps-model',
    'framework.has-mistakes',
    'framework.in-use-already',
    'framework.other-period',
    'framework.lacks-columns',
    'historic.too-many',
    'category.none-yet',
    'category.already-open',
    'category.own-proposal',
    'category.not-your-step',
    'category.step-taken',
    'category.wrong-state',
    'category.proposed-again',
    'category.dates-overlap',
    'category.academy-left',
    'category.row-not-settled',
    'category.not-changeable',
    'store.edited-by-hand',
    'handEdit.not-kept',
    'handEdit.taken',
    'people.same',
    'people.too-many-roles',
    'people.already-there',
    'people.last-administrator',
    'academies.urn-taken',
    'calendar.not-next',
    'calendar.has-records',
  ],
  412: [
    'review.area-changed',
    'review.model-changed',
    'framework.changed-since',
    'category.evidence-changed',
    'store.conflict',
    'handEdit.changed-since',
    'delivery.changed-since',
    'academies.changed-since',
    'people.changed-since',
    'calendar.changed-since',
  ],
  413: ['store.too-large'],
};
const table = Object.entries(byStatus).flatMap(([status, codes]) =>
  codes.map((code) => [code, Number(status)] as const),
);

const answering = async (refusal: Refusal) => {
  const route = {
    ...routeNamed('readSession'),
    prepare: () => ({ status: 'ready' as const, run: async () => ({ ok: false as const, refusal }) }),
  };
  return ask(partsFor(await createTrust()), route, {
    as: hazel.id,
    headers: { 'x-correlation-id': 'asked-with-this' },
  });
};

describe('every refusal', () => {
  it('has its status in this table', () =>
    expect(table.map(([code]) => code).sort()).toEqual(Object.keys(headings).sort()));

  it.each(table)('%s is answered %d, as a problem in words', async (code, status) => {
    const { status: answered, headers, body } = await answering(examples[code]);
    expect(answered).toBe(status);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-correlation-id')).toBe('asked-with-this');
    const problem = Problem.parse(body);
    expect(problem).toMatchObject({
      status,
      code,
      type: `urn:assured:problem:${code}`,
      correlationId: 'asked-with-this',
    });
    expect(problem.title).toMatch(/^[A-Z].*[^.]$/);
    expect(problem.detail).toMatch(/[.?!]$/);
  });

  it('names whoever acted first', async () => {
    expect(Problem.parse((await answering(examples['category.step-taken'])).body).detail).toContain('Cora Chief');
  });

  it('carries what a form needs to show the way', async () => {
    expect((await answering(examples.malformed)).body).toMatchObject({
      issues: [{ path: 'comment', message: 'Too long' }],
    });
    expect((await answering(examples['calendar.wrong-dates'])).body).toMatchObject({
      issues: [{ path: 'autumn.startsOn' }],
    });
    expect((await answering(examples['review.incomplete'])).body).toMatchObject({ missing: ['attendance'] });
  });

  it('is told even where the names cannot be read', async () => {
    const trust = await createTrust();
    const route = {
      ...routeNamed('readSession'),
      prepare: () => ({
        status: 'ready' as const,
        run: async () => {
          trust.store.failNext('rows', 'unavailable');
          return { ok: false as const, refusal: examples['review.already-signed-off'] };
        },
      }),
    };
    const { status, body } = await ask(partsFor(trust), route, { as: hazel.id });
    expect([status, Problem.parse(body).code]).toEqual([409, 'review.already-signed-off']);
    expect(Problem.parse(body).detail).toContain('somebody else');
  });
});
