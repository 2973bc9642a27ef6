import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { z } from 'zod';
import { apps, teamsWebClientId } from '../../local/settings';
import { placeholdersIn } from '../../local/package/placeholders';
import { infra, outputsIn } from './bicep';

const text = readFileSync(path.resolve('teamsapp.yml'), 'utf8');
const Action = z.object({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).default({}),
});
const Project = z.object({
  version: z.string(),
  environmentFolderPath: z.string(),
  provision: z.array(Action),
  deploy: z.array(Action),
  publish: z.array(Action),
});
const project = Project.parse(parse(text));
const actions = [...project.provision, ...project.deploy, ...project.publish];

const schema = JSON.parse(
  readFileSync(path.resolve('test/infra/schemas/m365agents.v1.13.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);

const example = infra('env', '.env.example');
const variables = Array.from(example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm), ([, name = '']) => name);
/** They stand in the file of secrets beside it. */
const secrets = ['SECRET_CHECK_KEY', 'SECRET_CHECK_KEY_BEFORE', 'SECRET_TAB_DEPLOYMENT_TOKEN'];

const templates = [
  text,
  readFileSync(path.resolve('manifest', 'manifest.json'), 'utf8'),
  infra('main.parameters.json'),
  infra('entra', 'app.json'),
  infra('tab', 'config.json'),
  infra('tab', 'staticwebapp.config.json'),
];
const used = [...new Set(templates.flatMap((each) => placeholdersIn(each)))];

describe('teamsapp.yml', () => {
  it('is valid under Microsoft’s schema', () => {
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
  });

  it.each([
    ['an action that does not exist', { uses: 'arm/destroy', with: {} }],
    ['an action without what it needs', { uses: 'arm/deploy', with: { subscriptionId: 'x' } }],
  ])('would not be with %s', (_, action) => {
    expect(validate({ ...(parse(text) as object), provision: [action] })).toBe(false);
  });

  it('makes things in the order in which they need each other', () => {
    expect(project.provision.map(({ uses }) => uses)).toEqual([
      'aadApp/create',
      'teamsApp/create',
      'arm/deploy',
      'aadApp/update',
      'file/createOrUpdateJsonFile',
      'script',
      'teamsApp/validateManifest',
      'teamsApp/zipAppPackage',
      'teamsApp/validateAppPackage',
      'teamsApp/update',
    ]);
    expect(project.publish.at(-1)?.uses).toBe('teamsApp/publishAppPackage');
  });

  it('makes no secret', () => {
    const [create] = project.provision;
    expect(create?.with).toMatchObject({ generateClientSecret: false, signInAudience: 'AzureADMyOrg' });
    expect(text).not.toContain('botAadApp/create');
  });

  it('names files that are there', () => {
    const paths = Array.from(text.matchAll(/(?:[pP]ath|parameters): (\.\/(?:infra|manifest)\S+)/g), ([, file]) => file);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((file) => !existsSync(path.resolve(file ?? '')))).toEqual([]);
  });

  it('deploys what npm run package writes, for the same environment', () => {
    const runs = JSON.stringify(project.deploy);
    expect(runs).toContain('run package -- --hosting --env ${{TEAMSFX_ENV}}');
    expect(runs).toContain('--src dist/package/functions.zip');
    expect(runs).toContain('deploy dist/package/tab ');
  });

  it('lets the registration trust the identity, in the tenant’s own name', () => {
    const file = project.provision.find(({ uses }) => uses === 'file/createOrUpdateJsonFile');
    expect(file?.with).toMatchObject({
      target: './dist/package/federatedCredential.json',
      content: {
        issuer: 'https://login.microsoftonline.com/${{AAD_APP_TENANT_ID}}/v2.0',
        subject: '${{IDENTITY_PRINCIPAL_ID}}',
        audiences: ['api://AzureADTokenExchange'],
      },
    });
    expect(text).toContain('--body @dist/package/federatedCredential.json');
  });
});

describe('the environment file', () => {
  it('has a place for every value that is used', () => {
    expect(used.filter((name) => !variables.includes(name) && !secrets.includes(name))).toEqual([]);
  });

  it('asks for nothing that is not used', () => {
    expect(variables.filter((name) => !used.includes(name))).toEqual([]);
    expect(new Set(variables).size).toBe(variables.length);
  });

  it('gets what is made: by the tools, and from the infrastructure', () => {
    const written = actions.flatMap(({ writeToEnvironmentFile }) => Object.values(writeToEnvironmentFile));
    const outputs = outputsIn(infra('main.bicep'));
    // The toolkit invents the scope's id when it first updates the registration.
    const made = [...written, ...outputs, 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID'];
    const below = example.slice(example.indexOf('# --- Written by the toolkit'));
    const promised = Array.from(below.matchAll(/^([A-Z][A-Z0-9_]*)=/gm), ([, name = '']) => name);
    expect(promised.filter((name) => !made.includes(name))).toEqual([]);
    expect(made.filter((name) => !promised.includes(name) && !secrets.includes(name))).toEqual([]);
  });

  it('names the secret in words only, and holds none', () => {
    expect(example).toContain('SECRET_CHECK_KEY');
    expect(variables.filter((name) => name.startsWith('SECRET_'))).toEqual([]);
    expect(project.environmentFolderPath).toBe('./infra/env');
  });
});

describe('the registration', () => {
  const registration = JSON.parse(infra('entra', 'app.json')) as {
    identifierUris: string[];
    api: {
      requestedAccessTokenVersion: number;
      oauth2PermissionScopes: { value: string }[];
      preAuthorizedApplications: { appId: string }[];
    };
    requiredResourceAccess: { resourceAppId: string; resourceAccess: { id: string; type: string }[] }[];
  };
  /** Application permissions of Microsoft Graph, from its permissions reference. */
  const roleIds: Readonly<Record<string, string>> = {
    'Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
    'TeamsAppInstallation.ReadWriteSelfForUser.All': '908de74d-f8b2-4d6b-a9ed-2a17b3b78179',
  };

  it('asks for the permissions that the product has on this machine, and no other', () => {
    expect(registration.requiredResourceAccess).toEqual([
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        resourceAccess: apps.product.roles.map((name) => ({ id: roleIds[name], type: 'Role' })),
      },
    ]);
  });

  it('gives tokens of the version and scope that the API checks, to Teams alone', () => {
    expect(registration.api.requestedAccessTokenVersion).toBe(2);
    expect(registration.api.oauth2PermissionScopes.map(({ value }) => value)).toEqual(['access_as_user']);
    expect(registration.api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual([
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      teamsWebClientId,
    ]);
  });

  it('has the address that manifest and API expect', () => {
    const manifest = readFileSync(path.resolve('manifest', 'manifest.json'), 'utf8');
    const [address] = registration.identifierUris;
    expect(manifest).toContain(`"resource": "${address}"`);
    const filled = address?.replace('${{TAB_DOMAIN}}', '${tab.outputs.domain}');
    expect(infra('main.bicep')).toContain(
      `TOKEN_AUDIENCE_URI: '${filled?.replace('${{AAD_APP_CLIENT_ID}}', '${clientId}')}'`,
    );
  });
});
