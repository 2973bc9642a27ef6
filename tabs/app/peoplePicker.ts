import { people } from '@microsoft/teams-js';
import { PersonId } from '../../shared/schema/ids';
import type { TeamsContext } from './teams';

/** Whom somebody chose in Teams’ own people picker. */
export interface PickedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
}

/** Teams’ people picker is there in a tab of a client that has it; in a meeting’s side panel it is not. */
export const mayPickPeople = ({ place }: Pick<TeamsContext, 'place'>): boolean => {
  try {
    return place === 'tab' && people.isSupported();
  } catch {
    return false;
  }
};

/**
 * Lets somebody choose a colleague, by Teams’ own search: the app itself needs no right to read the directory. Nothing
 * where they closed it. Rejects where Teams refuses.
 */
export const pickPerson = async (title: string): Promise<PickedPerson | undefined> => {
  const [picked] = await people.selectPeople({ title, singleSelect: true, openOrgWideSearchInChatOrChannel: true });
  const id = PersonId.safeParse(picked?.objectId.toLowerCase());
  if (!picked || !id.success) return undefined;
  return { id: id.data, name: picked.displayName ?? '', email: picked.email ?? '' };
};
