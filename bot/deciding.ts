import { z } from 'zod';
import { RequiredText, type CommandId, type PersonId } from '../shared/schema/ids';
import type { CardAnswer } from '../shared/schema/card';
import {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  QueryReview,
  RejectCategoryChange,
  ReturnCategoryChange,
  SignOffReview,
} from '../shared/schema/commands';
import type { Refusal } from '../shared/domain/refusal';
import { refused, type Result } from '../shared/domain/result';
import type { UseCase, UseCases } from './useCases';

type Decide = (actor: PersonId, answer: CardAnswer, commandId: CommandId) => Promise<Result<unknown>>;

const inputNames: Readonly<Record<string, string>> = { comment: 'the comment', meetingDate: 'the date of the meeting' };

const problemWith = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_big') return `is longer than ${Number(issue.maximum).toLocaleString('en-GB')} characters`;
  if (issue.code === 'too_small' || issue.code === 'invalid_type') return 'is missing';
  return issue.code === 'custom' ? 'has characters that cannot be kept' : 'is not a date';
};

const malformed = (error: z.core.$ZodError): Refusal => {
  const typed = error.issues.flatMap((issue) => {
    const path = inputNames[String(issue.path[0])];
    return path === undefined ? [] : [{ path, message: problemWith(issue) }];
  });
  return { code: 'malformed', issues: typed };
};

/** Makes the command of an answer, in full, and hands it to its use case: the one write path of the bot. */
const by =
  <S extends z.core.$ZodType>(command: S, useCase: UseCase<z.output<S>, unknown>, more: object = {}): Decide =>
  async (actor, answer, commandId) => {
    const made = z.safeParse(command, { ...answer, ...more, commandId });
    return made.success ? useCase(actor, made.data) : refused(malformed(made.error));
  };

/** A comment is all that this button sends, so it cannot be empty. */
const CommentOnChange = z.object({ ...DiscussCategoryChange.shape, comment: RequiredText(2000) });

/** Which use case each button calls. */
export const decisionsOf = (useCases: UseCases): Readonly<Record<CardAnswer['verb'], Decide>> => ({
  'review.signOff': by(SignOffReview, useCases.signOffReview),
  'review.query': by(QueryReview, useCases.queryReview),
  'change.agree': by(DiscussCategoryChange, useCases.discussCategoryChange, { agrees: true }),
  'change.comment': by(CommentOnChange, useCases.discussCategoryChange, { agrees: false }),
  'change.represent': by(CommentOnChange, useCases.discussCategoryChange, { agrees: false }),
  'change.noRepresentations': by(DiscussCategoryChange, useCases.discussCategoryChange, { agrees: true }),
  'change.approve': by(ApproveCategoryChange, useCases.approveCategoryChange),
  'change.return': by(ReturnCategoryChange, useCases.returnCategoryChange),
  'change.reject': by(RejectCategoryChange, useCases.rejectCategoryChange),
  'change.confirm': by(ConfirmCategoryChange, useCases.confirmCategoryChange),
});
