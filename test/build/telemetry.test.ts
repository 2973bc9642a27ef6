import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { toSend } from '../support/builders/commands';
import { academies, dana, people } from '../support/builders/people';
import { startIngestion } from '../support/ingestion';
import type { Envelope, Ingestion } from '../support/ingestion';
import { startDeployment } from './deployed';
import type { Deployment } from './deployed';
import { fillWithTrust } from './deployedTrust';

jest.setTimeout(120_000);

const id = 'tab-request-0007';
const traceId = '0af7651916cd43dd8448eb211c80319c';

let ingestion: Ingestion;
let deployed: Deployment;
/** The `traceparent` of every call that the local Graph got, by its path. */
const asked: (readonly [traceparent: string, path: string])[] = [];
const note = (message: unknown): void => {
  const { headers, url = '' } = (message as { request: IncomingMessage }).request;
  if (url.startsWith('/v1.0')) asked.push([String(headers['traceparent']), url.split('?')[0] ?? '']);
};

/** Until the queue has had its work too, and nothing more has begun for a second: what ends while the process stops is on the console. */
const untilQuiet = async (): Promise<void> => {
  const runsSaid = (): number => deployed.log().split('invoked ').length;
  for (let before = -1, tries = 0; tries < 40; tries += 1) {
    if (deployed.log().includes('invoked announce queue') && runsSaid() === before) return;
    before = runsSaid();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`The queue did not come to rest: ${deployed.log()}`);
};

/** One request of a tab's, another that is turned away, and an ordinary end of the process. */
beforeAll(async () => {
  subscribe('http.server.request.start', note);
  ingestion = await startIngestion();
  const environment = { APPLICATIONINSIGHTS_CONNECTION_STRING: ingestion.connectionString };
  deployed = await startDeployment(7580, people, environment);
  await fillWithTrust(deployed);
  await deployed.functions.start();
  const headers = { 'x-correlation-id': id, traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const { urn, year, period, ...body } = toSend();
  const place = `reviews/${year.replace('/', '-')}/${period}/${urn}/send`;
  expect((await deployed.ask('POST', place, { as: dana, body, headers })).status).toBe(200);
  expect((await deployed.ask('GET', 'work', { headers })).status).toBe(401);
  await untilQuiet();
  await deployed.functions.kill('SIGTERM');
}, 120_000);
afterAll(async () => {
  unsubscribe('http.server.request.start', note);
  await deployed?.stop();
  await ingestion?.close();
});

const operation = (): readonly Envelope[] =>
  ingestion.envelopes().filter(({ tags }) => tags['ai.operation.id'] === traceId);
const runs = () => operation().filter(({ data }) => data.baseData.type === 'InProc');
const calls = () => operation().filter(({ data }) => data.baseData.type?.toUpperCase() === 'HTTP');
const said = ({ data }: Envelope): unknown => data.baseData.properties['correlationId'];

describe('the package, where Application Insights is configured', () => {
  it('reports a request, under the trace that it came with', () => {
    const send = runs().find(({ data }) => data.baseData.properties['status'] === '200');
    expect(send?.tags['ai.cloud.role']).toBe('assured');
    expect(send?.tags['ai.operation.parentId']).toMatch(/^[0-9a-f]{16}$/);
    expect(send?.data.baseData).toMatchObject({ success: true, properties: { trigger: 'http' } });
  });

  it('reports its calls to Graph as dependencies under it, and sends the trace on', () => {
    const send = runs().find(({ data }) => data.baseData.properties['status'] === '200');
    const ofSend = calls().filter(({ tags }) => tags['ai.operation.parentId'] === send?.data.baseData.id);
    expect(ofSend.length).toBeGreaterThan(0);
    for (const { data } of ofSend) {
      expect(data.baseData.name).toMatch(/^(GET|POST|PATCH) \/(sites\/\{id\}[\w/{}]*|\$batch)$/);
      expect([data.baseData.target, data.baseData.resultCode?.[0]]).toEqual(['localhost:7581', '2']);
    }
    const sent = asked.map(([traceparent]) => traceparent);
    for (const { data } of ofSend) expect(sent).toContain(`00-${traceId}-${data.baseData.id}-01`);
  });

  it('has its lines within the operation', () => {
    const lines = operation().filter(({ data }) => data.baseType === 'MessageData');
    expect(lines.map(({ data }) => data.baseData.properties['event'])).toContain('http.unauthorised');
    expect(deployed.log()).not.toContain('http.unauthorised');
    expect(deployed.log()).not.toContain('telemetry.');
  });

  it('says the reference everywhere', () => {
    expect(operation().length).toBeGreaterThan(3);
    expect(new Set(operation().map(said))).toEqual(new Set([id]));
  });

  it('reports the work that the request left in the queue, or a timer’s, under an operation of its own', () => {
    const triggers = ingestion.envelopes().map(({ data }) => data.baseData.properties['trigger']);
    expect(triggers).toContain('http');
    const others = ingestion.envelopes().filter(({ tags }) => tags['ai.operation.id'] !== traceId);
    expect(others.length).toBeGreaterThan(0);
  });

  it('says nothing about anybody, and nothing about itself', () => {
    const text = ingestion.text();
    for (const { name, email, jobTitle } of people)
      for (const word of [name, email, jobTitle]) expect(text).not.toContain(word);
    for (const { name, urn } of academies) for (const word of [name, urn]) expect(text).not.toContain(word);
    expect(text).not.toMatch(/Bearer|eyJ|\$filter|\$select|secret|orchard\.sharepoint|sites\/assured/i);
    expect(text).not.toMatch(/statsbeat|_OTELRESOURCE_/i);
  });
});
