/** An environment file in which nothing is missing. */
export const manifestValues = {
  TEAMS_APP_ID: 'a55e0000-0000-4000-8000-00000000000a',
  AAD_APP_CLIENT_ID: 'a55e0000-0000-4000-8000-000000000001',
  BOT_ID: 'a55e0000-0000-4000-8000-000000000003',
  TAB_DOMAIN: 'assured.orchard.example',
  DEVELOPER_NAME: 'Orchard "Learning" Trust',
  WEBSITE_URL: 'https://orchard.example/assured',
  PRIVACY_URL: 'https://orchard.example/assured/privacy',
  TERMS_URL: 'https://orchard.example/assured/terms',
} as const;

export const hostingValues = { API_ENDPOINT: 'https://api.orchard.example' } as const;
