import { randomUUID } from 'node:crypto';
import type { Part } from '../../../local/sample/cast';
import { yearInPath } from '../../../shared/domain/words';
import { CategoryChangeView } from '../../../shared/schema/changeViews';
import { ReviewView } from '../../../shared/schema/reviewViews';
import { Administration, Session, type PeriodRef } from '../../../shared/schema/views';
import type { Teams } from './teamsApi';

/** What people have done before a test begins, by the product's own API: nothing is written past it. */

const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`The product answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

export const periodPath = ({ year, period }: PeriodRef): string => `${yearInPath(year)}/${period}`;

export const sessionOf = async (teams: Teams, part: Part): Promise<Session> =>
  Session.parse(await done(teams.call(part, 'GET', 'session')));

/** The director opens the present period for every academy. */
export const openPeriod = async (teams: Teams): Promise<PeriodRef> => {
  const { currentPeriod } = await sessionOf(teams, 'director');
  if (!currentPeriod) throw new Error('The sample judges nothing.');
  const body = { commandId: randomUUID() };
  await done(teams.call('director', 'POST', `reviews/${periodPath(currentPeriod)}/open`, body));
  return currentPeriod;
};

const reviewAddress = (period: PeriodRef, urn: string): string => `reviews/${periodPath(period)}/${urn}`;

export const readReviewOf = async (teams: Teams, period: PeriodRef, urn: string): Promise<ReviewView> =>
  ReviewView.parse(await done(teams.call('director', 'GET', reviewAddress(period, urn))));

/** The director judges areas on the best level of their scale: `only` those, or every one that applies. */
export const judgeAll = async (teams: Teams, period: PeriodRef, urn: string, only?: string): Promise<void> => {
  const { areas, framework } = await readReviewOf(teams, period, urn);
  const open = areas.filter(({ area, applicable }) => applicable && (only === undefined || area === only));
  for (const { area } of open) {
    const scale = framework.areas.find(({ code }) => code === area)?.scale;
    const levels = framework.scales.find(({ code }) => code === scale)?.levels ?? [];
    const best = [...levels].sort((a, b) => b.order - a.order)[0]?.code;
    const body = { commandId: randomUUID(), level: best, rationale: 'Seen on a visit.', evidence: [], basedOn: null };
    await done(teams.call('director', 'PUT', `${reviewAddress(period, urn)}/areas/${area}/judgement`, body));
  }
};

export const sendReview = async (teams: Teams, period: PeriodRef, urn: string): Promise<void> => {
  await done(teams.call('director', 'POST', `${reviewAddress(period, urn)}/send`, { commandId: randomUUID() }));
};

/** The director proposes a change of category on the latest settled row; answers its id. */
export const propose = async (teams: Teams, urn: string, to: string): Promise<string> => {
  const { meetingPeriod, today } = await sessionOf(teams, 'director');
  const id = randomUUID();
  const body = {
    commandId: randomUUID(),
    urn,
    to,
    route: 'inYear',
    rationale: 'Eight areas are better than in spring.',
    effectiveFrom: today,
    evidence: meetingPeriod,
  };
  await done(teams.call('director', 'PUT', `category-changes/${id}`, body));
  return id;
};

/** A head teacher agrees to a change, which then waits for the CEO. */
export const agreeTo = async (teams: Teams, head: Part, id: string): Promise<void> => {
  const view = CategoryChangeView.parse(await done(teams.call(head, 'GET', `category-changes/${id}`)));
  if (view.state !== 'atStep') throw new Error(`The change is ${view.state}.`);
  const { round, step, seen } = view;
  const body = { commandId: randomUUID(), round, step, seen, agrees: true, comment: '' };
  await done(teams.call(head, 'POST', `category-changes/${id}/discuss`, body));
};

export const administrationOf = async (teams: Teams): Promise<Administration> =>
  Administration.parse(await done(teams.call('administrator', 'GET', 'administration')));
