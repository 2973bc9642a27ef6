import { z } from 'zod';

/** A call from teams-js (facts §1.1). */
export const HostRequest = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).default([]),
});
export type HostRequest = z.infer<typeof HostRequest>;

export type HostReply = { id: number; uuidAsString?: string; args: unknown[] };
export type HostEvent = { func: string; args: unknown[] };

/** The values of a reply; nothing where teams-js does not wait for one. */
export type Answer = unknown[] | undefined;
export type Call = (args: readonly unknown[]) => Answer | Promise<Answer>;
export type Calls = Readonly<Record<string, Call>>;

/** teams-js' `SdkError` codes that this host gives. */
export const sdkError = (errorCode: 404 | 500 | 501 | 1000 | 4000 | 8000, message: string) => ({ errorCode, message });

export const done: Answer = [undefined, undefined];
