import { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { parse } from 'zod/mini';
import type { ReviewView } from '../../../../shared/schema/reviewViews';
import type { ApiClient } from '../../../../tabs/api/client';
import { createDraftStore, type TextStore } from '../../../../tabs/features/review/draftStore';
import { createReviewSaving } from '../../../../tabs/features/review/reviewSaving';
import { autumn } from '../../../support/builders/calendar';
import { smallFramework } from '../../../support/builders/framework';
import { area, commandId, level, urn } from '../../../support/builders/ids';
import { dana } from '../../../support/builders/people';
import { judgedBy, unjudged } from './areaOf';

const Body = z.object({ commandId: z.string(), rationale: z.string(), basedOn: z.string().nullable() });
const by = { id: dana.id, name: dana.name, jobTitle: dana.jobTitle };

/** The review as the server had it at a minute; `attendance` is the rationale of that area. */
const viewAt = (minute: number, attendance?: string): ReviewView => ({
  urn: urn.alder,
  ...autumn,
  academyName: 'Alder Academy',
  phase: 'primary',
  state: 'open',
  round: 0,
  framework: smallFramework,
  areas: [
    attendance === undefined ? unjudged : judgedBy(`at-${minute}`, attendance),
    { ...unjudged, area: area.safeguarding },
  ],
  missing: [],
  unexplained: [],
  settling: [],
  history: [{ at: `2026-11-20T10:${String(minute).padStart(2, '0')}:00Z`, by, text: 'judged' }],
  may: [],
});

const device = (): TextStore => {
  const texts = new Map<string, string>();
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, value) => void texts.set(name, value),
    removeItem: (name) => void texts.delete(name),
  };
};

const begin = (store: TextStore, first: ReviewView, answer: () => Promise<ReviewView>) => {
  const sent: { readonly path: string; readonly body: z.infer<typeof Body> }[] = [];
  const queries = new QueryClient();
  const notAsked = () => Promise.reject(new Error('not asked'));
  const api: ApiClient = {
    read: notAsked,
    take: notAsked,
    send: async (_method, path, body, view) => {
      sent.push({ path, body: Body.parse(body) });
      return parse(view, await answer());
    },
  };
  const saving = createReviewSaving(
    {
      ...{ api, queries, person: dana.id, today: '2026-11-20', online: () => true },
      drafts: createDraftStore(store, dana.id, first),
      newId: () => commandId('from-here'),
    },
    first,
  );
  return { saving, sent, queries };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));
const judged = { level: level.actions, rationale: 'Mine.', evidence: [], kpis: {} };

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

it('sends what an earlier page left on the device, whichever area is looked at', async () => {
  const store = device();
  const before = begin(store, viewAt(1), () => new Promise(() => undefined));
  before.saving.area(area.attendance).type(judged);
  const after = begin(store, viewAt(1), async () => viewAt(2, 'Mine.'));
  expect(after.saving.isUnsaved(area.attendance)).toBe(true);
  await settled();
  expect(after.sent).toEqual([
    {
      path: expect.stringContaining(`/areas/${area.attendance}/judgement`) as string,
      body: expect.objectContaining({ rationale: 'Mine.', basedOn: null }) as unknown,
    },
  ]);
  expect(after.saving.isUnsaved(area.attendance)).toBe(false);
});

it('does not believe a reading that is older than what it knows', () => {
  const { saving } = begin(device(), viewAt(5, 'Newer.'), () => new Promise(() => undefined));
  const saver = saving.area(area.attendance);
  saving.hear(viewAt(3, 'Older.'));
  expect(saver.state().draft.typed.rationale).toBe('Newer.');
  saving.hear(viewAt(6, 'Newest.'));
  expect(saver.state().draft.typed.rationale).toBe('Newest.');
});

it('shows an answer at once, and never puts an older one over a newer', async () => {
  const answers = [viewAt(4, 'Mine.'), viewAt(2, 'Mine.')];
  const { saving, queries } = begin(device(), viewAt(1), async () => answers.shift() ?? viewAt(9));
  saving.area(area.attendance).type(judged);
  saving.area(area.attendance).settle();
  await settled();
  const keys = queries.getQueryCache().getAll();
  expect(keys.map(({ state }) => state.data)).toEqual([viewAt(4, 'Mine.')]);
  saving.area(area.safeguarding).type({ ...judged, rationale: 'Other.' });
  saving.area(area.safeguarding).settle();
  await settled();
  expect(queries.getQueryCache().getAll()[0]?.state.data).toEqual(viewAt(4, 'Mine.'));
});
