import { kinds } from '../../../functions/adapters/aggregates';
import type { Archive } from '../../../shared/schema/archive';
import { archiveOf } from '../../support/builders/archive';
import { everything } from '../../support/builders/wholeTrust';
import { type FakeStore } from '../../support/fakeStore';

export const trustArchive = async (): Promise<Archive> => archiveOf((await everything()).store);

/** Everything in a store, in no order. */
export const allOf = async (store: FakeStore): Promise<unknown> =>
  Promise.all(
    kinds.map(async (kind) => {
      const { documents } = await store.everything(kind);
      return documents.map((document) => JSON.stringify(document)).sort();
    }),
  );
