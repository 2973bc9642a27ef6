import { Route, type RouteStep } from '../../../shared/schema/route';
import { atApprove, atDiscuss } from '../../support/builders/changes';
import { changeId, urn } from '../../support/builders/ids';
import { discussApproveConfirm } from '../../support/builders/framework';
import { birch, callers, nobody } from '../../support/builders/people';
import { createTrust, type Holdings } from '../../support/builders/trust';
import { ask, partsFor, routeNamed } from './asking';
import { examples, type RouteName } from './requests';
import { statusOf } from './statuses';

/** Whom a step of one change's route names, and who has no role besides: they read that change, and act at their step. */

const named = nobody;
const theirs: RouteStep = { kind: 'confirm', by: 'person', person: named.id };
const naming = Route.parse({ ...discussApproveConfirm, steps: [...discussApproveConfirm.steps, theirs] });

/** As for whoever may read a change whose step is another's. Of everything else they are told as much as a stranger. */
const ofTheirChange: Partial<Record<RouteName, number>> = {
  readCategoryChange: 200,
  readHeldOfChange: 200,
  discussCategoryChange: 409,
  approveCategoryChange: 409,
  confirmCategoryChange: 409,
  returnCategoryChange: 409,
  rejectCategoryChange: 409,
  resubmitCategoryChange: 409,
  withdrawCategoryChange: 409,
  sendChangeNow: 403,
};

const names = Object.keys(examples) as RouteName[];
const asking = async (name: RouteName, holds: Holdings) => {
  const { params, body } = examples[name];
  const asked = { params, as: named.id, ...(body && { body }) };
  return ask(partsFor(await createTrust(holds)), routeNamed(name), asked);
};

describe('whoever a step names', () => {
  it.each(names)('%s: sees that change, and nothing else', async (name) => {
    const { holds } = examples[name];
    const changes = (holds.changes ?? []).map((change) => ({ ...change, route: naming }));
    expect((await asking(name, { ...holds, changes })).status).toBe(ofTheirChange[name] ?? statusOf(name, 'noRole'));
  });

  it.each(names.filter((name) => name in ofTheirChange))('%s: not another’s change', async (name) => {
    expect((await asking(name, examples[name].holds)).status).toBe(404);
  });

  it.each(['readAcademy', 'readReview', 'readSupport', 'readMatrix'] as const)(
    'is told nothing of the academy besides: %s',
    async (name) => {
      const { holds } = examples[name];
      const answer = await asking(name, { ...holds, changes: [atApprove({ route: naming })] });
      expect(JSON.stringify(answer.body)).not.toMatch(/Alder Academy/);
    },
  );

  it('decides at their step, and only there', async () => {
    const step: RouteStep = { kind: 'approve', by: 'person', person: named.id };
    const route = Route.parse({ ...discussApproveConfirm, steps: [step, ...discussApproveConfirm.steps.slice(1)] });
    const change = atDiscuss({ route });
    const trust = await createTrust({ changes: [change, atDiscuss({ id: changeId(2), academy: birch })] });
    const decide = (as: string) => {
      const { params, body } = examples.approveCategoryChange;
      const at = { ...body, step: 0, commandId: `approved-by-${as}` };
      return ask(partsFor(trust), routeNamed('approveCategoryChange'), { params, as, body: at });
    };
    expect((await decide(callers.ceo.id)).status).toBe(409);
    expect(await decide(named.id)).toMatchObject({ status: 200, body: { urn: urn.alder } });
  });
});
