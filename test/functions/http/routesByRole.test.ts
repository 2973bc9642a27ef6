import { routes } from '../../../functions/http/routes';
import { callerNames, callers, stranger } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, partsFor, routeNamed } from './asking';
import { examples } from './requests';
import type { RouteName } from './requests';

it('print', async () => {
  const out: string[] = [];
  for (const name of Object.keys(examples) as RouteName[]) {
    const row: string[] = [];
    for (const caller of callerNames) {
      const { holds, params, body } = examples[name];
      const { status } = await ask(partsFor(await createTrust(holds)), routeNamed(name), {
        as: callers[caller].id,
        params,
        body,
      });
      row.push(`${caller}:${status}`);
    }
    out.push(`${name} ${row.join(' ')}`);
  }
  console.log(out.join('\n'), stranger, routes.length);
});
