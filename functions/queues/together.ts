/** What is under way under a name, and the one run that comes after it for all who asked meanwhile. */
interface Underway {
  readonly current: Promise<void>;
  next: Promise<void> | undefined;
}

/**
 * Runs for one name one after another, and together: whoever asks while one is under way waits for the next, which
 * sees all that they saw. A matter that changes thirty times in a minute is so announced a few times, and not thirty
 * times side by side.
 */
export const together = <T>(nameOf: (about: T) => string, run: (about: T) => Promise<void>) => {
  const underway = new Map<string, Underway>();
  const begin = (name: string, about: T): Promise<void> => {
    const place: Underway = { current: run(about), next: undefined };
    underway.set(name, place);
    return place.current.finally(() => {
      if (place.next === undefined && underway.get(name) === place) underway.delete(name);
    });
  };
  return (about: T): Promise<void> => {
    const name = nameOf(about);
    const place = underway.get(name);
    if (!place) return begin(name, about);
    place.next ??= place.current.catch(() => undefined).then(() => begin(name, about));
    return place.next;
  };
};
