import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Person } from '../../shared/schema/people';

export const refuse = (status: 400 | 403 | 404 | 409 | 502, text: string): never => {
  throw new HTTPException(status, { res: Response.json({ message: text }, { status }) });
};

export const bodyAs = async <T>(c: Context, shape: z.ZodType<T>): Promise<T> => {
  const parsed = shape.safeParse(await c.req.json().catch(() => undefined));
  return parsed.success ? parsed.data : refuse(400, 'The request was not understood.');
};

/** The person whom the address names: the page says who it speaks for. */
export const personNamed = (people: ReadonlyMap<string, Person>, c: Context): Person =>
  people.get(c.req.param('person') ?? '') ?? refuse(404, 'There is no such person.');
