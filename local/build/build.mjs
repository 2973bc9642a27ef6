import { register } from 'tsx/esm/api';

register();
const { buildAll } = await import('./steps.ts');
try {
  await buildAll((line) => console.log(line));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
