import type { Area, Framework } from '../schema/framework';
import type { LevelCode } from '../schema/ids';
import type { Review, ReviewEvent } from '../schema/review';
import type { ReviewRow } from '../schema/rows';
import type { HistoryLine, PeriodRef } from '../schema/views';
import type { ReviewAction, ReviewArea, ReviewView } from '../schema/reviewViews';
import { samePeriod, periodBefore } from '../domain/calendar';
import { areasByGroup, findArea, findGroup, levelOf } from '../domain/framework';
import {
  agreedRoles,
  mayRate,
  maySettle,
  purposeOf,
  recordOf,
  rolesToSettle,
  settlingOf,
  signsOff,
  waitsFor,
} from '../domain/judging';
import { comparableLevels } from '../domain/judgedLevel';
import { readKpis, suggestLevel } from '../domain/kpis';
import { may, type Act } from '../domain/policy';
import { missingAreas, roundOf, unexplainedAreas } from '../domain/review';
import { roomLeft } from '../domain/room';
import { documentLimit, type Store } from './ports/store';
import type { ReviewAccess } from './reviewAccess';
import { headTeacherOf, whoIs } from './trust';

const ratedWords = (framework: Framework, event: Extract<ReviewEvent, { type: 'rated' }>): string => {
  const area = findArea(framework, event.area);
  if (!area) return `judged ${event.area}`;
  const name = (level: LevelCode): string => levelOf(framework, area, level)?.name ?? level;
  const before = event.before ? ` (before: ${name(event.before.level)})` : '';
  return `judged ${area.name}: ${name(event.after)}${before}`;
};

const settledWord = (framework: Framework): string =>
  signsOff(framework) ? 'signed off' : 'agreed as the last one, which locked it';

const eventWords = ({ framework }: ReviewAccess, event: ReviewEvent): string => {
  switch (event.type) {
    case 'opened':
      return `opened the ${recordOf(framework)}`;
    case 'rated':
      return ratedWords(framework, event);
    case 'measured':
      return `entered measures for ${findArea(framework, event.area)?.name ?? event.area}`;
    case 'sentForSignOff':
      return `sent the ${recordOf(framework)} for ${purposeOf(framework)}`;
    case 'queried':
      return `queried: ${event.comment}`;
    case 'agreed':
      return `agreed${event.comment && `: ${event.comment}`}`;
    case 'signedOff':
      return `${settledWord(framework)}${event.comment && `: ${event.comment}`}`;
    case 'reopened':
      return `reopened the ${recordOf(framework)}: ${event.reason}`;
    case 'movedToModel':
      return `moved it to version ${event.to.version} of the trust’s model`;
  }
};

/** A function lead sees their own functions of a review and no trace of the others. */
const visibleAreas = ({ caller, academy, framework }: ReviewAccess): Area[] =>
  areasByGroup(framework)
    .filter(({ group }) => may(caller.person, 'readReview', { academy, group: group.code }))
    .flatMap(({ areas }) => areas);

/** A rationale that concerns staff is left out for whoever may not read such matters, as in the matrix's cell. */
const judgementOf = ({ caller, academy, framework, review }: ReviewAccess, area: Area): ReviewArea['judgement'] => {
  const judgement = review.judgements[area.code];
  if (!judgement) return undefined;
  const told = { ...judgement, by: whoIs(caller, judgement.by) };
  const aboutStaff = findGroup(framework, area.group)?.staffMatters === true;
  return aboutStaff && !may(caller.person, 'readStaffMatters', { academy, group: area.group })
    ? { ...told, rationale: '', evidence: [] }
    : told;
};

const areaView = (access: ReviewAccess, area: Area, before: ReviewRow['levels']): ReviewArea => {
  const { caller, academy, framework, review } = access;
  const editable = review.state === 'open' || review.state === 'queried';
  const applicable = !review.notApplicable.includes(area.code);
  return {
    area: area.code,
    applicable,
    mayRate: editable && applicable && mayRate(framework, caller.person, { academy, group: area.group }),
    judgement: judgementOf(access, area),
    previous: before[area.code],
    kpis: readKpis(framework, area, review.kpis),
    suggestion: suggestLevel(framework, area, review.kpis),
  };
};

const actsIn = {
  open: ['send', 'sendForSignOff'],
  queried: ['send', 'sendForSignOff'],
  signedOff: ['reopen', 'reopenReview'],
} as const satisfies Record<Exclude<Review['state'], 'awaitingSignOff'>, [ReviewAction, Act]>;

/** What the reader may do with the review as it stands; whoever has agreed may still query it until it is locked. */
export const reviewActions = ({ caller, academy, framework, review }: ReviewAccess): ReviewAction[] => {
  if (review.state === 'awaitingSignOff') {
    const row = { state: review.state, agreed: agreedRoles(review) };
    const waits = waitsFor(framework, row, caller.person, academy);
    return [
      ...(waits ? (['signOff'] as const) : []),
      ...(maySettle(framework, caller.person, academy) ? (['query'] as const) : []),
    ];
  }
  const [action, act] = actsIn[review.state];
  return may(caller.person, act, { academy }) ? [action] : [];
};

/** Each role that must agree, who holds it, and whether it has in this round. */
const settlingView = ({ caller, academy, framework, review }: ReviewAccess): ReviewView['settling'] => {
  const agreed = 'agreed' in review ? review.agreed : [];
  return settlingOf(framework).by.map((role) => {
    const done = agreed.find(({ roles }) => roles.includes(role));
    const people = caller.people.filter((person) => rolesToSettle(framework, person, academy).includes(role));
    return {
      role,
      people: people.map(({ id }) => whoIs(caller, id)),
      ...(done && { agreed: { by: whoIs(caller, done.by), at: done.at } }),
    };
  });
};

const standing = ({ caller, review }: ReviewAccess): Pick<ReviewView, 'sent' | 'query' | 'signedOff'> => {
  const sent = [...review.history].reverse().find((event) => event.type === 'sentForSignOff');
  return {
    ...(sent && review.state !== 'open' && { sent: { by: whoIs(caller, sent.by), at: sent.at } }),
    ...(review.state === 'queried' && {
      query: { by: whoIs(caller, review.queriedBy), at: review.queriedAt, comment: review.comment },
    }),
    ...(review.state === 'signedOff' && {
      signedOff: { by: whoIs(caller, review.signedOffBy), at: review.signedOffAt, comment: review.comment },
    }),
  };
};

const historyLines = (access: ReviewAccess, areas: readonly Area[]): HistoryLine[] =>
  access.review.history
    .filter((event) => !('area' in event) || areas.some((area) => area.code === event.area))
    .map((event) => ({ at: event.at, by: whoIs(access.caller, event.by), text: eventWords(access, event) }));

/** The signed-off levels of the period before that mean the same now, from memory; none where there are none. */
const levelsBefore = async (
  store: Store,
  { caller, academy, framework }: ReviewAccess,
  ref: PeriodRef | undefined,
): Promise<ReviewRow['levels']> => {
  if (!ref) return {};
  const rows = await store.rows('reviews');
  const found = rows.find(({ row }) => row.urn === academy.urn && samePeriod(row, ref) && row.state === 'signedOff');
  return found ? comparableLevels(framework, caller.frameworks, found.row) : {};
};

/** A review as its reader may see and change it. */
export const viewReview = async (store: Store, access: ReviewAccess): Promise<ReviewView> => {
  const { caller, academy, framework, review } = access;
  const previousPeriod = periodBefore(caller.periods, review);
  const before = await levelsBefore(store, access, previousPeriod);
  const areas = visibleAreas(access);
  const shown = (codes: Area['code'][]) => codes.filter((code) => areas.some((area) => area.code === code));
  const head = headTeacherOf(caller, academy.urn)[0];
  const left = roomLeft(review, framework, documentLimit);
  return {
    urn: review.urn,
    year: review.year,
    period: review.period,
    academyName: academy.name,
    phase: academy.phase,
    state: review.state,
    round: roundOf(review),
    framework,
    ...(previousPeriod && { previousPeriod }),
    areas: areas.map((area) => areaView(access, area, before)),
    missing: shown(missingAreas(review, framework)),
    unexplained: shown(unexplainedAreas(review, framework)),
    ...standing(access),
    ...(head && { headTeacher: whoIs(caller, head.id) }),
    settling: settlingView(access),
    history: historyLines(access, areas),
    may: reviewActions(access),
    ...(left !== undefined && { roomLeft: left }),
  };
};
