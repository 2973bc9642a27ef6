/** One field of a schedule: its bounds, and what people call it in a message. */
interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

const fields = [
  { name: 'second', first: 0, last: 59 },
  { name: 'minute', first: 0, last: 59 },
  { name: 'hour', first: 0, last: 23 },
  { name: 'day', first: 1, last: 31 },
  { name: 'month', first: 1, last: 12 },
  { name: 'day of the week', first: 0, last: 6 },
] as const satisfies readonly Field[];

/** The moments a schedule names, all in UTC. */
export interface Schedule {
  /** The first moment later than the given one, or undefined when there is none (31 February). */
  next(after: Date): Date | undefined;
}

const wrong = (expression: string, why: string): Error => new Error(`Schedule "${expression}": ${why}`);

const valuesOf = (text: string, field: Field, expression: string): Set<number> => {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const found = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
    if (!found) throw wrong(expression, `"${item}" is not understood as a ${field.name}.`);
    const [, star, from, to, step] = found;
    const start = star ? field.first : Number(from);
    // "5/15" means from 5 to the end of the field, as in NCrontab.
    const end = star || (step && !to) ? field.last : Number(to ?? from);
    if (start < field.first || end > field.last || start > end || Number(step ?? 1) < 1) {
      throw wrong(expression, `"${item}" is outside ${field.first}–${field.last} for the ${field.name}.`);
    }
    for (let value = start; value <= end; value += Number(step ?? 1)) values.add(value);
  }
  return values;
};

const startOfNext = {
  month: (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)),
  day: (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1)),
  hour: (at: Date) => new Date(at.getTime() - (at.getTime() % 3_600_000) + 3_600_000),
  minute: (at: Date) => new Date(at.getTime() - (at.getTime() % 60_000) + 60_000),
  second: (at: Date) => new Date(at.getTime() + 1000),
};

/** Leap days of a century turn that is no leap year are eight years apart; later is never. */
const horizonYears = 9;

/**
 * Parses the platform's six fields `second minute hour day month day-of-week`: every value, steps, numbers,
 * ranges and lists. Day and day of the week must both fit, as in NCrontab. Names, `L`, `W`, `#` and five
 * fields are refused: nothing here uses them.
 */
export const parseSchedule = (expression: string): Schedule => {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== fields.length) throw wrong(expression, `it has ${texts.length} fields instead of six.`);
  const allowed = (at: number): Set<number> => {
    const field = fields[at];
    if (!field) throw wrong(expression, `there is no field ${at}.`);
    return valuesOf(texts[at] ?? '', field, expression);
  };
  const [second, minute, hour, day, month, weekday] = [0, 1, 2, 3, 4, 5].map(allowed);

  const firstMisfit = (at: Date): keyof typeof startOfNext | undefined => {
    if (!month?.has(at.getUTCMonth() + 1)) return 'month';
    if (!day?.has(at.getUTCDate()) || !weekday?.has(at.getUTCDay())) return 'day';
    if (!hour?.has(at.getUTCHours())) return 'hour';
    if (!minute?.has(at.getUTCMinutes())) return 'minute';
    return second?.has(at.getUTCSeconds()) ? undefined : 'second';
  };

  return {
    next: (after) => {
      let at = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
      const horizon = Date.UTC(after.getUTCFullYear() + horizonYears, 0, 1);
      while (at.getTime() < horizon) {
        const misfit = firstMisfit(at);
        if (!misfit) return at;
        at = startOfNext[misfit](at);
      }
      return undefined;
    },
  };
};
