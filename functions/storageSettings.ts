import { z } from 'zod';
import { Guid, HttpsUrl } from './environment';
import type { AppIdentity } from './environment';

export const AccountName = z.string().regex(/^[a-z0-9]{3,24}$/, 'must be the name of a storage account');

/**
 * The app's own storage account: a connection string, or the addresses of its services and the managed identity that
 * may use them. The names of the second form are the Functions host's, which reads them too.
 */
export const storageVariables = {
  AzureWebJobsStorage: z.string().optional(),
  AzureWebJobsStorage__accountName: AccountName.optional(),
  AzureWebJobsStorage__queueServiceUri: HttpsUrl.optional(),
  AzureWebJobsStorage__tableServiceUri: HttpsUrl.optional(),
  AzureWebJobsStorage__credential: z.literal('managedidentity', 'must be managedidentity').optional(),
  AzureWebJobsStorage__clientId: Guid.optional(),
};

/** Addresses end without a slash. */
export type StorageSettings =
  | { readonly kind: 'connectionString'; readonly connectionString: string }
  | { readonly kind: 'identity'; readonly queues: string; readonly tables: string; readonly clientId: string }
  /** An app registration that was given a role on the account: the administrator's. */
  | { readonly kind: 'registration'; readonly queues: string; readonly tables: string; readonly identity: AppIdentity };

type Given = Readonly<Record<string, string | undefined>>;

const addressIn = (account: string, service: 'queue' | 'table'): string =>
  `https://${account}.${service}.core.windows.net`;

const addressOf = (given: Given, service: 'queue' | 'table'): string | undefined => {
  const account = given.AzureWebJobsStorage__accountName;
  const address = given[`AzureWebJobsStorage__${service}ServiceUri`];
  return (address ?? (account && addressIn(account, service)))?.replace(/\/$/, '');
};

const isIdentityPart = (name: string): boolean => name.startsWith('AzureWebJobsStorage__');

/** What the form with an identity lacks, one line each. */
const lacking = (given: Given): readonly string[] => {
  const needed = {
    AzureWebJobsStorage__queueServiceUri: addressOf(given, 'queue'),
    AzureWebJobsStorage__tableServiceUri: addressOf(given, 'table'),
    AzureWebJobsStorage__credential: given.AzureWebJobsStorage__credential,
    AzureWebJobsStorage__clientId: given.AzureWebJobsStorage__clientId,
  };
  return Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [`${name} is missing`] : []));
};

/** What is missing or said twice, one line each; nothing where `storageOf` may be asked. */
export const storageProblems = (given: Given): readonly string[] => {
  const byIdentity = Object.keys(given).some(isIdentityPart);
  if (given.AzureWebJobsStorage === undefined) return byIdentity ? lacking(given) : ['AzureWebJobsStorage is missing'];
  return byIdentity ? ['AzureWebJobsStorage: give a connection string or AzureWebJobsStorage__…, not both'] : [];
};

/** The storage account in an environment of which `storageProblems` said nothing; undefined otherwise. */
export const storageOf = (given: Given): StorageSettings | undefined => {
  if (given.AzureWebJobsStorage !== undefined)
    return { kind: 'connectionString', connectionString: given.AzureWebJobsStorage };
  const [queues, tables] = [addressOf(given, 'queue'), addressOf(given, 'table')];
  const clientId = given.AzureWebJobsStorage__clientId;
  if (queues === undefined || tables === undefined || clientId === undefined) return undefined;
  return { kind: 'identity', queues, tables, clientId };
};

/** A storage account that a registration of its own was let into. */
export const storageOfRegistration = (account: string, identity: AppIdentity): StorageSettings => ({
  kind: 'registration',
  queues: addressIn(account, 'queue'),
  tables: addressIn(account, 'table'),
  identity,
});
