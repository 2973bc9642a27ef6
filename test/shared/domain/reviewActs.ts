import type { Review } from '../../../shared/schema/review';
import type { Result } from '../../../shared/domain/result';
import { rateArea, recordKpis, roundOf } from '../../../shared/domain/review';
import { query, reopen, sendForSignOff, signOff } from '../../../shared/domain/signOff';
import { now } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { cora, dana, hazel } from '../../support/builders/people';

export const id = commandId('new-act');
export const key = ({ urn, year, period }: Review) => ({ urn, year, period });
const asDirector = { by: dana.id, at: now, framework: smallFramework };
const asSender = { ...asDirector, roles: [] };
export const asHead = { by: hazel.id, at: now };
export const asSigner = { ...asHead, roles: ['headTeacher'], needed: ['headTeacher'] } as const;

/** Every act on a review, aimed at what is there now. */
export const acts = {
  rateArea: (review) =>
    rateArea(
      review,
      {
        commandId: id,
        ...key(review),
        area: area.safeguarding,
        level: level.actions,
        rationale: 'Seen on a visit.',
        evidence: [],
        basedOn: review.judgements[area.safeguarding]?.id ?? null,
      },
      asDirector,
    ),
  recordKpis: (review) =>
    recordKpis(
      review,
      {
        commandId: id,
        ...key(review),
        area: area.attendance,
        values: { [kpi.attendanceRate]: { value: 93.5, asAt: '2026-11-01', source: 'Register' } },
      },
      asDirector,
    ),
  sendForSignOff: (review) => sendForSignOff(review, { commandId: id, ...key(review) }, asSender),
  signOff: (review) =>
    signOff(review, { commandId: id, ...key(review), round: Math.max(1, roundOf(review)), comment: 'Fine.' }, asSigner),
  query: (review) =>
    query(review, { commandId: id, ...key(review), round: Math.max(1, roundOf(review)), comment: 'Why?' }, asHead),
  reopen: (review) => reopen(review, { commandId: id, ...key(review), reason: 'A mistake.' }, { by: cora.id, at: now }),
} satisfies Record<string, (review: Review) => Result<Review>>;
export type Act = keyof typeof acts;
