import { TableClient } from '@azure/data-tables';
import { QueueClient, StorageRetryPolicyType } from '@azure/storage-queue';
import type { StorageSettings } from '../../storageSettings';
import { managedIdentity } from '../entra/managedIdentity';

/** A person waits for the decision that is announced here, so it gives up soon: the timer makes good. */
export const queueRetries = {
  maxTries: 2,
  tryTimeoutInMs: 3_000,
  retryDelayInMs: 200,
  retryPolicyType: StorageRetryPolicyType.FIXED,
};
/** A decision waits for these: two tries a request, then the queue or the timer makes good. */
const tableRetries = { maxRetries: 1, retryDelayInMs: 200 };

/** The local storage speaks plain HTTP on this machine; elsewhere `readConfig` refuses such a connection string. */
const isPlainHttp = (connection: string): boolean =>
  /(^|;)(TableEndpoint=http:|UseDevelopmentStorage=true)/i.test(connection);

export const queueIn = (storage: StorageSettings, name: string): QueueClient => {
  const options = { retryOptions: queueRetries };
  return storage.kind === 'connectionString'
    ? new QueueClient(storage.connectionString, name, options)
    : new QueueClient(`${storage.queues}/${name}`, managedIdentity(storage.clientId), options);
};

export const tableIn = (storage: StorageSettings, name: string): TableClient => {
  const options = { retryOptions: tableRetries };
  if (storage.kind === 'identity')
    return new TableClient(storage.tables, name, managedIdentity(storage.clientId), options);
  const { connectionString } = storage;
  const allowInsecureConnection = isPlainHttp(connectionString);
  return TableClient.fromConnectionString(connectionString, name, { ...options, allowInsecureConnection });
};
