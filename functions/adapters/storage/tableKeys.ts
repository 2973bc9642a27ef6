/**
 * Table Storage forbids `/ \ # ?` and control characters in keys, and ours hold `|` and `/`: everything but letters,
 * digits and hyphens is written as `_` and four hexadecimal digits, so that no two keys become the same.
 */
export const tableKey = (key: string): string =>
  key.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
