import { AuthError } from '@azure/msal-node';
import { DeliveryUnavailable } from '../../shared/application/ports/delivery';
import { StoreOutOfReach, StoreUnavailable } from '../../shared/application/ports/store';
import { GraphFault } from '../adapters/graph/graphFault';
import { BadEnvironment } from '../environment';
import type { SiteAddress } from '../environment';

/** Where the administrator meant to go, as far as their settings could be read. */
export interface Place {
  readonly site?: SiteAddress;
  readonly address?: string;
}

const siteWords = ({ site }: Place): string => (site ? `https://${site.hostname}${site.path}` : 'the site');

const registration =
  'TENANT_ID and the registration (PROVISION_CLIENT_ID and PROVISION_CLIENT_SECRET, or else CLIENT_ID and its credential)';

const noPermission = (place: Place): string =>
  `This app registration may not manage the lists of ${siteWords(place)}. Please use one that may: set ` +
  'PROVISION_CLIENT_ID and PROVISION_CLIENT_SECRET to a registration with Sites.FullControl.All, or grant it ‘manage’ ' +
  'on this one site (Sites.Selected).';

const statusWords: Readonly<Record<number, (place: Place, fault: GraphFault) => string>> = {
  0: ({ address = 'Microsoft Graph' }) =>
    `${address} did not answer. Please check the connection; with --local, that ‘npm start’ is running.`,
  401: () => `Microsoft Graph did not accept the token. Please check ${registration}.`,
  403: (place) => noPermission(place),
  404: (place) =>
    `There is no site ${siteWords(place)}, or one of its lists has been deleted while this ran. Please check ` +
    'SITE_HOSTNAME and SITE_PATH, and the site’s recycle bin.',
  422: () =>
    'SharePoint would not do this with so many items at once. Nothing is lost: please run it again when nobody works.',
  429: () => 'Microsoft 365 asks to wait. Please run this again in some minutes: what is done stays done.',
  507: (place) => `${siteWords(place)} has no storage left. Please free some, then run this again.`,
};

const graphWords = (fault: GraphFault, place: Place): string => {
  if (fault.status === 400 && /hostname/i.test(fault.message))
    return `${siteWords(place)} is not in this tenant. Please check SITE_HOSTNAME.`;
  const words = statusWords[fault.status]?.(place, fault);
  return words ?? `Microsoft Graph did not do it: ${fault.status} ${fault.code}, ${fault.message}`;
};

const entraWords = ({ errorCode }: AuthError): string =>
  `Microsoft Entra did not let this app registration in (${errorCode}). Please check ${registration}, and whether the secret has expired.`;

const storageWords =
  'The storage account did not answer, or does not let this app registration in. Please check STORAGE_ACCOUNT, and that ' +
  'the registration has the role Storage Table Data Contributor on the account: a new one needs some minutes.';

/** Of the settings, Entra and storage. */
const accessWords = (fault: unknown): string | undefined => {
  if (fault instanceof BadEnvironment) return `Nothing was done. ${fault.correct}`;
  if (fault instanceof AuthError) return entraWords(fault);
  return fault instanceof DeliveryUnavailable ? (accessWords(fault.cause) ?? storageWords) : undefined;
};

/** In words for whoever sits before the console: what happened, and what to do now. */
export const faultWords = (fault: unknown, place: Place = {}): string => {
  if (fault instanceof GraphFault) return graphWords(fault, place);
  if (fault instanceof StoreUnavailable) return faultWords(fault.cause, place);
  if (fault instanceof StoreOutOfReach && fault.cause) return faultWords(fault.cause, place);
  return accessWords(fault) ?? (fault instanceof Error ? fault.message : String(fault));
};
