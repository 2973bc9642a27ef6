// Starts everything on this machine: `npm start`, with `--help` for the options. Plain JavaScript
// without dependencies, because it is what installs them.
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { launch } from './launch.mjs';

ensureInstalled();
launch(path.join('local', 'main.ts'));
