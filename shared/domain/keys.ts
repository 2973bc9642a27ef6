import type { CategoryChange } from '../schema/categoryChange';
import type { Academy, Person } from '../schema/people';
import type { ReviewKey } from '../schema/review';
import type { Setting } from '../schema/settings';

/** The unique key of each aggregate, as it stands in its list's key column. */
export const keyOfAcademy = (academy: Pick<Academy, 'urn'>): string => academy.urn;
export const keyOfPerson = (person: Pick<Person, 'id'>): string => person.id;
export const keyOfReview = ({ urn, year, period }: ReviewKey): string => `${urn}|${year}|${period}`;
export const keyOfChange = (change: Pick<CategoryChange, 'id'>): string => change.id;
export const keyOfSetting = (setting: Pick<Setting, 'name'>): string => setting.name;

/** SharePoint refuses a second open change: the academy's number while open, the change's own id once closed. */
export const openForOf = (change: Pick<CategoryChange, 'id' | 'urn' | 'state'>): string =>
  change.state === 'atStep' || change.state === 'returned' ? change.urn : change.id;
