/** Status, code and texts as in facts/graph.md 1.9. Nobody may branch on the message. */
export class GraphFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: { readonly inner?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
  }
}

export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** Graph's `date` carries no zone. */
const graphDate = (): string => new Date().toISOString().slice(0, 19);

export const errorBody = (fault: GraphFault, { requestId, clientRequestId }: RequestIds, localized = false) => ({
  error: {
    code: fault.code,
    message: fault.message,
    ...(localized ? { localizedMessage: fault.message } : {}),
    innerError: {
      ...(fault.details.inner === undefined ? {} : { code: fault.details.inner }),
      date: graphDate(),
      'request-id': requestId,
      'client-request-id': clientRequestId,
    },
  },
});

export const invalidRequest = (message = 'Invalid request', inner?: string): GraphFault =>
  new GraphFault(400, 'invalidRequest', message, inner === undefined ? {} : { inner });

export const badRequest = (message: string): GraphFault => new GraphFault(400, 'BadRequest', message);

/** What SharePoint answers to a value of the wrong shape. */
export const generalException = (): GraphFault =>
  new GraphFault(500, 'generalException', 'General exception while processing');

export const itemNotFound = (message = 'Item not found'): GraphFault => new GraphFault(404, 'itemNotFound', message);

export const accessDenied = (): GraphFault => new GraphFault(403, 'accessDenied', 'Access denied');

export const nameExists = (): GraphFault =>
  new GraphFault(409, 'nameAlreadyExists', 'The specified item name already exists');

const modified = 'The resource has changed since the caller last read it; usually an eTag mismatch';

export const resourceModified = (inner: string | null = null): GraphFault =>
  new GraphFault(412, 'resourceModified', modified, inner === null ? {} : { inner });

/** A race lost inside SharePoint by a write without `If-Match`: the same code and message, another status. */
export const lostRace = (): GraphFault => new GraphFault(409, 'resourceModified', modified);

export const uniqueViolated = (): GraphFault =>
  invalidRequest('One or more fields with unique constraints already has the provided value.');

export const notIndexed = (field: string, code: string): GraphFault =>
  new GraphFault(
    400,
    code,
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the ` +
      "'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries " +
      'may fail on large lists.',
  );

export const tooManyResources = (): GraphFault =>
  new GraphFault(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    inner: 'tooManyResources',
  });

const unknownSegmentText = 'Resource not found for the segment';

export const unknownSegment = (segment: string): GraphFault => badRequest(`${unknownSegmentText} '${segment}'.`);

/** Whether an answer is that of an unknown address. */
export const isUnknownSegment = (status: number, body: unknown): boolean =>
  status === 400 && JSON.stringify(body).includes(unknownSegmentText);

/** Part of Graph, and not of this one. */
export const notEmulated = (what: string): GraphFault =>
  new GraphFault(501, 'notSupported', `The local Graph does not know ${what}.`);
