import type { CardAnswer } from '../shared/schema/card';
import type { LateDecision } from '../shared/schema/lateDecision';
import { StoreUnavailable } from '../shared/application/ports/store';
import type { Answering } from './answering';
import type { CardAction, Reply } from './botService';
import { renderNotice } from './cards/noticeCard';

/** Takes a decision down, so that it is carried out whatever becomes of this process. */
export type Later = (decision: LateDecision) => Promise<void>;

/** Milliseconds. Teams gives up after some 15 seconds, and asks again (facts §5.5). */
const patience = 8_000;

const takenDown =
  'Your answer has been taken down. Microsoft 365 is slow at the moment: the work goes on, and this card will show what became of it.';

const late = (milliseconds: number): { readonly passed: Promise<'late'>; readonly stop: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  return { passed, stop: () => clearTimeout(timer) };
};

/** The reply, or `late` where it takes too long or the lists cannot be reached now. Other faults are thrown. */
const inTime = async (deciding: Promise<Reply>, milliseconds: number): Promise<Reply | 'late'> => {
  const limit = late(milliseconds);
  const settled = deciding.catch((fault: unknown) => {
    if (fault instanceof StoreUnavailable) return 'late' as const;
    throw fault;
  });
  // What still runs when its time has passed is heard by nobody; the taken down decision finds what it did.
  settled.catch(() => undefined);
  try {
    return await Promise.race([settled, limit.passed]);
  } finally {
    limit.stop();
  }
};

type Pressed = Pick<CardAction, 'person' | 'conversation' | 'cardId'>;

/** Answers a click in time, whatever becomes of the decision. */
export type Decide = (pressed: Pressed, answer: CardAnswer) => Promise<Reply>;

/**
 * Decides while Teams waits; where that takes too long, the decision is taken down and the click answered. Carrying it
 * out twice is one decision: its command id is that of the click.
 */
export const createDeciding =
  (answering: Pick<Answering, 'decide'>, later: Later, milliseconds = patience): Decide =>
  async ({ person, conversation, cardId }, answer) => {
    const reply = await inTime(answering.decide(person, answer), milliseconds);
    if (reply !== 'late') return reply;
    await later({ conversation, cardId, answer });
    return { card: renderNotice({ tone: 'information', text: takenDown }), summary: takenDown };
  };
