import type { SampleCode } from '../../local/sample/codes';
import { aggregates } from '../../functions/adapters/aggregates';
import { standingOn } from '../../shared/domain/category';
import type { Inspection } from '../../shared/schema/historic';
import type { Academy } from '../../shared/schema/people';
import { today, trustOf } from './support/samplesOfToday';

const academyIn = (code: SampleCode, name: string): Academy => {
  const academy = trustOf(code).academies.find((each) => each.name.startsWith(name));
  if (!academy) throw new Error(`no ${name}`);
  return academy;
};
const changesOf = (code: SampleCode, name: string) =>
  trustOf(code).categoryChanges.filter(({ urn }) => urn === academyIn(code, name).urn);
const standing = (code: SampleCode, day: string) => {
  const rows = trustOf(code).categoryChanges.map((change) => aggregates.categoryChanges.rowOf(change));
  return trustOf(code).academies.map(({ urn }) => standingOn(rows, urn, day).now?.code);
};

const kinds = (inspections: readonly { inspection: Inspection }[]) =>
  inspections.map(({ inspection }) => inspection.report);

describe('the stories', () => {
  it('of Growing as One: Elm down after a disagreement, Hawthorn up, Birch up in the summer', () => {
    const code = 'growingAsOne';
    expect(standing(code, '2024-11-03')).toEqual(Array(6).fill(undefined));
    expect(standing(code, '2024-11-04')).toEqual([1, 3, 1, 1, 2, 3].map((n) => `category${n}`));
    expect(standing(code, '2025-11-03')).toEqual([1, 3, 1, 2, 1, 3].map((n) => `category${n}`));
    expect(standing(code, today)).toEqual([1, 2, 1, 2, 1, 3].map((n) => `category${n}`));
    expect(changesOf(code, 'Elm')[1]?.history.map(({ type }) => type)).toEqual([
      'proposed',
      'discussed',
      'resubmitted',
      'discussed',
      'approved',
    ]);
    expect(changesOf(code, 'Birch')[1]).toMatchObject({
      from: 'category3',
      to: 'category2',
      route: { code: 'inYear' },
    });
    const all = trustOf(code).academies.flatMap(({ inspections }) => kinds(inspections));
    expect([
      all.filter((kind) => kind === 'grades').length,
      all.filter((kind) => kind === 'reportCard').length,
    ]).toEqual([7, 1]);
    const rowan = trustOf(code).reviews.filter(({ urn }) => urn === academyIn(code, 'Rowan').urn);
    expect(
      rowan.map(({ judgements }) => Object.entries(judgements).find(([a]) => a === 'safeguarding')?.[1]?.level),
    ).toEqual(['notMet', 'met']);
  });

  it('of the tiers: one exceptional change, two at the Board’s step, one not yet proposed', () => {
    const code = 'leadGrowReinventStabilise';
    expect(standing(code, '2025-08-31')).toEqual(Array(6).fill(undefined));
    expect(standing(code, '2025-09-01')).toEqual(['grow', 'reinvent', 'lead', 'grow', 'reinvent', undefined]);
    expect(standing(code, today)).toEqual(['lead', 'reinvent', 'lead', 'reinvent', 'reinvent', undefined]);
    const open = trustOf(code).categoryChanges.filter(({ state }) => state === 'atStep');
    expect(open.map(({ from, to }) => [from, to])).toEqual([
      ['reinvent', 'stabilise'],
      ['reinvent', 'grow'],
    ]);
    for (const change of open) {
      if (change.state !== 'atStep') throw new Error('closed');
      expect(change.route.steps[change.step]).toMatchObject({ kind: 'confirm', by: 'boardMember' });
      expect(change.effectiveFrom > today && change.effectiveFrom < '2026-12-14').toBe(true);
    }
    const elm = changesOf(code, 'Elm')[1];
    expect(elm).toMatchObject({
      route: { occasion: 'exceptional' },
      outsideOpinion: { from: 'Orchard Borough Council' },
    });
    expect(elm?.history[1]).toMatchObject({ type: 'discussed', agrees: false });
    expect(changesOf(code, 'Rowan')).toEqual([]);
    expect(academyIn(code, 'Rowan').joinedOn).toBe('2026-09-01');
    expect(new Set(trustOf(code).academies.map(({ phase }) => phase)).size).toBe(5);
  });

  it('of earned autonomy: effective from September, once changed by the Board, and not always as Ofsted said', () => {
    const code = 'earnedAutonomy';
    expect(standing(code, '2025-09-01')).toEqual([...[1, 2, 1, 1, 2].map((n) => `category${n}`), undefined]);
    expect(standing(code, '2026-08-31')).toEqual(standing(code, '2025-09-01'));
    expect(standing(code, '2026-09-01')).toEqual([1, 2, 1, 2, 1, 3].map((n) => `category${n}`));
    for (const { effectiveFrom, route } of trustOf(code).categoryChanges)
      expect([route.code, effectiveFrom.slice(4)]).toEqual(['yearEnd', '-09-01']);
    const [rowan] = changesOf(code, 'Rowan');
    expect(rowan?.history.at(-1)).toMatchObject({ type: 'confirmed', proposed: 'category2', to: 'category3' });
    expect(rowan?.described?.proposed?.code).toBe('category2');
    const latest = (name: string) => academyIn(code, name).inspections.at(-1)?.inspection;
    expect([latest('Birch'), standing(code, today)[1]]).toMatchObject([{ overall: 'good' }, 'category2']);
    expect([latest('Alder'), standing(code, today)[0]]).toMatchObject([
      { overall: 'requiresImprovement' },
      'category1',
    ]);
    expect(
      trustOf(code)
        .people.flatMap(({ roles }) => roles)
        .map(({ role }) => role),
    ).not.toContain('directorOfEducation');
  });

  it('of the risk matrix: a director for each phase, and every historic column filled', () => {
    const code = 'riskMatrix';
    expect(standing(code, '2024-11-04')).toEqual([1, 2, 1, 1, 2, 3].map((n) => `category${n}`));
    expect(standing(code, today)).toEqual([1, 2, 1, 2, 1, 3].map((n) => `category${n}`));
    const { academies, people, reviews } = trustOf(code);
    const phases = people.flatMap(({ roles }) =>
      roles.flatMap((r) => (r.role === 'directorOfEducation' ? r.phases : [])),
    );
    expect(phases).toEqual(['primary', 'secondary']);
    for (const { inspections, selfEvaluations } of academies) {
      expect(inspections.length).toBeGreaterThan(0);
      expect(selfEvaluations.map(({ selfEvaluation }) => selfEvaluation.on.slice(0, 4))).toEqual(['2024', '2025']);
    }
    const all = academies.flatMap(({ inspections }) => kinds(inspections));
    expect([
      all.filter((kind) => kind === 'grades').length,
      all.filter((kind) => kind === 'reportCard').length,
    ]).toEqual([7, 3]);
    for (const review of reviews) {
      const { phase } = academies.find(({ urn }) => urn === review.urn) ?? {};
      const sent = review.history.find(({ type }) => type === 'sentForSignOff');
      expect(people.find(({ id }) => id === sent?.by)?.jobTitle).toBe(
        phase === 'primary' ? 'Primary Director' : 'Secondary Director',
      );
    }
  });

  it('leave out what does not apply: early years in a secondary, a sixth form where there is none', () => {
    const left = (code: SampleCode, name: string) =>
      trustOf(code)
        .reviews.filter(({ urn }) => urn === academyIn(code, name).urn)
        .at(-1)?.notApplicable;
    expect(left('growingAsOne', 'Alder')).toEqual(['earlyYears']);
    expect(left('growingAsOne', 'Cedar')).toEqual([]);
    expect(left('earnedAutonomy', 'Alder')).toEqual(['earlyYears', 'sixthForm']);
    expect(left('earnedAutonomy', 'Hawthorn')).toEqual(['earlyYears']);
    expect(left('riskMatrix', 'Elm')).toEqual(['earlyYearsPost16']);
    expect(left('riskMatrix', 'Hawthorn')).toEqual([]);
  });
});
