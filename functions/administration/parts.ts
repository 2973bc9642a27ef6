import type { Store } from '../../shared/application/ports/store';
import type { GraphClient } from '../adapters/graph/client';
import type { Seals } from '../adapters/graph/seals';
import type { DeliveryTables } from '../adapters/storage/deliveryTables';
import type { Provisioned } from '../adapters/graph/provision';
import type { SiteAddress } from '../environment';

/** What the administrator's commands work with. */
export interface AdministrationParts {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  readonly store: Store & { readonly seals: Seals };
  /** The app registration in whose name this is done. */
  readonly appId: string;
  /** What was sent to whom; absent where nobody said where that is kept. */
  readonly tables?: DeliveryTables;
  /** Shows how far something long has come; nobody watches where it is absent. */
  readonly tell?: (words: string) => void;
}

export const done = (...lines: readonly string[]): Provisioned => ({ ok: true, lines });
export const wrong = (...lines: readonly string[]): Provisioned => ({ ok: false, lines });
