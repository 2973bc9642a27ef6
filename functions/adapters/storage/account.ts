import { TableClient } from '@azure/data-tables';
import { QueueClient, StorageRetryPolicyType } from '@azure/storage-queue';
import type { StorageSettings } from '../../storageSettings';
import { registrationCredential } from '../entra/appToken';
import { managedIdentity, type IdentityCredential } from '../entra/managedIdentity';
import { withToken } from './reaching';

/**
 * A person waits for the decision that is announced here, so it gives up soon: the timer makes good. The library tells
 * the server alone of the time-out, and would itself wait as long as the connection stands: ask with `soon`.
 */
export const queueRetries = {
  maxTries: 2,
  tryTimeoutInMs: 3_000,
  retryDelayInMs: 200,
  retryPolicyType: StorageRetryPolicyType.FIXED,
};
/** For one act upon a queue, all its tries together. */
export const soon = (): { readonly abortSignal: AbortSignal } => ({ abortSignal: AbortSignal.timeout(queuePatience) });
const queuePatience = queueRetries.maxTries * queueRetries.tryTimeoutInMs;

/** A decision waits for these: two tries a request, then the queue or the timer makes good. */
const tableRetries = { maxRetries: 1, retryDelayInMs: 200 };
/** Milliseconds for one try; the library itself would wait as long as the connection stands. */
const tableTry = 5_000;

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];
const bounded: Policy = {
  name: 'assuredTryTimeout',
  sendRequest: (request, next) => next(Object.assign(request, { abortSignal: AbortSignal.timeout(tableTry) })),
};

const credentialOf = (storage: Exclude<StorageSettings, { kind: 'connectionString' }>): IdentityCredential => {
  const { getToken } =
    storage.kind === 'identity' ? managedIdentity(storage.clientId) : registrationCredential(storage.identity);
  return { getToken: (scopes) => withToken(getToken(scopes)) };
};

/** The local storage speaks plain HTTP on this machine; elsewhere `readConfig` refuses such a connection string. */
const isPlainHttp = (connection: string): boolean =>
  /(^|;)(TableEndpoint=http:|UseDevelopmentStorage=true)/i.test(connection);

export const queueIn = (storage: StorageSettings, name: string): QueueClient => {
  const options = { retryOptions: queueRetries };
  return storage.kind === 'connectionString'
    ? new QueueClient(storage.connectionString, name, options)
    : new QueueClient(`${storage.queues}/${name}`, credentialOf(storage), options);
};

const clientOf = (storage: StorageSettings, name: string): TableClient => {
  const options = { retryOptions: tableRetries };
  if (storage.kind !== 'connectionString') return new TableClient(storage.tables, name, credentialOf(storage), options);
  const { connectionString } = storage;
  const allowInsecureConnection = isPlainHttp(connectionString);
  return TableClient.fromConnectionString(connectionString, name, { ...options, allowInsecureConnection });
};

export const tableIn = (storage: StorageSettings, name: string): TableClient => {
  const client = clientOf(storage, name);
  client.pipeline.addPolicy(bounded, { afterPhase: 'Retry' });
  return client;
};
