import { set, type FieldErrors, type FieldPath, type FieldValues, type Resolver } from 'react-hook-form';

/** What is wrong with a draft: messages by the name of the field, 'terms.0.startsOn'. */
export type DraftErrors<D extends FieldValues> = { readonly [name in FieldPath<D>]?: string };

/** A form's rules as a pure function of what is typed. */
export const resolving =
  <D extends FieldValues>(errorsOf: (draft: D) => DraftErrors<D>): Resolver<D> =>
  (draft) => {
    const found = Object.entries(errorsOf(draft)).filter(([, message]) => message !== undefined);
    if (found.length === 0) return { values: draft, errors: {} };
    const errors: FieldErrors<D> = {};
    for (const [name, message] of found) set(errors, name, { type: 'rule', message });
    return { values: {}, errors };
  };
