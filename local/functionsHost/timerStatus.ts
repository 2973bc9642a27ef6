import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const TimerStatus = z.object({ last: z.iso.datetime(), next: z.iso.datetime(), lastUpdated: z.iso.datetime() });
export type TimerStatus = z.infer<typeof TimerStatus>;

/** Remembers when a timer ran and was due, as the platform does beside the storage account's lock. */
export interface TimerMemory {
  read(name: string): Promise<TimerStatus | undefined>;
  write(name: string, status: TimerStatus): Promise<void>;
}

/** Keeps one file for each timer in the folder; without a folder it remembers nothing. */
export const createTimerMemory = (folder: string | undefined): TimerMemory => {
  if (folder === undefined) return { read: async () => undefined, write: async () => undefined };
  const fileOf = (name: string) => path.join(folder, `${name}.timer.json`);
  return {
    read: async (name) => {
      try {
        return TimerStatus.parse(JSON.parse(await readFile(fileOf(name), 'utf8')));
      } catch {
        // Missing on the first run; unreadable is the same as missing: the schedule starts afresh.
        return undefined;
      }
    },
    write: async (name, status) => {
      await mkdir(folder, { recursive: true });
      const file = fileOf(name);
      await writeFile(`${file}.new`, JSON.stringify(status));
      await rename(`${file}.new`, file);
    },
  };
};
