import { z } from 'zod';
import { knownAs, type Part } from '../../../local/sample/cast';
import { Chat, InvokeOutcome } from '../../../local/teams/shapes';
import type { TestSystem } from './system';

/** What the local Teams page asks of its server, for tests that need two clicks in the same instant. */
export interface Teams {
  chat(part: Part): Promise<Chat>;
  /** The text of every card in somebody's chat, oldest first. */
  cardTexts(part: Part): Promise<string[]>;
  token(part: Part): Promise<string>;
  /** Clicks a button of a card as the client would. */
  click(part: Part, cardId: string, verb: string, data: object): Promise<z.infer<typeof InvokeOutcome>>;
  /** The newest card that carries a button with this verb, and the data of that button. */
  button(part: Part, verb: string): Promise<{ cardId: string; data: Record<string, unknown> } | undefined>;
  /** Calls the product's API as somebody. */
  call(part: Part, method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
}

const Json = z.json();
type Json = z.infer<typeof Json>;

const walk = (value: Json, visit: (object: Record<string, Json>) => void): void => {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value !== null && typeof value === 'object') {
    visit(value);
    for (const item of Object.values(value)) walk(item, visit);
  }
};

const textsOf = (card: unknown): string => {
  const texts: string[] = [];
  walk(Json.parse(card), ({ type, text }) => {
    if ((type === 'TextBlock' || type === 'TextRun') && typeof text === 'string') texts.push(text);
  });
  return texts.join('\n');
};

const buttonsOf = (card: unknown): { verb: string; data: Record<string, unknown> }[] => {
  const found: { verb: string; data: Record<string, unknown> }[] = [];
  walk(Json.parse(card), ({ type, verb, data }) => {
    if (type === 'Action.Execute' && typeof verb === 'string')
      found.push({ verb, data: z.record(z.string(), z.unknown()).parse(data) });
  });
  return found;
};

export const teamsOf = (system: TestSystem): Teams => {
  const api = `${system.origin}/__teams/api/people`;
  const headers = { 'content-type': 'application/json', origin: system.origin };
  const chat: Teams['chat'] = async (part) => Chat.parse(await (await fetch(`${api}/${knownAs(part).id}/chat`)).json());
  const cards = async (part: Part) =>
    (await chat(part)).messages.flatMap(({ id, from, attachments }) =>
      from === 'app' ? attachments.flatMap(({ content }) => (content === undefined ? [] : [{ id, content }])) : [],
    );
  const token: Teams['token'] = async (part) => {
    const answer = await fetch(`${api}/${knownAs(part).id}/token`, { method: 'POST', headers });
    return z.object({ token: z.string() }).parse(await answer.json()).token;
  };
  return {
    chat,
    token,
    cardTexts: async (part) => (await cards(part)).map(({ content }) => textsOf(content)),
    button: async (part, verb) => {
      for (const { id, content } of (await cards(part)).reverse()) {
        const button = buttonsOf(content).find((b) => b.verb === verb);
        if (button) return { cardId: id, data: button.data };
      }
      return undefined;
    },
    click: async (part, replyToId, verb, data) => {
      const body = JSON.stringify({ replyToId, action: { type: 'Action.Execute', verb, data }, trigger: 'manual' });
      const answer = await fetch(`${api}/${knownAs(part).id}/invokes`, { method: 'POST', headers, body });
      return InvokeOutcome.parse(await answer.json());
    },
    call: async (part, method, path, body) => {
      const answer = await fetch(`${system.functionsOrigin}/api/${path}`, {
        method,
        headers: { authorization: `Bearer ${await token(part)}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
};

export const wordsOf = (outcome: z.infer<typeof InvokeOutcome>): string =>
  outcome.kind === 'card' ? textsOf(outcome.card) : outcome.text;
