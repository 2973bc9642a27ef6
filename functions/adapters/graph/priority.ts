/** A person waits for it, or nobody does: a queue message or a timer. */
export type Priority = 'person' | 'background';
/** Asked whenever there is room, so that work which somebody has come to wait for moves up. */
export type Urgency = () => Priority;

/** A request on its way: how urgent it is, and at most how many resource units it costs. */
export interface Turn {
  readonly urgency: Urgency;
  readonly units: number;
}

/** What Graph said is left of the budget; `reset` in seconds (facts 2.1). */
export interface Allowance {
  readonly remaining: number;
  readonly limit: number;
  readonly reset: number;
}

/** Seconds that a caller may be kept waiting for Graph's own sake; longer waits are handed on. */
export type Patience = Readonly<Record<Priority, number>>;
