import { createServer } from 'node:net';
import type { LocalPorts } from './settings';

const purposes = {
  page: 'the page you open',
  microsoft365: 'the local Microsoft 365',
  functions: 'the Functions host',
  blob: 'storage (blobs)',
  queue: 'storage (queues)',
  table: 'storage (tables)',
} as const satisfies Record<keyof LocalPorts, string>;

const canBind = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) =>
      resolve(fault.code !== 'EADDRINUSE' && fault.code !== 'EACCES'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Both addresses of `localhost`: a browser may try either. A machine without IPv6 has no second one. */
const isFree = async (port: number): Promise<boolean> =>
  (await canBind(port, '127.0.0.1')) && (await canBind(port, '::1'));

/** Rejects with the first taken port, what needs it and how to choose others. */
export const assertPortsFree = async (ports: LocalPorts): Promise<void> => {
  for (const [name, purpose] of Object.entries(purposes)) {
    const port = ports[name as keyof LocalPorts];
    if (await isFree(port)) continue;
    throw new Error(
      `Port ${port} is in use by another program. Assured needs it for ${purpose}. ` +
        `Choose the first of six free ports: npm start -- --port ${ports.page + 100}, or set ASSURED_PORT.`,
    );
  }
};
