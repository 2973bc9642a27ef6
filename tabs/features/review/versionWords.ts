import { formatDay } from '../../../shared/domain/words';
import type { Area } from '../../../shared/schema/framework';
import { Day } from '../../../shared/schema/ids';
import { emptyKpi, type AreaValues } from './areaDraft';

/** 'Attendance: 48.2, 12 November 2026, Register', for the measures named; 'Attendance: no value' for an empty one. */
export const measureWords = (area: Area, { kpis }: AreaValues, codes: readonly string[]): string[] =>
  area.kpis
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => {
      const { value, asAt, source } = kpis[code] ?? emptyKpi;
      if (value.trim() === '') return `${name}: no value`;
      const day = Day.safeParse(asAt);
      return `${name}: ${[value.trim(), day.success ? formatDay(day.data) : '', source.trim()].filter(Boolean).join(', ')}`;
    });
