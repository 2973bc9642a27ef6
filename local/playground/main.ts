import { startLocal } from '../system';
import { runUntilStopped } from '../untilStopped';
import { readPlaygroundCommand, usage } from './commandLine';
import { startPlayground } from './playground';

const start = async (signal: AbortSignal) => {
  const { help, seat, playgroundPort, ...settings } = readPlaygroundCommand(process.argv.slice(2));
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  const system = await startLocal({ ...settings, reset: true, signal });
  const playground = await startPlayground({ system, settings, seat, port: playgroundPort }).catch(
    async (fault: unknown) => {
      await system.stop();
      throw fault;
    },
  );
  console.log(`Assured is running in the Microsoft 365 Agents Playground: ${playground.origin}`);
  console.log('Press Ctrl+C to stop.');
  const stop = async (): Promise<void> => {
    await playground.stop();
    await system.stop();
  };
  return { stop };
};

runUntilStopped(start);
