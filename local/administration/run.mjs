// `npm run provision`, `export`, `import`, `status`, `person` and `reseal`. Plain JavaScript without dependencies, because it is
// what installs them.
import path from 'node:path';
import { ensureInstalled } from '../install.mjs';
import { runToEnd } from '../launch.mjs';

ensureInstalled();
runToEnd(path.join('local', 'administration', 'main.ts'));
