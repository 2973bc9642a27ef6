import type { StoreOutOfReach } from './ports/store';

/** What people read, in the tab and in chat, where the records do not come back without an administrator. */
export const outOfReachWords: Readonly<
  Record<StoreOutOfReach['why'], { readonly title: string; readonly detail: string }>
> = {
  noAccess: {
    title: 'The records are closed to Assured',
    detail:
      'SharePoint does not let Assured open the trust’s records. Nothing is lost. Please tell your administrator: Assured needs its permission on the site again.',
  },
  listMissing: {
    title: 'Records are missing',
    detail:
      'A SharePoint list that holds the trust’s records is missing. Please tell your administrator, who can restore it from the site’s recycle bin.',
  },
  otherKey: {
    title: 'The records do not fit Assured’s key',
    detail:
      'The trust’s records do not fit Assured’s key, so Assured cannot tell whether they are its own. Nothing is lost. Please tell your administrator: the key in Assured’s settings is another one than the records were sealed with.',
  },
  settingsEdited: {
    title: 'The trust’s settings were changed outside Assured',
    detail:
      'The trust’s settings were changed in SharePoint, so Assured does not go by them. Nothing is lost. Please tell your administrator, who can restore the version before from the version history of the list Settings.',
  },
};
