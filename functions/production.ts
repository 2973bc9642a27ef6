import { onThisMachine } from './environment';

/**
 * Where the sign-in service is this machine's own, so is everything else; anywhere else is a trust's tenant, and so is
 * whatever runs in Azure, which gives every function app its name.
 */
export const isProduction = (given: Readonly<Record<string, string>>): boolean =>
  given.AUTHORITY_HOST === undefined || !onThisMachine(given.AUTHORITY_HOST) || given.WEBSITE_SITE_NAME !== undefined;

const urls = [
  'GRAPH_BASE_URL',
  'BOT_LOGIN_URL',
  'BOT_OPENID_METADATA_URL',
  'BOT_OAUTH_URL',
  'BOT_TOKEN_ISSUER',
  'BOT_SERVICE_URL',
  'TAB_ORIGIN',
  'AzureWebJobsStorage__queueServiceUri',
  'AzureWebJobsStorage__tableServiceUri',
];
const hostNames = ['KNOWN_AUTHORITIES', 'GRAPH_CUSTOM_HOSTS'];

/** The emulator's account, and whatever is not reached over TLS. */
const openStorage = /UseDevelopmentStorage=true|AccountName=devstoreaccount1|Protocol=http(;|$)|Endpoint=http:/i;

type Rule = readonly [name: string, breaks: (value: string) => boolean, says: string];

const here = 'only where AUTHORITY_HOST is this machine, and not in Azure';

const rules: readonly Rule[] = [
  ['AUTHORITY_HOST', onThisMachine, 'this machine signs nobody in to Azure'],
  ['SEND_AT_ANY_HOUR', () => true, here],
  ['TAB_ORIGIN', (value) => !value.startsWith('https://'), 'must begin with https://'],
  ['AzureWebJobsStorage', (value) => openStorage.test(value), 'a storage account without TLS is taken ' + here],
  ...['CHECK_KEY', 'CHECK_KEY_BEFORE'].map((name): Rule => [
    name,
    (value) => value.startsWith('local-'),
    'the key of the sample trust is taken ' + here,
  ]),
  ['NODE_TLS_REJECT_UNAUTHORIZED', (value) => value === '0', 'certificates are left unchecked nowhere'],
  ...urls.map((name): Rule => [name, onThisMachine, `this machine is taken ${here}`]),
  ...hostNames.map((name): Rule => [
    name,
    (value) => value.split(',').some((host) => onThisMachine(`https://${host.trim()}`)),
    `this machine is taken ${here}`,
  ]),
];

/** What belongs on a developer's machine and is set for a trust all the same, one line each. */
export const localSwitches = (given: Readonly<Record<string, string>>): readonly string[] =>
  isProduction(given)
    ? rules.flatMap(([name, breaks, says]) => {
        const value = given[name];
        return value !== undefined && breaks(value) ? [`${name}: ${says}`] : [];
      })
    : [];
