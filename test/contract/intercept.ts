type Send = () => Promise<Response>;
type Deal = (send: Send, request: { readonly url: string; readonly init: RequestInit }) => Promise<Response>;

export interface Interception {
  /** Deals with the next request that fits in its own way; the others pass. */
  next(method: string, url: RegExp, deal: Deal): void;
  /** The paths and queries of what was sent, in order. */
  readonly sent: readonly string[];
  restore(): void;
}

/** Stands on the way between this process and the local Graph: for what happens to answers rather than to requests. */
export const intercept = (): Interception => {
  const real = globalThis.fetch;
  const sent: string[] = [];
  let waiting: readonly { readonly method: string; readonly url: RegExp; readonly deal: Deal }[] = [];
  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const send: Send = () => {
      sent.push(`${init.method ?? 'GET'} ${new URL(url).pathname}`);
      return real(input, init);
    };
    const met = waiting.find(({ method, url: pattern }) => method === init.method && pattern.test(url));
    if (met === undefined) return send();
    waiting = waiting.filter((one) => one !== met);
    return met.deal(send, { url, init });
  });
  return {
    next: (method, url, deal) => void (waiting = [...waiting, { method, url, deal }]),
    sent,
    restore: () => spy.mockRestore(),
  };
};
