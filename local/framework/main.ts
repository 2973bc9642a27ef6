import { runFramework } from './command';

const { ok, text } = runFramework(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
(ok ? process.stdout : process.stderr).write(text);
process.exitCode = ok ? 0 : 1;
