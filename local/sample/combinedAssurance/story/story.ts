import type { Person } from '../../../../shared/schema/people';
import type { Letter } from '../rationales/phrases';

/** One academy's last year. Three letters or numbers stand for the autumn, the spring and the summer term. */
export interface Story {
  readonly urn: string;
  readonly head: Person;
  /** By area: A assured, P actions in place, I intervention required; '-' where the area does not apply. */
  readonly levels: Readonly<Record<string, string>>;
  /** By KPI code, in percent. */
  readonly kpis: Readonly<Record<string, readonly [number, number, number]>>;
  /** Reasons that belong to this academy alone, by `<area>.<term>`; the others come from the phrases. */
  readonly told: Readonly<Record<string, string>>;
  /** What the head teacher wrote on signing off. */
  readonly comments: readonly [string, string, string];
  /** A term in which the head teacher sent the review back, and the judgement that was changed for it. */
  readonly query?: StoryQuery;
}

export interface StoryQuery {
  readonly period: 'autumn' | 'spring' | 'summer';
  readonly area: string;
  readonly kpi: string;
  readonly value: number;
  readonly level: Letter;
  readonly reason: string;
  readonly comment: string;
}
