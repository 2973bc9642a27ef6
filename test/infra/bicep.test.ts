import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../functions/config';
import { BadEnvironment } from '../../functions/environment';
import { placeholdersIn } from '../../local/package/placeholders';
import { infra, modulesIn, outputsIn, paramsIn, resourcesIn, settingsIn } from './bicep';

const files = readdirSync(path.resolve('infra')).filter((name) => name.endsWith('.bicep'));
const main = infra('main.bicep');
const everything = files.map((name) => infra(name)).join('\n');
const settings = settingsIn(main);

/** Read by the Functions host, not by our code. */
const ofTheHost = [
  'AzureWebJobsStorage__blobServiceUri',
  'AzureWebJobsStorage__queueServiceUri',
  'AzureWebJobsStorage__tableServiceUri',
  'AzureWebJobsStorage__credential',
  'AzureWebJobsStorage__clientId',
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
];

const missingIn = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (fault) {
    if (fault instanceof BadEnvironment) return fault.problems;
    throw fault;
  }
  return [];
};

/** Every variable that the code knows: the keys of its schemas. */
const known = ['config.ts', 'environment.ts', 'checkKeys.ts', 'telemetrySettings.ts'].flatMap((name) =>
  Array.from(
    readFileSync(path.resolve('functions', name), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+|AzureWebJobsStorage\w*): /gm),
    ([, variable = '']) => variable,
  ),
);

describe('the app settings in the infrastructure', () => {
  it('are found', () => {
    expect(settings.size).toBeGreaterThan(15);
    expect(known.length).toBeGreaterThan(15);
  });

  it('hold everything without which the code does not start', () => {
    const required = missingIn({}).flatMap((problem) => /^(\w+) is missing$/.exec(problem)?.[1] ?? []);
    expect(required).toContain('CHECK_KEY');
    const isSet = (name: string): boolean =>
      settings.has(name) || [...settings.keys()].some((set) => set.startsWith(`${name}__`));
    expect(required.filter((name) => !isSet(name))).toEqual([]);
    expect(settings.has('MANAGED_IDENTITY_CLIENT_ID')).toBe(true);
  });

  it('hold nothing that neither the code nor the host knows, and no local switch', () => {
    const unknown = [...settings.keys()].filter((name) => !known.includes(name) && !ofTheHost.includes(name));
    expect(unknown).toEqual([]);
    expect(settings.has('SEND_AT_ANY_HOUR')).toBe(false);
    expect([...settings.keys()].filter((name) => /SECRET|CERTIFICATE/.test(name))).toEqual([]);
  });

  it('make a configuration that proves itself with the managed identity alone', () => {
    const guid = (last: number): string => `a55e0000-0000-4000-8000-00000000000${last}`;
    const sample: Record<string, string> = {
      'subscription().tenantId': guid(1),
      clientId: guid(2),
      'identity.properties.clientId': guid(3),
      'tab.outputs.domain': 'assured.example',
      'tab.outputs.origin': 'https://assured.example',
      siteHostname: 'orchard.sharepoint.com',
      sitePath: '/sites/assured',
      checkKey: 'a-key-of-this-test-0123456789abcdef',
      checkKeyBefore: 'the-one-before-it-0123456789abcdef',
      'monitoring.outputs.connectionString': `InstrumentationKey=${guid(5)};IngestionEndpoint=https://in.example/`,
      'published ? catalogueAppId : teamsAppId': guid(4),
      catalogueAppId: guid(4),
    };
    const valueOf = (expression: string): string =>
      expression.startsWith("'")
        ? expression.slice(1, -1).replace(/\$\{([^}]+)\}/g, (_, inner: string) => sample[inner] ?? inner)
        : (sample[expression] ?? `https://${expression}.example/`);
    const environment = Object.fromEntries([...settings].map(([name, value]) => [name, valueOf(value)]));
    const config = readConfig(environment);
    expect(config).toMatchObject({
      identity: { clientId: guid(2), credentials: { kind: 'managedIdentity', clientId: guid(3) } },
      token: { audiences: [guid(2), `api://assured.example/${guid(2)}`], tenantId: guid(1) },
      // The identity cannot be federated to itself: it is the bot.
      bot: { appId: guid(3), tenantId: guid(1), credentials: { kind: 'isManagedIdentity', clientId: guid(3) } },
      storage: {
        kind: 'identity',
        queues: 'https://storage.outputs.queues.example',
        tables: 'https://storage.outputs.tables.example',
        clientId: guid(3),
      },
      // Local authentication is off there: the identity writes.
      telemetry: { connectionString: sample['monitoring.outputs.connectionString'], identity: guid(3) },
      sendAtAnyHour: false,
      tabOrigin: 'https://assured.example',
      teamsCatalogueAppId: guid(4),
      checkKey: sample.checkKey,
      checkKeyBefore: sample.checkKeyBefore,
    });
  });
});

describe('the modules', () => {
  it('are all used, and given what they ask for and nothing else', () => {
    const modules = [...modulesIn(main).values()];
    expect(modules.map(({ file }) => file).sort()).toEqual(files.filter((name) => name !== 'main.bicep').sort());
    for (const { file, params } of modules) {
      const { all, required } = paramsIn(infra(file));
      expect({ file, given: [...params.keys()].filter((name) => !all.includes(name)) }).toEqual({ file, given: [] });
      expect({ file, lacks: required.filter((name) => !params.has(name)) }).toEqual({ file, lacks: [] });
    }
  });

  it('put out what is read of them', () => {
    for (const [name, { file }] of modulesIn(main)) {
      const read = Array.from(main.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g')), ([, output]) => output);
      expect(outputsIn(infra(file))).toEqual(expect.arrayContaining(read));
      expect(read).toEqual(expect.arrayContaining([...outputsIn(infra(file))]));
    }
  });
});

describe('the parameters', () => {
  const file = JSON.parse(infra('main.parameters.json')) as { parameters: Record<string, { value: string }> };

  it('give every required one, and none that is not there', () => {
    const { all, required } = paramsIn(main);
    const given = Object.keys(file.parameters);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
    expect(given.filter((name) => !all.includes(name))).toEqual([]);
  });

  it('come from the environment file alone', () => {
    for (const { value } of Object.values(file.parameters)) {
      expect(placeholdersIn(value)).toHaveLength(1);
      expect(value).toMatch(/^\$\{\{\w+\}\}$/);
    }
  });

  it('keep the keys secret, and set the one from before only while there is one', () => {
    expect(main).toMatch(/@secure\(\)\n@minLength\(32\)\nparam checkKey string/);
    expect(main).toMatch(/@secure\(\)\nparam checkKeyBefore string = 'none'/);
    expect(main).toContain("var changingKey = checkKeyBefore != 'none'");
    expect(main).toContain('changingKey ? { CHECK_KEY_BEFORE: checkKeyBefore } : {}');
    expect(file.parameters.checkKeyBefore?.value).toBe('${{SECRET_CHECK_KEY_BEFORE}}');
    expect(infra('functions.bicep')).toMatch(/@secure\(\)\nparam settings object/);
    expect(file.parameters.checkKey?.value).toBe('${{SECRET_CHECK_KEY}}');
  });
});

describe('what the infrastructure must be', () => {
  it('has no key, no password and no preview of a service', () => {
    expect(everything).not.toMatch(/listKeys|listSecrets|AccountKey=|connectionStrings/);
    expect(resourcesIn(everything).length).toBeGreaterThan(12);
    for (const type of resourcesIn(everything)) expect(type).toMatch(/@\d{4}-\d{2}-\d{2}$/);
  });

  it.each([
    ['storage.bicep', ['allowSharedKeyAccess: false', 'allowBlobPublicAccess: false', "minimumTlsVersion: 'TLS1_2'"]],
    ['storage.bicep', ['supportsHttpsTrafficOnly: true', "publicAccess: 'None'"]],
    ['functions.bicep', ["name: 'FC1'", "runtime: { name: 'node', version: '22' }", 'httpsOnly: true']],
    ['functions.bicep', ["minTlsVersion: '1.2'", "ftpsState: 'Disabled'", 'allowedOrigins: [tabOrigin]']],
    ['functions.bicep', ["type: 'UserAssignedIdentity'", 'properties: { allow: false }']],
    ['bot.bicep', ["msaAppType: 'UserAssignedMSI'", 'msaAppId: identityClientId', 'disableLocalAuth: true']],
    ['monitoring.bicep', ['DisableLocalAuth: true']],
    ['tab.bicep', ["stagingEnvironmentPolicy: 'Disabled'"]],
  ])('says so in %s: %j', (name, lines) => {
    for (const line of lines) expect(infra(name)).toContain(line);
  });

  it('gives the identity four roles, each on one resource', () => {
    const roles = Array.from(everything.matchAll(/'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/g), ([, id]) => id);
    expect(roles.sort()).toEqual([
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
      '3913510d-42f4-4e42-8a64-420c390055eb',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
      'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
    ]);
    expect(everything.match(/roleAssignments@/g)).toHaveLength(2);
    expect(everything.match(/ {2}scope: (account|insights)$/gm)).toHaveLength(2);
  });

  it('makes one identity, and lets the function app and the bot be it', () => {
    expect(everything.match(/userAssignedIdentities@/g)).toHaveLength(1);
    expect(modulesIn(main).get('functions')?.params.get('identityId')).toBe('identity.id');
    expect(modulesIn(main).get('bot')?.params.get('identityId')).toBe('identity.id');
    expect(settings.get('BOT_ID')).toBe(modulesIn(main).get('bot')?.params.get('identityClientId'));
  });

  it('sends Teams to the address where the code listens', () => {
    const { extensions } = JSON.parse(readFileSync(path.resolve('functions', 'host.json'), 'utf8')) as {
      extensions: { http: { routePrefix: string } };
    };
    const endpoint = modulesIn(main).get('bot')?.params.get('endpoint');
    expect(endpoint).toBe(`'\${functions.outputs.endpoint}/${extensions.http.routePrefix}/messages'`);
  });
});
