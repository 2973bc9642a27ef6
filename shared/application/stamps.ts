import type { FrameworkRef } from '../schema/framework';
import type { Year } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Review } from '../schema/review';
import type { Setting } from '../schema/settings';
import type { Stamped } from '../domain/replay';
import type { Aggregates, Kind } from './ports/store';

const ofAcademy = ({ inspections, selfEvaluations, history = [] }: Academy): readonly Stamped[] => [
  ...history,
  ...inspections.map(({ id, by }) => ({ commandId: id, by, type: 'recordedInspection' })),
  ...selfEvaluations.map(({ id, by }) => ({ commandId: id, by, type: 'recordedSelfEvaluation' })),
  ...[...inspections, ...selfEvaluations].flatMap(({ id, removed }) =>
    removed ? [{ commandId: removed.id, by: removed.by, type: 'removedHistoric', area: id }] : [],
  ),
];

/** Which year went over to which version: what a choice of a model is about. */
export const choiceName = (year: Year, { code, version }: FrameworkRef): string => `${year} ${code}@${version}`;

const ofSetting = (setting: Setting): readonly Stamped[] =>
  'history' in setting
    ? [
        ...setting.history.map(({ commandId, by, year, to }) => ({
          commandId,
          by,
          type: 'choseFramework',
          area: choiceName(year, to),
        })),
        ...(setting.calendarHistory ?? []).map(({ commandId, by, year }) => ({
          commandId,
          by,
          type: 'setYearDates',
          area: year,
        })),
        ...(setting.deliverySet ? [{ ...setting.deliverySet, type: 'setDelivery' }] : []),
      ]
    : [];

/** One sitting at an area has taken several commands. */
const ofReview = ({ history }: Review): readonly Stamped[] =>
  history.flatMap((event) => [
    ...('continued' in event ? (event.continued ?? []) : []).map((commandId) => ({ ...event, commandId })),
    event,
  ]);

const stamps: { readonly [K in Kind]: (document: Aggregates[K]) => readonly Stamped[] } = {
  reviews: ofReview,
  categoryChanges: ({ history }) => history,
  academies: ofAcademy,
  settings: ofSetting,
  people: ({ history = [] }) => history,
};

/** Every command that a record has taken, which is where a command's second arrival is recognised. */
export const stampsIn = <K extends Kind>(kind: K, document: Aggregates[K]): readonly Stamped[] =>
  stamps[kind](document);
