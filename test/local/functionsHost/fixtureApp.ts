import { app, output } from '@azure/functions';

/** A small app that shows what arrives, for the tests of the host. It keeps what happened in memory. */
interface Seen {
  readonly what: string;
  readonly data?: unknown;
}

const seen: Seen[] = [];
const connection = 'AzureWebJobsStorage';
const work = output.storageQueue({ queueName: 'fixture-work', connection });

app.hook.preInvocation((context) => {
  context.hookData.from = context.invocationContext.functionName;
});
app.hook.postInvocation((context) => {
  if (context.invocationContext.functionName === 'hooked') context.result = { jsonBody: context.hookData };
});

app.http('echo', {
  route: 'echo/{name}/{detail?}',
  methods: ['GET', 'POST', 'PUT'],
  handler: async (request) => ({
    status: 201,
    headers: { 'X-Fixture': 'yes', ETag: '"1"' },
    jsonBody: {
      method: request.method,
      path: new URL(request.url).pathname,
      params: request.params,
      query: Object.fromEntries(request.query),
      header: request.headers.get('x-asked'),
      body: await request.text(),
    },
  }),
});
app.http('echoAll', { route: 'echo/all', methods: ['GET'], handler: () => ({ body: 'the literal route' }) });
app.http('files', {
  route: 'files/{*path}',
  methods: ['GET'],
  handler: (request) => ({ body: request.params.path ?? '-' }),
});
app.http('bytes', {
  methods: ['POST'],
  handler: async (request) => ({
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(await request.arrayBuffer()).reverse(),
  }),
});
app.http('cookies', {
  methods: ['GET'],
  handler: () => ({
    cookies: [
      { name: 'a', value: 'one two', path: '/', httpOnly: true, secure: true, sameSite: 'Strict', maxAge: 60 },
      { name: 'b', value: '2', expires: new Date(Date.UTC(2030, 0, 1)) },
    ],
  }),
});
app.http('nothing', { methods: ['GET'], handler: () => undefined as never });
app.http('hooked', { methods: ['GET'], handler: () => ({ body: 'replaced by the hook' }) });
app.http('throws', {
  methods: ['GET'],
  handler: () => {
    throw new Error('the secret detail');
  },
});
app.http('crash', {
  methods: ['POST'],
  handler: () => {
    setTimeout(() => process.exit(7), 20);
    return { status: 202 };
  },
});
app.http('slow', {
  methods: ['GET'],
  handler: async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    return { body: 'finished' };
  },
});
app.http('seen', { methods: ['GET'], handler: () => ({ jsonBody: seen }) });
app.http('enqueue', {
  methods: ['POST'],
  extraOutputs: [work],
  handler: async (request, context) => {
    context.extraOutputs.set(work, await request.json());
    return { status: 202 };
  },
});
app.storageQueue('work', {
  queueName: 'fixture-work',
  connection,
  handler: (message, context) => {
    seen.push({ what: 'work', data: { message, tries: context.triggerMetadata?.dequeueCount } });
    if (typeof message === 'object' && message !== null && 'fail' in message) throw new Error('cannot work');
  },
});
app.timer('everySecond', {
  schedule: '%FIXTURE_SCHEDULE%',
  handler: (timer) => void seen.push({ what: 'everySecond', data: timer }),
});
app.timer('newYear', {
  schedule: '0 0 0 1 1 *',
  handler: (timer) => void seen.push({ what: 'newYear', data: timer.isPastDue }),
});
