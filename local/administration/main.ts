import { spawnSync } from 'node:child_process';
import { inProject } from '../projectRoot';
import { readAdministratorsCall } from './environment';

/** The product's own commands, in a process of their own: which certificate is trusted is read when it starts. */
const run = (): number => {
  const call = readAdministratorsCall(process.argv.slice(2), process.env);
  const tsx = import.meta.resolve('tsx');
  const { status } = spawnSync(
    process.execPath,
    ['--import', tsx, inProject('functions', 'administer.ts'), ...call.args],
    {
      // The folder that a file's name is meant from.
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { ...process.env, ...call.environment },
      stdio: 'inherit',
    },
  );
  return status ?? 1;
};

try {
  process.exitCode = run();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 2;
}
