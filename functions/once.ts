/**
 * Makes something at its first use and keeps it; those who ask meanwhile wait for the same. What failed is made anew for
 * the next who asks: a passing fault at the first use must not last as long as the process.
 */
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
};
