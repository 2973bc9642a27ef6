import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generate } from 'selfsigned';
import { filesIn } from './settings';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Give this path to `NODE_EXTRA_CA_CERTS` before a process starts. */
  readonly file: string;
}

const day = 24 * 60 * 60 * 1000;
const lifetime = 365 * day;
/** A certificate that would run out during a working week is replaced. */
const margin = 7 * day;

const stillValid = (pem: string, now: number): boolean => {
  try {
    return Date.parse(new X509Certificate(pem).validTo) - now > margin;
  } catch {
    return false;
  }
};

const issue = (now: number) =>
  generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + lifetime),
    extensions: [
      // It is its own root: Node trusts it only when it may sign itself.
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });

/** The HTTPS certificate for `localhost` and 127.0.0.1, kept in the data folder and reused while it is valid. */
export const ensureCertificate = async (dataDir: string, now = Date.now()): Promise<Certificate> => {
  const { certificate: file, certificateKey } = filesIn(dataDir);
  if (existsSync(file) && existsSync(certificateKey)) {
    const cert = readFileSync(file, 'utf8');
    if (stillValid(cert, now)) return { cert, key: readFileSync(certificateKey, 'utf8'), file };
  }
  const made = await issue(now);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(certificateKey, made.private, { mode: 0o600 });
  writeFileSync(file, made.cert);
  return { cert: made.cert, key: made.private, file };
};
