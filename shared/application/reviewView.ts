import type { Area, Framework } from '../schema/framework';
import type { LevelCode } from '../schema/ids';
import type { Review, ReviewEvent } from '../schema/review';
import type { ReviewRow } from '../schema/rows';
import type { HistoryLine, TermRef } from '../schema/views';
import type { ReviewAction, ReviewArea, ReviewView } from '../schema/reviewViews';
import { sameTerm, termBefore } from '../domain/calendar';
import { areasByGroup, findArea, findGroup, levelOf } from '../domain/framework';
import { readKpis, suggestLevel } from '../domain/kpis';
import { may, type Act } from '../domain/policy';
import { missingAreas, roundOf, unexplainedAreas } from '../domain/review';
import type { Store } from './ports/store';
import type { ReviewAccess } from './reviewAccess';
import { headTeacherOf, whoIs } from './trust';

const ratedWords = (framework: Framework, event: Extract<ReviewEvent, { type: 'rated' }>): string => {
  const area = findArea(framework, event.area);
  if (!area) return `judged ${event.area}`;
  const name = (level: LevelCode): string => levelOf(framework, area, level)?.name ?? level;
  const before = event.before ? ` (before: ${name(event.before.level)})` : '';
  return `judged ${area.name}: ${name(event.after)}${before}`;
};

const eventWords = ({ framework }: ReviewAccess, event: ReviewEvent): string => {
  switch (event.type) {
    case 'opened':
      return 'opened the review';
    case 'rated':
      return ratedWords(framework, event);
    case 'measured':
      return `entered measures for ${findArea(framework, event.area)?.name ?? event.area}`;
    case 'sentForSignOff':
      return 'sent the review for sign-off';
    case 'queried':
      return `queried: ${event.comment}`;
    case 'signedOff':
      return `signed off${event.comment && `: ${event.comment}`}`;
    case 'reopened':
      return `reopened the review: ${event.reason}`;
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
    mayRate: editable && applicable && may(caller.person, 'rateArea', { academy, group: area.group }),
    judgement: judgementOf(access, area),
    previous: before[area.code],
    kpis: readKpis(framework, area, review.kpis),
    suggestion: suggestLevel(framework, area, review.kpis),
  };
};

const actionsIn: Record<Review['state'], [ReviewAction, Act][]> = {
  open: [['send', 'sendForSignOff']],
  queried: [['send', 'sendForSignOff']],
  awaitingSignOff: [
    ['signOff', 'decideSignOff'],
    ['query', 'decideSignOff'],
  ],
  signedOff: [['reopen', 'reopenReview']],
};

/** What the reader may do with the review as it stands. */
export const reviewActions = ({ caller, academy, review }: ReviewAccess): ReviewAction[] =>
  actionsIn[review.state].filter(([, act]) => may(caller.person, act, { academy })).map(([action]) => action);

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

/** The signed-off levels of the term before, from memory; none where there are none. */
const levelsBefore = async (
  store: Store,
  { academy }: ReviewAccess,
  ref: TermRef | undefined,
): Promise<ReviewRow['levels']> => {
  if (!ref) return {};
  const rows = await store.rows('reviews');
  const found = rows.find(({ row }) => row.urn === academy.urn && sameTerm(row, ref) && row.state === 'signedOff');
  return found?.row.levels ?? {};
};

/** A review as its reader may see and change it. */
export const viewReview = async (store: Store, access: ReviewAccess): Promise<ReviewView> => {
  const { caller, academy, framework, review } = access;
  const previousTerm = termBefore(caller.settings.years, review);
  const before = await levelsBefore(store, access, previousTerm);
  const areas = visibleAreas(access);
  const shown = (codes: Area['code'][]) => codes.filter((code) => areas.some((area) => area.code === code));
  const head = headTeacherOf(caller, academy.urn)[0];
  return {
    urn: review.urn,
    year: review.year,
    term: review.term,
    academyName: academy.name,
    phase: academy.phase,
    state: review.state,
    round: roundOf(review),
    framework,
    ...(previousTerm && { previousTerm }),
    areas: areas.map((area) => areaView(access, area, before)),
    missing: shown(missingAreas(review, framework)),
    unexplained: shown(unexplainedAreas(review, framework)),
    ...standing(access),
    ...(head && { headTeacher: whoIs(caller, head.id) }),
    history: historyLines(access, areas),
    may: reviewActions(access),
  };
};
