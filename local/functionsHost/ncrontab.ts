/** One field of a schedule: what people call it in a message, its bounds, and its part of a moment. */
interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly of: (at: Date) => number;
  readonly startOfNext: (at: Date) => Date;
}

const rounded = (milliseconds: number) => (at: Date) =>
  new Date(at.getTime() - (at.getTime() % milliseconds) + milliseconds);
const nextDay = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1));
const nextMonth = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));

/** In the order they are written. */
const fields: readonly Field[] = [
  { name: 'second', first: 0, last: 59, of: (at) => at.getUTCSeconds(), startOfNext: rounded(1000) },
  { name: 'minute', first: 0, last: 59, of: (at) => at.getUTCMinutes(), startOfNext: rounded(60_000) },
  { name: 'hour', first: 0, last: 23, of: (at) => at.getUTCHours(), startOfNext: rounded(3_600_000) },
  { name: 'day', first: 1, last: 31, of: (at) => at.getUTCDate(), startOfNext: nextDay },
  { name: 'month', first: 1, last: 12, of: (at) => at.getUTCMonth() + 1, startOfNext: nextMonth },
  { name: 'day of the week', first: 0, last: 6, of: (at) => at.getUTCDay(), startOfNext: nextDay },
];

/** The moments a schedule names, all in UTC. */
export interface Schedule {
  /** The first moment later than the given one, or undefined when there is none (31 February). */
  next(after: Date): Date | undefined;
}

const wrong = (expression: string, why: string): Error => new Error(`Schedule "${expression}": ${why}`);

interface Run {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const runIn = (item: string, field: Field): Run | undefined => {
  const [whole, star, from, to, step] = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item) ?? [];
  if (whole === undefined) return undefined;
  if (star) return { from: field.first, to: field.last, step: Number(step ?? 1) };
  // "5/15" means from 5 to the end of the field, as in NCrontab.
  const open = step === undefined ? from : field.last;
  return { from: Number(from), to: Number(to ?? open), step: Number(step ?? 1) };
};

const isWithin = ({ from, to, step }: Run, { first, last }: Field): boolean =>
  from >= first && to <= last && from <= to && step >= 1;

const valuesOf = (text: string, field: Field, expression: string): Set<number> => {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const run = runIn(item, field);
    if (!run) throw wrong(expression, `"${item}" is not understood as a ${field.name}.`);
    if (!isWithin(run, field)) {
      throw wrong(expression, `"${item}" is outside ${field.first}–${field.last} for the ${field.name}.`);
    }
    for (let value = run.from; value <= run.to; value += run.step) values.add(value);
  }
  return values;
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
  const allowed = fields.map((field, at) => ({ field, values: valuesOf(texts[at] ?? '', field, expression) }));
  // Days and months before hours: leaving a wrong month at once is quicker than trying its seconds.
  const widestFirst = allowed.reverse();

  return {
    next: (after) => {
      let at = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
      const horizon = Date.UTC(after.getUTCFullYear() + horizonYears, 0, 1);
      while (at.getTime() < horizon) {
        const misfit = widestFirst.find(({ field, values }) => !values.has(field.of(at)));
        if (!misfit) return at;
        at = misfit.field.startOfNext(at);
      }
      return undefined;
    },
  };
};
