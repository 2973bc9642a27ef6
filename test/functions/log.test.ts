import { StoreUnavailable } from '../../shared/application/ports/store';
import { GraphFault } from '../../functions/adapters/graph/graphFault';
import { withCorrelation } from '../../functions/correlation';
import { consoleLog } from '../../functions/log';

const linesOf = async (level: 'info' | 'warn' | 'error', act: () => void): Promise<unknown[]> => {
  const spy = jest.spyOn(console, level).mockImplementation(() => undefined);
  await withCorrelation('asked-with-this', async () => act());
  const lines = spy.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown);
  spy.mockRestore();
  return lines;
};

describe('a line of the log', () => {
  it('says what happened, and belongs to its request', async () => {
    expect(await linesOf('info', () => consoleLog.info('sweep.due', { due: 2 }))).toEqual([
      { event: 'sweep.due', correlationId: 'asked-with-this', due: 2 },
    ]);
    expect(await linesOf('warn', () => consoleLog.warn('announce.unreadable'))).toHaveLength(1);
  });

  it('about a fault says its kind and place, not its words, which may quote somebody', async () => {
    const [line] = await linesOf('error', () =>
      consoleLog.fault('http.fault', new TypeError('Hazel Head wrote:\n  at night')),
    );
    expect(line).toMatchObject({ event: 'http.fault', fault: 'TypeError' });
    expect(JSON.stringify(line)).not.toContain('Hazel');
    expect(JSON.stringify(line)).toContain('log.test.ts');
  });

  it('carries what Graph’s support asks for', async () => {
    const fault = new GraphFault('words', { status: 503, code: 'serviceNotAvailable', requestId: 'r-1' });
    const unavailable = new StoreUnavailable('words', 5, { cause: fault });
    for (const thrown of [fault, unavailable]) {
      expect(await linesOf('error', () => consoleLog.fault('http.fault', thrown))).toMatchObject([
        { status: 503, code: 'serviceNotAvailable', requestId: 'r-1' },
      ]);
    }
  });

  it('copes with what is no error', async () => {
    expect(await linesOf('error', () => consoleLog.fault('http.fault', 'Hazel'))).toEqual([
      { event: 'http.fault', correlationId: 'asked-with-this', fault: 'string' },
    ]);
  });
});
