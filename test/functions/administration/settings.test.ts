import { readAdministrationSettings } from '../../../functions/administration/settings';
import { BadEnvironment } from '../../../functions/environment';
import { apps, functionsEnvironment, portsFrom } from '../../../local/settings';

const product = functionsEnvironment({ ports: portsFrom(6600), dataDir: 'data' });
const provisioning = { PROVISION_CLIENT_ID: apps.provisioning.id, PROVISION_CLIENT_SECRET: apps.provisioning.secret };

const problemsIn = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readAdministrationSettings(environment);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.problems;
    throw error;
  }
  return [];
};

describe('the settings of the administrator’s commands', () => {
  it('take the provisioning registration where one is given, and nothing of the product’s own', () => {
    const own = { ...product, CLIENT_SECRET: '', MANAGED_IDENTITY_CLIENT_ID: 'a55e0000-0000-4000-8000-0000000000ff' };
    for (const environment of [
      { ...product, ...provisioning },
      { ...own, ...provisioning },
    ]) {
      expect(readAdministrationSettings(environment).identity).toMatchObject({
        clientId: apps.provisioning.id,
        credentials: { kind: 'secret', secret: apps.provisioning.secret },
      });
    }
  });

  it('fall back on the product’s own', () => {
    expect(readAdministrationSettings(product).identity.clientId).toBe(apps.product.id);
  });

  it('are not mixed where only half of the registration is given', () => {
    expect(problemsIn({ ...product, PROVISION_CLIENT_ID: apps.provisioning.id })).toEqual([
      'PROVISION_CLIENT_SECRET is missing',
    ]);
    expect(problemsIn({ ...product, PROVISION_CLIENT_SECRET: 'x' })).toEqual(['PROVISION_CLIENT_ID is missing']);
  });

  it('name each problem once', () => {
    expect(problemsIn({ ...product, ...provisioning, PROVISION_CLIENT_ID: 'x' })).toEqual([
      'PROVISION_CLIENT_ID: Invalid GUID',
    ]);
  });

  it('take the check key from before beside the present one, and never the same twice', () => {
    const before = 'the-key-before-it-0123456789abcdef';
    const keys = { checkKey: product.CHECK_KEY, checkKeyBefore: before };
    expect(readAdministrationSettings({ ...product, CHECK_KEY_BEFORE: before })).toMatchObject(keys);
    expect(problemsIn({ ...product, CHECK_KEY_BEFORE: product.CHECK_KEY })).toEqual([
      'CHECK_KEY_BEFORE: must be another key than CHECK_KEY',
    ]);
    expect(problemsIn({ ...product, CHECK_KEY_BEFORE: 'short' })).toEqual([
      'CHECK_KEY_BEFORE: must have at least 32 characters',
    ]);
  });

  it('name everything at once', () => {
    const problems = problemsIn({});
    for (const name of ['TENANT_ID', 'SITE_HOSTNAME', 'SITE_PATH', 'CHECK_KEY'])
      expect(problems).toContain(`${name} is missing`);
    // The guide has the administrator give a registration of their own.
    expect(problems).toContain('PROVISION_CLIENT_ID is missing');
    expect(problems).toContain('PROVISION_CLIENT_SECRET is missing');
    expect(problemsIn({ MANAGED_IDENTITY_CLIENT_ID: apps.product.id })).toContain('CLIENT_ID is missing');
  });

  it('name the storage account that the registration was let into, or take the product’s own; most commands need none', () => {
    const { AzureWebJobsStorage: connectionString, ...others } = product;
    const own = readAdministrationSettings({ ...product, ...provisioning, STORAGE_ACCOUNT: 'orchardassured' });
    expect(own.storage).toEqual({ kind: 'connectionString', connectionString });
    expect(readAdministrationSettings({ ...others, ...provisioning })).not.toHaveProperty('storage');
    const named = readAdministrationSettings({ ...others, ...provisioning, STORAGE_ACCOUNT: 'orchardassured' });
    expect(named.storage).toEqual({
      kind: 'registration',
      queues: 'https://orchardassured.queue.core.windows.net',
      tables: 'https://orchardassured.table.core.windows.net',
      identity: named.identity,
    });
    expect(problemsIn({ ...product, STORAGE_ACCOUNT: 'https://orchardassured' })).toEqual([
      'STORAGE_ACCOUNT: must be the name of a storage account',
    ]);
  });

  it('say how an address is written', () => {
    expect(problemsIn({ ...product, SITE_HOSTNAME: 'https://orchard.sharepoint.com', SITE_PATH: 'sites/x' })).toEqual([
      'SITE_HOSTNAME: must be the name alone, such as orchard.sharepoint.com, without https://',
      'SITE_PATH: must be the path with its slash, such as /sites/NAME',
    ]);
  });
});
