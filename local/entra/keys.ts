import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { LocalDatabase } from '../database';

/** Entra signs what people and apps get; the channel is the Bot Connector, with keys of its own. */
export type KeyPurpose = 'entra' | 'channel';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface SigningKeys {
  /** The one that signs now. */
  current(): SigningKey;
  find(kid: string): SigningKey | undefined;
  /** The published set, newest first. */
  published(): JWK[];
  /** A new key signs from now on. The old ones stay published, unless they are withdrawn. */
  rotate(options?: { withdrawOld?: boolean }): void;
}

const Row = z.object({ kid: z.string(), private_key: z.string() });

const fromRow = (row: z.infer<typeof Row>): SigningKey => {
  const privateKey = createPrivateKey(row.private_key);
  return { kid: row.kid, privateKey, publicKey: createPublicKey(privateKey) };
};

/** A key pair that no key set names: for forged signatures. */
export const newPrivateKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

export const signingKeys = (database: LocalDatabase, purpose: KeyPurpose): SigningKeys => {
  const load = (): SigningKey[] =>
    database
      .rows(Row, 'select kid, private_key from signing_keys where purpose = ? order by position desc', purpose)
      .map(fromRow);
  const add = (): void => {
    const pem = newPrivateKey().export({ type: 'pkcs8', format: 'pem' }).toString();
    database.change(
      `insert into signing_keys (kid, purpose, private_key, position)
       values (?, ?, ?, (select coalesce(max(position), 0) + 1 from signing_keys))`,
      randomUUID(),
      purpose,
      pem,
    );
  };
  if (load().length === 0) add();
  let keys = load();
  const current = (): SigningKey => {
    const [newest] = keys;
    if (!newest) throw new Error(`No signing key for ${purpose}.`);
    return newest;
  };
  return {
    current,
    find: (kid) => keys.find((key) => key.kid === kid),
    published: () =>
      keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' })),
    rotate: ({ withdrawOld = false } = {}) => {
      if (withdrawOld) database.change('delete from signing_keys where purpose = ?', purpose);
      add();
      keys = load();
    },
  };
};
