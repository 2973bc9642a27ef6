interface Asked {
  readonly method: string;
  /** Decoded. */
  readonly url: string;
}

const addressOf = (input: Parameters<typeof fetch>[0]): string => {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : input.url;
};

/** Notes what is asked of Graph while `act` runs, and leaves it as it is. */
export const listening = async (act: () => Promise<unknown>): Promise<readonly Asked[]> => {
  const spy = jest.spyOn(globalThis, 'fetch');
  try {
    await act();
    return spy.mock.calls
      .map(([input, init]) => ({ method: init?.method ?? 'GET', url: decodeURIComponent(addressOf(input)) }))
      .filter(({ url }) => url.includes('/v1.0/'));
  } finally {
    spy.mockRestore();
  }
};
