import { z } from 'zod';
import { checkKeyProblems, checkKeyVariables, checkKeysOf } from '../checkKeys';
import type { CheckKeys } from '../checkKeys';
import {
  BadEnvironment,
  Guid,
  addresses,
  credentialVariables,
  credentialsIn,
  graphOf,
  identityOf,
  oneCredential,
  place,
  presentOnly,
  problemsOf,
  siteOf,
} from '../environment';
import type { AppIdentity, GraphSettings, SiteAddress } from '../environment';
import { AccountName, storageOf, storageOfRegistration } from '../storageSettings';
import type { StorageSettings } from '../storageSettings';

/** The administrator's own app registration may manage the site's lists; the product's may only write items. */
const Environment = z.object({
  TENANT_ID: Guid,
  CLIENT_ID: Guid,
  ...credentialVariables,
  PROVISION_CLIENT_ID: Guid.optional(),
  PROVISION_CLIENT_SECRET: z.string().optional(),
  ...addresses,
  ...place,
  ...checkKeyVariables,
  STORAGE_ACCOUNT: AccountName.optional(),
});

export interface AdministrationSettings extends CheckKeys {
  readonly identity: AppIdentity;
  readonly graph: GraphSettings;
  readonly site: SiteAddress;
  /** Where the app keeps what it sent to whom; absent where it is not named, as for most commands. */
  readonly storage?: StorageSettings;
}

const ownCredentials = [
  'CLIENT_SECRET',
  'CLIENT_CERTIFICATE_PATH',
  'CLIENT_CERTIFICATE_THUMBPRINT',
  'MANAGED_IDENTITY_CLIENT_ID',
];

/** The provisioning registration takes the place of the product's own, and is never mixed with it. */
const asProvisioning = (given: Record<string, string>): Record<string, string> => {
  const { PROVISION_CLIENT_ID: id, PROVISION_CLIENT_SECRET: secret } = given;
  if (id === undefined && secret === undefined) return given;
  const rest = Object.entries(given).filter(([name]) => name !== 'CLIENT_ID' && !ownCredentials.includes(name));
  return {
    ...Object.fromEntries(rest),
    ...(id !== undefined && { CLIENT_ID: id }),
    ...(secret !== undefined && { CLIENT_SECRET: secret }),
  };
};

/** `PROVISION_…` in words where the administrator has begun to give it, and where no registration is given at all. */
const inTheirNames = (problem: string, given: Record<string, string>): string => {
  const begun = given.PROVISION_CLIENT_ID !== undefined || given.PROVISION_CLIENT_SECRET !== undefined;
  const ofTheProduct = ['CLIENT_ID', ...ownCredentials].some((name) => given[name] !== undefined);
  return ofTheProduct && !begun
    ? problem
    : problem.replace(/^CLIENT_ID/, 'PROVISION_CLIENT_ID').replace(oneCredential, 'PROVISION_CLIENT_SECRET is missing');
};

/** The product's own where its settings are given, as with `--local`; otherwise the account that is named. */
const storageIn = (given: Record<string, string>, identity: AppIdentity): StorageSettings | undefined => {
  const { STORAGE_ACCOUNT: account } = given;
  return storageOf(given) ?? (account === undefined ? undefined : storageOfRegistration(account, identity));
};

/**
 * Reads the environment of the administrator's commands: the provisioning registration where one is given, otherwise
 * the product's own. Throws `BadEnvironment` with every problem at once.
 */
export const readAdministrationSettings = (environment: NodeJS.ProcessEnv): AdministrationSettings => {
  const given = asProvisioning(presentOnly(environment));
  const parsed = Environment.safeParse(given);
  const [credentials, ...others] = credentialsIn(given);
  const ambiguous = credentials === undefined || others.length > 0;
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, given)),
    ...(ambiguous ? [oneCredential] : []),
    ...checkKeyProblems(given),
  ];
  if (!parsed.success || ambiguous || problems.length > 0)
    throw new BadEnvironment([...new Set(problems.map((problem) => inTheirNames(problem, given)))]);
  const identity = identityOf(parsed.data, parsed.data.CLIENT_ID, credentials);
  const storage = storageIn(given, identity);
  return {
    identity,
    graph: graphOf(parsed.data),
    site: siteOf(parsed.data),
    ...checkKeysOf(parsed.data),
    ...(storage && { storage }),
  };
};
