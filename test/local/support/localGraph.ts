import { rmSync } from 'node:fs';
import { z } from 'zod';
import { startMicrosoft365, type Microsoft365, type Microsoft365Options } from '../../../local/microsoft365';
import { tenant, type apps } from '../../../local/settings';
import { newDataDir } from '../../support/dataDir';
import { createGraphClient, type GraphClient } from './graphClient';

export const users = [
  {
    id: '11111111-0000-4000-8000-000000000001',
    displayName: 'Ada Appletree',
    mail: 'ada.appletree@orchard.example',
    userPrincipalName: 'ada.appletree@orchard.example',
    jobTitle: 'Chief Executive',
  },
  {
    id: '11111111-0000-4000-8000-000000000002',
    displayName: 'Ben Pearbranch',
    mail: 'ben.pearbranch@orchard.example',
    userPrincipalName: 'ben.pearbranch@orchard.example',
    jobTitle: 'Head Teacher',
  },
];

export const sitePath = `/sites/${tenant.siteHostname}:${tenant.sitePath}`;

export const Entity = z.looseObject({ id: z.string() });
export const Fields = z.record(z.string(), z.unknown());
export const Item = z.looseObject({ id: z.string(), eTag: z.string(), fields: Fields.optional() });
export const Page = z.looseObject({
  value: z.array(z.looseObject({ id: z.string(), fields: Fields.optional() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** A list with one column of each kind that the tests need. */
export const reviewsList = {
  displayName: 'Reviews',
  list: { template: 'genericList' },
  columns: [
    { name: 'Key', text: { maxLength: 64 }, indexed: true, enforceUniqueValues: true, required: true },
    { name: 'Academy', text: {}, indexed: true },
    { name: 'Term', number: {}, indexed: true },
    { name: 'State', choice: { choices: ['Draft', 'Signed off'] }, indexed: true, defaultValue: { value: 'Draft' } },
    { name: 'Document', text: { allowMultipleLines: true } },
    { name: 'DueAt', dateTime: { format: 'dateTime' } },
    { name: 'Open', boolean: {} },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Lead', personOrGroup: {} },
  ],
};

export interface LocalGraph {
  readonly system: Microsoft365;
  readonly dataDir: string;
  /** As the product. */
  readonly product: GraphClient;
  /** As the administrator's provisioning script. */
  readonly administrator: GraphClient;
  readonly installer: GraphClient;
  readonly siteId: string;
  /** Makes a list of its own for a test and answers its address. */
  newList(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The whole local Microsoft 365 on a free port, with the real clients beside it. */
export const startLocalGraph = async (options: Partial<Microsoft365Options> = {}): Promise<LocalGraph> => {
  const dataDir = newDataDir();
  const system = await startMicrosoft365({ ports: { microsoft365: 0 }, dataDir, users, ...options });
  const clientOf = (app: keyof typeof apps): GraphClient => createGraphClient({ origin: system.origin, app });
  const administrator = clientOf('provisioning');
  const { id: siteId } = await administrator.get(Entity, sitePath);
  return {
    system,
    dataDir,
    product: clientOf('product'),
    administrator,
    installer: clientOf('installer'),
    siteId,
    newList: async (displayName) => {
      const list = await administrator.post(Entity, `/sites/${siteId}/lists`, { ...reviewsList, displayName });
      return `/sites/${siteId}/lists/${list.id}`;
    },
    stop: async () => {
      await system.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** One for all tests of a file; what its faults were told is taken back after each. */
export const localGraphForAll = (): LocalGraph => {
  const local = {} as LocalGraph;
  beforeAll(async () => void Object.assign(local, await startLocalGraph()));
  afterAll(() => local.stop());
  afterEach(() => local.system.faults.reset());
  return local;
};
