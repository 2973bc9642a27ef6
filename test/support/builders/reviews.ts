import { askedModel } from '../../../shared/domain/asked';
import { levelsOf } from '../../../shared/domain/review';
import type { Framework } from '../../../shared/schema/framework';
import type { AreaCode, KpiCode, LevelCode, PersonId } from '../../../shared/schema/ids';
import type { Academy } from '../../../shared/schema/people';
import { Review, type Agreement, type Judgement, type KpiValues } from '../../../shared/schema/review';
import type { PeriodRef } from '../../../shared/schema/views';
import { autumn } from './calendar';
import { smallFramework } from './framework';
import { area, commandId, level } from './ids';
import { alder, cora, dana, hazel } from './people';

export interface ReviewParts {
  readonly academy?: Academy;
  readonly period?: PeriodRef;
  /** Levels other than the best ones. */
  readonly levels?: Partial<Record<AreaCode, LevelCode>>;
  readonly rationale?: string;
  readonly kpis?: KpiValues;
  /** The model that it is judged by; the copy of it is kept from the first sending on. Without it there is no copy. */
  readonly framework?: Framework;
  /** Who has agreed since it was sent. */
  readonly agreed?: readonly Agreement[];
}
type OfState<S extends Review['state']> = Extract<Review, { state: S }>;

const stampOf = (name: string, by: PersonId, at: string) => ({ commandId: commandId(name), by, at });

const notApplicableTo = ({ phase, notApplicable }: Academy): AreaCode[] => [
  ...(phase === 'secondary' ? [area.earlyYears] : []),
  ...notApplicable,
];

const best = (code: AreaCode): LevelCode => (code === area.earlyYears ? level.strong : level.assured);
const order: readonly AreaCode[] = [
  area.vacancies,
  area.retention,
  area.attendance,
  area.earlyYears,
  area.safeguarding,
];

const minute = (n: number): string => `2026-10-12T09:${String(n).padStart(2, '0')}:00Z`;

/** Opened and not judged at all. */
export const openReview = ({
  academy = alder,
  period = autumn,
  kpis = {},
  framework = smallFramework,
}: ReviewParts = {}): OfState<'open'> => ({
  urn: academy.urn,
  year: period.year,
  period: period.period,
  state: 'open',
  framework: { code: framework.code, version: framework.version },
  notApplicable: notApplicableTo(academy),
  judgements: {},
  kpis,
  history: [{ type: 'opened', ...stampOf('opened', dana.id, '2026-10-01T08:00:00Z') }],
  earlier: [],
});

/** Still open, with every area judged that applies. */
export const judgedReview = (parts: ReviewParts = {}): OfState<'open'> => {
  const empty = openReview(parts);
  const judgements: Record<string, Judgement> = {};
  const history = [...empty.history];
  order
    .filter((code) => !empty.notApplicable.includes(code))
    .forEach((code, i) => {
      const stamp = stampOf(`rated-${code}`, dana.id, minute(i));
      const given = parts.levels?.[code] ?? best(code);
      const rationale = parts.rationale ?? `Why ${code}.`;
      judgements[code] = { id: stamp.commandId, level: given, rationale, evidence: [], by: stamp.by, at: stamp.at };
      history.push({ type: 'rated', ...stamp, area: code, before: null, after: given });
    });
  return { ...empty, judgements, history };
};

/** Sent to the head teacher, by the director. */
export const awaitingReview = (parts: ReviewParts = {}): OfState<'awaitingSignOff'> => {
  const judged = judgedReview(parts);
  const sent = stampOf('sent', dana.id, '2026-11-16T14:05:00Z');
  const history = [...judged.history, { type: 'sentForSignOff' as const, ...sent }];
  const { agreed = [], framework } = parts;
  const asked = framework && askedModel(framework, levelsOf(judged), Object.keys(judged.kpis) as KpiCode[]);
  const kept = { ...judged, ...(asked && { asked }) };
  return { ...kept, state: 'awaitingSignOff', sentBy: sent.by, sentAt: sent.at, agreed: [...agreed], history };
};

/** Sent back by the head teacher with a comment. */
export const queriedReview = (parts: ReviewParts = {}): OfState<'queried'> => {
  const { sentAt: _s, agreed: _a, ...awaiting } = awaitingReview(parts);
  const queried = stampOf('queried', hazel.id, '2026-11-17T09:30:00Z');
  const comment = 'Two absences were counted twice.';
  const history = [...awaiting.history, { type: 'queried' as const, ...queried, comment }];
  return { ...awaiting, state: 'queried', queriedBy: queried.by, queriedAt: queried.at, comment, history };
};

/** Signed off by the head teacher, and locked. */
export const signedOffReview = (parts: ReviewParts = {}): OfState<'signedOff'> => {
  const { sentAt: _, ...awaiting } = awaitingReview(parts);
  const signed = stampOf('signed', hazel.id, '2026-11-18T16:20:00Z');
  const history = [...awaiting.history, { type: 'signedOff' as const, ...signed, comment: 'Agreed.' }];
  const role = { roles: ['headTeacher' as const], by: signed.by, at: signed.at };
  return {
    ...awaiting,
    state: 'signedOff',
    signedOffBy: signed.by,
    signedOffAt: signed.at,
    comment: 'Agreed.',
    agreed: [...awaiting.agreed, role],
    history,
  };
};

/** Opened again by the CEO after it was signed off. */
export const reopenedReview = (parts: ReviewParts = {}): OfState<'open'> => {
  const { sentBy: _s, signedOffBy, signedOffAt, comment: _c, agreed: _a, ...signed } = signedOffReview(parts);
  const reopened = stampOf('reopened', cora.id, '2026-11-19T11:00:00Z');
  const history = [...signed.history, { type: 'reopened' as const, ...reopened, reason: 'A measure was wrong.' }];
  const { judgements, kpis } = signed;
  return { ...signed, state: 'open', earlier: [{ at: signedOffAt, by: signedOffBy, judgements, kpis }], history };
};

/** One review for each state of the union. */
export const reviewIn = {
  open: judgedReview,
  awaitingSignOff: awaitingReview,
  queried: queriedReview,
  signedOff: signedOffReview,
} satisfies { [S in Review['state']]: (parts?: ReviewParts) => OfState<S> };

/** All the states by name, as their schema reads them: what these builders make is what the store would take. */
export const everyReview = (): Record<string, Review> => ({
  open: Review.parse(openReview()),
  judged: Review.parse(judgedReview()),
  awaiting: Review.parse(awaitingReview()),
  queried: Review.parse(queriedReview()),
  signedOff: Review.parse(signedOffReview()),
  reopened: Review.parse(reopenedReview()),
});
