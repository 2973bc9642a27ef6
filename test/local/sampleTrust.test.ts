import { people } from '../../local/sample/combinedAssurance/people';
import { aggregates } from '../../functions/adapters/aggregates';
import { periodOn } from '../../shared/domain/calendar';
import { standingOn } from '../../shared/domain/category';
import { judgedPeriods } from '../../shared/domain/periods';
import { holdsRouteRole, may } from '../../shared/domain/policy';
import { CategoryChange } from '../../shared/schema/categoryChange';
import { PersonId, Urn } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { StoredFramework, TrustSettings } from '../../shared/schema/settings';
import {
  academyOf,
  countOf,
  framework,
  personOf,
  reviewOf,
  sampleAcademies,
  samplePeople,
  sampleTrust,
  sampleUsers,
  stories,
  terms,
  today,
  trust,
} from './support/sampleTrust';

describe('the people', () => {
  it('are valid, each with an id, a name and an address of their own', () => {
    for (const person of samplePeople) expect(Person.parse(person)).toEqual(person);
    for (const key of ['id', 'name', 'email'] as const)
      expect(new Set(samplePeople.map((person) => person[key])).size).toBe(samplePeople.length);
  });

  it('hold every role, with a head teacher for each academy and a lead for each function', () => {
    const roles = samplePeople.flatMap((person) => person.roles);
    expect(new Set(roles.map(({ role }) => role))).toEqual(
      new Set([
        'headTeacher',
        'directorOfEducation',
        'functionLead',
        'ceo',
        'boardMember',
        'localGovernor',
        'administrator',
      ]),
    );
    const headed = roles.flatMap((role) => (role.role === 'headTeacher' ? [role.academy] : []));
    expect(headed.sort()).toEqual(sampleAcademies.map(({ urn }) => urn));
    const led = roles.flatMap((role) => (role.role === 'functionLead' ? role.groups : []));
    expect(led.sort()).toEqual(framework.groups.map(({ code }) => code).sort());
    expect(roles.filter(({ role }) => role === 'boardMember')).toHaveLength(2);
  });

  it('are in the directory, with one more person whom the app does not know', () => {
    const accounts = sampleUsers.map(({ id, displayName, mail, userPrincipalName, jobTitle }) => [
      id,
      displayName,
      mail,
      userPrincipalName,
      jobTitle,
    ]);
    const expected = samplePeople.map(({ id, name, email, jobTitle }) => [id, name, email, email, jobTitle]);
    expect(accounts.slice(0, -1)).toEqual(expected);
    expect(samplePeople.some(({ id }) => id === sampleUsers.at(-1)?.id)).toBe(false);
  });
});

describe('the academies', () => {
  it('are six of varied phases, and no pupil number lets a single pupil be guessed', () => {
    expect(trust.academies.map(({ name }) => name)).toEqual([
      'Alder Academy',
      'Birch Academy',
      'Cedar Academy',
      'Elm Academy',
      'Hawthorn College',
      'Rowan Academy',
    ]);
    expect(new Set(trust.academies.map(({ phase }) => phase)).size).toBe(4);
    for (const academy of trust.academies) {
      expect(Academy.parse(academy)).toEqual(academy);
      expect(academy.pupils).toBeGreaterThan(50);
    }
  });

  it('leave out reading at the college and nothing else', () => {
    expect(
      trust.academies.flatMap(({ name, notApplicable }) => notApplicable.map((area) => `${name}: ${area}`)),
    ).toEqual(['Hawthorn College: progressReading']);
    expect(academyOf('100006').joinedOn).toBe('2025-09-01');
  });
});

describe('the settings', () => {
  it('have this year and the two before, all on the sample’s framework', () => {
    expect(TrustSettings.parse(trust.settings)).toEqual(trust.settings);
    expect(trust.settings.trustName).toBe('Orchard Learning Trust (sample)');
    expect(trust.settings.years.map(({ year }) => year)).toEqual(['2024/25', '2025/26', '2026/27']);
    for (const year of trust.settings.years)
      expect(year.framework).toEqual({ code: framework.code, version: framework.version });
    expect(StoredFramework.safeParse({ name: 'framework:combinedAssurance@1', framework }).success).toBe(true);
  });
});

describe('the story', () => {
  it('of Rowan is a struggle, of Birch a recovery, of Cedar strength, of Elm a slide', () => {
    const interventions = (urn: string) => terms.map((period) => countOf(urn, period, 'intervention'));
    expect(interventions('100006')).toEqual([19, 13, 7]);
    expect(interventions('100002')).toEqual([5, 2, 1]);
    expect(interventions('100003')).toEqual([0, 0, 0]);
    expect(terms.map((period) => countOf('100003', period, 'assured'))).toEqual([23, 26, 27]);
    expect(terms.map((period) => countOf('100002', period, 'assured'))).toEqual([2, 4, 11]);
    expect(terms.map((period) => countOf('100004', period, 'assured'))).toEqual([23, 19, 11]);
    const worst = Math.max(
      ...stories.filter(({ urn }) => urn !== '100006').map(({ urn }) => countOf(urn, 'summer', 'intervention')),
    );
    expect(worst).toBeLessThan(7);
  });
});

describe('the categories', () => {
  const rows = trust.categoryChanges.map((change) => aggregates.categoryChanges.rowOf(change));
  const standing = (day: string) => trust.academies.map(({ urn }) => standingOn(rows, urn, day).now?.code);

  it('are valid and decided, seven changes with ids of their own', () => {
    expect(trust.categoryChanges).toHaveLength(7);
    for (const change of trust.categoryChanges) {
      expect(CategoryChange.parse(change)).toEqual(change);
      expect(change.state).toBe('decided');
    }
    expect(new Set(trust.categoryChanges.map(({ id }) => id)).size).toBe(7);
  });

  it('stand from the first day of last year; Birch moves to Repair in its spring term', () => {
    expect(standing('2025-08-31')).toEqual(Array(6).fill(undefined));
    expect(standing('2025-09-01')).toEqual(['improve', 'stabilise', 'sustain', 'improve', 'sustain', 'stabilise']);
    expect(standing('2026-02-22')[1]).toBe('stabilise');
    expect(standing('2026-02-23')[1]).toBe('repair');
    expect(standing(today)).toEqual(['improve', 'repair', 'sustain', 'improve', 'sustain', 'stabilise']);
  });

  it('moved Birch through the whole route, by those whose step it was, on the evidence of the autumn', () => {
    const move = trust.categoryChanges.find((change) => change.history.some(({ type }) => type === 'proposed'));
    if (!move) throw new Error('nothing moved');
    expect(move.history.map(({ type, by }) => [type, by])).toEqual([
      ['proposed', people.director.id],
      ['discussed', people.birchHead.id],
      ['approved', people.ceo.id],
      ['confirmed', people.chair.id],
    ]);
    const academy = academyOf(move.urn);
    move.route.steps.forEach((step, i) => {
      const by = PersonId.parse(move.history[i + 1]?.by);
      expect(holdsRouteRole(personOf(by), step, academy)).toBe(true);
    });
    expect(may(people.director, 'proposeCategory', { academy })).toBe(true);
    const autumn = reviewOf('100002', 'autumn');
    expect(move.evidence?.levels).toEqual(aggregates.reviews.rowOf(autumn).levels);
    expect(move.evidence).toMatchObject({
      year: '2025/26',
      period: 'autumn',
      state: 'signedOff',
      takenAt: move.proposedAt,
    });
    expect(move.rationale).toMatch(/Five areas still need intervention/);
    expect(countOf('100002', 'autumn', 'intervention')).toBe(5);
    const times = move.history.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect((times.at(-1) ?? '').slice(0, 10) < move.effectiveFrom).toBe(true);
  });
});

describe('on other days', () => {
  it('the same day makes the same trust', () => {
    expect(JSON.stringify(sampleTrust(today))).toBe(JSON.stringify(trust));
    expect(JSON.stringify(sampleTrust('2026-09-01'))).toBe(JSON.stringify(sampleTrust('2027-08-31')));
  });

  it.each([
    ['2026-09-01', '2025/26'],
    ['2026-09-20', '2025/26'],
    ['2027-01-04', '2025/26'],
    ['2027-08-31', '2025/26'],
    ['2028-02-29', '2026/27'],
    ['2024-02-29', '2022/23'],
    ['2038-06-01', '2036/37'],
    ['2039-06-01', '2037/38'],
  ])('%s: last year is %s, complete and over', (day, lastYear) => {
    const { reviews, categoryChanges, settings } = sampleTrust(day);
    expect(settings.years[1]?.year).toBe(lastYear);
    expect(reviews).toHaveLength(18);
    expect(new Set(reviews.map(({ year }) => year))).toEqual(new Set([lastYear]));
    const instants = [...reviews, ...categoryChanges].flatMap(({ history }) => history.map(({ at }) => at));
    expect(instants.every((at) => at.slice(0, 10) < day)).toBe(true);
    expect(categoryChanges.every(({ effectiveFrom }) => effectiveFrom < day)).toBe(true);
    for (const review of reviews) expect(JSON.stringify(review).length).toBeLessThan(40_000);
    const now = periodOn(
      judgedPeriods(settings.years, () => 'term'),
      day,
    );
    expect(now && reviews.some(({ year, period }) => year === now.year && period === now.period)).toBe(
      day === '2026-09-01',
    );
    const rows = categoryChanges.map((change) => aggregates.categoryChanges.rowOf(change));
    expect(standingOn(rows, Urn.parse('100002'), day).now?.code).toBe('repair');
  });
});
