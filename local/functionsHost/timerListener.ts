import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from './application';
import { invoke } from './invocation';
import { logFault, logInvocation, writeLog } from './log';
import { parseSchedule } from './ncrontab';
import type { Schedule } from './ncrontab';
import { sendOutputs } from './outputs';
import type { Listener } from './queueListener';
import type { QueueStorage } from './queueStorage';
import { withAppSettings } from './settings';
import type { TimerMemory } from './timerStatus';
import type { HostedFunction, TimerTrigger } from './triggers';

export interface TimerParts {
  readonly application: Application;
  readonly storage: QueueStorage;
  readonly memory: TimerMemory;
  readonly environment: Record<string, string | undefined>;
}

type TimerFunction = HostedFunction<TimerTrigger>;

/** The clock is looked at this often, so that a laptop that slept notices what it missed. */
const longestWait = 15_000;

const scheduleOf = (parts: TimerParts, hosted: TimerFunction): Schedule =>
  parseSchedule(withAppSettings(hosted.trigger.schedule, parts.environment));

const later = (schedule: Schedule, after: Date): Date => schedule.next(after) ?? new Date(8.64e15);

/** Runs a timer function once and remembers it. A failure is logged: a timer is not tried again before it is due. */
export const runTimerNow = async (parts: TimerParts, hosted: TimerFunction, isPastDue = false): Promise<void> => {
  const schedule = scheduleOf(parts, hosted);
  const startedAt = new Date();
  const began = performance.now();
  const before = await parts.memory.read(hosted.name);
  const status = {
    last: startedAt.toISOString(),
    next: later(schedule, startedAt).toISOString(),
    lastUpdated: startedAt.toISOString(),
  };
  // Written before the run: a process killed inside it must not run it again at once, as on the platform.
  await parts.memory.write(hosted.name, status);
  const { last, next, lastUpdated } = before ?? { ...status, last: new Date(0).toISOString() };
  const input = {
    Schedule: { AdjustForDST: true },
    ScheduleStatus: { Last: last, Next: next, LastUpdated: lastUpdated },
    IsPastDue: isPastDue,
  };
  let outcome = 'ok';
  try {
    const { response } = await invoke(parts.application, hosted, { json: JSON.stringify(input) });
    await sendOutputs(parts.storage, hosted, response);
  } catch (fault) {
    outcome = 'failed';
    logFault(hosted.name, fault);
  }
  const milliseconds = performance.now() - began;
  logInvocation({ function: hosted.name, trigger: 'timer', outcome, milliseconds });
};

const pastDue = async (parts: TimerParts, hosted: TimerFunction): Promise<boolean> => {
  if (hosted.trigger.useMonitor === false) return false;
  const remembered = await parts.memory.read(hosted.name);
  return remembered !== undefined && Date.parse(remembered.next) < Date.now();
};

/** Runs a timer function whenever it is due, one run at a time, and at once when a run was missed. */
export const listenToTimer = (parts: TimerParts, hosted: TimerFunction): Listener => {
  const schedule = scheduleOf(parts, hosted);
  const stopping = new AbortController();

  const waitUntil = async (due: Date): Promise<void> => {
    while (!stopping.signal.aborted && Date.now() < due.getTime()) {
      const milliseconds = Math.min(due.getTime() - Date.now(), longestWait);
      await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const follow = async (): Promise<void> => {
    const missed = await pastDue(parts, hosted);
    if (missed || hosted.trigger.runOnStartup) await runTimerNow(parts, hosted, missed);
    while (!stopping.signal.aborted) {
      await waitUntil(later(schedule, new Date()));
      if (!stopping.signal.aborted) await runTimerNow(parts, hosted);
    }
  };

  const following = follow().catch((fault: unknown) => {
    writeLog('critical', hosted.name, 'The timer stopped.');
    logFault(hosted.name, fault);
  });
  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
};
