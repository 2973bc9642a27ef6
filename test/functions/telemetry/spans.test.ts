import { withCorrelation } from '../../../functions/correlation';
import { consoleLog } from '../../../functions/log';
import { exportedAttributes } from '../../../functions/telemetry/exported';
import { observedRun } from '../../../functions/telemetry/runs';
import { note, spanned, traceparentHere } from '../../../functions/telemetry/spans';
import { recordTelemetry } from './recorded';
import type { RecordedTelemetry } from './recorded';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const hostSpan = 'b7ad6b7169203331';
const traceParent = `00-${traceId}-${hostSpan}-00`;

const run = (type: string, more: object = {}) => ({
  functionName: 'openReview',
  invocationId: 'invocation-0001',
  traceContext: { traceParent },
  options: { trigger: { type, name: 'it' }, return: undefined, extraInputs: [], extraOutputs: [] },
  ...more,
});

let telemetry: RecordedTelemetry;
beforeEach(() => {
  telemetry = recordTelemetry();
});
afterEach(() => telemetry.stop());

describe('a run of a function', () => {
  it('is a span under the host’s own, with its reference and its status', async () => {
    const act = () => withCorrelation('asked-with-this', async () => ({ status: 409 }));
    expect(await observedRun(run('httpTrigger'), act)).toEqual({ status: 409 });
    const [span] = telemetry.spans;
    expect(span).toMatchObject({ kind: 'run', name: 'openReview', traceId, parentId: hostSpan, failed: false });
    expect(span?.attributes).toEqual({
      trigger: 'http',
      invocationId: 'invocation-0001',
      attempt: undefined,
      correlationId: 'asked-with-this',
      status: 409,
    });
    expect(span?.endedAt).toBeGreaterThanOrEqual(span?.startedAt ?? Infinity);
  });

  it('failed where it answered so', async () => {
    await observedRun(run('httpTrigger'), async () => ({ status: 503 }));
    expect(telemetry.spans[0]).toMatchObject({ failed: true, attributes: { status: 503 } });
  });

  it('failed where it threw, which goes on; the words of the fault go nowhere', async () => {
    const fault = new RangeError('Hazel Head wrote this');
    const message = run('queueTrigger', { triggerMetadata: { dequeueCount: 2 } });
    await expect(observedRun(message, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(telemetry.spans[0]).toMatchObject({ failed: true, attributes: { trigger: 'queue', attempt: 2 } });
    expect(JSON.stringify(telemetry.spans)).toContain('RangeError');
    expect(JSON.stringify(telemetry.spans)).not.toContain('Hazel');
  });

  it.each([
    ['none', undefined],
    ['nonsense', 'Hazel Head'],
    ['zeros', `00-${'0'.repeat(32)}-${hostSpan}-01`],
  ])('begins a trace of its own where the host says %s', async (_, given) => {
    await observedRun(run('timerTrigger', { traceContext: { traceParent: given } }), async () => undefined);
    expect(telemetry.spans[0]?.parentId).toBeUndefined();
    expect(telemetry.spans[0]?.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
  });
});

describe('what happens within a run', () => {
  it('stands under it, and sends its own place on', async () => {
    let sent: string | undefined;
    await observedRun(run('httpTrigger'), () =>
      spanned({ kind: 'call', name: 'GET /sites/{id}', attributes: {} }, async () => {
        sent = traceparentHere();
        note({ status: 404 });
      }),
    );
    const [call, outer] = telemetry.spans;
    expect(call).toMatchObject({ traceId, parentId: outer?.spanId, failed: true });
    expect(sent).toBe(`00-${traceId}-${call?.spanId}-01`);
    expect(outer).toMatchObject({ failed: false, attributes: { status: 200 } });
  });

  it('keeps to its own run among others', async () => {
    const one = (id: string, parent: string) =>
      observedRun(run('httpTrigger', { traceContext: { traceParent: `00-${id.repeat(32)}-${parent}-01` } }), () =>
        withCorrelation(`request-000${id}`, async () => {
          await new Promise(setImmediate);
          consoleLog.info('sweep.due', { due: 1 });
        }),
      );
    await Promise.all([one('1', hostSpan), one('2', hostSpan)]);
    const said = telemetry.lines.map(({ place, correlationId }) => [place?.traceId[0], correlationId]);
    expect(said.sort()).toEqual([
      ['1', 'request-0001'],
      ['2', 'request-0002'],
    ]);
  });
});

it('says by the clock when something was, also where the process was frozen since it started', async () => {
  const thawed = Date.parse('2031-01-01T06:00:00Z');
  const clock = jest.spyOn(Date, 'now').mockReturnValue(thawed);
  await observedRun(run('httpTrigger'), async () => consoleLog.info('sweep.due', { due: 1 }));
  clock.mockRestore();
  expect([telemetry.spans[0]?.startedAt, telemetry.lines[0]?.at]).toEqual([thawed, thawed]);
});

it('says how long something took whatever is done to the clock meanwhile', async () => {
  const begun = Date.now();
  const clock = jest
    .spyOn(Date, 'now')
    .mockReturnValueOnce(begun)
    .mockReturnValue(begun - 3_600_000);
  await observedRun(run('httpTrigger'), async () => undefined);
  clock.mockRestore();
  expect(telemetry.spans[0]?.startedAt).toBe(begun);
  expect(telemetry.spans[0]?.endedAt).toBeGreaterThanOrEqual(begun);
});

describe('without a reporter', () => {
  it('nothing is changed: lines stand on the console, and no trace is sent on', async () => {
    telemetry.stop();
    const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
    const seen = await observedRun(run('httpTrigger'), async () => {
      consoleLog.info('sweep.due', { due: 2 });
      return traceparentHere();
    });
    expect(seen).toBeUndefined();
    expect(info.mock.calls).toHaveLength(1);
    expect(telemetry.spans).toEqual([]);
    info.mockRestore();
  });

  it('the console is spared where somebody reports', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    consoleLog.warn('announce.unreadable');
    expect(warn).not.toHaveBeenCalled();
    expect(telemetry.lines).toMatchObject([{ level: 'warn', event: 'announce.unreadable', place: undefined }]);
    warn.mockRestore();
  });
});

describe('what a span may say', () => {
  const record = (attributes: object) => ({
    ...{ kind: 'call' as const, name: 'x', traceId, spanId: hostSpan, parentId: undefined, failed: false },
    ...{ startedAt: 0, endedAt: 1, attributes },
  });

  it('is on the list, by OpenTelemetry’s names', () => {
    const said = exportedAttributes(record({ method: 'GET', host: 'graph.microsoft.com', status: 200, academy: 'x1' }));
    expect(said).toEqual({
      'http.request.method': 'GET',
      'server.address': 'graph.microsoft.com',
      'http.response.status_code': 200,
    });
  });

  it.each(['Hazel Head', 'hazel@orchard.example', 'a?$filter=b', 'x'.repeat(201), ''])('is never %p', (value) => {
    expect(exportedAttributes(record({ code: value, path: value }))).toEqual({});
  });
});
