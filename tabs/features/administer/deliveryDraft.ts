import type { DeliveryPolicy } from '../../../shared/schema/settings';
import type { Difference } from './BothVersions';

/** What may be typed into a number of the form: whole, both ends included. */
interface NumberField {
  readonly label: string;
  readonly hint?: string;
  readonly min: number;
  readonly max: number;
}

type Waiting = keyof DeliveryPolicy['within'];
const wait = { min: 1, max: 60 };

/** School days that something may wait before it is overdue. */
export const waits = {
  signOff: { label: 'Signing off or agreeing a record', ...wait },
  answerQuery: { label: 'Answering a query', hint: 'Also for judging what was opened late or reopened.', ...wait },
  discuss: { label: 'Discussing a change of category', ...wait },
  represent: { label: 'Making representations', ...wait },
  approve: { label: 'Approving a change', ...wait },
  confirm: { label: 'Confirming a change', ...wait },
  resubmit: { label: 'Looking again at a change that was returned', ...wait },
} satisfies Record<Waiting, NumberField>;

type Numbered = 'judgedBeforeEnd' | 'every' | 'tellDirectorAfter' | 'digestFrom';

export const numbers = {
  judgedBeforeEnd: {
    label: 'Every area judged before the end of its period (school days)',
    min: 0,
    max: 60,
  },
  every: { label: 'After the date, again every so many days', min: 1, max: 60 },
  tellDirectorAfter: { label: 'Tell the director so many days after the date', min: 1, max: 90 },
  digestFrom: {
    label: 'One message instead of so many at once',
    hint: 'From this number on, somebody gets one digest.',
    min: 2,
    max: 20,
  },
} satisfies Record<Numbered, NumberField>;

/** At most so many reminders before a date, each so many days before it. */
export const before = { most: 5, min: 1, max: 60 };

/** The policy as it is typed: every value is text. */
export type DeliveryDraft = { readonly from: string; readonly until: string; readonly before: string } & {
  readonly [name in Numbered | Waiting]: string;
};
export type DeliveryErrors = { readonly [name in keyof DeliveryDraft]?: string };

const waiting = Object.keys(waits) as Waiting[];

export const draftOf = ({ within, reminders, ...policy }: DeliveryPolicy): DeliveryDraft => ({
  from: policy.from,
  until: policy.until,
  before: reminders.before.join(', '),
  judgedBeforeEnd: String(policy.judgedBeforeEnd),
  every: String(reminders.every),
  tellDirectorAfter: String(reminders.tellDirectorAfter),
  digestFrom: String(policy.digestFrom),
  signOff: String(within.signOff),
  answerQuery: String(within.answerQuery),
  discuss: String(within.discuss),
  represent: String(within.represent),
  approve: String(within.approve),
  confirm: String(within.confirm),
  resubmit: String(within.resubmit),
});

const wholeNumber = (typed: string): number => (/^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : Number.NaN);

const isIn = (value: number, { min, max }: { min: number; max: number }): boolean => value >= min && value <= max;

const numberError = (typed: string, field: NumberField): string | undefined =>
  isIn(wholeNumber(typed), field) ? undefined : `Please give a whole number from ${field.min} to ${field.max}.`;

/** '2, 5' → 2 and 5; nothing typed means no reminder before the date. */
const daysBefore = (typed: string): number[] => (typed.trim() === '' ? [] : typed.split(',').map(wholeNumber));

const beforeError = (typed: string): string | undefined => {
  const days = daysBefore(typed);
  return days.length <= before.most && days.every((day) => isIn(day, before))
    ? undefined
    : `Please give at most ${before.most} whole numbers from ${before.min} to ${before.max}, with commas between them.`;
};

const isClock = (typed: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);

const hoursErrors = ({ from, until }: DeliveryDraft) => ({
  from: isClock(from) ? undefined : 'Please give a time.',
  until: isClock(until) && until > from ? undefined : 'Please give a time after the beginning.',
});

/** What is wrong with what is typed, by field; nothing where it can be saved. */
export const deliveryErrors = (draft: DeliveryDraft): DeliveryErrors => {
  const fields: Readonly<Record<Numbered | Waiting, NumberField>> = { ...numbers, ...waits };
  const wrong = Object.entries(fields).map(([name, field]) => [name, numberError(draft[name as Numbered], field)]);
  const all: [string, string | undefined][] = [
    ...Object.entries({ ...hoursErrors(draft), before: beforeError(draft.before) }),
    ...(wrong as [string, string | undefined][]),
  ];
  return Object.fromEntries(all.filter(([, error]) => error !== undefined));
};

/** What a draft without errors says. */
export const policyOf = (draft: DeliveryDraft): DeliveryPolicy => ({
  from: draft.from,
  until: draft.until,
  within: Object.fromEntries(waiting.map((name) => [name, wholeNumber(draft[name])])) as DeliveryPolicy['within'],
  judgedBeforeEnd: wholeNumber(draft.judgedBeforeEnd),
  reminders: {
    before: daysBefore(draft.before),
    every: wholeNumber(draft.every),
    tellDirectorAfter: wholeNumber(draft.tellDirectorAfter),
  },
  digestFrom: wholeNumber(draft.digestFrom),
});

const labels: Readonly<Record<keyof DeliveryDraft, string>> = {
  from: 'From',
  until: 'Until',
  before: 'Days before the date',
  ...(Object.fromEntries(Object.entries({ ...waits, ...numbers }).map(([name, { label }]) => [name, label])) as Record<
    Numbered | Waiting,
    string
  >),
};

/** Where two versions differ, in words. */
export const deliveryDifferences = (stored: DeliveryPolicy, mine: DeliveryDraft): Difference[] => {
  const theirs = draftOf(stored);
  return (Object.keys(labels) as (keyof DeliveryDraft)[])
    .map((name) => ({ label: labels[name], stored: theirs[name] || 'none', mine: mine[name] || 'none' }))
    .filter((difference) => difference.stored !== difference.mine);
};
