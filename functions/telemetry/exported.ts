import { attributeNames } from './records';
import type { AttributeName, SpanRecord } from './records';

type Value = string | number | boolean;

/** OpenTelemetry's names, where it has one that Application Insights makes a column of. */
const conventional: Readonly<Partial<Record<AttributeName, string>>> = {
  method: 'http.request.method',
  status: 'http.response.status_code',
  host: 'server.address',
};

/** What an id, a status, a host or one of Graph's words looks like; somebody's whole name, an address and a sentence do not. */
const plain = /^[\w.$/{}:-]{1,200}$/;

/** The attributes of the closed list, and no other; what a column does not hold stands among them by our name. */
export const exportedAttributes = ({ kind, attributes }: SpanRecord): Record<string, Value> => {
  const said: Record<string, Value> = {};
  for (const name of attributeNames) {
    const value = attributes[name];
    if (value === undefined || (typeof value === 'string' && !plain.test(value))) continue;
    said[(kind === 'call' && conventional[name]) || name] = value;
  }
  return said;
};
