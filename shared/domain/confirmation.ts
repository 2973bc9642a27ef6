import type { CategoryChange } from '../schema/categoryChange';
import type { ConfirmCategoryChange } from '../schema/commands';
import type { Category, Framework } from '../schema/framework';
import { currentStep, deciding, onward, type AtStep } from './categoryChange';
import { categoryIn, describedIn } from './describedChange';
import { accepted, refused, type Result } from './result';
import type { Stamp } from './review';

interface Confirming extends Stamp {
  /** The day in the trust's calendar: the Board has met before it is confirmed. */
  readonly today: string;
  /** The version that the change was proposed on; only confirming another category needs it. */
  readonly framework: Framework | undefined;
}

/** Whether the academy is in a category already; the same code with another name is one of an earlier model. */
const standsIn = ({ from, described }: AtStep, { code, name }: Category): boolean =>
  from === code && (described?.from?.name ?? name) === name;

/** The other category that the Board names, where it may; what stands against it otherwise. */
const otherCategory = (
  change: AtStep,
  { to, comment }: ConfirmCategoryChange,
  framework: Framework | undefined,
): Result<Category> => {
  if (!currentStep(change)?.mayChangeCategory) return refused({ code: 'category.not-changeable' });
  const category = framework?.categories.find(({ code }) => code === to);
  if (!category) return refused({ code: 'category.unknown' });
  if (standsIn(change, category)) return refused({ code: 'category.same' });
  if (comment === '') return refused({ code: 'category.comment-needed', why: 'other-category' });
  return accepted(category);
};

/** The change as the Board wants it: its category and what is said of it; the one it replaces is kept by name. */
const changedTo = (
  change: AtStep,
  command: ConfirmCategoryChange,
  framework: Framework | undefined,
): Result<AtStep> => {
  if (command.to === undefined || command.to === change.to) return accepted(change);
  const other = otherCategory(change, command, framework);
  if (!other.ok) return other;
  const described = describedIn(change, framework);
  const to = categoryIn(framework, other.value.code);
  return accepted({ ...change, to: to.code, described: { ...described, to, proposed: described.to } });
};

/**
 * Makes a change final, with the day of the meeting. Where the step lets the Board change the category, `to` may name
 * another one, with the reason in `comment`: the decided change has that category, and its event keeps both.
 */
export const confirm = (
  change: CategoryChange,
  command: ConfirmCategoryChange,
  ctx: Confirming,
): Result<CategoryChange> => {
  const { by, at, today } = ctx;
  const here = deciding(change, command, ['confirm'], by);
  if (!here.ok) return here;
  if (command.meetingDate > today) return refused({ code: 'category.meeting-in-future' });
  const decided = changedTo(here.value, command, ctx.framework);
  if (!decided.ok) return decided;
  const { commandId, step, comment, meetingDate } = command;
  const { to } = decided.value;
  const other = to === change.to ? {} : { to, proposed: change.to };
  return accepted(
    onward(decided.value, { type: 'confirmed', commandId, by, at, step, meetingDate, comment, ...other }),
  );
};
