import { readCommand, usage } from './commandLine';
import { startLocal } from './system';
import type { LocalSystem } from './system';

const stopped = new AbortController();
let starting: Promise<LocalSystem> | undefined;

const explain = (fault: unknown): void => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
};

/** Asked once, everything is stopped in order; asked again, this ends at once and what it started with it. */
const stop = async (): Promise<void> => {
  if (stopped.signal.aborted) process.exit(1);
  stopped.abort();
  const system = await starting?.catch(() => undefined);
  await system?.stop();
  process.exit(0);
};

const stopOrExplain = (): void => void stop().catch(explain);
process.on('SIGINT', stopOrExplain);
process.on('SIGTERM', stopOrExplain);
// `start.mjs` holds the other end: should it be killed, this ends too.
process.on('disconnect', stopOrExplain);

const start = async (): Promise<void> => {
  const { help, ...options } = readCommand(process.argv.slice(2), process.env);
  if (help) {
    console.log(usage);
    process.exit(0);
  }
  starting = startLocal({ ...options, signal: stopped.signal });
  const { origin, sample } = await starting;
  console.log(`Assured is running with the sample trust of “${sample}”: ${origin}`);
  console.log('Press Ctrl+C to stop.');
};

start().catch((fault: unknown) => {
  if (!stopped.signal.aborted) explain(fault);
});
