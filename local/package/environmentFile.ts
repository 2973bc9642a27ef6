import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { Guid, HttpsUrl, presentOnly, problemsOf } from '../../functions/environment';
import { inProject } from '../projectRoot';

const Domain = z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, {
  error: 'must be a host name: no https://, no path, no wildcard',
});

/** What the app package needs to know. The names are the placeholders in `manifest/manifest.json`. */
export const ManifestValues = z.object({
  TEAMS_APP_ID: Guid,
  AAD_APP_CLIENT_ID: Guid,
  BOT_ID: Guid,
  TAB_DOMAIN: Domain,
  DEVELOPER_NAME: z.string().max(32, 'must have at most 32 characters'),
  WEBSITE_URL: HttpsUrl,
  PRIVACY_URL: HttpsUrl,
  TERMS_URL: HttpsUrl,
});
export type ManifestValues = z.infer<typeof ManifestValues>;

/** What the hosting of the tab needs to know. The names are the placeholders in `infra/tab`. */
export const HostingValues = z.object({
  API_ENDPOINT: HttpsUrl.refine((url) => new URL(url).origin === url, 'must be an origin, without a closing slash'),
});
export type HostingValues = z.infer<typeof HostingValues>;

const nameOfEnvironment = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;

/** The variables of `infra/env/.env.NAME`, which the toolkit writes too. Throws, in plain words, where there is none. */
export const readEnvironmentFile = (
  name: string,
  folder = inProject('infra', 'env'),
): Readonly<Record<string, string>> => {
  if (!nameOfEnvironment.test(name)) throw new Error(`"${name}" is no name of an environment.`);
  try {
    return presentOnly(parseEnv(readFileSync(`${folder}/.env.${name}`, 'utf8')));
  } catch (fault) {
    throw new Error(`There is no infra/env/.env.${name}. Copy infra/env/.env.example, and fill it in.`, {
      cause: fault,
    });
  }
};

/** The values that one purpose needs. Throws, in plain words, naming everything that is missing or wrong at once. */
export const valuesFor = <Values>(schema: z.ZodType<Values>, given: Readonly<Record<string, string>>): Values => {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error, given).map((problem) => `  - ${problem}`);
  throw new Error(`Please correct these values in the environment file:\n${problems.join('\n')}`);
};
