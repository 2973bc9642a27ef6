import type { HttpRequest } from '@azure/functions';

/** Far above the largest command, far below what would hurt. */
export const bodyLimit = 256 * 1024;

export type Body =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'tooLarge' }
  | { readonly status: 'notJson' };

/** The JSON body of a request, or why there is none. */
export const readBody = async (request: HttpRequest): Promise<Body> => {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) return { status: 'tooLarge' };
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.byteLength > bodyLimit) return { status: 'tooLarge' };
  try {
    return { status: 'read', value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return { status: 'notJson' };
  }
};
