import type { FrameworkRef } from '../schema/framework';
import type { Year } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Setting } from '../schema/settings';
import type { Stamped } from '../domain/replay';
import type { Aggregates, Kind } from './ports/store';

/** The aggregates that commands change: all but people, whom no command of the product writes yet. */
export type ChangedKind = Exclude<Kind, 'people'>;

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
    ? setting.history.map(({ commandId, by, year, to }) => ({
        commandId,
        by,
        type: 'choseFramework',
        area: choiceName(year, to),
      }))
    : [];

const stamps: { readonly [K in ChangedKind]: (document: Aggregates[K]) => readonly Stamped[] } = {
  reviews: ({ history }) => history,
  categoryChanges: ({ history }) => history,
  academies: ofAcademy,
  settings: ofSetting,
};

/** Every command that a record has taken, which is where a command's second arrival is recognised. */
export const stampsIn = <K extends ChangedKind>(kind: K, document: Aggregates[K]): readonly Stamped[] =>
  stamps[kind](document);
