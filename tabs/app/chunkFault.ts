/** What browsers and the bundler's loader say when a part of the page cannot be fetched: offline, or gone since. */
const said =
  /dynamically imported module|importing a module script failed|module script|preload css|loading (css )?chunk/i;

/** Whether a page failed because a part of it could not be fetched, rather than by a mistake in it. */
export const isChunkFault = (error: unknown): boolean => error instanceof Error && said.test(error.message);
