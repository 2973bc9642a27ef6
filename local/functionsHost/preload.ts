import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApplication, provideCoreModule } from './application';
import { startHost } from './host';
import type { Host } from './host';
import { logFault, writeLog } from './log';
import { readHostSettings } from './settings';

/** Milliseconds that running functions get when the host is told to stop. */
const patience = 8000;

const application = createApplication();
provideCoreModule(application.core);

let host: Host | undefined;
let ending = false;

const end = async (reason: string): Promise<void> => {
  if (ending) return;
  ending = true;
  writeLog('information', 'host', `Stopping (${reason}).`);
  setTimeout(() => process.exit(1), patience).unref();
  try {
    await host?.stop();
    process.exit(0);
  } catch (fault) {
    logFault('host', fault);
    process.exit(1);
  }
};

process.on('SIGTERM', () => void end('SIGTERM'));
process.on('SIGINT', () => void end('SIGINT'));
// The parent holds the other end of this channel: however it ends, we do not outlive it.
process.on('disconnect', () => void end('the parent process has ended'));

const start = async (): Promise<void> => {
  const app = process.argv[1];
  if (app === undefined) throw new Error('Usage: node --require <this file> <the app>');
  // The app is the main module; importing it again only waits until it has been loaded.
  await import(pathToFileURL(app).href);
  const settings = await readHostSettings(process.env, path.dirname(app));
  host = await startHost(application, settings, process.env);
  const names = [...application.functions.keys()].join(', ');
  writeLog('information', 'host', `Listening on http://localhost:${settings.port} with ${names}.`);
};

// After the main module has run: a preload comes before it.
setImmediate(() => {
  start().catch((fault: unknown) => {
    if (!ending) writeLog('critical', 'host', fault instanceof Error ? fault.message : String(fault));
    process.exit(1);
  });
});
