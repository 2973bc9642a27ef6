import { people } from '../../local/sample/combinedAssurance/people';
import { rationaleFor } from '../../local/sample/combinedAssurance/rationales/rationale';
import { alder } from '../../local/sample/combinedAssurance/story/alder';
import { birch } from '../../local/sample/combinedAssurance/story/birch';
import { cedar } from '../../local/sample/combinedAssurance/story/cedar';
import { elm } from '../../local/sample/combinedAssurance/story/elm';
import { hawthorn } from '../../local/sample/combinedAssurance/story/hawthorn';
import { rowan } from '../../local/sample/combinedAssurance/story/rowan';
import { sampleOf, sampleTrust as trustOf } from '../../local/sample/samples';
import { aggregates } from '../../functions/adapters/aggregates';
import { periodOn } from '../../shared/domain/calendar';
import { standingOn } from '../../shared/domain/category';
import { suggestLevel } from '../../shared/domain/kpis';
import { judgedPeriods } from '../../shared/domain/periods';
import { holdsRouteRole, may, type Act } from '../../shared/domain/policy';
import { CategoryChange } from '../../shared/schema/categoryChange';
import { PersonId, Urn } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { Review, type Judgement, type ReviewEvent } from '../../shared/schema/review';
import { StoredFramework, TrustSettings } from '../../shared/schema/settings';

const today = '2026-11-22';
const sampleTrust = (day: string) => trustOf('combinedAssurance', day);
const { people: samplePeople, users: sampleUsers, academies: sampleAcademies } = sampleOf('combinedAssurance');
const trust = sampleTrust(today);
const framework = trust.frameworks[0];
if (!framework) throw new Error('no framework');
const stories = [alder, birch, cedar, elm, hawthorn, rowan];
const terms = ['autumn', 'spring', 'summer'] as const;

const reviewOf = (urn: string, period: string): Review => {
  const review = trust.reviews.find((r) => r.urn === urn && r.period === period);
  if (!review) throw new Error(`no review of ${urn}, ${period}`);
  return review;
};
const judgementsOf = (review: Review): [string, Judgement][] =>
  Object.entries(review.judgements).flatMap(([area, judgement]) => (judgement ? [[area, judgement]] : []));
const personOf = (id: string): Person => {
  const person = samplePeople.find((p) => p.id === id);
  if (!person) throw new Error(`nobody is ${id}`);
  return person;
};
const academyOf = (urn: string): Academy => {
  const academy = trust.academies.find((a) => a.urn === urn);
  if (!academy) throw new Error(`no academy ${urn}`);
  return academy;
};
const countOf = (urn: string, period: string, level: string): number =>
  judgementsOf(reviewOf(urn, period)).filter(([, judgement]) => judgement.level === level).length;

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

describe('the reviews', () => {
  it('are those of last year: three terms of six academies, signed off', () => {
    expect(trust.reviews).toHaveLength(18);
    for (const story of stories)
      for (const period of terms)
        expect([reviewOf(story.urn, period).year, reviewOf(story.urn, period).state]).toEqual(['2025/26', 'signedOff']);
  });

  it.each(trust.reviews.map((review) => [`${review.urn} ${review.period}`, review] as const))(
    '%s is valid and small',
    (_, review) => {
      expect(Review.parse(review)).toEqual(review);
      expect(JSON.stringify(review).length).toBeLessThan(40_000);
      const judged = judgementsOf(review).map(([area]) => area);
      const applicable = framework.areas.map(({ code }) => code).filter((code) => !review.notApplicable.includes(code));
      expect([...judged].sort()).toEqual([...applicable].sort());
      expect(judged).toHaveLength(review.urn === '100005' ? 27 : 28);
      const kpis = framework.areas.flatMap((area) =>
        judged.includes(area.code) ? area.kpis.map(({ code }) => code) : [],
      );
      expect(Object.keys(review.kpis).sort()).toEqual([...kpis].sort());
      expect(aggregates.reviews.rowOf(review).signedOffAt).toBeDefined();
    },
  );

  it.each(trust.reviews.map((review) => [`${review.urn} ${review.period}`, review] as const))(
    '%s was opened, judged, sent and signed off by the right people, in order, within the term',
    (_, review) => {
      const acts: Record<ReviewEvent['type'], Act> = {
        opened: 'openReviews',
        rated: 'rateArea',
        measured: 'rateArea',
        sentForSignOff: 'sendForSignOff',
        queried: 'decideSignOff',
        signedOff: 'decideSignOff',
        agreed: 'decideSignOff',
        reopened: 'reopenReview',
        movedToModel: 'administer',
      };
      const academy = academyOf(review.urn);
      for (const event of review.history) {
        const area = 'area' in event ? framework.areas.find(({ code }) => code === event.area) : undefined;
        const target = { academy, ...(area && { group: area.group }) };
        expect([event, may(personOf(event.by), acts[event.type], target)]).toEqual([event, true]);
      }
      const times = review.history.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(new Set(times).size).toBe(times.length);
      const ids = review.history.map(({ commandId }) => commandId);
      expect(new Set(ids).size).toBe(ids.length);
      const term = trust.settings.years
        .find(({ year }) => year === review.year)
        ?.terms.find((t) => t.term === review.period);
      expect(times[0] ?? '').toMatch(/T08:/);
      expect(
        times.every((at) => at.slice(0, 10) >= (term?.startsOn ?? '~') && at.slice(0, 10) <= (term?.endsOn ?? '')),
      ).toBe(true);
      for (const at of times) {
        expect([at, [1, 2, 3, 4, 5].includes(new Date(at).getUTCDay())]).toEqual([at, true]);
        expect([at, at.slice(11, 13) >= '08' && at.slice(11, 13) < '17']).toEqual([at, true]);
      }
    },
  );

  it('stand on their history: the last rating of an area is its judgement, the last measurement its figures', () => {
    for (const review of trust.reviews) {
      for (const [area, judgement] of judgementsOf(review)) {
        const rated = review.history.filter((e) => e.type === 'rated' && e.area === area).at(-1);
        expect([rated?.commandId, rated?.at, rated?.by]).toEqual([judgement.id, judgement.at, judgement.by]);
      }
      const figures: Record<string, unknown> = {};
      for (const event of review.history) if (event.type === 'measured') Object.assign(figures, event.after);
      expect(Object.fromEntries(Object.entries(review.kpis).map(([code, kpi]) => [code, kpi?.value]))).toEqual(figures);
    }
  });

  it('follow the KPIs, but for three judgements that say why', () => {
    const differing = trust.reviews.flatMap((review) =>
      judgementsOf(review).flatMap(([code, judgement]) => {
        const area = framework.areas.find((a) => a.code === code);
        const suggested = area && suggestLevel(framework, area, review.kpis)?.level;
        expect(judgement.suggested).toBe(suggested);
        return suggested !== undefined && suggested !== judgement.level
          ? [`${review.urn} ${review.period} ${code}: ${judgement.rationale}`]
          : [];
      }),
    );
    expect(differing.map((line) => line.replace(/: .*/, ''))).toEqual([
      '100006 autumn attendance',
      '100001 spring behaviour',
      '100003 spring persistentAbsence',
    ]);
    for (const line of differing) expect(line).toMatch(/: Judged (assured although|lower than)/);
  });

  it('give every judgement a reason of one or two sentences, and never the same one twice running', () => {
    for (const { urn } of stories) {
      let before = new Map<string, string>();
      for (const period of terms) {
        const now = new Map(judgementsOf(reviewOf(urn, period)).map(([area, { rationale }]) => [area, rationale]));
        for (const [area, rationale] of now) {
          expect(rationale).toMatch(/^[A-Z].{24,190}\.$/);
          expect([area, rationale === before.get(area)]).toEqual([area, false]);
        }
        expect(new Set(now.values()).size).toBe(now.size);
        before = now;
      }
    }
  });

  it('have a reason for every area at every level', () => {
    for (const { code } of framework.areas)
      for (const letter of ['A', 'P', 'I'] as const)
        for (const turn of [0, 1, 2, 7])
          expect(rationaleFor(code, letter, turn)).not.toBe(rationaleFor(code, letter, turn + 1));
  });

  it('are told by stories that leave nothing unsaid and nothing over', () => {
    for (const story of stories) {
      expect(Object.keys(story.levels)).toEqual(framework.areas.map(({ code }) => code));
      for (const letters of Object.values(story.levels)) expect(letters).toMatch(/^([API]{3}|---)$/);
      for (const [place, reason] of Object.entries(story.told)) {
        const [area, period] = place.split('.');
        expect(judgementsOf(reviewOf(story.urn, period ?? '')).find(([code]) => code === area)?.[1].rationale).toBe(
          reason,
        );
      }
    }
  });

  it('record one query, answered with a new figure and a new judgement', () => {
    const queried = trust.reviews.filter(({ history }) => history.some(({ type }) => type === 'queried'));
    expect(queried.map(({ urn, period }) => [urn, period])).toEqual([['100006', 'spring']]);
    const after = queried[0]?.history.slice(-6).map(({ type }) => type);
    expect(after).toEqual(['sentForSignOff', 'queried', 'measured', 'rated', 'sentForSignOff', 'signedOff']);
    const again = queried[0]?.history.find((e) => e.type === 'rated' && e.before !== null);
    expect(again).toMatchObject({ area: 'progressWriting', before: { level: 'intervention' }, after: 'actions' });
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
