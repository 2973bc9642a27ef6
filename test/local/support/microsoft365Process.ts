/** A local Microsoft 365 in a process of its own, so that a test can kill it. Arguments: data folder and port. */
import { startMicrosoft365 } from '../../../local/microsoft365';
import { users } from './localGraph';

const [dataDir = '', port = '0'] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
startMicrosoft365({ ports: { microsoft365: Number(port) }, dataDir, users }).then(
  ({ origin }) => process.send?.({ origin }),
  (error: unknown) => process.send?.({ error: String(error) }),
);
