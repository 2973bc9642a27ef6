import { createServer } from 'node:https';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { z } from 'zod';
import { ensureCertificate } from './certificate';
import { openDatabase, type LocalDatabase } from './database';
import { createEntra, type Entra } from './entra/entra';
import type { DirectoryUser } from './graph/directory';
import { faultControl } from './graph/faultControl';
import { faultInjection, type ServerEnv } from './graph/faultInjection';
import { applyOrder, FaultOrder } from './graph/faultOrder';
import { createFaults, type Faults } from './graph/faults';
import { createGraph } from './graph/graph';
import { seedTenant } from './graph/seed';
import { filesIn } from './settings';

type ServerApp = Hono<ServerEnv>;

export interface Microsoft365Options {
  /** 0 chooses a free port. */
  readonly ports: { readonly microsoft365: number };
  readonly dataDir: string;
  readonly users: readonly DirectoryUser[];
  /** Faults, latency, budgets and open questions of this run: what `POST /__faults` takes. Throws when it does not fit. */
  readonly faults?: z.input<typeof FaultOrder> | undefined;
  /** Adds routes beside Graph and Entra: the Bot Connector at `/connector`. Called once the origin is known. */
  readonly mount?: ((app: ServerApp, parts: Microsoft365Parts) => void) | undefined;
  readonly onInstall?: ((userId: string) => void | Promise<void>) | undefined;
  readonly onUninstall?: ((userId: string) => void | Promise<void>) | undefined;
}

export interface Microsoft365Parts {
  /** `https://localhost:<port>` */
  readonly origin: string;
  readonly database: LocalDatabase;
  readonly entra: Entra;
  readonly faults: Faults;
}

export interface Microsoft365 extends Microsoft365Parts {
  close(): Promise<void>;
}

type Listener = ReturnType<typeof createAdaptorServer>;

const portTaken = (port: number): Error =>
  new Error(
    `Port ${port} on this machine is already in use; the local Microsoft 365 needs it. ` +
      'Stop the other program, or choose other ports by setting ASSURED_PORT to the first of six free ones.',
  );

const listen = (server: Listener, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? portTaken(port) : error),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

const stop = (server: Listener): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });

/** A hook's failure is the hook's: Graph has answered already. */
const inBackground = (hook: ((userId: string) => void | Promise<void>) | undefined) => (userId: string) => {
  Promise.resolve(userId)
    .then(hook)
    .catch((error: unknown) => process.stderr.write(`Installation hook failed: ${String(error)}\n`));
};

const applicationFor = (parts: Microsoft365Parts, options: Microsoft365Options): ServerApp => {
  const app: ServerApp = new Hono();
  app.route('/__faults', faultControl(parts.faults));
  app.use('*', faultInjection(parts.faults));
  app.route(
    '/v1.0',
    createGraph({
      ...parts,
      onInstall: inBackground(options.onInstall),
      onUninstall: inBackground(options.onUninstall),
    }),
  );
  options.mount?.(app, parts);
  return app.route('/', parts.entra.app);
};

/**
 * Graph, Entra and whatever is mounted beside them, on one HTTPS origin of this machine. Rejects when the port is
 * taken. Clients trust it through `NODE_EXTRA_CA_CERTS` (see `ensureCertificate`).
 */
export const startMicrosoft365 = async (options: Microsoft365Options): Promise<Microsoft365> => {
  const faults = createFaults();
  applyOrder(faults, FaultOrder.parse(options.faults ?? {}));
  const certificate = await ensureCertificate(options.dataDir);
  const starting: ServerApp = new Hono();
  let app = starting;
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    createServer,
    serverOptions: { cert: certificate.cert, key: certificate.key },
  });
  const port = await listen(server, options.ports.microsoft365);
  const origin = `https://localhost:${port}`;
  const database = openDatabase(filesIn(options.dataDir).database);
  seedTenant({ database, users: options.users });
  const parts = { origin, database, entra: createEntra({ database, origin }), faults };
  app = applicationFor(parts, options);
  return {
    ...parts,
    close: async () => {
      parts.faults.reset();
      await stop(server);
      database.close();
    },
  };
};
