import { z } from 'zod';
import { GroupMessages, SearchOutcome } from '../groupShapes';
import { Chat, InvokeOutcome, type InvokeRequest, Setup, StageState, type Stage } from '../shapes';

const Token = z.object({ token: z.string() });
const Submitted = z.object({ accepted: z.boolean() });

const api = '/__teams/api';

const call = async (path: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(`${api}${path}`, init);
  if (!response.ok) throw new Error(`The local Teams answered ${response.status}.`);
  return response;
};

const get = async <T>(path: string, shape: z.ZodType<T>): Promise<T> => shape.parse(await (await call(path)).json());

const send = (method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response> =>
  call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const noAnswer: InvokeOutcome = { kind: 'error', text: 'The app did not answer. Try again.' };

/** Where a card is: in somebody's own chat with the app, or in the group's. */
export type ChatPlace = 'people' | 'group';

export const eventsAddress = (person: string): string => `${api}/people/${person}/events`;

export const readSetup = (): Promise<Setup> => get('/setup', Setup);
export const readChat = (person: string): Promise<Chat> => get(`/people/${person}/chat`, Chat);
export const readStage = (): Promise<z.infer<typeof StageState>> => get('/meeting/stage', StageState);

export const tokenFor = async (person: string): Promise<string> =>
  Token.parse(await (await send('POST', `/people/${person}/token`, {})).json()).token;

export const say = async (person: string, text: string): Promise<void> => {
  await send('POST', `/people/${person}/messages`, { text });
};

export const invoke = async (
  person: string,
  request: InvokeRequest,
  place: ChatPlace = 'people',
): Promise<InvokeOutcome> => {
  try {
    return InvokeOutcome.parse(await (await send('POST', `/${place}/${person}/invokes`, request)).json());
  } catch {
    return noAnswer;
  }
};

export const submit = async (
  person: string,
  replyToId: string,
  data: unknown,
  place: ChatPlace = 'people',
): Promise<InvokeOutcome | undefined> => {
  try {
    const answer = await send('POST', `/${place}/${person}/submits`, { replyToId, data });
    return Submitted.parse(await answer.json()).accepted ? undefined : noAnswer;
  } catch {
    return noAnswer;
  }
};

export const setInstalled = async (person: string, installed: boolean): Promise<void> => {
  await send('POST', `/people/${person}/installation`, { installed });
};

export const putStage = async (stage: Stage | null): Promise<void> => {
  await send('PUT', '/meeting/stage', { stage });
};

export const readGroup = (person: string): Promise<z.infer<typeof GroupMessages>> =>
  get(`/group/${person}/chat`, GroupMessages);

export const sayInGroup = async (person: string, text: string): Promise<void> => {
  await send('POST', `/group/${person}/messages`, { text });
};

export const searchInGroup = async (person: string, text: string): Promise<SearchOutcome> => {
  try {
    return SearchOutcome.parse(await (await send('POST', `/group/${person}/search`, { text })).json());
  } catch {
    return { kind: 'message', text: 'Unable to reach app. Please try again.' };
  }
};

export const insertInGroup = async (person: string, card: Record<string, unknown>): Promise<void> => {
  await send('POST', `/group/${person}/cards`, { card });
};
