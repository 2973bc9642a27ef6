// `npm run package`: what an installation needs. Plain JavaScript without dependencies, because it is
// what installs them.
import path from 'node:path';
import { ensureInstalled } from '../install.mjs';
import { runToEnd } from '../launch.mjs';

ensureInstalled();
runToEnd(path.join('local', 'package', 'main.ts'));
