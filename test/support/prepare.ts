import { ensureCertificate } from '../../local/certificate';

/** Writes the certificate that the tests trust; a process must know it before it starts. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder for the certificate.');
await ensureCertificate(folder);
