import { z } from 'zod';

/** What differs between installations: served beside the bundle, so that one bundle serves all. */
export const TabConfig = z.object({ apiBaseUrl: z.url().transform((url) => url.replace(/\/+$/, '')) });
export type TabConfig = z.infer<typeof TabConfig>;

export const readConfig = async (): Promise<TabConfig> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  return TabConfig.parse(await response.json());
};
