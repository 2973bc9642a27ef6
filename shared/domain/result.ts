import type { Refusal } from './refusal';

/** A business answer: a value, or a refusal. Faults are thrown; refusals never are. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = <T = never>(refusal: Refusal): Result<T> => ({ ok: false, refusal });
