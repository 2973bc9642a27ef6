import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { preparedFiles } from './dataDir';

const Properties = z.record(z.string(), z.string()).default({});

/** What Application Insights is sent, as far as the tests look at it. */
export const Envelope = z.object({
  name: z.string(),
  tags: z.record(z.string(), z.string()),
  data: z.object({
    baseType: z.string(),
    baseData: z.looseObject({
      name: z.string().optional(),
      id: z.string().optional(),
      type: z.string().optional(),
      target: z.string().optional(),
      resultCode: z.string().optional(),
      responseCode: z.string().optional(),
      success: z.boolean().optional(),
      message: z.string().optional(),
      severityLevel: z.string().optional(),
      properties: Properties,
    }),
  }),
});
export type Envelope = z.infer<typeof Envelope>;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Application Insights' door, with TLS as the exporter wants it: takes what comes and keeps it, or refuses. */
export const startIngestion = async () => {
  const taken: string[] = [];
  const asked: { readonly url: string; readonly authorization: string | undefined }[] = [];
  let refusing: number | undefined;
  const answer: RequestListener = (request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
      const count = z.array(z.unknown()).safeParse(JSON.parse(body)).data?.length ?? 0;
      if (refusing === undefined) taken.push(body);
      response.writeHead(refusing ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ itemsReceived: count, itemsAccepted: refusing ? 0 : count, errors: [] }));
    });
  };
  const { certificate, certificateKey } = preparedFiles();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(certificateKey) }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connectionString: `InstrumentationKey=a55e0000-0000-4000-8000-00000000001c;IngestionEndpoint=https://localhost:${port}/`,
    asked,
    /** Everything that was taken, as it came. */
    text: () => taken.join('\n'),
    envelopes: (): readonly Envelope[] => taken.flatMap((body) => z.array(Envelope).parse(JSON.parse(body))),
    refuse: (status: number | undefined) => void (refusing = status),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
export type Ingestion = Awaited<ReturnType<typeof startIngestion>>;
