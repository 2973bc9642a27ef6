import { InvocationContext } from '@azure/functions';
import type { HttpResponseInit } from '@azure/functions';
import { HttpRequest } from '@azure/functions';
import { unzipSync } from 'fflate';
import { handlerOf } from '../../../functions/http/edge';
import type { EdgeParts } from '../../../functions/http/edge';
import { Problem } from '../../../shared/schema/views';
import { alder, birch, cora, dana, hazel } from '../../support/builders/people';
import { urn } from '../../support/builders/ids';
import { signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings } from '../../support/builders/trust';
import { createRecordedLog, partsFor, read, routeNamed } from './asking';

const autumn = { year: '2026-27', period: 'autumn' };

interface Wanted {
  readonly name: 'exportMatrix' | 'exportReview';
  readonly as: string;
  readonly params: Record<string, string>;
  readonly query?: string;
}

const take = async (parts: EdgeParts, { name, as, params, query = '' }: Wanted): Promise<HttpResponseInit> => {
  const request = new HttpRequest({
    method: 'GET',
    url: `https://assured.example/api/x${query}`,
    params,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: { authorization: `Bearer ${as}` },
  });
  return handlerOf(parts, routeNamed(name))(request, new InvocationContext());
};
const taken = async (wanted: Wanted, holds: Holdings = { reviews: [signedOffReview()] }) =>
  take(partsFor(await createTrust(holds)), wanted);
const headersOf = ({ headers }: HttpResponseInit): Headers => new Headers(Object.entries(headers ?? {}));
const bytesOf = ({ body }: HttpResponseInit): Uint8Array => {
  if (!(body instanceof Uint8Array)) throw new Error('not bytes');
  return body;
};
const wordsIn = (workbook: Uint8Array): string =>
  Object.values(unzipSync(workbook))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');

const matrix = { name: 'exportMatrix', as: cora.id, params: { ...autumn, format: 'excel' } } as const;
const review = { name: 'exportReview', as: cora.id, params: { ...autumn, urn: urn.alder, format: 'pdf' } } as const;

describe('a file', () => {
  it.each([
    [matrix, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Matrix Autumn term 2026-27.xlsx'],
    [review, 'application/pdf', 'Review Alder Academy Autumn term 2026-27.pdf'],
  ])('has its type and name, and stays in no cache', async (wanted, type, name) => {
    const answer = await taken(wanted);
    const headers = headersOf(answer);
    expect([answer.status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    expect(bytesOf(answer).byteLength).toBeGreaterThan(1000);
  });

  it('is one of the two formats', async () => {
    const start = async (format: string) =>
      Buffer.from(bytesOf(await taken({ ...matrix, params: { ...autumn, format } })).slice(0, 4)).toString('latin1');
    expect([await start('excel'), await start('pdf')]).toEqual(['PK\u0003\u0004', '%PDF']);
    expect(read(await taken({ ...matrix, params: { ...autumn, format: 'csv' } })).status).toBe(404);
  });

  it('has a name that no header can break out of', async () => {
    const odd = { ...alder, name: 'Ysgol Tŷ “Gŵyl”\\";\u2028x' };
    const answer = await taken(review, { academies: [odd], reviews: [signedOffReview({ academy: odd })] });
    const disposition = headersOf(answer).get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[ -!#-[\]-~]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toContain('Ysgol Tŷ Gŵyl');
  });

  it('is filtered as its address says, and says so', async () => {
    const reviews = [signedOffReview(), signedOffReview({ academy: birch })];
    const words = wordsIn(bytesOf(await taken({ ...matrix, query: '?group=staffing&order=needs' }, { reviews })));
    expect(words).toContain('Function: Staffing (3 academies), by number of areas that need intervention, most first');
    expect(words).not.toContain('Attendance');
  });

  it('is refused for filters that are none', async () => {
    const answer = read(await taken({ ...matrix, query: '?order=worst&changed=maybe' }));
    expect(answer.status).toBe(400);
    expect(Problem.parse(answer.body).issues?.map(({ path }) => path)).toEqual(['changed', 'order']);
  });

  it('is of the academy of the path, whatever the query says', async () => {
    const reviews = [signedOffReview(), signedOffReview({ academy: birch })];
    const asHead = { ...review, as: hazel.id, params: { ...review.params, format: 'excel' } };
    const own = await taken({ ...asHead, query: `?urn=${urn.birch}` }, { reviews });
    expect(wordsIn(bytesOf(own))).toContain('Alder Academy');
    const other = await taken({ ...asHead, params: { ...asHead.params, urn: urn.birch } }, { reviews });
    expect(read(other)).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });

  it('leaves a line of who took what, without a name or a word of it', async () => {
    const log = createRecordedLog();
    await take(partsFor(await createTrust(), { log }), { ...matrix, as: dana.id });
    expect(log.lines).toEqual([
      {
        event: 'http.exported',
        facts: { route: 'exportMatrix', person: dana.id, bytes: expect.any(Number) as number },
      },
    ]);
  });
});
