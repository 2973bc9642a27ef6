import { createInstaller } from '../../functions/adapters/graph/teamsApps';
import { catalogueAppId } from '../../local/settings';
import { PersonId } from '../../shared/schema/ids';
import { startLocalGraph, type LocalGraph } from './localGraph';

const hetty = PersonId.parse('00000000-0000-4000-8000-000000000001');
const users = [
  {
    id: hetty,
    displayName: 'Hetty Example',
    mail: 'hetty@orchard.example',
    userPrincipalName: 'hetty@orchard.example',
    jobTitle: 'Head teacher',
  },
];
const stranger = PersonId.parse('00000000-0000-4000-8000-000000000099');

let graph: LocalGraph;
beforeAll(async () => {
  graph = await startLocalGraph({ users });
}, 60_000);
afterAll(() => graph.close());
afterEach(() => graph.faults.reset());

describe('installing the app for a person through Graph', () => {
  it('is done once, and then it is there', async () => {
    const installer = createInstaller(graph.client('product'), catalogueAppId);
    expect(await installer.install(hetty)).toEqual({ status: 'installed' });
    expect(await installer.install(hetty)).toEqual({ status: 'already' });
    graph.faults.unsettled.secondInstall = 400;
    expect(await installer.install(hetty)).toEqual({ status: 'already' });
  });

  it.each([
    [
      'somebody whom Microsoft 365 does not know',
      () => createInstaller(graph.client('product'), catalogueAppId),
      stranger,
    ],
    ['an app that is in no catalogue', () => createInstaller(graph.client('product'), stranger), hetty],
    [
      'an app registration without the permission',
      () => createInstaller(graph.client('provisioning'), catalogueAppId),
      hetty,
    ],
    ['a trust that did not say where the app is', () => createInstaller(graph.client('product'), undefined), hetty],
  ])('is refused in words for %s', async (_, installer, person) => {
    const outcome = await installer().install(person);
    expect(outcome).toEqual({
      status: 'refused',
      reason: expect.stringMatching(/^Assured is not installed for/) as string,
    });
  });

  it('throws what may pass', async () => {
    graph.faults.answer({ url: /installedApps/ }, { status: 503 });
    await expect(createInstaller(graph.client('product'), catalogueAppId).install(stranger)).rejects.toThrow();
  });
});
