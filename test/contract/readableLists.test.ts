import { z } from 'zod';
import { provision } from '../../functions/adapters/graph/provision';
import type { Store } from '../../shared/application/ports/store';
import { askedModel } from '../../shared/domain/asked';
import { inPlay } from '../../shared/domain/inPlay';
import type { Framework } from '../../shared/schema/framework';
import { TrustSettings } from '../../shared/schema/settings';
import { academy, change, decidedChange, framework, judged, person, review, signedOffReview, urnOf } from './documents';
import { listening } from './listening';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

let graph: LocalGraph;
let store: Store;
let used = 7000;
const fresh = (): number => (used += 1);

const categories = [
  { code: 'improve', name: 'Needs to improve', order: 1, tone: 'caution', symbol: '!' },
  { code: 'sustain', name: 'Sustaining', order: 2, tone: 'good', symbol: '✓' },
];
const judging = {
  period: 'term',
  record: 'risk assessment',
  raters: ['directorOfEducation'],
  settling: { word: 'agreement', by: ['directorOfEducation'] },
};
const model = framework({ categories, judging });

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [model]);
  store = graph.store();
  await store.create('settings', { name: 'framework:invented@1', framework: model });
});
afterAll(() => graph.close());

const Items = z.object({ value: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })) });
const fieldsOf = async (kind: Parameters<LocalGraph['listPath']>[0], key: string): Promise<Record<string, unknown>> => {
  const filter = encodeURIComponent(`fields/Key eq '${key}'`);
  const from = `${await graph.listPath(kind)}/items?$filter=${filter}&$expand=fields`;
  const [item] = (await graph.client('provisioning').get(from, Items)).value;
  if (item === undefined) throw new Error(`There is no ${kind} item ${key}.`);
  return item.fields;
};
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

describe('the matrix in SharePoint', () => {
  it('shows words where people read, and not one code', async () => {
    const n = fresh();
    await store.create('academies', academy(n, { name: 'Rowan Academy' }));
    await store.create('categoryChanges', {
      ...decidedChange(n, urnOf(n)),
      effectiveFrom: '2026-09-01',
    });
    await store.create('reviews', signedOffReview(n));
    expect(await fieldsOf('reviews', keyOf(n))).toMatchObject({
      Title: 'Rowan Academy · Autumn term 2026/27',
      Academy: 'Rowan Academy',
      Urn: urnOf(n),
      Year: '2026/27',
      Period: 'Autumn term',
      Record: 'Risk assessment',
      State: 'Agreed',
      Category: 'Sustaining',
      Framework: 'Invented framework, version 1',
      SignedOffAt: '2026-11-22T09:40:12.345Z',
      AreaAttendance: 'Assured',
      AreaEarlyYears: 'Not applicable',
    });
  });

  it('names the category of the day on which the record was last changed', async () => {
    const n = fresh();
    await store.create('categoryChanges', { ...decidedChange(n, urnOf(n)), effectiveFrom: '2027-01-01' });
    await store.create('reviews', review(n));
    expect(await fieldsOf('reviews', keyOf(n))).not.toHaveProperty('Category');
  });

  it('keeps the words of the model that a record was submitted on', async () => {
    const n = fresh();
    const [scale] = model.scales;
    const renamed: Framework = {
      ...model,
      scales: scale
        ? [{ ...scale, levels: scale.levels.map((level) => ({ ...level, name: `${level.name} before` })) }]
        : [],
    };
    await store.create('reviews', { ...signedOffReview(n), asked: askedModel(inPlay(renamed), {}) });
    expect(await fieldsOf('reviews', keyOf(n))).toMatchObject({ AreaAttendance: 'Assured before' });
  });

  it('falls back to codes where the model and the academy are gone', async () => {
    const n = fresh();
    await store.create('reviews', review(n, { framework: { code: 'gone', version: 3 } }));
    expect(await fieldsOf('reviews', keyOf(n))).toMatchObject({
      Academy: urnOf(n),
      Framework: 'gone, version 3',
      AreaAttendance: 'assured',
    });
  });

  it('takes an academy’s new name with the next write of its record', async () => {
    const n = fresh();
    const named = await store.create('academies', academy(n, { name: 'Old name' }));
    const made = await store.create('reviews', review(n));
    if (named.status !== 'created' || made.status !== 'created') throw new Error('not created');
    await store.replace('academies', academy(n, { name: 'New name' }), named.version);
    expect(await fieldsOf('reviews', keyOf(n))).toMatchObject({ Academy: 'Old name' });
    await store.replace('reviews', judged(n, 'safeguarding', 'intervention'), made.version);
    expect(await fieldsOf('reviews', keyOf(n))).toMatchObject({
      Academy: 'New name',
      AreaSafeguarding: 'Intervention',
    });
  });
});

describe('the other lists', () => {
  it('name categories, states and roles', async () => {
    const n = fresh();
    await store.create('academies', academy(n, { name: 'Hazel School', notApplicable: ['earlyYears'] }));
    await store.create('categoryChanges', change(n, urnOf(n), { from: 'improve' }));
    await store.create(
      'people',
      person(n, {
        roles: [
          { role: 'headTeacher', academy: urnOf(n) },
          { role: 'functionLead', groups: ['education'] },
          { role: 'directorOfEducation', phases: ['primary'] },
          { role: 'ceo' },
        ],
      }),
    );
    expect(await fieldsOf('categoryChanges', change(n, urnOf(n)).id)).toMatchObject({
      Title: 'Hazel School · Needs to improve → Sustaining',
      Academy: 'Hazel School',
      State: 'Under way',
      FromCategory: 'Needs to improve',
      ToCategory: 'Sustaining',
    });
    expect(await fieldsOf('people', person(n).id)).toMatchObject({
      Roles: 'Head teacher (Hazel School); Function lead (Education); Director of education (Primary); CEO',
    });
    expect(await fieldsOf('academies', urnOf(n))).toMatchObject({ NotApplicable: 'Early Years', Phase: 'Primary' });
  });

  it('name the trust', async () => {
    const terms = ['autumn', 'spring', 'summer'].map((term) => ({
      term,
      startsOn: '2026-09-01',
      endsOn: '2026-12-18',
    }));
    const trust = TrustSettings.parse({
      name: 'trust',
      trustName: 'Orchard Trust',
      years: [{ year: '2026/27', framework: { code: 'invented', version: 1 }, terms }],
      policies: { peersSeeLevels: true },
    });
    await store.create('settings', trust);
    expect(await fieldsOf('settings', 'trust')).toMatchObject({ Title: 'Orchard Trust' });
    expect(await fieldsOf('settings', 'framework:invented@1')).toMatchObject({
      Title: 'Invented framework, version 1',
    });
  });
});

describe('reading the matrix', () => {
  it('asks for the row and its seal, and for none of the columns that people read', async () => {
    await store.create('reviews', review(fresh()));
    const asked = await listening(() => graph.store().rows('reviews'));
    const pages = asked.filter(({ url }) => /\/items\?/.test(url));
    expect(pages.map(({ url }) => /fields\(\$select=([^)]*)\)/.exec(url)?.[1])).toEqual(['Key,Row,Check']);
  });
});
