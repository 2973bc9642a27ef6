import type { CardAnswer } from '../shared/schema/card';
import type { LateDecision } from '../shared/schema/lateDecision';
import { DeliveryUnavailable } from '../shared/application/ports/delivery';
import { StoreUnavailable } from '../shared/application/ports/store';
import type { Answering } from './answering';
import type { CardAction, Reply } from './botService';
import { renderNotice } from './cards/noticeCard';
import { inTime } from './patience';

/**
 * Takes a decision down, to be carried out after so many seconds, whatever becomes of this process. Resolves to what
 * takes it back; that may fail, where it is being carried out already.
 */
export type Later = (decision: LateDecision, seconds: number) => Promise<() => Promise<void>>;

/** Milliseconds in which a click is answered, come what may: nobody should wonder whether it was heard (facts §8). */
const patience = 1_800;
/** Seconds after which the queue takes over from a decision that is still under way here. */
const takenOverAfter = 20;

const takenDown =
  'Your answer has been taken down. Microsoft 365 is slow at the moment: the work goes on, and this card will show what became of it.';

/** The reply; `away` where the lists cannot be reached now. Other faults are thrown. */
const replyOf = async (deciding: Promise<Reply>): Promise<Reply | 'away'> => {
  try {
    return await deciding;
  } catch (fault) {
    if (fault instanceof StoreUnavailable) return 'away';
    throw fault;
  }
};

/**
 * The end of a decision whose click was answered. It is taken back before its outcome is shown: what was shown as refused
 * must not be carried out later by the queue.
 */
const goOn = async (
  deciding: Promise<Reply>,
  takeBack: () => Promise<void>,
  show: (made: Reply) => Promise<void>,
): Promise<void> => {
  try {
    const made = await deciding;
    await takeBack();
    await show(made);
  } catch {
    // What fails here the queue does, and whoever looks at the card sees how things stand.
  }
};

type Pressed = Pick<CardAction, 'person' | 'conversation' | 'cardId'>;
/** Answers a click in time, whatever becomes of the decision. */
export type Decide = (pressed: Pressed, answer: CardAnswer) => Promise<Reply>;

interface Deciding {
  readonly answering: Pick<Answering, 'decide'>;
  readonly later: Later;
  /** Shows on the card what became of a decision whose click was answered before. */
  readonly show: (pressed: Omit<Pressed, 'person'>, reply: Reply) => Promise<void>;
  readonly milliseconds?: number;
}

/**
 * Decides while Teams waits; where that takes long, the decision is taken down and the click answered, the work goes on
 * here, and the card shows the outcome. Should it not come to an end here, the queue carries it out. Twice is one
 * decision: its command id is that of the click.
 */
export const createDeciding =
  ({ answering, later, show, milliseconds = patience }: Deciding): Decide =>
  async ({ person, conversation, cardId }, answer) => {
    const deciding = answering.decide(person, answer);
    // A fault after its time the queue finds again.
    const reply = await inTime(replyOf(deciding), milliseconds);
    if (reply !== 'slow' && reply !== 'away') return reply;
    const takeBack = await later({ conversation, cardId, answer }, reply === 'slow' ? takenOverAfter : 0).catch(
      (fault: unknown) => {
        if (reply === 'slow' && fault instanceof DeliveryUnavailable) return undefined;
        throw fault;
      },
    );
    // There is no queue to take it over: whoever pressed waits for the decision itself, which is under way.
    if (!takeBack) return deciding;
    if (reply === 'slow') void goOn(deciding, takeBack, (made) => show({ conversation, cardId }, made));
    return { card: renderNotice({ tone: 'information', text: takenDown }), summary: takenDown };
  };
