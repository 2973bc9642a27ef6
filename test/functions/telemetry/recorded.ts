import type { LineRecord, SpanRecord } from '../../../functions/telemetry/records';
import { reportTo } from '../../../functions/telemetry/spans';

/** Reports into memory until `stop`. */
export const recordTelemetry = () => {
  const spans: SpanRecord[] = [];
  const lines: LineRecord[] = [];
  reportTo({ span: (record) => void spans.push(record), line: (record) => void lines.push(record) });
  return { spans, lines, stop: () => reportTo(undefined) };
};
export type RecordedTelemetry = ReturnType<typeof recordTelemetry>;
