import { sampleCodes } from '../../local/sample/codes';
import { phrases as gradingPhrases } from '../../local/sample/earnedAutonomy/phrases';
import { standings as gradingStandings } from '../../local/sample/earnedAutonomy/standings';
import { phrases as fiveLevelPhrases } from '../../local/sample/growingAsOne/phrases';
import { standings as fiveLevelStandings } from '../../local/sample/growingAsOne/standings';
import { phrases as matrixPhrases } from '../../local/sample/riskMatrix/phrases';
import { standings as matrixStandings } from '../../local/sample/riskMatrix/standings';
import { sampleOf, sampleTrust } from '../../local/sample/samples';
import { scaleOf } from '../../shared/domain/framework';
import { CategoryChange } from '../../shared/schema/categoryChange';
import { Urn } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { Review, type ReviewEvent } from '../../shared/schema/review';
import { TrustSettings } from '../../shared/schema/settings';
import { today, trustOf } from './support/samplesOfToday';

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

describe('the stories', () => {
  it('name no academy that is not there', () => {
    for (const code of sampleCodes)
      for (const { urn } of trustOf(code).categoryChanges)
        expect(trustOf(code).academies.map((academy) => academy.urn)).toContain(Urn.parse(urn));
  });
});
