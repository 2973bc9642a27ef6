import type { Usage } from './orders';
import { conditions } from './world';
import type { World } from './world';

/** What one way of doing one task took. */
export interface Line extends Usage {
  readonly task: string;
  readonly who: string;
  readonly milliseconds: number;
  readonly lost: number;
  readonly doubled: number;
  readonly note?: string;
}

export interface Outcome {
  readonly lost?: number;
  readonly doubled?: number;
  readonly note?: string;
}

export type Hindered = 'real conditions' | 'unhindered';

/** Runs `act` in a fresh minute of the budget and counts what it sends; `after` looks at what became of it. */
export const measure = async (
  world: World,
  { task, who, hindered }: { readonly task: string; readonly who: string; readonly hindered: Hindered },
  act: () => Promise<unknown>,
  after: () => Promise<Outcome> = async () => ({}),
): Promise<Line> => {
  await world.begin(hindered === 'unhindered' ? 'unhindered' : conditions);
  const begun = performance.now();
  const failure = await act().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 60),
  );
  const milliseconds = performance.now() - begun;
  const usage = await world.end();
  await world.begin('unhindered');
  const { lost = 0, doubled = 0, note } = await after();
  const notes = [failure && `failed: ${failure}`, note].filter((each) => each !== undefined).join('; ');
  return { task, who, milliseconds, ...usage, lost, doubled, ...(notes !== '' && { note: notes }) };
};

/** Fails a reading that does not find so many. */
export const expecting = (count: number) => async (read: () => Promise<number>) => {
  const found = await read();
  if (found !== count) throw new Error(`${found} items instead of ${count}`);
};

/** Of several measurements of the same the one in the middle: others use this machine too. */
export const middleOf = (lines: readonly Line[]): readonly Line[] =>
  [...lines]
    .sort((a, b) => a.milliseconds - b.milliseconds)
    .slice(Math.floor(lines.length / 2), Math.floor(lines.length / 2) + 1);

/** The fewest requests that the API allows, each as long as it is on its way, one after another. */
export const floorOf = (task: string, requests: number, units: number): Line => ({
  ...{ task, who: 'floor', milliseconds: requests * conditions.latencyMs, requests, units },
  ...{ throttled: 0, lost: 0, doubled: 0 },
});

const right = (text: string, width: number): string => text.padStart(width);

/** How many times as long as ours each of the others took; of the floor, how many times as long ours did. */
const ratioOf = (line: Line, lines: readonly Line[]): string => {
  const ours = lines.find(({ task, who }) => task === line.task && who === 'ours');
  if (!ours || line === ours) return '';
  return line.who.startsWith('floor')
    ? `ours is ${(ours.milliseconds / line.milliseconds).toFixed(2)} of it`
    : `${(line.milliseconds / ours.milliseconds).toFixed(1)} times ours`;
};

const columns = ['time ms', 'requests', 'units', 'throttled', 'lost', 'doubled'] as const;

export const table = (lines: readonly Line[]): string => {
  const wide = Math.max(...lines.map(({ task }) => task.length));
  const head = `${'task'.padEnd(wide)}  ${'who'.padEnd(18)}${columns.map((name) => right(name, 10)).join('')}`;
  const rows = lines.map((line) => {
    const numbers = [Math.round(line.milliseconds), line.requests, line.units, line.throttled, line.lost, line.doubled];
    const cells = numbers.map((number) => right(String(number), 10)).join('');
    const words = [ratioOf(line, lines), line.note].filter(Boolean).join('; ');
    return `${line.task.padEnd(wide)}  ${line.who.padEnd(18)}${cells}  ${words}`;
  });
  return [head, ...rows].join('\n');
};
