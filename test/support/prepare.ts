import { ensureCertificate } from '../../local/certificate';
import { openDatabase } from '../../local/database';
import { signingKeys } from '../../local/entra/keys';
import { filesIn } from '../../local/settings';

/** Writes what every local Microsoft 365 of the tests begins with: the certificate that they trust, and keys that take a while to make. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to prepare.');
await ensureCertificate(folder);
const database = openDatabase(filesIn(folder).database);
for (const purpose of ['entra', 'channel'] as const) signingKeys(database, purpose);
database.close();
