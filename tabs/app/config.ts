import * as z from 'zod/mini';

/** What differs between installations: served beside the bundle, so that one bundle serves all. */
export const TabConfig = z.object({
  apiBaseUrl: z.pipe(
    z.url(),
    z.transform((url: string) => url.replace(/\/+$/, '')),
  ),
});
export type TabConfig = z.infer<typeof TabConfig>;

export const readConfig = async (): Promise<TabConfig> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  return TabConfig.parse(await response.json());
};
