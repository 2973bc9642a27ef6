import type { Person } from '../../../shared/schema/people';
import { people } from './people';

/** A tier from the start of a year: proposed and approved in the July before it. */
export interface Placing {
  readonly urn: string;
  /** The tiers of last year, or of this one. */
  readonly of: 'lastYear' | 'thisYear';
  readonly to: string;
  readonly why: string;
  readonly by: Person;
  readonly ceoSays: string;
  /** What the Board said; while it has not, the change waits for its autumn meeting. */
  readonly boardSays?: string;
}

export const firstPlacings: readonly Placing[] = [
  {
    urn: '100001',
    of: 'lastYear',
    to: 'grow',
    why: 'Results near the national averages, strong teaching with small pockets of weaker practice, secure routines.',
    by: people.director,
    ceoSays: 'Agreed.',
    boardSays: 'Agreed at the July meeting.',
  },
  {
    urn: '100002',
    of: 'lastYear',
    to: 'reinvent',
    why: 'Attendance is low but rising, teaching improves, and leaders take practical steps towards consistency.',
    by: people.director,
    ceoSays: 'Agreed. I meet the principal every fortnight from September.',
    boardSays: 'Agreed at the July meeting.',
  },
  {
    urn: '100003',
    of: 'lastYear',
    to: 'lead',
    why: 'High results for every group, strong governance, and leaders who give capacity to the whole Trust.',
    by: people.ceo,
    ceoSays: 'My own proposal, on the health check of the executive lead.',
    boardSays: 'Agreed at the July meeting.',
  },
  {
    urn: '100004',
    of: 'lastYear',
    to: 'grow',
    why: 'Secure culture and results near average in the primary phase; the secondary phase is catching up.',
    by: people.director,
    ceoSays: 'Agreed.',
    boardSays: 'Agreed. The Board would like to hear about the secondary phase in the spring.',
  },
  {
    urn: '100005',
    of: 'lastYear',
    to: 'reinvent',
    why: 'A broad curriculum is taking hold and outcomes improve, not yet in every subject.',
    by: people.director,
    ceoSays: 'Agreed.',
    boardSays: 'Agreed at the July meeting.',
  },
];

/** Cedar and Elm stay where they are, and Rowan, which joins in September, is not yet proposed. */
export const nextPlacings: readonly Placing[] = [
  {
    urn: '100001',
    of: 'thisYear',
    to: 'lead',
    why: 'The health check found expert teaching and results above the national averages for disadvantaged students, too.',
    by: people.director,
    ceoSays: 'Agreed. Well earned.',
    boardSays: 'Agreed at the July meeting, with thanks to the staff.',
  },
  {
    urn: '100002',
    of: 'thisYear',
    to: 'stabilise',
    why: 'Attendance fell again, a third of the staff is absent or leaving, and the principal’s team is incomplete.',
    by: people.director,
    ceoSays: 'Agreed. The Trust leads from the day that the Board decides.',
  },
  {
    urn: '100005',
    of: 'thisYear',
    to: 'grow',
    why: 'Teaching is consistent now, outcomes are near average and leaders have moved on to assuring quality.',
    by: people.director,
    ceoSays: 'Agreed, for the Board’s autumn meeting.',
  },
];

/** In the spring of last year, when the inspection and a health check said the same. */
export const exceptional = {
  urn: '100004',
  to: 'reinvent',
  why: 'Behaviour and leadership in the secondary phase fell far below what the tier asks for; the health check in January confirmed the inspection.',
  opinion:
    'The borough shares the concern about exclusions and supports closer work with the secondary phase. It sees no concern in the primary phase.',
  headSays:
    'The primary phase is as strong as it was. We ask that the tier be looked at again in July, and that the support go to the secondary phase.',
  ceoSays: 'Approved. The support goes to the secondary phase, as the academy asks.',
  boardSays: 'Agreed, with the academy’s representations before us. To be looked at again in July.',
} as const;
