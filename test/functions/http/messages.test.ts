import { InvocationContext } from '@azure/functions';
import { bodyLimit } from '../../../functions/http/body';
import { messagesHandler } from '../../../functions/http/messages';
import type { Receiver } from '../../../functions/http/messages';
import { createRecordedLog, read, requestFor } from './asking';

const post = async (receive: Receiver['receive'], body: unknown, headers: Record<string, string> = {}) => {
  const log = createRecordedLog();
  const handler = messagesHandler({ bot: async () => ({ receive }), log });
  const answer = read(await handler(requestFor({ body, headers }, 'POST'), new InvocationContext()));
  return { answer, log };
};

describe('Teams’ activities', () => {
  it('reach the bot with their headers in lower case, and its answer goes back', async () => {
    const received: unknown[] = [];
    const receive: Receiver['receive'] = async (request) => {
      received.push(request);
      return { status: 200, body: { statusCode: 200 }, headers: { 'x-answer': 'yes' } };
    };
    const { answer } = await post(receive, { type: 'invoke' }, { Authorization: 'Bearer channel' });
    expect(received).toEqual([
      {
        method: 'POST',
        headers: expect.objectContaining({ authorization: 'Bearer channel' }) as object,
        body: { type: 'invoke' },
      },
    ]);
    expect([answer.status, answer.body, answer.headers.get('x-answer')]).toEqual([200, { statusCode: 200 }, 'yes']);
  });

  it('may be answered without a body', async () => {
    const { answer } = await post(async () => ({ status: 401 }), {});
    expect([answer.status, answer.body]).toEqual([401, undefined]);
  });

  it.each([
    ['', 400],
    ['{"type":', 400],
    [`"${'x'.repeat(bodyLimit)}"`, 413],
  ])('are turned away unread where they are none', async (body, status) => {
    const receive = jest.fn<ReturnType<Receiver['receive']>, []>(async () => ({ status: 200 }));
    expect((await post(receive, body)).answer.status).toBe(status);
    expect(receive).not.toHaveBeenCalled();
  });

  it('leave a fault that the bot answered all the same in the log', async () => {
    const fault = new Error('late');
    const { answer, log } = await post(async () => ({ status: 200, body: {}, fault }), {});
    expect(answer.status).toBe(200);
    expect(log.lines).toEqual([{ event: 'messages.fault', facts: {}, fault }]);
  });

  it('are answered 500 without detail where the bot throws', async () => {
    const { answer, log } = await post(() => Promise.reject(new Error('Hazel Head')), {});
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('Hazel');
    expect(log.lines).toHaveLength(1);
  });
});
