/** What CI runs, one after the other: types, lint, the ring rule, tests. Stops at the first that fails. */
import { spawnSync } from 'node:child_process';

const steps = [
  ['Types', 'npm', ['run', '--silent', 'types']],
  ['Lint', 'npm', ['run', '--silent', 'lint']],
  ['Rings', 'npm', ['run', '--silent', 'rings']],
  ['Tests', 'npm', ['test', '--silent']],
];

for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`${name} failed.`);
    process.exit(status ?? 1);
  }
}
