import { readConfig } from '../../functions/config';
import { BadEnvironment } from '../../functions/environment';

/** What a trust sets in Azure; everything else has the public cloud's value. */
export const production = {
  TENANT_ID: '5A3E0D60-0000-4000-8000-0000000A55ED',
  CLIENT_ID: 'a55e0000-0000-4000-8000-000000000001',
  CLIENT_SECRET: 'a-secret',
  TOKEN_AUDIENCE_URI: 'api://assured.example/botid-a55e0000-0000-4000-8000-000000000001',
  SITE_HOSTNAME: 'orchard.sharepoint.com',
  SITE_PATH: '/sites/assured',
  BOT_ID: 'a55e0000-0000-4000-8000-000000000001',
  AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA==;EndpointSuffix=core.windows.net',
  CHECK_KEY: 'a-key-of-the-tests-0123456789abcdef',
  TEAMS_APP_ID: 'a55e0000-0000-4000-8000-00000000000a',
  TAB_ORIGIN: 'https://assured.example',
};

export const without = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(production).filter(([name]) => !names.includes(name)));

export const problemsIn = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.problems;
    throw error;
  }
  return [];
};
