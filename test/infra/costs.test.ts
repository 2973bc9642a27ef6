import { readFileSync } from 'node:fs';
import path from 'node:path';

const text = readFileSync(path.resolve('docs', 'operations', 'costs.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.replaceAll('**', '').trim()),
  );

/** The three figures of the row that begins so. */
const figures = (beginning: string, nth = 0): readonly number[] => {
  const [, ...cells] = rows.filter(([name = '']) => name.startsWith(beginning))[nth] ?? [];
  return cells.map((cell) => Number(cell.replace(/[$,]/g, '')));
};
const priced = (beginning: string): readonly number[] => {
  const [, cell = ''] = rows.find(([name = '']) => name.startsWith(beginning)) ?? [];
  return Array.from(cell.matchAll(/\$?(\d[\d.,]*\d|\d)/g), ([, figure = '']) => Number(figure.replaceAll(',', '')));
};

const [onDemand = NaN, perMillion = NaN, freeSeconds = NaN] = priced('Functions, on demand');
const [waiting = NaN, working = NaN] = priced('Functions, one instance');
const [perGigabyte = NaN] = priced('Application Insights');
const [perCall = NaN] = priced('one call of an availability test');

const hours = figures('together');
const storage = figures('storage');
const gigabytes = [1.0, 1.4, 2.3];
const messages = [2_000, 4_000, 8_000];
const timers = 30 * 24 * (60 + 60 + 4 + 4);
/** A second on an instance of 2 GB. */
const run = 2;
const month = 2_592_000;

const parts = (size: number, ready: number): readonly number[] => {
  const people = (hours[size] ?? NaN) * 240;
  const others = timers + (messages[size] ?? NaN);
  const demanded = ready > 0 ? others : others + people;
  return [
    ready * run * month * waiting,
    ready > 0 ? people * run * working : 0,
    (demanded * run - freeSeconds) * onDemand,
    ((people + others) * perMillion) / 1e6,
    storage[size] ?? NaN,
  ];
};
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
const total = (size: number, ready: number): number => sum(parts(size, ready));
const probes = 5 * 12 * 24 * 30;
const probing = probes * (perCall + run * working + perMillion / 1e6);

describe.each([0, 1, 2])('the costs of a month, size %i', (size) => {
  const cents = (beginning: string) => figures(beginning)[size];
  const [instances = NaN, requests = NaN, background = NaN, runs = NaN] = parts(size, 2);

  it('are the sum of their parts, each with its own arithmetic', () => {
    expect(cents('two instances always ready')).toBeCloseTo(instances, 2);
    expect(cents("people's requests on them")).toBeCloseTo(requests, 1);
    expect(cents('timers and queue')).toBeCloseTo(background, 1);
    expect(cents('all runs')).toBeCloseTo(runs, 1);
    expect(figures('together', 1)[size]).toBe(Math.round(total(size, 2)));
  });

  it('are counted too where less is free, where more is asked, and with fewer instances', () => {
    const telemetry = (gigabytes[size] ?? NaN) * perGigabyte;
    expect(cents('where the account')).toBe(Math.round(total(size, 2) + telemetry));
    expect(cents('with an availability test')).toBe(Math.round(total(size, 2) + probing));
    expect(cents('`ALWAYS_READY=1`')).toBe(Math.round(total(size, 1)));
    expect(cents('`ALWAYS_READY=0`')).toBe(Math.round(total(size, 0)));
  });
});

describe('the page of the costs', () => {
  it('names the runs of a month, and what a flood comes to in a day', () => {
    const all = hours.map((each, size) => each * 240 + timers + (messages[size] ?? NaN));
    const named = all.map((each) => `**${Math.round(each / 1_000)},000**`);
    for (const each of named) expect(text).toContain(each);
    const day = 86_400;
    const flood = 5 * run * day * onDemand + 2 * run * day * working;
    expect(text).toContain(`some $${Math.round(flood)} a day`);
    expect(text).toContain(`$${Math.round((1_000 * day * perMillion) / 1e6)} more for each thousand requests a second`);
    expect(text).toContain(`40 of them would be $${Math.round(40 * run * day * onDemand)} a day`);
    expect(text).toContain(`${probes.toLocaleString('en-GB')} calls`);
  });
});
