import { randomUUID } from 'node:crypto';
import type { PeriodRef } from '../../shared/schema/views';
import { alder, birch } from '../e2e/support/everyPage';
import * as prepared from '../e2e/support/prepared';
import type { Teams } from '../e2e/support/teamsApi';

/** What the addresses in the pictures name. */
export interface Prepared {
  readonly settled: PeriodRef;
  readonly open: PeriodRef;
  /** Waits for the CEO. */
  readonly change: string;
}

const rationale = 'As seen on the visit in the first half of the term; the next look is in six weeks.';

/** The director judges every area that applies as it was judged the period before, one by one, as people do. */
const judgeAsBefore = async (teams: Teams, period: PeriodRef, urn: string): Promise<void> => {
  const { areas, framework } = await prepared.readReviewOf(teams, period, urn);
  const bestOf = (area: string): string | undefined => {
    const scale = framework.areas.find(({ code }) => code === area)?.scale;
    const levels = framework.scales.find(({ code }) => code === scale)?.levels ?? [];
    return [...levels].sort((a, b) => b.order - a.order)[0]?.code;
  };
  for (const { area, previous } of areas.filter(({ applicable }) => applicable)) {
    const body = { level: previous ?? bestOf(area), rationale, evidence: [], basedOn: null };
    const path = `reviews/${prepared.periodPath(period)}/${urn}/areas/${area}/judgement`;
    const { status } = await teams.call('director', 'PUT', path, { commandId: randomUUID(), ...body });
    if (status >= 300) throw new Error(`The product answered ${status} for ${area}.`);
  }
};

/** The term is open, Alder's review is sent, Birch's is judged and not sent, and a change of category is with the CEO. */
export const prepare = async (teams: Teams): Promise<Prepared> => {
  const { meetingPeriod } = await prepared.sessionOf(teams, 'chair');
  if (!meetingPeriod) throw new Error('The sample has nothing settled.');
  const open = await prepared.openPeriod(teams);
  await judgeAsBefore(teams, open, alder);
  await prepared.sendReview(teams, open, alder);
  await judgeAsBefore(teams, open, birch);
  const change = await prepared.propose(teams, birch, 'improve');
  await prepared.agreeTo(teams, 'birchHead', change);
  return { settled: meetingPeriod, open, change };
};
