import { mkdir } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { untilAnswering } from './answering';
import { startChild } from './childProcess';
import { inProject } from './projectRoot';
import { filesIn } from './settings';
import type { LocalSettings } from './settings';

export interface Azurite {
  stop(): Promise<void>;
}

const azuriteArguments = ({ ports, dataDir }: AzuriteOptions): string[] => {
  const services = { blob: ports.blob, queue: ports.queue, table: ports.table };
  return [
    inProject('node_modules', 'azurite', 'dist', 'src', 'azurite.js'),
    '--skipApiVersionCheck',
    '--disableTelemetry',
    '--silent',
    '--location',
    filesIn(dataDir).azurite,
    ...Object.entries(services).flatMap(([name, port]) => [`--${name}Host`, '127.0.0.1', `--${name}Port`, `${port}`]),
  ];
};

export interface AzuriteOptions extends Pick<LocalSettings, 'dataDir'> {
  readonly ports: Pick<LocalSettings['ports'], 'blob' | 'queue' | 'table'>;
  readonly log?: Writable | undefined;
}

/**
 * Starts Microsoft's storage emulator (blobs, queues, tables) and waits until all three answer.
 * It saves to disk every few seconds: killed without warning, it can lose the last of them.
 */
export const startAzurite = async (options: AzuriteOptions): Promise<Azurite> => {
  await mkdir(filesIn(options.dataDir).azurite, { recursive: true });
  const child = startChild({ name: 'The storage emulator', args: azuriteArguments(options), log: options.log });
  const { blob, queue, table } = options.ports;
  for (const port of [blob, queue, table]) {
    if (!(await untilAnswering({ port, stillStarting: () => child.running }))) {
      await child.stop();
      throw new Error(`The storage emulator did not start on port ${port}.\n${child.lastLines()}`);
    }
  }
  return { stop: () => child.stop() };
};
