import type { PersonId } from '../../schema/ids';

export type Installation =
  /** Done; Teams tells of the conversation in a moment. */
  | { readonly status: 'installed' }
  /** They have it, and Teams has not told where they can be written to. */
  | { readonly status: 'already' }
  /** Not possible: `reason` in words for the administrator. */
  | { readonly status: 'refused'; readonly reason: string };

/** Gives a person the app in Teams. Faults that may pass are thrown. */
export interface Installer {
  install(person: PersonId): Promise<Installation>;
}
