import type { FrameworkRef } from '../schema/framework';
import type { Year } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Setting } from '../schema/settings';
import type { Stamped } from '../domain/replay';
import type { Aggregates, Kind } from './ports/store';

const ofAcademy = ({ inspections, selfEvaluations }: Academy): readonly Stamped[] => [
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
        ...(setting.deliverySet ? [{ ...setting.deliverySet, type: 'setDelivery' }] : []),
      ]
    : [];

const stamps: { readonly [K in Kind]: (document: Aggregates[K]) => readonly Stamped[] } = {
  reviews: ({ history }) => history,
  categoryChanges: ({ history }) => history,
  academies: ofAcademy,
  settings: ofSetting,
  /** A command on people says what they are to be: again, it finds them so. */
  people: () => [],
};

/** Every command that a record has taken, which is where a command's second arrival is recognised. */
export const stampsIn = <K extends Kind>(kind: K, document: Aggregates[K]): readonly Stamped[] =>
  stamps[kind](document);
