import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { confirmCategoryChange } from '../../../shared/application/confirmCategoryChange';
import type { Deps } from '../../../shared/application/deps';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { resubmitCategoryChange } from '../../../shared/application/resubmitCategoryChange';
import { returnCategoryChange } from '../../../shared/application/returnCategoryChange';
import { withdrawCategoryChange } from '../../../shared/application/withdrawCategoryChange';
import type { RefusalCode } from '../../../shared/domain/refusal';
import type { Result } from '../../../shared/domain/result';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { ChangeId, PersonId } from '../../../shared/schema/ids';
import { CategoryChangeView, type ChangeAction } from '../../../shared/schema/changeViews';
import {
  atApprove,
  atConfirm,
  atDiscuss,
  changeAt,
  returnedChange,
  type ChangeParts,
  type ChangePlace,
} from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { changeId, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { alder, birch, callerNames, callers, cora, type CallerName } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';

type Outcome = 'accepted' | RefusalCode;
type Line = Record<CallerName, readonly [own: Outcome, other: Outcome]>;
interface Case {
  readonly change?: (parts: ChangeParts) => CategoryChange;
  readonly run: (deps: Deps, actor: PersonId, id: ChangeId) => Promise<Result<CategoryChangeView>>;
  readonly line: Line;
}

const no = ['notFound', 'notFound'] as const;
const always = ['accepted', 'accepted'] as const;
const ownOnly = ['accepted', 'notFound'] as const;
const notYours = ['category.not-your-step', 'category.not-your-step'] as const;
const ownNotYours = ['category.not-your-step', 'notFound'] as const;
const own = ['category.own-proposal', 'category.own-proposal'] as const;

/** Those who may read changes, and whose step it is not: the director proposed them. */
const bystanders: Line = {
  headTeacher: ownNotYours,
  director: notYours,
  primaryDirector: ownNotYours,
  functionLead: no,
  ceo: notYours,
  boardMember: notYours,
  // Of a committee to which this route gives no step.
  committeeMember: notYours,
  localGovernor: no,
  administrator: no,
  noRole: no,
};
const alderChange = changeId(1);
const birchChange = changeId(2);

const cases: Record<string, Case> = {
  read: {
    change: atApprove,
    run: (deps, actor, id) => readCategoryChange(deps)(actor, { id }),
    line: {
      ...bystanders,
      headTeacher: ownOnly,
      director: always,
      primaryDirector: ownOnly,
      ceo: always,
      boardMember: always,
      committeeMember: always,
    },
  },
  propose: {
    run: (deps, actor, id) =>
      proposeCategoryChange(deps)(
        actor,
        command.toPropose({ id, urn: id === alderChange ? urn.alder : id === birchChange ? urn.birch : urn.unknown }),
      ),
    line: {
      ...bystanders,
      headTeacher: ['notAllowed', 'notFound'],
      director: always,
      primaryDirector: ownOnly,
      ceo: always,
      boardMember: ['notAllowed', 'notAllowed'],
      committeeMember: ['notAllowed', 'notAllowed'],
    },
  },
  discuss: {
    change: atDiscuss,
    run: (deps, actor, id) => discussCategoryChange(deps)(actor, command.toDiscuss({ id })),
    line: { ...bystanders, headTeacher: ownOnly },
  },
  approve: {
    change: atApprove,
    run: (deps, actor, id) => approveCategoryChange(deps)(actor, command.toApprove({ id })),
    line: { ...bystanders, ceo: always },
  },
  confirm: {
    change: atConfirm,
    run: (deps, actor, id) => confirmCategoryChange(deps)(actor, command.toConfirm({ id })),
    line: { ...bystanders, boardMember: always, director: own },
  },
  'return, as the CEO': {
    change: atApprove,
    run: (deps, actor, id) => returnCategoryChange(deps)(actor, command.toReturn({ id })),
    line: { ...bystanders, ceo: always },
  },
  'return, as the Board': {
    change: atConfirm,
    run: (deps, actor, id) => returnCategoryChange(deps)(actor, command.toReturn({ id, step: 2 })),
    line: { ...bystanders, boardMember: always, director: own },
  },
  'return, at the head teacher’s step': {
    change: atDiscuss,
    run: (deps, actor, id) => returnCategoryChange(deps)(actor, command.toReturn({ id, step: 0 })),
    line: bystanders,
  },
  'reject, as the CEO': {
    change: atApprove,
    run: (deps, actor, id) => rejectCategoryChange(deps)(actor, command.toReject({ id })),
    line: { ...bystanders, ceo: always },
  },
  'reject, as the Board': {
    change: atConfirm,
    run: (deps, actor, id) => rejectCategoryChange(deps)(actor, command.toReject({ id, step: 2 })),
    line: { ...bystanders, boardMember: always, director: own },
  },
  resubmit: {
    change: returnedChange,
    run: (deps, actor, id) => resubmitCategoryChange(deps)(actor, command.toResubmit({ id })),
    line: { ...bystanders, director: always },
  },
  withdraw: {
    change: atApprove,
    run: (deps, actor, id) => withdrawCategoryChange(deps)(actor, command.toWithdraw({ id })),
    line: { ...bystanders, director: always },
  },
  'withdraw what was returned': {
    change: returnedChange,
    run: (deps, actor, id) => withdrawCategoryChange(deps)(actor, command.toWithdraw({ id })),
    line: { ...bystanders, director: always },
  },
};

describe.each(Object.entries(cases))('to %s', (name, { change, run, line }) => {
  const places = [
    ['own', alderChange],
    ['other', birchChange],
    ['unknown', changeId(9)],
  ] as const;

  it.each(callerNames.flatMap((caller) => places.map(([place, id]) => [caller, place, id] as const)))(
    '%s, %s academy',
    async (caller, place, id) => {
      const changes = change ? [change({ id: alderChange }), change({ id: birchChange, academy: birch })] : [];
      const trust = await createTrust({ changes });
      const before = await trust.store.load('categoryChanges', id);
      const result = await run(trust, callers[caller].id, id);
      expect(outcomeOf(result)).toBe(place === 'unknown' ? 'notFound' : line[caller][place === 'own' ? 0 : 1]);
      const written = result.ok && name !== 'read';
      const after = await trust.store.load('categoryChanges', id);
      if (written) expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
      expect(trust.notifier.announced).toEqual(written ? [{ kind: 'categoryChanges', key: id }] : []);
      if (result.ok) expect(CategoryChangeView.parse(result.value)).toEqual(result.value);
    },
  );
});

describe('what a reader is offered is what they may do', () => {
  /** Representations are the same command as a discussion, at a step of their own: `changesOnRoutes.test.ts`. */
  const acts: Record<
    Exclude<ChangeAction, 'represent' | 'noRepresentations'>,
    (deps: Deps, actor: PersonId, change: CategoryChange) => Promise<Result<CategoryChangeView>>
  > = {
    agree: (deps, actor, change) =>
      discussCategoryChange(deps)(actor, command.toDiscuss({ ...at(change), agrees: true })),
    comment: (deps, actor, change) =>
      discussCategoryChange(deps)(actor, command.toDiscuss({ ...at(change), agrees: false })),
    approve: (deps, actor, change) => approveCategoryChange(deps)(actor, command.toApprove(at(change))),
    confirm: (deps, actor, change) => confirmCategoryChange(deps)(actor, command.toConfirm(at(change))),
    return: (deps, actor, change) => returnCategoryChange(deps)(actor, command.toReturn(at(change))),
    reject: (deps, actor, change) => rejectCategoryChange(deps)(actor, command.toReject(at(change))),
    resubmit: (deps, actor) => resubmitCategoryChange(deps)(actor, command.toResubmit()),
    withdraw: (deps, actor) => withdrawCategoryChange(deps)(actor, command.toWithdraw()),
  };
  const at = (change: CategoryChange) => ({ step: change.state === 'atStep' ? change.step : 1 });
  const proposers = { director: callers.director.id, ceo: cora.id };

  describe.each(Object.keys(changeAt) as ChangePlace[])('%s', (place) => {
    it.each(callerNames.flatMap((caller) => (['director', 'ceo'] as const).map((by) => [caller, by] as const)))(
      '%s, proposed by the %s',
      async (caller, by) => {
        const change = changeAt[place]({ proposedBy: proposers[by], academy: alder });
        const actor = callers[caller].id;
        const read = await readCategoryChange(await createTrust({ changes: [change] }))(actor, { id: change.id });
        const offered = read.ok ? read.value.may : [];
        let trust = await createTrust({ changes: [change] });
        for (const [action, act] of Object.entries(acts)) {
          const outcome = outcomeOf(await act(trust, actor, change));
          if (outcome === 'accepted') trust = await createTrust({ changes: [change] });
          expect([action, outcome === 'accepted']).toEqual([action, offered.some((each) => each === action)]);
        }
        if (read.ok) expect(valueOf(read).round).toBe(1);
      },
    );
  });
});
