import { routes } from '../../../functions/http/routes';
import { callerNames, callers, stranger } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor, routeNamed } from './asking';
import type { Answered } from './asking';
import { examples } from './requests';
import type { RouteName } from './requests';
import { statusOf } from './statuses';

const names = Object.keys(examples) as RouteName[];

const asking = async (name: RouteName, as: string | undefined): Promise<Answered> => {
  const { holds, params, body } = examples[name];
  const parts = partsFor(await createTrust(holds));
  return ask(parts, routeNamed(name), { params, ...(body && { body }), ...(as !== undefined && { as }) });
};

describe('every route, for every role', () => {
  it.each(names.flatMap((name) => callerNames.map((caller) => [name, caller] as const)))(
    '%s, %s',
    async (name, caller) => {
      expect((await asking(name, callers[caller].id)).status).toBe(statusOf(name, caller));
    },
  );
});

describe('every route', () => {
  it('is in these tables', () => expect(routes.map(({ name }) => name).sort()).toEqual([...names].sort()));

  it.each(names)('%s turns away whoever is not signed in, before anything else', async (name) => {
    const { status, headers, body } = await asking(name, undefined);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(body).toMatchObject({ code: 'token.invalid', status: 401 });
  });

  it.each(names)('%s tells somebody of the tenant whom the trust does not know so', async (name) => {
    expect(await asking(name, stranger)).toMatchObject({ status: 403, body: { code: 'caller.unknown' } });
  });
});
