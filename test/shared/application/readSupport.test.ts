import { readSupport } from '../../../shared/application/readSupport';
import { Framework } from '../../../shared/schema/framework';
import { SupportView } from '../../../shared/schema/supportViews';
import { TrustSettings } from '../../../shared/schema/settings';
import { settings } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { category, changeId, lastYear, level, thisYear, unknownYear, urn, area } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import {
  birch,
  bo,
  callerNames,
  callers,
  cora,
  dana,
  gus,
  hazel,
  primaryDirector,
} from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings } from '../../support/builders/trust';
import { schoolYear } from '../../support/builders/support';

const visit = (parts: object) => ({ code: 'visit', strand: 'School improvement', text: 'A visit', ...parts });
const bringing: Record<string, object> = {
  repair: {
    includes: ['improve'],
    support: [
      visit({
        cadence: { times: 1, per: 'halfTerm' },
        when: [{ weakAreas: ['attendance'], cadence: { everyWeeks: 1 } }],
      }),
      { code: 'coach', strand: 'HR', kind: 'bespoke', text: 'A coach', onRequest: true, ledBy: 'The HR lead' },
    ],
  },
  improve: {
    ledBy: 'Academy led',
    support: [
      visit({ cadence: { times: 1, per: 'term' } }),
      { code: 'days', strand: 'School improvement', text: 'Days', days: { amount: 2, per: 'term' } },
    ],
  },
};
const framework = Framework.parse({
  ...smallFramework,
  categoryWord: 'tier',
  categories: smallFramework.categories.map((each) => ({ ...each, support: [], ...bringing[each.code] })),
});
const calendar = TrustSettings.parse({ ...settings, years: [...settings.years.slice(0, 1), schoolYear] });

const improve = decidedChange({
  id: changeId(1),
  from: null,
  to: category.improve,
  effectiveFrom: '2025-09-01',
  decidedAt: '2025-08-20T10:00:00Z',
});
const repair = decidedChange({ id: changeId(2), to: category.repair, effectiveFrom: '2027-01-04' });

const ask = async (holds: Holdings = {}, actor = dana.id, key = { urn: urn.alder, year: thisYear }) => {
  const trust = await createTrust({ framework, settings: calendar, changes: [improve, repair], ...holds });
  return readSupport(trust)(actor, key);
};
const view = async (...asked: Parameters<typeof ask>): Promise<SupportView> => {
  return SupportView.parse(JSON.parse(JSON.stringify(valueOf(await ask(...asked)))));
};
const weakAttendance = { levels: { [area.attendance]: level.intervention } };
const cadences = ({ stretches }: SupportView) =>
  stretches.map(({ lines }) => lines.map(({ code, cadence }) => `${code}: ${cadence}`));

describe('the support of a year', () => {
  it('is told for each part of the year in one category, with what it includes', async () => {
    const { stretches, ...rest } = await view();
    expect(rest).toMatchObject({ urn: urn.alder, year: thisYear, academyName: 'Alder Academy', categoryWord: 'tier' });
    expect(stretches.map(({ lines: _, ...stretch }) => stretch)).toEqual([
      {
        category: { code: 'improve', name: 'Improve', tone: 'steady', symbol: '▲', ledBy: 'Academy led' },
        since: '2025-09-01',
        from: '2026-09-01',
        until: '2027-01-03',
      },
      {
        category: { code: 'repair', name: 'Repair', tone: 'caution', symbol: '◆' },
        since: '2027-01-04',
        from: '2027-01-04',
        until: '2027-08-31',
      },
    ]);
    expect(cadences({ ...rest, stretches })).toEqual([
      ['visit: once a term', 'days: 2 days a term'],
      ['visit: every half term', 'coach: when asked for', 'days: 2 days a term'],
    ]);
  });

  it('has dates in each part, and says how each stands today', async () => {
    const { stretches } = await view();
    const windows = stretches.map(({ lines }) =>
      lines[0]?.planned.map(({ from, by, standing }) => `${from} ${by} ${standing}`),
    );
    expect(windows).toEqual([
      ['2026-09-02 2026-12-18 now'],
      [
        '2027-01-04 2027-02-12 later',
        '2027-02-22 2027-03-25 later',
        '2027-04-12 2027-05-28 later',
        '2027-06-07 2027-07-21 later',
      ],
    ]);
    expect(stretches.map(({ lines }) => lines.at(-1)?.allowances.map(({ label }) => label))).toEqual([
      ['Autumn term'],
      ['Spring term', 'Summer term'],
    ]);
  });

  it('tells the decided category that is still to come, and what changes with it', async () => {
    const { next } = await view();
    expect(next).toMatchObject({ category: { code: 'repair' }, from: '2027-01-04' });
    expect(next?.support.added.map(({ code }) => code)).toEqual(['coach']);
    expect(next?.support.ended).toEqual([]);
    expect(next?.support.changed.map(({ from, to }) => [from.cadence, to.cadence])).toEqual([
      [
        { times: 1, per: 'term' },
        { times: 1, per: 'halfTerm' },
      ],
    ]);
  });
  it('begins anew for an academy that has no category yet', async () => {
    const { next, stretches } = await view({ changes: [repair] });
    expect(stretches).toHaveLength(1);
    expect(next?.support.added.map(({ code }) => code)).toEqual(['visit', 'coach', 'days']);
  });
  it('has nothing to come where nothing else is decided', async () => {
    expect((await view({ changes: [improve] })).next).toBeUndefined();
    expect((await view({ changes: [improve, atApprove({ id: changeId(3) })] })).next).toBeUndefined();
  });
  it('tells nothing of a change to come to those who may not read changes', async () => {
    const { next, stretches } = await view({}, gus.id);
    expect(next).toBeUndefined();
    expect(stretches.map(({ category: { code }, until }) => [code, until])).toEqual([['improve', '2027-08-31']]);
  });
  it('is none where the academy has no category', async () =>
    expect((await view({ changes: [] })).stretches).toEqual([]));

  it('goes on by the model that the category was decided on, where the year’s has no such category', async () => {
    const other = Framework.parse({ ...framework, code: 'other', categories: [] });
    const years = calendar.years.map((year) => ({ ...year, framework: { code: other.code, version: 1 } }));
    const trust = await createTrust({ framework, settings: { ...calendar, years }, changes: [improve] });
    await trust.store.create('settings', { name: 'framework:other@1', framework: other });
    const found = valueOf(await readSupport(trust)(dana.id, { urn: urn.alder, year: thisYear }));
    expect(cadences(found)).toEqual([['visit: once a term', 'days: 2 days a term']]);
  });
});

describe('the figures in force', () => {
  const inRepair = { changes: [decidedChange({ to: category.repair, effectiveFrom: '2026-09-01' })] };
  const visits = async (...asked: Parameters<typeof ask>) => {
    const line = (await view(...asked)).stretches[0]?.lines.find(({ code }) => code === 'visit');
    return [line?.cadence, line?.because];
  };
  const usual = ['every half term', []];
  const weekly = ['every week', ['Attendance']];

  it('follow what is weak by the signed-off record, for everybody who may read them', async () => {
    const holds = { ...inRepair, reviews: [signedOffReview(weakAttendance)] };
    for (const reader of [dana, cora, hazel, gus, bo]) expect(await visits(holds, reader.id)).toEqual(weekly);
  });
  it('are the usual ones where nothing is weak', async () =>
    expect(await visits({ ...inRepair, reviews: [signedOffReview()] })).toEqual(usual));
  it('follow a draft only for those who may read drafts', async () => {
    const holds = { ...inRepair, reviews: [judgedReview(weakAttendance)] };
    for (const reader of [dana, cora, hazel]) expect(await visits(holds, reader.id)).toEqual(weekly);
    for (const reader of [gus, bo]) expect(await visits(holds, reader.id)).toEqual(usual);
  });
  it('are not another academy’s, nor a later year’s', async () => {
    expect(await visits({ ...inRepair, reviews: [signedOffReview({ ...weakAttendance, academy: birch })] })).toEqual(
      usual,
    );
    const before = { changes: [decidedChange({ to: category.repair, effectiveFrom: '2025-09-01' })] };
    const reviews = [signedOffReview(weakAttendance)];
    expect(await visits({ ...before, reviews }, dana.id, { urn: urn.alder, year: lastYear })).toEqual(usual);
  });
  it('are what the change to come is compared with', async () => {
    const { next } = await view({ reviews: [signedOffReview(weakAttendance)] });
    expect(next?.support.changed.map(({ to }) => to.cadence)).toEqual([{ everyWeeks: 1 }]);
  });
});

describe('who may read it', () => {
  const reads = [
    'headTeacher',
    'director',
    'primaryDirector',
    'ceo',
    'boardMember',
    'committeeMember',
    'localGovernor',
  ];
  it.each(callerNames)('%s', async (caller) =>
    expect(outcomeOf(await ask({}, callers[caller].id))).toBe(reads.includes(caller) ? 'accepted' : 'notFound'),
  );
  it('is told of another’s academy, and of one that is not there, the same', async () => {
    const at = (academy: typeof urn.alder) => ({ urn: academy, year: thisYear });
    for (const reader of [hazel, gus, primaryDirector])
      expect(outcomeOf(await ask({}, reader.id, at(urn.birch)))).toBe('notFound');
    expect(outcomeOf(await ask({}, cora.id, at(urn.unknown)))).toBe('notFound');
  });
  it('hears of a year that the calendar does not have only where the academy is theirs to see', async () => {
    const key = { urn: urn.alder, year: unknownYear };
    expect(outcomeOf(await ask({}, hazel.id, key))).toBe('calendar.unknown-term');
    expect(outcomeOf(await ask({}, callers.administrator.id, key))).toBe('notFound');
  });
});
