import path from 'node:path';
import { readPackageCommand, runPackage, usage } from './command';

const from = process.env.INIT_CWD ?? process.cwd();

const run = async (): Promise<void> => {
  const command = readPackageCommand(process.argv.slice(2), from);
  if (command === undefined) return console.log(usage);
  for (const written of await runPackage(command)) console.log(`Written: ${path.relative(from, written)}`);
};

run().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
