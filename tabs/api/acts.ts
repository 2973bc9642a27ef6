import { CommandId } from '../../shared/schema/ids';

export interface Acts {
  /** The id to send for this act; undefined while another is on its way, so that a second click does nothing. */
  readonly begin: (act: unknown) => CommandId | undefined;
  /** Says how it ended. Where the outcome is not known, the same act sent again carries the same id. */
  readonly end: (outcome: 'known' | 'unknown') => void;
}

/** One command id for one act of a person, however often it has to be sent. */
export const createActs = (newId: () => string): Acts => {
  let underway = false;
  let last: { readonly print: string; readonly id: CommandId } | undefined;
  return {
    begin: (act) => {
      if (underway) return undefined;
      const print = JSON.stringify(act);
      if (last?.print !== print) last = { print, id: CommandId.parse(newId()) };
      underway = true;
      return last.id;
    },
    end: (outcome) => {
      underway = false;
      if (outcome === 'known') last = undefined;
    },
  };
};
