import { sampleCodes, type SampleCode } from '../../local/sample/codes';
import { phrases as gradingPhrases } from '../../local/sample/earnedAutonomy/phrases';
import { standings as gradingStandings } from '../../local/sample/earnedAutonomy/standings';
import { phrases as fiveLevelPhrases } from '../../local/sample/growingAsOne/phrases';
import { standings as fiveLevelStandings } from '../../local/sample/growingAsOne/standings';
import { phrases as matrixPhrases } from '../../local/sample/riskMatrix/phrases';
import { standings as matrixStandings } from '../../local/sample/riskMatrix/standings';
import { sampleOf, sampleTrust } from '../../local/sample/samples';
import { aggregates } from '../../functions/adapters/aggregates';
import { standingOn } from '../../shared/domain/category';
import { scaleOf } from '../../shared/domain/framework';
import { CategoryChange } from '../../shared/schema/categoryChange';
import type { Inspection } from '../../shared/schema/historic';
import { Urn } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { Review, type ReviewEvent } from '../../shared/schema/review';
import { TrustSettings } from '../../shared/schema/settings';

const today = '2026-11-22';
const trusts = new Map(sampleCodes.map((code) => [code, sampleTrust(code, today)]));
const trustOf = (code: SampleCode) => trusts.get(code) ?? sampleTrust(code, today);
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

describe.each(sampleCodes)('the trust of %s', (code) => {
  const trust = trustOf(code);
  const { people, users, framework } = sampleOf(code);

  it('is valid in every part', () => {
    expect(TrustSettings.parse(trust.settings)).toEqual(trust.settings);
    for (const year of trust.settings.years) expect(year.framework).toEqual({ code, version: framework.version });
    for (const academy of trust.academies) expect(Academy.parse(academy)).toEqual(academy);
    for (const person of trust.people) expect(Person.parse(person)).toEqual(person);
    for (const review of trust.reviews) expect(Review.parse(review)).toEqual(review);
    for (const change of trust.categoryChanges) expect(CategoryChange.parse(change)).toEqual(change);
    expect(trust.settings.years.map(({ year }) => year)).toEqual(['2024/25', '2025/26', '2026/27']);
    expect(trust.academies.map(({ urn }) => urn)).toEqual(sampleOf(code).academies.map(({ urn }) => urn));
  });

  it('has people with ids, names and addresses of their own, a head for each academy and somebody in each office', () => {
    for (const key of ['id', 'displayName', 'mail'] as const)
      expect(new Set(users.map((user) => user[key])).size).toBe(users.length);
    expect(people.every(({ roles }) => roles.length > 0)).toBe(true);
    const roles = people.flatMap((person) => person.roles);
    const heads = roles.flatMap((role) => (role.role === 'headTeacher' ? [role.academy] : []));
    expect(heads).toEqual(trust.academies.map(({ urn }) => urn));
    for (const office of ['ceo', 'boardMember', 'localGovernor', 'administrator'])
      expect(roles.map(({ role }) => role)).toContain(office);
  });

  it('keeps in its directory the colleagues to whom the framework gives no part', () => {
    const known = people.map(({ name }) => name);
    const directory = users.map(({ displayName }) => displayName);
    expect(directory).toEqual(expect.arrayContaining(['Fern Finance', 'Ellis Estates', 'Pippa People', ...known]));
    expect(known).not.toContain('Sunny Stranger');
    expect(directory).toContain('Sunny Stranger');
    expect(known.includes('Fern Finance')).toBe(code === 'combinedAssurance');
  });

  it('is the same on the same day, and on every day of the year', () => {
    expect(JSON.stringify(sampleTrust(code, today))).toBe(JSON.stringify(trust));
    for (const day of ['2026-09-01', '2027-08-31'])
      expect(JSON.stringify(sampleTrust(code, day))).toBe(JSON.stringify(trust));
  });

  it.each(['2024-09-01', '2026-09-01', '2028-02-29', '2031-08-31', '2038-06-01'])(
    'tells on %s only of what has been',
    (day) => {
      const { reviews, categoryChanges, academies } = sampleTrust(code, day);
      const histories = [...reviews, ...categoryChanges].flatMap(({ history }) => history.map(({ at }) => at));
      const recorded = academies.flatMap((a) => [...a.inspections, ...a.selfEvaluations].map(({ at }) => at));
      expect(histories.length).toBeGreaterThan(15);
      expect([...histories, ...recorded].filter((at) => at.slice(0, 10) >= day)).toEqual([]);
      expect(academies.filter(({ joinedOn }) => joinedOn === undefined || joinedOn > day)).toEqual([]);
    },
  );

  it('acts on weekdays, by day, and never twice with one command', () => {
    const events = [...trust.reviews, ...trust.categoryChanges].flatMap<
      Pick<ReviewEvent, 'at' | 'commandId'> & { type: string }
    >(({ history }) => history);
    for (const { at } of events) {
      expect([at, [1, 2, 3, 4, 5].includes(new Date(at).getUTCDay())]).toEqual([at, true]);
      expect([at, at.slice(11, 13) >= '08' && at.slice(11, 13) < '17']).toEqual([at, true]);
    }
    // One command opens the records of all academies; everything else is one act on one record.
    const ids = events.filter(({ type }) => type !== 'opened').map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps out of the holidays', () => {
    const closed = trust.settings.years.flatMap(({ terms }) => terms.flatMap(({ halfTerm }) => halfTerm ?? []));
    expect(closed).toHaveLength(9);
    const days = [...trust.reviews, ...trust.categoryChanges].flatMap(({ history }) =>
      history.map(({ at }) => at.slice(0, 10)),
    );
    expect(days.filter((day) => closed.some(({ startsOn, endsOn }) => day >= startsOn && day <= endsOn))).toEqual([]);
  });
});

const told = [
  ['growingAsOne', fiveLevelPhrases, fiveLevelStandings],
  ['earnedAutonomy', gradingPhrases, gradingStandings],
  ['riskMatrix', matrixPhrases, matrixStandings],
] as const;

describe.each(told)('the yearly records of %s', (code, phrases, standings) => {
  const trust = trustOf(code);
  const { framework } = sampleOf(code);

  it('are those of the year before and of last year, agreed; this year is not opened', () => {
    const years = trust.reviews.map(({ year, period, state }) => `${year} ${period} ${state}`);
    expect(new Set(years)).toEqual(new Set(['2024/25 year signedOff', '2025/26 year signedOff']));
    for (const review of trust.reviews) {
      if (review.state !== 'signedOff') throw new Error('not agreed');
      const agreed = review.agreed.flatMap(({ roles }) => roles);
      expect([...agreed].sort()).toEqual([...(framework.judging?.settling.by ?? [])].sort());
    }
  });

  it('give every judgement a reason, never the same one twice in a record or in two years', () => {
    for (const { urn } of trust.academies) {
      const own = trust.reviews.filter((review) => review.urn === urn);
      const reasons = own.map(({ judgements }) => Object.entries(judgements).map(([a, j]) => [a, j?.rationale ?? '']));
      for (const each of reasons) expect(new Set(each.map(([, reason]) => reason)).size).toBe(each.length);
      for (const [, reason] of reasons.flat()) expect(reason).toMatch(/^[A-Z].{24,190}\.$/);
      const [before = [], last = []] = reasons;
      expect(last.filter(([area, reason]) => before.some(([a, r]) => a === area && r === reason))).toEqual([]);
    }
  });

  it('have two reasons for every area at every level', () => {
    expect(Object.keys(phrases).sort()).toEqual(framework.areas.map(({ code: area }) => area).sort());
    for (const area of framework.areas) {
      const levels = scaleOf(framework, area)?.levels.length;
      expect([area.code, phrases[area.code]?.map((each) => new Set(each).size)]).toEqual([
        area.code,
        Array(levels).fill(2),
      ]);
    }
    const all = Object.values(phrases).flat(2);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are told by standings that leave nothing unsaid and nothing over', () => {
    for (const { urn, levels, told: own = {} } of standings) {
      expect(Object.keys(levels)).toEqual(framework.areas.map(({ code: area }) => area));
      for (const place of Object.keys(own)) {
        const [area = '', year] = place.split('.');
        const review = trust.reviews
          .filter((r) => r.urn === urn)
          .find((r) => r.year.startsWith(year === '0' ? '2024' : '2025'));
        expect(Object.entries(review?.judgements ?? {}).find(([a]) => a === area)?.[1]?.rationale).toBe(own[place]);
      }
    }
  });
});

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

  it('name no academy that is not there', () => {
    for (const code of sampleCodes)
      for (const { urn } of trustOf(code).categoryChanges)
        expect(trustOf(code).academies.map((academy) => academy.urn)).toContain(Urn.parse(urn));
  });
});
