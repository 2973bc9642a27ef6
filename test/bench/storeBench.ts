import { matrixTask } from './matrixTask';
import { table } from './measure';
import type { Line } from './measure';
import { creatingTask, readingTasks, updatingTask } from './storeTasks';
import { conditions } from './world';

/** `--smoke` shows in a minute that everything runs; its times say nothing. */
const smoke = process.argv.includes('--smoke');
const only = process.argv.find((option) => /^\([a-e]\)$/.test(`(${option})`));
const sizes = smoke
  ? { reads: [60], creates: 25, writers: 2, each: 2, matrices: [2] }
  : { reads: [5_000, 30_000], creates: 500, writers: 20, each: 10, matrices: [10, 100, 500] };

const tasks: readonly (readonly [letters: string, run: () => Promise<readonly Line[]>])[] = [
  ...sizes.reads.map((size) => ['ab', () => readingTasks(size)] as const),
  ['c', () => creatingTask(sizes.creates)],
  ['d', () => updatingTask(sizes.writers, sizes.each)],
  ...sizes.matrices.map((academies) => ['e', () => matrixTask(academies)] as const),
];

// Every way is run once before any is measured: none pays for the compiling of another.
if (!smoke) await readingTasks(200);

const lines: Line[] = [];
for (const [letters, run] of tasks) {
  if (only !== undefined && !letters.includes(only)) continue;
  const done = await run();
  lines.push(...done);
  console.log(`${table(done)}\n`);
}
console.log(`${conditions.latencyMs} ms a request, ${conditions.unitsPerMinute} units a minute; all of it:\n`);
console.log(table(lines));
process.exit(0);
