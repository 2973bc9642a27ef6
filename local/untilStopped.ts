interface Stoppable {
  stop(): Promise<void>;
}

const explain = (fault: unknown): void => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
};

/**
 * Runs a program until it is asked to stop. Asked once, everything is stopped in order; asked again, this ends at once
 * and what it started with it. A start that fails is explained in one line, and the process ends.
 */
export const runUntilStopped = (start: (signal: AbortSignal) => Promise<Stoppable>): void => {
  const stopped = new AbortController();
  const starting = start(stopped.signal);

  const stop = async (): Promise<void> => {
    if (stopped.signal.aborted) process.exit(1);
    stopped.abort();
    const running = await starting.catch(() => undefined);
    await running?.stop();
    process.exit(0);
  };
  const stopOrExplain = (): void => void stop().catch(explain);
  process.on('SIGINT', stopOrExplain);
  process.on('SIGTERM', stopOrExplain);
  // `launch.mjs` holds the other end: should it be killed, this ends too.
  process.on('disconnect', stopOrExplain);

  starting.catch((fault: unknown) => {
    if (!stopped.signal.aborted) explain(fault);
  });
};
