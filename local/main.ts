import { readCommand, usage } from './commandLine';
import { startLocal } from './system';
import type { LocalSystem } from './system';
import { runUntilStopped } from './untilStopped';

/** An empty setting is a missing one. */
const keptHours = { SEND_AT_ANY_HOUR: '' };

const start = async (signal: AbortSignal): Promise<LocalSystem> => {
  const { help, quietHours, ...options } = readCommand(process.argv.slice(2), process.env);
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  const system = await startLocal({ ...options, ...(quietHours && { environment: keptHours }), signal });
  console.log(`Assured is running with the sample trust of “${system.sample}”: ${system.origin}`);
  console.log('Press Ctrl+C to stop.');
  return system;
};

runUntilStopped(start);
