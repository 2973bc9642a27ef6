import { count, formatDay, plural } from '../../../shared/domain/words';
import type { Opening } from '../../../shared/schema/administrationViews';
import type { OpenedReviews } from '../../../shared/schema/reviewViews';

type Line = Opening['academies'][number];

/** How an academy stands before anything is opened. */
export const stateWords = ({ state, joinedOn, leftOn }: Line): string => {
  switch (state) {
    case 'toOpen':
      return 'Not open yet';
    case 'open':
      return 'Open already: nothing in it changes';
    case 'joinsLater':
      return joinedOn ? `Joins the trust later, on ${formatDay(joinedOn)}` : 'Joins the trust later';
    case 'left':
      return leftOn ? `Left the trust: last day ${formatDay(leftOn)}` : 'Left the trust';
  }
};

/** 'Open 5 reviews'; while no academy is chosen no number is offered. */
export const openingButton = (chosen: number, record: Opening['record']): string =>
  `Open ${chosen === 0 ? plural(record) : count(chosen, record, plural(record))}`;

/** What became of one academy that was asked for. */
export const outcomeWords = (urn: string, { opened, alreadyOpen }: OpenedReviews): string => {
  if (opened.some((one) => one === urn)) return 'Opened';
  return alreadyOpen.some((one) => one === urn) ? 'Was open already, and stays as it was' : 'Not opened';
};

/** The phases among the academies that can be opened, each with its academies. */
export const byPhase = (academies: readonly Line[]): { phase: Line['phase']; urns: string[] }[] => {
  const open = academies.filter(({ state }) => state === 'toOpen');
  const phases = [...new Set(open.map(({ phase }) => phase))];
  return phases.map((phase) => ({
    phase,
    urns: open.filter((one) => one.phase === phase).map(({ urn }) => urn),
  }));
};
