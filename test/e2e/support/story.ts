/**
 * The steps of a story, in order. Where one fails the later ones fail at once, instead of each waiting in vain for what
 * the first should have brought about.
 */
export const story = () => {
  let broken: string | undefined;
  return (name: string, act: () => Promise<void>, timeout: number): void => {
    test(
      name,
      async () => {
        if (broken !== undefined) throw new Error(`An earlier step failed: ${broken}.`);
        broken = name;
        await act();
        broken = undefined;
      },
      timeout,
    );
  };
};
