import { z } from 'zod';
import { PersonId } from '../../../shared/schema/ids';
import { LateDecision } from '../../../shared/schema/lateDecision';
import { Matter } from '../../../shared/schema/matter';
import type { Asked } from '../../../shared/application/ports/failedMessages';
import { correlationId, isCorrelationId } from '../../correlation';

/**
 * What stands in the announcements queue: a matter to announce, a person to whom what is held is to be sent, or a
 * decision to carry out whose click was answered before.
 */
export const QueueMessage = z.union([
  z.pipe(
    Matter,
    z.transform((matter: Matter): Asked => ({ matter })),
  ),
  z.object({ deliver: PersonId }).transform(({ deliver }): Asked => ({ person: deliver })),
  z.object({ decide: LateDecision }).transform(({ decide }): Asked => ({ decision: decide })),
]);

const messageOf = (asked: Asked): object => {
  if ('matter' in asked) return asked.matter;
  return 'person' in asked ? { deliver: asked.person } : { decide: asked.decision };
};

const Correlated = z.object({ correlationId: z.string().refine(isCorrelationId) });

/** The id of the request, or of the run, that put the message into the queue; undefined where it says none. */
export const correlationOf = (message: unknown): string | undefined =>
  Correlated.safeParse(message).data?.correlationId;

/** With the id of what is being worked on. The trigger expects base64 (host.json). */
export const encodeMessage = (asked: Asked): string =>
  Buffer.from(JSON.stringify({ ...messageOf(asked), correlationId: correlationId() })).toString('base64');

/** Undefined where it is none of ours. */
export const decodeMessage = (text: string): Asked | undefined => {
  try {
    return QueueMessage.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};
