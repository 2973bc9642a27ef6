import { createRecordedLog } from '../../http/asking';
import { Answer, answering, clientWith, faultOf, good, graphError } from './graphAnswers';

afterEach(() => jest.restoreAllMocks());

describe('the log', () => {
  it.each([429, 503])('says that Graph asked to wait by %d, though it ended well', async (status) => {
    const log = createRecordedLog();
    answering(() => graphError(status, { 'Retry-After': '2' }), good);
    await clientWith({ log }).client.get('/x?$filter=secret', Answer);
    expect(log.lines).toEqual([
      { event: 'graph.throttled', facts: { status, code: 'someCode', retryAfter: 2, requestId: 'r-1' } },
    ]);
  });

  it.each([404, 412, 500])('says nothing here of %d: whoever asked knows what it means', async (status) => {
    const log = createRecordedLog();
    answering(() => graphError(status));
    await faultOf(clientWith({ log }).client.patch('/x', {}, Answer));
    expect(log.lines).toEqual([]);
  });
});
