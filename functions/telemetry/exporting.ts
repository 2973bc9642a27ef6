import { AsyncLocalStorage } from 'node:async_hooks';
import { AzureMonitorLogExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import type { AzureMonitorExporterOptions } from '@azure/monitor-opentelemetry-exporter';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { ExportResultCode } from '@opentelemetry/core';
import type { ExportResult } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { managedIdentity } from '../adapters/entra/managedIdentity';
import type { TelemetrySettings } from '../telemetrySettings';
import { exportedAttributes } from './exported';
import { room } from './records';
import type { Level, LineRecord, Place, Reporter, SpanRecord } from './records';

/** Loaded where Application Insights is configured, and only after the start: see `reporting.ts`. */

/** What of a batch never arrived. */
export interface NotTaken {
  readonly spans: number;
  readonly lines: readonly { readonly level: Level; readonly text: string }[];
}

export interface Exporting extends Reporter {
  /** Resolves when everything handed over was sent, or given up. */
  flush(): Promise<void>;
}

/** Whether the request that is being sent was taken: the exporter itself calls success what it merely let go. */
const sending = new AsyncLocalStorage<{ taken: boolean }>();

const optionsOf = ({ connectionString, identity }: TelemetrySettings): AzureMonitorExporterOptions => ({
  connectionString,
  ...(identity !== undefined && { credential: managedIdentity(identity) }),
  // Nothing of it stays on a disk: what cannot be sent after some tries goes to the console.
  disableOfflineStorage: true,
  retryOptions: { maxRetries: 2 },
  additionalPolicies: [
    {
      position: 'perCall',
      policy: {
        name: 'assuredTaken',
        sendRequest: async (request, next) => {
          const answer = await next(request);
          const batch = sending.getStore();
          if (batch) batch.taken = answer.status === 200 || answer.status === 206;
          return answer;
        },
      },
    },
  ],
});

interface Exporter<T> {
  export(items: T[], done: (result: ExportResult) => void): unknown;
  shutdown(): Promise<void>;
  forceFlush?(): Promise<void>;
}

/** What is being sent: OpenTelemetry's own flush waits only for what it begins itself, and not for a batch on its way. */
type UnderWay = Set<Promise<void>>;

/** The exporter, with an honest result, given once; it never rejects. */
const honest = <T>(exporter: Exporter<T>, underWay: UnderWay, lost: (items: readonly T[]) => void) => ({
  export(items: T[], done: (result: ExportResult) => void): void {
    const batch = { taken: false };
    const answered = new Promise<void>((resolve) => {
      const exported = async () => exporter.export(items, () => resolve());
      void sending.run(batch, exported).then(
        () => resolve(),
        () => resolve(),
      );
    });
    const ended = answered.then(() => {
      underWay.delete(ended);
      if (!batch.taken) lost(items);
      done({ code: batch.taken ? ExportResultCode.SUCCESS : ExportResultCode.FAILED });
    });
    underWay.add(ended);
  },
  shutdown: () => exporter.shutdown(),
  forceFlush: async () => exporter.forceFlush?.(),
});

/** The exporter's own traffic about itself, and about the process, is for nobody here. Its only switches. */
const withoutItsOwn = (): void => {
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  process.env['APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED'] = 'true';
};

/** Its own room is less than what may come at once from before the start, and what does not fit it drops unsaid. */
const queue = { maxQueueSize: room };

const under = ({ traceId, spanId }: Place): Context =>
  trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED });

const severities = {
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
} as const;

const levelOf = ({ severityNumber = SeverityNumber.INFO }: ReadableLogRecord): Level => {
  if (severityNumber >= SeverityNumber.ERROR) return 'error';
  return severityNumber >= SeverityNumber.WARN ? 'warn' : 'info';
};

const textOf = ({ body }: ReadableLogRecord): string => (typeof body === 'string' ? body : '');

const kindOf = ({ kind, parentId, attributes }: SpanRecord): SpanKind => {
  if (kind === 'call') return SpanKind.CLIENT;
  // The host counts the request; a second one of ours beside it would double every figure.
  if (parentId !== undefined) return SpanKind.INTERNAL;
  return attributes.trigger === 'queue' ? SpanKind.CONSUMER : SpanKind.SERVER;
};

const spansTo = (processor: BatchSpanProcessor, resource: ReturnType<typeof resourceFromAttributes>) => {
  let next: Place = { traceId: '', spanId: '' };
  const provider = new BasicTracerProvider({
    resource,
    sampler: new AlwaysOnSampler(),
    // The ids were given when the span began, which may be before this was loaded.
    idGenerator: { generateTraceId: () => next.traceId, generateSpanId: () => next.spanId },
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('assured');
  return {
    provider,
    span: (record: SpanRecord): void => {
      const { name, traceId, parentId, startedAt, endedAt, failed } = record;
      next = record;
      const context = parentId === undefined ? ROOT_CONTEXT : under({ traceId, spanId: parentId });
      const kind = kindOf(record);
      const attributes = exportedAttributes(record);
      const span = tracer.startSpan(name, { kind, startTime: startedAt, attributes }, context);
      span.setStatus({ code: failed ? SpanStatusCode.ERROR : SpanStatusCode.OK });
      span.end(endedAt);
    },
  };
};

/** OpenTelemetry's own processing, to Application Insights. `lost` is told what could not be sent. */
export const createExporting = (settings: TelemetrySettings, lost: (what: NotTaken) => void): Exporting => {
  withoutItsOwn();
  const options = optionsOf(settings);
  const resource = resourceFromAttributes({ 'service.name': settings.role });
  const underWay: UnderWay = new Set();
  const spans = honest<ReadableSpan>(new AzureMonitorTraceExporter(options), underWay, ({ length }) =>
    lost({ spans: length, lines: [] }),
  );
  const records = honest<ReadableLogRecord>(new AzureMonitorLogExporter(options), underWay, (items) =>
    lost({ spans: 0, lines: items.map((item) => ({ level: levelOf(item), text: textOf(item) })) }),
  );
  const traces = spansTo(new BatchSpanProcessor(spans, queue), resource);
  const logs = new LoggerProvider({ resource, processors: [new BatchLogRecordProcessor(records, queue)] });
  const logger = logs.getLogger('assured');
  return {
    span: traces.span,
    line: ({ level, event, text, at, correlationId, place }: LineRecord) =>
      logger.emit({
        body: text,
        severityNumber: severities[level],
        timestamp: at,
        attributes: { event, correlationId },
        context: place === undefined ? ROOT_CONTEXT : under(place),
      }),
    flush: async () => {
      await Promise.allSettled([traces.provider.forceFlush(), logs.forceFlush()]);
      await Promise.all(underWay);
    },
  };
};
