import { z } from 'zod';

/** One of the keys with which the Bot Framework signs what it sends. */
const ChannelKey = z.looseObject({
  kid: z.string(),
  kty: z.string(),
  /** The channels that may be spoken for with it; any where none is named. */
  endorsements: z.array(z.string()).optional(),
});
export type ChannelKey = z.infer<typeof ChannelKey>;

const Metadata = z.object({ jwks_uri: z.url() });
const KeySet = z.object({ keys: z.array(z.unknown()).max(200) });

/** The keys cannot be had: that says nothing about who asks. */
export class ChannelKeysUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('The Bot Framework’s keys cannot be had.', options);
    this.name = 'ChannelKeysUnavailable';
  }
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Kept so long, as the Bot Framework asks for. */
const freshFor = day;
/** Old keys are better than none while new ones cannot be had, for as long as an outage may last. */
const usableFor = 3 * day;
/** Between two fetches, whatever comes of them: anybody can send a token that names a key which does not exist. */
const restBetween = minute;
const patience = 5_000;

type FetchJson = (url: string) => Promise<unknown>;

const fetchJson: FetchJson = async (url) => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.status} for the Bot Framework’s keys.`);
  return response.json();
};

const readKeys = async (metadataUrl: string): Promise<readonly ChannelKey[]> => {
  const { jwks_uri } = Metadata.parse(await fetchJson(metadataUrl));
  if (new URL(jwks_uri).protocol !== new URL(metadataUrl).protocol) throw new Error('The keys are elsewhere.');
  // One of a kind that is new to us says nothing against the others.
  return KeySet.parse(await fetchJson(jwks_uri)).keys.flatMap((key) => ChannelKey.safeParse(key).data ?? []);
};

interface Held {
  readonly keys: readonly ChannelKey[];
  readonly at: number;
}

/**
 * The keys by their ids. When they rotate, the first token that names a new one has them fetched; not for every token
 * that does so, but once a minute at most, once for all who ask meanwhile, and with a limit of time. botframework-connector
 * has its own keeper, which fetches for each asker without end while the service fails, and for an hour after a fetch does
 * not look for a new key at all.
 */
export const createChannelKeys = (metadataUrl: string, now: () => number) => {
  let held: Held | undefined;
  let failure: unknown;
  let lastAsked = -Infinity;
  let underway: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    try {
      held = { keys: await readKeys(metadataUrl), at: now() };
      failure = undefined;
    } catch (fault) {
      failure = fault;
    }
  };

  const refreshed = (): Promise<void> => {
    if (!underway && now() - lastAsked < restBetween) return Promise.resolve();
    if (!underway) {
      lastAsked = now();
      underway = refresh().finally(() => (underway = undefined));
    }
    return underway;
  };

  const find = (kid: string, notOlderThan: number): ChannelKey | undefined =>
    held && now() - held.at < notOlderThan ? held.keys.find((key) => key.kid === kid) : undefined;

  /** Undefined where there is no such key; throws `ChannelKeysUnavailable` where that cannot be told. */
  return async (kid: string): Promise<ChannelKey | undefined> => {
    const known = find(kid, freshFor);
    if (known) return known;
    await refreshed();
    const found = find(kid, usableFor);
    if (!found && (failure !== undefined || !held)) throw new ChannelKeysUnavailable({ cause: failure });
    return found;
  };
};
