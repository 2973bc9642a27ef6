import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import type { Deps } from '../../../shared/application/deps';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { recordKpis } from '../../../shared/application/recordKpis';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { reopenReview } from '../../../shared/application/reopenReview';
import { resubmitCategoryChange } from '../../../shared/application/resubmitCategoryChange';
import { returnCategoryChange } from '../../../shared/application/returnCategoryChange';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { withdrawCategoryChange } from '../../../shared/application/withdrawCategoryChange';
import type { Result } from '../../../shared/domain/result';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { CommandId, PersonId } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { Route } from '../../../shared/schema/route';
import { atApprove, atConfirm, atDiscuss, returnedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { discussApproveConfirm } from '../../support/builders/framework';
import { category } from '../../support/builders/ids';
import { bo, cora, dana, hazel } from '../../support/builders/people';
import { awaitingReview, judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';

export interface Act {
  readonly by: Person;
  readonly review?: Review;
  readonly change?: CategoryChange;
  readonly run: (deps: Deps, actor: PersonId, id: CommandId) => Promise<Result<unknown>>;
}

const [discusses, approves, confirms] = discussApproveConfirm.steps;
const represented = [{ kind: 'represent', by: 'headTeacher' }, approves, confirms];
const agreed = [{ ...discusses, mustAgree: true }, approves, confirms];
const freelyConfirmed = [discusses, approves, { ...confirms, mayChangeCategory: true }];

/** Every act that writes one aggregate, where it is accepted. */
export const acts: Record<string, Act> = {
  rateArea: {
    by: dana,
    review: openReview(),
    run: (deps, actor, id) => rateArea(deps)(actor, command.toRate({ commandId: id })),
  },
  recordKpis: {
    by: dana,
    review: openReview(),
    run: (deps, actor, id) => recordKpis(deps)(actor, command.toMeasure({ commandId: id })),
  },
  sendForSignOff: {
    by: dana,
    review: judgedReview(),
    run: (deps, actor, id) => sendForSignOff(deps)(actor, command.toSend({ commandId: id })),
  },
  signOffReview: {
    by: hazel,
    review: awaitingReview(),
    run: (deps, actor, id) => signOffReview(deps)(actor, command.toSignOff({ commandId: id })),
  },
  queryReview: {
    by: hazel,
    review: awaitingReview(),
    run: (deps, actor, id) => queryReview(deps)(actor, command.toQuery({ commandId: id })),
  },
  reopenReview: {
    by: cora,
    review: signedOffReview(),
    run: (deps, actor, id) => reopenReview(deps)(actor, command.toReopen({ commandId: id })),
  },
  propose: {
    by: dana,
    run: (deps, actor, id) => proposeCategoryChange(deps)(actor, command.toPropose({ commandId: id })),
  },
  discuss: {
    by: hazel,
    change: atDiscuss(),
    run: (deps, actor, id) => discussCategoryChange(deps)(actor, command.toDiscuss({ commandId: id })),
  },
  represent: {
    by: hazel,
    change: atDiscuss({ route: Route.parse({ ...discussApproveConfirm, steps: represented }) }),
    run: (deps, actor, id) =>
      discussCategoryChange(deps)(
        actor,
        command.toDiscuss({ commandId: id, agrees: false, comment: 'Two posts are filled now.' }),
      ),
  },
  'disagree, where they must agree': {
    by: hazel,
    change: atDiscuss({ route: Route.parse({ ...discussApproveConfirm, steps: agreed }) }),
    run: (deps, actor, id) =>
      discussCategoryChange(deps)(actor, command.toDiscuss({ commandId: id, agrees: false, comment: 'Too soon.' })),
  },
  'confirm as something else': {
    by: bo,
    change: atConfirm({ route: Route.parse({ ...discussApproveConfirm, steps: freelyConfirmed }) }),
    run: (deps, actor, id) =>
      confirmCategoryChange(deps)(
        actor,
        command.toConfirm({ commandId: id, to: category.stabilise, comment: 'It needs more.' }),
      ),
  },
  approve: {
    by: cora,
    change: atApprove(),
    run: (deps, actor, id) => approveCategoryChange(deps)(actor, command.toApprove({ commandId: id })),
  },
  confirm: {
    by: bo,
    change: atConfirm(),
    run: (deps, actor, id) => confirmCategoryChange(deps)(actor, command.toConfirm({ commandId: id })),
  },
  return: {
    by: cora,
    change: atApprove(),
    run: (deps, actor, id) => returnCategoryChange(deps)(actor, command.toReturn({ commandId: id })),
  },
  reject: {
    by: cora,
    change: atApprove(),
    run: (deps, actor, id) => rejectCategoryChange(deps)(actor, command.toReject({ commandId: id })),
  },
  resubmit: {
    by: dana,
    change: returnedChange(),
    run: (deps, actor, id) => resubmitCategoryChange(deps)(actor, command.toResubmit({ commandId: id })),
  },
  withdraw: {
    by: dana,
    change: atApprove(),
    run: (deps, actor, id) => withdrawCategoryChange(deps)(actor, command.toWithdraw({ commandId: id })),
  },
};
