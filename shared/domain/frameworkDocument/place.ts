import { isRecord, valueAt } from './shape';

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const nameOf = (value: unknown): string | undefined =>
  isRecord(value) ? [value.name, value.text, value.words, value.kind, value.code].find(isName) : undefined;

/**
 * A place as a person finds it: "areas.3.kpis.0 (Attendance › Attendance rate)". The path counts from 0, as every tool
 * for JSON does; the names are those of the parts on the way.
 */
export const placeWords = (document: unknown, path: string): string => {
  if (path === '') return 'The whole file';
  const keys = path.split('.');
  const names = keys.flatMap((_, i) => nameOf(valueAt(document, keys.slice(0, i + 1))) ?? []);
  return names.length === 0 ? path : `${path} (${names.join(' › ')})`;
};
