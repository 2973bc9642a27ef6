/** Run by `run.mjs` after the tests: fails where the product asked more of Graph than is documented. */
import { existsSync, readFileSync } from 'node:fs';
import { judgeCalls } from './graphPermissions';

const [file = '', extent] = process.argv.slice(2);
const { judged, notAllowed, neverUsed } = judgeCalls(existsSync(file) ? readFileSync(file, 'utf8') : '');
for (const call of notAllowed) console.error(`Not among the documented permissions: ${call}`);
// Only a whole run can say what is documented and never needed.
const superfluous = extent === '--whole' ? neverUsed : [];
for (const permission of superfluous) console.error(`Documented, and never needed in the whole run: ${permission}`);
console.log(`Graph: ${judged.length} kinds of calls, ${notAllowed.length} of them beyond the documented permissions.`);
process.exit(notAllowed.length + superfluous.length === 0 ? 0 : 1);
