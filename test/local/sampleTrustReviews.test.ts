import { rationaleFor } from '../../local/sample/combinedAssurance/rationales/rationale';
import { aggregates } from '../../functions/adapters/aggregates';
import { suggestLevel } from '../../shared/domain/kpis';
import { may, type Act } from '../../shared/domain/policy';
import { Review, type ReviewEvent } from '../../shared/schema/review';
import { academyOf, framework, judgementsOf, personOf, reviewOf, stories, terms, trust } from './support/sampleTrust';

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
