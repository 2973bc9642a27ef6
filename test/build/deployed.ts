import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { readConfig } from '../../functions/config';
import { startAzurite } from '../../local/azurite';
import { built } from '../../local/build/steps';
import { runChild } from '../../local/childProcess';
import { createFunctionsProcess } from '../../local/functionsProcess';
import { startMicrosoft365 } from '../../local/microsoft365';
import { apps, functionsEnvironment, originOf, portsFrom } from '../../local/settings';
import type { Aggregates, Kind } from '../../shared/application/ports/store';
import type { Framework } from '../../shared/schema/framework';
import type { Person } from '../../shared/schema/people';
import { newDataDir } from '../support/dataDir';

const Package = z.object({ main: z.string() });

/** The built package alone in a folder where no `node_modules` is in reach. */
const deploy = (folder: string): { readonly main: string; readonly administer: string } => {
  const reach = [folder, ...folder.split(path.sep).map((_, i, parts) => parts.slice(0, i + 1).join(path.sep) || '/')];
  if (reach.some((each) => existsSync(path.join(each, 'node_modules')))) throw new Error('node_modules is in reach.');
  cpSync(path.dirname(built.functionsMain), folder, { recursive: true });
  const { main } = Package.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  return { main: path.join(folder, main), administer: path.join(folder, path.basename(built.administer)) };
};

const userOf = ({ id, name, jobTitle }: Person) => {
  const mail = `${name.toLowerCase().replaceAll(' ', '.')}@orchard.example`;
  return { id, displayName: name, mail, userPrincipalName: mail, jobTitle };
};

/** What the package runs on, and its environment, with `added` in it; `stop` undoes all of it. */
export const startDeployment = async (
  firstPort: number,
  people: readonly Person[],
  added: Readonly<Record<string, string>> = {},
) => {
  const ports = portsFrom(firstPort);
  const dataDir = newDataDir();
  const folder = path.join(dataDir, 'package');
  mkdirSync(folder);
  const { main, administer } = deploy(folder);
  const azurite = await startAzurite({ ports, dataDir });
  const microsoft365 = await startMicrosoft365({ ports, dataDir, users: people.map(userOf) });
  const environment = functionsEnvironment({ ports, dataDir });
  const log = new PassThrough();
  const written: string[] = [];
  log.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const options = { ports, dataDir, main, log, report: () => undefined, environment: added };
  const functions = createFunctionsProcess(options);
  const config = readConfig({ ...process.env, ...environment });
  const store = createGraphStore({
    client: createGraphClient({ settings: config.graph, tokens: createTokenSource(config.identity) }),
    site: config.site,
    checkKey: config.checkKey,
  });
  return {
    folder,
    main,
    environment,
    functions,
    log: () => written.join(''),
    /** The same with other settings, in the place of the process that runs. */
    async withSettings(more: Readonly<Record<string, string>>, act: () => Promise<void>): Promise<void> {
      await functions.stop();
      const other = createFunctionsProcess({ ...options, environment: more });
      try {
        await other.start();
        await act();
      } finally {
        await other.stop();
        await functions.start();
      }
    },
    /** Makes the lists by the package's own command. */
    async provision(framework: Framework): Promise<void> {
      const pack = path.join(dataDir, 'framework.json');
      writeFileSync(pack, JSON.stringify(framework));
      await runChild({
        name: 'Provisioning',
        args: [administer, 'provision', pack],
        environment: {
          ...environment,
          PROVISION_CLIENT_ID: apps.provisioning.id,
          PROVISION_CLIENT_SECRET: apps.provisioning.secret,
        },
      });
    },
    async keep<K extends Kind>(kind: K, documents: readonly Aggregates[K][]): Promise<void> {
      for (const document of documents) {
        const { status } = await store.create(kind, document);
        if (status !== 'created') throw new Error(`The ${kind} of this test cannot be kept: ${status}.`);
      }
    },
    /** Asks the API as somebody, or as nobody. */
    async ask(method: string, place: string, { as, headers, body }: Question = {}): Promise<Response> {
      const token =
        as && (await microsoft365.entra.issueTabToken({ id: as.id, name: as.name, email: userOf(as).mail }));
      return fetch(`${originOf(ports).functions}/api/${place}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
    },
    async stop() {
      await functions.stop();
      await microsoft365.close();
      await azurite.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
export type Deployment = Awaited<ReturnType<typeof startDeployment>>;

interface Question {
  readonly as?: Person;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}
