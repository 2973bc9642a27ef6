import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { untilAnswering } from '../answering';
import { startChild } from '../childProcess';
import type { Child } from '../childProcess';
import { inProject } from '../projectRoot';

const program = inProject('node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
const longestStart = 60_000;

export interface PlaygroundProcess {
  /** `http://localhost:<port>`: its page and, under `/_connector`, its Bot Connector without any check. */
  readonly origin: string;
  stop(): Promise<void>;
}

export interface PlaygroundProcessOptions {
  /** The wanted port; where it is taken the Playground chooses another. */
  readonly port: number;
  /** Where it sends activities. */
  readonly botEndpoint: string;
  readonly configFile: string;
  /** Its configuration and its log are written here. */
  readonly folder: string;
}

/** It says where it listens once, and only there is another port than the wanted one to be learnt. */
const portOf = async (child: Child, until: number): Promise<number | undefined> => {
  while (child.running && Date.now() < until) {
    const said = /Listening on (\d+)/.exec(child.lastLines())?.[1];
    if (said !== undefined) return Number(said);
    await pause(50);
  }
  return undefined;
};

/**
 * Starts the real Microsoft 365 Agents Playground, without its telemetry and without opening a browser. It listens on
 * every network interface of the machine: it has no option to do otherwise.
 */
export const startPlaygroundProcess = async (options: PlaygroundProcessOptions): Promise<PlaygroundProcess> => {
  const { port: wanted, botEndpoint, configFile, folder } = options;
  await mkdir(folder, { recursive: true });
  const config = path.join(folder, 'm365agentsplayground.yml');
  const log = path.join(folder, 'm365agentsplayground.log');
  await writeFile(config, configFile);
  const child = startChild({
    name: 'The Microsoft 365 Agents Playground',
    args: [program, 'start', '-e', botEndpoint, '-p', `${wanted}`, '-c', 'msteams', '--dt'],
    environment: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
    },
    patience: 2000,
  });
  const port = await portOf(child, Date.now() + longestStart);
  const stillStarting = () => child.running;
  if (port !== undefined && (await untilAnswering({ port, path: '/_debug/ping', stillStarting })))
    return { origin: `http://localhost:${port}`, stop: () => child.stop() };
  await child.stop();
  // A mistake in its configuration is told in its log alone.
  throw new Error(`The Microsoft 365 Agents Playground did not start; see ${log}.\n${child.lastLines()}`);
};
