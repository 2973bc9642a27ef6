import { Hono } from 'hono';
import type { LocalDatabase } from '../database';
import { apps, tenant } from '../settings';
import { createAppCertificates, type AppCertificates } from './clientAssertion';
import { signingKeys, type KeyPurpose } from './keys';
import { tokenEndpoint } from './tokenEndpoint';
import {
  readAppToken,
  signChannelToken,
  signTabToken,
  type AppCaller,
  type RegisteredApp,
  type TabUser,
  type TokenOverrides,
} from './tokens';

export interface Entra {
  /** Discovery, keys and tokens; mounted at the root of the server. */
  readonly app: Hono;
  /** The access token that Teams gives the tab for this person; valid for an hour. */
  issueTabToken(person: TabUser, overrides?: TokenOverrides): Promise<string>;
  /** The token that the Bot Connector sends to a bot; valid for an hour. */
  issueChannelToken(about: { serviceUrl: string; audience: string }, overrides?: TokenOverrides): Promise<string>;
  /** Who calls, from an `Authorization` header or a bare token; nothing when it does not hold. */
  verifyAppToken(bearer: string | undefined, audience: string): Promise<AppCaller | undefined>;
  /** With which the apps may prove themselves instead of their secrets, for as long as this process runs. */
  readonly certificates: AppCertificates;
  /** Signs with a new key from now on. */
  rotateKeys(purpose?: KeyPurpose, options?: { withdrawOld?: boolean }): void;
}

const registered: readonly RegisteredApp[] = Object.values(apps);

const tokenAddress = (origin: string): string => `${origin}/${tenant.id}/oauth2/v2.0/token`;

const tenantDiscovery = (origin: string) => ({
  token_endpoint: tokenAddress(origin),
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
  jwks_uri: `${origin}/${tenant.id}/discovery/v2.0/keys`,
  response_modes_supported: ['query', 'fragment', 'form_post'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  issuer: `${origin}/${tenant.id}/v2.0`,
  authorization_endpoint: `${origin}/${tenant.id}/oauth2/v2.0/authorize`,
  end_session_endpoint: `${origin}/${tenant.id}/oauth2/v2.0/logout`,
  claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'ver', 'oid', 'preferred_username', 'name'],
});

const channelDiscovery = (origin: string) => ({
  issuer: 'https://api.botframework.com',
  authorization_endpoint: 'https://invalid.botframework.com/',
  jwks_uri: `${origin}/botframework/v1/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

/** The local Entra tenant and the Bot Connector's token issuer, for the one origin they share. */
export const createEntra = ({ database, origin }: { database: LocalDatabase; origin: string }): Entra => {
  const entraKeys = signingKeys(database, 'entra');
  const channelKeys = signingKeys(database, 'channel');
  const certificates = createAppCertificates();
  const unknownTenant = (tid: string) => ({
    error: 'invalid_tenant',
    error_description: `AADSTS90002: Tenant '${tid}' not found.`,
    error_codes: [90002],
  });
  const app = new Hono()
    .get('/:tid/v2.0/.well-known/openid-configuration', (c) =>
      c.req.param('tid') === tenant.id
        ? c.json(tenantDiscovery(origin))
        : c.json(unknownTenant(c.req.param('tid')), 400),
    )
    .get('/:tid/discovery/v2.0/keys', (c) => c.json({ keys: entraKeys.published() }))
    .post(
      '/:tid/oauth2/v2.0/token',
      tokenEndpoint(entraKeys, { registered, certificates, address: tokenAddress(origin) }),
    )
    .get('/botframework/v1/.well-known/openidconfiguration', (c) => c.json(channelDiscovery(origin)))
    .get('/botframework/v1/.well-known/keys', (c) =>
      c.json({ keys: channelKeys.published().map((key) => ({ ...key, endorsements: ['msteams'] })) }),
    );
  return {
    app,
    certificates,
    issueTabToken: (person, overrides) => signTabToken(entraKeys, origin, person, overrides),
    issueChannelToken: (about, overrides) => signChannelToken(channelKeys, about, overrides),
    verifyAppToken: (bearer, audience) => readAppToken(entraKeys, bearer, audience),
    rotateKeys: (purpose = 'entra', options) => (purpose === 'entra' ? entraKeys : channelKeys).rotate(options),
  };
};
