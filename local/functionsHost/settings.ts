import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** `hh:mm:ss` as host.json writes durations. */
const Duration = z
  .string()
  .regex(/^\d{1,2}:\d{2}:\d{2}$/)
  .transform((text) => text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0));

const Queues = z.object({
  batchSize: z.int().min(1).max(32).default(16),
  newBatchThreshold: z.int().min(0).optional(),
  maxDequeueCount: z.int().min(1).default(5),
  /** How long a message stays hidden between two tries; the platform's default is not at all. */
  visibilityTimeout: Duration.default(0),
  messageEncoding: z.enum(['base64', 'none']).default('base64'),
});

const HostFile = z.object({
  version: z.literal('2.0'),
  extensions: z
    .object({
      http: z.object({ routePrefix: z.string().default('api') }).prefault({}),
      queues: Queues.prefault({}),
    })
    .prefault({}),
});

const Environment = z.object({
  FUNCTIONS_PORT: z.coerce.number().int().min(1).max(65535),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .transform((origins) => origins.filter((origin) => origin !== '')),
  /** Where timers remember their last run. Without it a missed run is forgotten with the process. */
  FUNCTIONS_STATE_DIR: z.string().optional(),
});

export interface HostSettings {
  readonly port: number;
  readonly corsOrigins: readonly string[];
  readonly stateDir: string | undefined;
  readonly routePrefix: string;
  readonly queues: QueueSettings;
}

export type QueueSettings = Omit<z.infer<typeof Queues>, 'newBatchThreshold'> & { newBatchThreshold: number };

/** Reads the environment and the `host.json` in the app's folder. Throws when either is wrong. */
export const readHostSettings = async (
  environment: Record<string, string | undefined>,
  appFolder: string,
): Promise<HostSettings> => {
  const { FUNCTIONS_PORT, CORS_ORIGINS, FUNCTIONS_STATE_DIR } = Environment.parse(environment);
  const { extensions } = HostFile.parse(JSON.parse(await readFile(path.join(appFolder, 'host.json'), 'utf8')));
  const { queues, http } = extensions;
  return {
    port: FUNCTIONS_PORT,
    corsOrigins: CORS_ORIGINS,
    stateDir: FUNCTIONS_STATE_DIR,
    routePrefix: http.routePrefix,
    queues: { ...queues, newBatchThreshold: queues.newBatchThreshold ?? Math.floor(queues.batchSize / 2) },
  };
};

/** Replaces `%NAME%` by the app setting of that name, as the platform does in queue names and schedules. */
export const withAppSettings = (text: string, environment: Record<string, string | undefined>): string =>
  text.replace(/%([^%]+)%/g, (_whole, name: string) => {
    const value = environment[name];
    if (value === undefined) throw new Error(`The app setting "${name}" is missing.`);
    return value;
  });

/** The connection string a binding means: an app setting by its name, or with the platform's prefix. */
export const connectionString = (name: string, environment: Record<string, string | undefined>): string => {
  const value = environment[`AzureWebJobs${name || 'Storage'}`] ?? environment[name];
  if (!value) throw new Error(`The storage connection "${name || 'AzureWebJobsStorage'}" is missing.`);
  return value;
};
