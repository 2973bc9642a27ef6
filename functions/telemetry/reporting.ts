import { app } from '@azure/functions';
import { consoleOnly as log, print } from '../log';
import type { TelemetrySettings } from '../telemetrySettings';
import { within } from '../within';
import type { Exporting, NotTaken } from './exporting';
import { room } from './records';
import type { LineRecord, Reporter, SpanRecord } from './records';
import { observedRun } from './runs';
import { reportTo } from './spans';

/** Milliseconds after the start: the first answers do not wait for a library that nobody needs for an answer. */
const afterStart = 3_000;
/** Milliseconds that the end of the process may take for it. */
const patience = 5_000;

export type Load = (lost: (what: NotTaken) => void) => Promise<Exporting>;

export interface Reporting {
  /** Sends what is left. Never rejects. */
  readonly end: () => Promise<void>;
}

/** What was not sent is on the console at least, which the host collects. */
const onTheConsole = ({ spans, lines }: NotTaken): void => {
  for (const { level, text } of lines) print(level, text);
  log.warn('telemetry.notTaken', { spans, lines: lines.length });
};

/** Keeps what comes, and hands it on once there is somebody. */
const keeper = () => {
  const spans: SpanRecord[] = [];
  const lines: LineRecord[] = [];
  let spansLost = 0;
  const reporter: Reporter = {
    span: (record) => void (spans.length < room ? spans.push(record) : (spansLost += 1)),
    line: (record) => void (lines.length < room ? lines.push(record) : print(record.level, record.text)),
  };
  return {
    reporter,
    handOver(to: Reporter): void {
      for (const record of spans.splice(0)) to.span(record);
      for (const record of lines.splice(0)) to.line(record);
      if (spansLost > 0) onTheConsole({ spans: spansLost, lines: [] });
    },
    giveUp: (): void => onTheConsole({ spans: spansLost + spans.splice(0).length, lines: lines.splice(0) }),
  };
};

/** For what ends while the last of it is sent: the console is told. */
const tooLate: Reporter = {
  span: () => onTheConsole({ spans: 1, lines: [] }),
  line: ({ level, text }) => print(level, text),
};

/** Reports from now on; what exports is loaded a little later, or at the end of the process where that comes first. */
export const startReporting = (load: Load, wait = afterStart): Reporting => {
  const kept = keeper();
  let loaded: Promise<Exporting | undefined> | undefined;
  const begin = (): Promise<Exporting | undefined> => {
    loaded ??= load(onTheConsole).then(
      (exporting) => {
        reportTo(exporting);
        kept.handOver(exporting);
        return exporting;
      },
      (fault: unknown) => {
        reportTo(undefined);
        kept.giveUp();
        log.fault('telemetry.notLoaded', fault);
        return undefined;
      },
    );
    return loaded;
  };
  reportTo(kept.reporter);
  setTimeout(() => void begin(), wait).unref();
  return {
    end: async () => {
      const flushed = begin().then((exporting) => {
        if (exporting) reportTo(tooLate);
        return exporting?.flush();
      });
      await within(patience, flushed).catch((fault: unknown) => log.fault('telemetry.notFlushed', fault));
    },
  };
};

/** A signal ends the process as it would have without this, after what is left was sent. */
const endBefore = (signal: NodeJS.Signals, { end }: Reporting): void => {
  process.once(signal, () => {
    void end().then(() => {
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  });
};

/** Spans for every run of a function, and lines and spans to Application Insights. To be called while the app starts. */
export const report = (settings: TelemetrySettings): void => {
  const reporting = startReporting(async (lost) => (await import('./exporting')).createExporting(settings, lost));
  // The host leaves our lines to us.
  app.setup({ capabilities: { WorkerOpenTelemetryEnabled: true } });
  app.hook.preInvocation((context) => {
    const { functionHandler: handler, invocationContext: run } = context;
    context.functionHandler = (input: unknown, given) => observedRun(run, async () => handler(input, given) as unknown);
  });
  app.hook.appTerminate(() => reporting.end());
  endBefore('SIGTERM', reporting);
};
