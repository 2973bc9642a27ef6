import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ensureCertificate } from '../../local/certificate';
import { apps } from '../../local/settings';

const Result = z.record(z.string(), z.unknown());

const Received = z.object({ method: z.string(), path: z.string(), appId: z.string() });

let folder: string;
let results: z.infer<typeof Result>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assured-bot-'));
  const { file } = await ensureCertificate(folder);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join('test', 'bot', 'overHttps.ts'), folder],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: file }, timeout: 60_000 },
  );
  const line = stdout.split('\n').find((one) => one.startsWith('RESULT ')) ?? '';
  results = Result.parse(JSON.parse(line.slice('RESULT '.length)));
}, 90_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('takes what Teams signed, and answers in the chat', () => {
  expect(results['message']).toEqual({ status: 200 });
  expect(results['button']).toMatchObject({ status: 200, body: { statusCode: 200 } });
});

test('refuses a forged signature and a token of another service', () => {
  expect(results['forged']).toEqual({ status: 401 });
  expect(results['elsewhere']).toEqual({ status: 401 });
});

test('sends and updates with the bot’s own token, got from the sign-in service', () => {
  expect(results['sent']).toEqual({ status: 'delivered', activityId: 'message-2' });
  expect(results['updated']).toEqual({ status: 'delivered', activityId: 'message-9' });
  const received = z.array(Received).parse(results['received']);
  const calls = received.map(({ method, path: place }) => `${method} ${decodeURIComponent(place)}`);
  expect(calls).toEqual([
    'POST /connector/v3/conversations/a:hazel/activities/f:1',
    'POST /connector/v3/conversations/a:hazel/activities',
    'PUT /connector/v3/conversations/a:hazel/activities/message-9',
  ]);
  expect(new Set(received.map(({ appId }) => appId))).toEqual(new Set([apps.bot.id]));
});
