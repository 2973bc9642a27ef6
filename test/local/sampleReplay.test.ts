import { sampleCodes, type SampleCode } from '../../local/sample/codes';
import { sampleTrust } from '../../local/sample/samples';
import type { SampleTrust } from '../../local/sample/sample';
import { aggregates } from '../../functions/adapters/aggregates';
import { latestDecided } from '../../shared/domain/category';
import { approve, discuss } from '../../shared/domain/categoryChange';
import { confirm } from '../../shared/domain/confirmation';
import { categoryIn } from '../../shared/domain/describedChange';
import { findArea } from '../../shared/domain/framework';
import { inPlay } from '../../shared/domain/inPlay';
import { mayRate, rolesToSettle, settlingOf } from '../../shared/domain/judging';
import { may, mayPropose } from '../../shared/domain/policy';
import { propose, resubmit } from '../../shared/domain/proposal';
import type { Result } from '../../shared/domain/result';
import { openReview, rateArea, recordKpis } from '../../shared/domain/review';
import { query, sendForSignOff, signOff } from '../../shared/domain/signOff';
import { mayTake } from '../../shared/domain/takingSteps';
import type { CategoryChange, CategoryChangeEvent } from '../../shared/schema/categoryChange';
import * as commands from '../../shared/schema/commands';
import type { Framework } from '../../shared/schema/framework';
import type { Academy, Person } from '../../shared/schema/people';
import type { Review, ReviewEvent } from '../../shared/schema/review';

const today = '2026-11-22';
const trusts = new Map<SampleCode, SampleTrust>(sampleCodes.map((code) => [code, sampleTrust(code, today)]));
const modelOf = ({ frameworks: [stored] }: SampleTrust): Framework => {
  if (!stored) throw new Error('no framework');
  return inPlay(stored);
};

const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const personOf = ({ people }: SampleTrust, id: string): Person => {
  const person = people.find((each) => each.id === id);
  if (!person) throw new Error(`nobody is ${id}`);
  return person;
};
const academyOf = ({ academies }: SampleTrust, urn: string): Academy => {
  const academy = academies.find((each) => each.urn === urn);
  if (!academy) throw new Error(`no academy ${urn}`);
  return academy;
};

/** The rationale of a rating: that of the judgement which stands, or what the next rating of the area replaced. */
const rationaleOf = (review: Review, n: number, event: Extract<ReviewEvent, { type: 'rated' }>): string => {
  const next = review.history.slice(n + 1).find((e) => e.type === 'rated' && e.area === event.area);
  return next?.type === 'rated' ? (next.before?.rationale ?? '') : (review.judgements[event.area]?.rationale ?? '');
};

/** One event as the product would make it, by somebody who may. */
const again = (trust: SampleTrust, review: Review, n: number, so: Review, round: number): Review => {
  const event = review.history[n];
  if (!event) throw new Error('no event');
  const framework = modelOf(trust);
  const academy = academyOf(trust, review.urn);
  const person = personOf(trust, event.by);
  const key = { urn: review.urn, year: review.year, period: review.period, commandId: event.commandId };
  const { by, at } = event;
  const roles = rolesToSettle(framework, person, academy);
  const expectAllowed = (able: boolean) => expect([event, able]).toEqual([event, true]);
  switch (event.type) {
    case 'rated': {
      const group = findArea(framework, event.area)?.group;
      if (!group) throw new Error(event.area);
      expectAllowed(mayRate(framework, person, { academy, group }));
      const basedOn = so.judgements[event.area]?.id ?? null;
      const rating = {
        ...key,
        area: event.area,
        level: event.after,
        rationale: rationaleOf(review, n, event),
        basedOn,
      };
      return done(rateArea(so, commands.RateArea.parse(rating), { by, at, framework }));
    }
    case 'measured': {
      const values = Object.fromEntries(
        Object.entries(event.after).map(([code, value]) => {
          const kpi = Object.entries(review.kpis).find(([known]) => known === code)?.[1];
          return [code, { value, asAt: kpi?.asAt, source: kpi?.source }];
        }),
      );
      const measuring = commands.RecordKpis.parse({ ...key, area: event.area, values });
      return done(recordKpis(so, measuring, { by, at, framework }));
    }
    case 'sentForSignOff':
      expectAllowed(may(person, 'sendForSignOff', { academy }));
      return done(sendForSignOff(so, commands.SendForSignOff.parse(key), { by, at, framework, roles }));
    case 'queried': {
      expectAllowed(roles.length > 0);
      return done(query(so, commands.QueryReview.parse({ ...key, round, comment: event.comment }), { by, at }));
    }
    case 'agreed':
    case 'signedOff': {
      expectAllowed(roles.length > 0);
      const signing = commands.SignOffReview.parse({ ...key, round, comment: event.comment });
      return done(signOff(so, signing, { by, at, roles, needed: settlingOf(framework).by }));
    }
    default:
      throw new Error(`The sample has no ${event.type}.`);
  }
};

const replayReview = (trust: SampleTrust, review: Review): Review => {
  const [first, ...rest] = review.history;
  if (first?.type !== 'opened') throw new Error('not opened first');
  const { commandId, by, at } = first;
  const academy = academyOf(trust, review.urn);
  expect(may(personOf(trust, by), 'openReviews', { academy })).toBe(true);
  const { urn, year, period, framework, notApplicable } = review;
  const opened = openReview({ key: { urn, year, period }, commandId, framework, notApplicable }, { by, at });
  return rest.reduce<Review>((so, _event, n) => {
    const round = so.history.filter(({ type }) => type === 'sentForSignOff').length;
    return again(trust, review, n + 1, so, round);
  }, opened);
};

/** The tiers of one framework are given without a matrix. */
const withMatrix = sampleCodes.filter((code) => code !== 'leadGrowReinventStabilise');

describe.each(withMatrix)('the records of %s', (code) => {
  const trust = trusts.get(code) ?? sampleTrust(code, today);

  it('come out the same when the domain makes them again, by people who may', () => {
    expect(trust.reviews.length).toBeGreaterThan(10);
    for (const review of trust.reviews) expect(replayReview(trust, review)).toEqual(review);
  });

  it('are the academies’ own, with ids and instants in order', () => {
    for (const { history } of trust.reviews) {
      const times = history.map(({ at }) => at);
      expect(times).toEqual([...new Set(times)].sort());
      const ids = history.map(({ commandId }) => commandId);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const keys = trust.reviews.map((review) => aggregates.reviews.keyOf(review));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

type Proposed = Extract<CategoryChangeEvent, { type: 'proposed' }>;

const proposedAgain = (trust: SampleTrust, change: CategoryChange, first: Proposed, earlier: CategoryChange[]) => {
  const framework = modelOf(trust);
  const { commandId, by, at, rationale, effectiveFrom } = first;
  const { id, urn, route, evidence, suggested, overrideReason, outsideOpinion } = change;
  const confirmed = change.history.find((e) => e.type === 'confirmed');
  const to = (confirmed?.type === 'confirmed' && confirmed.proposed) || change.to;
  const academy = academyOf(trust, urn);
  expect(mayPropose(personOf(trust, by), route, academy)).toBe(true);
  const rows = earlier.map((each) => aggregates.categoryChanges.rowOf(each));
  const latest = latestDecided(rows, urn);
  const command = {
    commandId,
    id,
    urn,
    to,
    rationale,
    effectiveFrom,
    route: route.code,
    overrideReason,
    outsideOpinion,
  };
  return done(
    propose(commands.ProposeCategoryChange.parse(command), {
      by,
      at,
      framework,
      years: trust.settings.years,
      latest,
      leftOn: academy.leftOn,
      from: latest && categoryIn(framework, latest.to),
      evidence,
      suggested,
    }),
  );
};

const stepAgain = (trust: SampleTrust, so: CategoryChange, event: CategoryChangeEvent, earlier: CategoryChange[]) => {
  const { commandId, by, at } = event;
  const round = so.history.filter(({ type }) => type === 'proposed' || type === 'resubmitted').length;
  const command = { ...event, id: so.id, commandId, round };
  if (event.type === 'resubmitted') {
    const rows = earlier.map((each) => aggregates.categoryChanges.rowOf(each));
    const latest = latestDecided(rows, so.urn);
    const dating = { by, at, years: trust.settings.years, latest, leftOn: academyOf(trust, so.urn).leftOn };
    return done(resubmit(so, commands.ResubmitCategoryChange.parse(command), dating));
  }
  expect([event, mayTake(so, personOf(trust, by), academyOf(trust, so.urn))]).toEqual([event, true]);
  if (event.type === 'discussed') return done(discuss(so, commands.DiscussCategoryChange.parse(command), { by, at }));
  if (event.type === 'approved') return done(approve(so, commands.ApproveCategoryChange.parse(command), { by, at }));
  const context = { by, at, today: at.slice(0, 10), framework: modelOf(trust) };
  return done(confirm(so, commands.ConfirmCategoryChange.parse(command), context));
};

describe.each(sampleCodes)('the category changes of %s', (code) => {
  const trust = trusts.get(code) ?? sampleTrust(code, today);
  const made = trust.categoryChanges.filter(({ history }) => history[0]?.type === 'proposed');

  it('come out the same when the domain makes them again, by people whose step it is', () => {
    expect(made.length).toBeGreaterThan(0);
    for (const change of made) {
      const [first, ...rest] = change.history;
      if (first?.type !== 'proposed') throw new Error('not proposed first');
      const earlier = trust.categoryChanges.slice(0, trust.categoryChanges.indexOf(change));
      const proposed = proposedAgain(trust, change, first, earlier);
      const replayed = rest.reduce((so, event) => stepAgain(trust, so, event, earlier), proposed);
      expect(replayed).toEqual(change);
    }
  });

  it('rest on records that were agreed before, as they stood', () => {
    for (const { urn, evidence, proposedAt } of made) {
      if (!modelOf(trust).judging) {
        expect(evidence).toBeUndefined();
        continue;
      }
      const record = trust.reviews.find(
        (review) => review.urn === urn && review.year === evidence?.year && review.period === evidence.period,
      );
      if (record?.state !== 'signedOff') throw new Error(`no agreed record of ${urn}`);
      const { levels, notApplicable, state } = aggregates.reviews.rowOf(record);
      expect(evidence).toMatchObject({ levels, notApplicable, state, takenAt: proposedAt, model: record.asked });
      expect(record.signedOffAt < proposedAt).toBe(true);
    }
  });
});
