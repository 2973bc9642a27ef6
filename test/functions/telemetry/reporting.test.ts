import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withCorrelation } from '../../../functions/correlation';
import { consoleLog } from '../../../functions/log';
import { createExporting } from '../../../functions/telemetry/exporting';
import { startReporting } from '../../../functions/telemetry/reporting';
import { observedRun } from '../../../functions/telemetry/runs';
import { room } from '../../../functions/telemetry/records';
import { reportTo, spanned } from '../../../functions/telemetry/spans';
import { startIngestion } from '../../support/ingestion';
import type { Ingestion } from '../../support/ingestion';

const identity = 'a55e0000-0000-4000-8000-0000000000fe';
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const hostSpan = '00f067aa0ba902b7';

const run = {
  functionName: 'openReview',
  invocationId: 'invocation-0001',
  traceContext: { traceParent: `00-${traceId}-${hostSpan}-00` },
  options: { trigger: { type: 'httpTrigger', name: 'it' }, return: undefined, extraInputs: [], extraOutputs: [] },
};
const calling = {
  kind: 'call',
  name: 'PATCH /sites/{id}',
  attributes: { method: 'PATCH', host: 'graph.example' },
} as const;

/** One request as the product works on it: a line, and a call that is turned away. */
const work = () =>
  observedRun(run, () =>
    withCorrelation('asked-with-this', async () => {
      await spanned({ ...calling, attributes: { ...calling.attributes, status: 429, retryAfter: 7 } }, async () => 0);
      consoleLog.warn('graph.throttled', { status: 429, retryAfter: 7 });
      return { status: 200 };
    }),
  );

let ingestion: Ingestion;
const before = { ...process.env };
const onConsole: string[] = [];
beforeEach(() => {
  onConsole.length = 0;
  for (const level of ['info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void onConsole.push(said.join(' ')));
});
afterEach(async () => {
  reportTo(undefined);
  jest.restoreAllMocks();
  process.env = { ...before };
  await ingestion.close();
});

describe('with the managed identity', () => {
  it('sends a request, its calls and its lines as one operation, with the identity’s token', async () => {
    const scopes: string[] = [];
    const endpoint = createServer((request, response) => {
      const resource = new URL(request.url ?? '', 'http://localhost').searchParams.get('resource') ?? '';
      scopes.push(resource);
      const expires = Math.floor(Date.now() / 1000) + 3600;
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ access_token: 'of-the-identity', expires_on: expires, resource, token_type: 'Bearer' }));
    });
    await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/token`;
    process.env['IDENTITY_HEADER'] = 'the platforms own';
    ingestion = await startIngestion();
    const { connectionString } = ingestion;
    // What is told before the library is there is kept.
    const reporting = startReporting(async (lost) =>
      createExporting({ connectionString, identity, role: 'assured' }, lost),
    );
    await work();
    await reporting.end();
    endpoint.close();

    const [request, call, line] = ['InProc', 'HTTP', undefined].map((type) =>
      ingestion.envelopes().find(({ data }) => data.baseData.type?.toUpperCase() === type?.toUpperCase()),
    );
    expect(ingestion.envelopes()).toHaveLength(3);
    for (const each of [request, call, line]) {
      expect(each?.tags['ai.operation.id']).toBe(traceId);
      expect(each?.tags['ai.cloud.role']).toBe('assured');
    }
    const id = request?.data.baseData.id;
    expect(request?.tags['ai.operation.parentId']).toBe(hostSpan);
    expect([call, line].map((each) => each?.tags['ai.operation.parentId'])).toEqual([id, id]);
    expect(call?.data.baseData).toMatchObject({
      ...{ name: 'PATCH /sites/{id}', target: 'graph.example', resultCode: '429', success: false },
      properties: { retryAfter: '7' },
    });
    expect(request?.data.baseData).toMatchObject({
      name: 'openReview',
      success: true,
      properties: { correlationId: 'asked-with-this', trigger: 'http', status: '200' },
    });
    expect(line?.data).toMatchObject({
      baseType: 'MessageData',
      baseData: {
        severityLevel: 'Warning',
        properties: { event: 'graph.throttled', correlationId: 'asked-with-this' },
      },
    });
    expect(JSON.parse(line?.data.baseData.message ?? '')).toMatchObject({ event: 'graph.throttled', retryAfter: 7 });
    expect(new Set(ingestion.asked.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer of-the-identity']),
    );
    expect(scopes[0]).toMatch(/^https:\/\/monitor\.azure\.com\/?$/);
    expect(onConsole).toEqual([]);
  });
});

describe('without an identity', () => {
  const start = async () => {
    ingestion = await startIngestion();
    const { connectionString } = ingestion;
    return startReporting(async (lost) =>
      createExporting({ connectionString, identity: undefined, role: 'assured' }, lost),
    );
  };

  it.each([
    ['httpTrigger', 'RequestData'],
    ['queueTrigger', 'RequestData'],
  ])('counts a run that no host counted as a request: %s', async (type, baseType) => {
    const reporting = await start();
    const alone = { ...run, traceContext: undefined, options: { ...run.options, trigger: { type, name: 'it' } } };
    await observedRun(alone, async () => undefined);
    await reporting.end();
    expect(ingestion.envelopes().map(({ data }) => data.baseType)).toEqual([baseType]);
    expect(ingestion.asked[0]?.authorization).toBeUndefined();
  });

  it('says nothing about itself', async () => {
    const reporting = await start();
    await work();
    await reporting.end();
    expect(ingestion.asked.map(({ url }) => url)).toEqual(['/v2.1/track', '/v2.1/track']);
    expect(ingestion.text()).not.toMatch(/statsbeat|_OTELRESOURCE_|MetricData/i);
  });

  it('ends only when all is sent, also what another end has begun to send', async () => {
    const reporting = await start();
    await work();
    void reporting.end();
    await reporting.end();
    expect(ingestion.envelopes()).toHaveLength(3);
  });

  it('sends all that was kept until the library was there, much as that may be', async () => {
    const reporting = await start();
    const lines = 3_000;
    for (let due = 0; due < lines; due += 1) consoleLog.info('sweep.due', { due });
    await reporting.end();
    expect(ingestion.envelopes()).toHaveLength(lines);
    expect(onConsole).toEqual([]);
  });

  it('leaves on the console what there was no room to keep, and says how many spans were left out', async () => {
    const reporting = await start();
    const beyond = 3;
    for (let i = 0; i < room + beyond; i += 1) consoleLog.info('sweep.due', { due: i });
    for (let i = 0; i < room + beyond; i += 1) await spanned(calling, async () => 0);
    await reporting.end();
    const said = onConsole.map((text) => JSON.parse(text) as { event: string; due?: number; spans?: number });
    expect(said.map(({ due }) => due).slice(0, beyond)).toEqual([room, room + 1, room + 2]);
    expect(said.slice(beyond)).toEqual([expect.objectContaining({ event: 'telemetry.notTaken', spans: beyond })]);
    expect(ingestion.envelopes()).toHaveLength(2 * room);
  });

  /** All is handed over, and turned away in passing: the end waits for it. */
  const ending = async (): Promise<{ readonly ended: Promise<void> }> => {
    const reporting = await start();
    ingestion.refuse(503);
    await work();
    const ended = reporting.end();
    while (ingestion.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return { ended };
  };

  it('puts on the console what is told while the last of it is sent', async () => {
    const { ended } = await ending();
    await work();
    ingestion.refuse(undefined);
    await ended;
    expect(ingestion.envelopes()).toHaveLength(3);
    const said = onConsole.map((text) => (JSON.parse(text) as { event: string }).event);
    expect(said.sort()).toEqual(['graph.throttled', 'telemetry.notTaken', 'telemetry.notTaken']);
  });

  it('leaves on the console what was turned away, and says how much it was', async () => {
    const reporting = await start();
    ingestion.refuse(400);
    await work();
    await reporting.end();
    const events = onConsole.map((text) => (JSON.parse(text) as { event: string }).event);
    expect(events.sort()).toEqual(['graph.throttled', 'telemetry.notTaken', 'telemetry.notTaken']);
    expect(onConsole.join(' ')).toContain('"spans":2');
  });

  it('tries again what was turned away in passing', async () => {
    const { ended } = await ending();
    ingestion.refuse(undefined);
    await ended;
    expect(ingestion.envelopes()).toHaveLength(3);
    expect(onConsole).toEqual([]);
  });
});

describe('where the library cannot be loaded', () => {
  it('lines stand on the console, those from before too, and work goes on', async () => {
    ingestion = await startIngestion();
    const reporting = startReporting(() => Promise.reject(new Error('no such part')));
    await work();
    await reporting.end();
    await work();
    const events = onConsole.map((text) => (JSON.parse(text) as { event: string }).event);
    expect(events).toEqual(['graph.throttled', 'telemetry.notTaken', 'telemetry.notLoaded', 'graph.throttled']);
  });
});
