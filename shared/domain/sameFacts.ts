const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const held = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(held.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)]));
};

/** Whether two things say the same, whatever the order of their names; what is undefined says nothing. */
export const sameFacts = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
