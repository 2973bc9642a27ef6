import { odata } from '@azure/data-tables';
import type { TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
import {
  type Announceable,
  cardStates,
  type Announcements,
  type Conversation,
  type Conversations,
  type SentCard,
  type SentCards,
} from '../../../shared/application/ports/delivery';
import type { KeptDelivery } from '../../../shared/application/ports/keptDelivery';
import { Instant, PersonId } from '../../../shared/schema/ids';
import { Matter } from '../../../shared/schema/matter';
import type { StorageSettings } from '../../storageSettings';
import { createTable } from './tables';
import type { Stored, Table } from './tables';
import { tableKey } from './tableKeys';

/** Of which docs/privacy.md tells, one and all. */
export const tableNames = ['conversations', 'sentcards', 'announcements'] as const;
type TableName = (typeof tableNames)[number];
type Keys = Readonly<Record<'partitionKey' | 'rowKey', string>>;

const StoredConversation = z.object({
  person: PersonId,
  conversationId: z.string(),
  serviceUrl: z.string(),
  userId: z.string(),
  botId: z.string(),
  removed: z.literal(true).exactOptional(),
});

const StoredCard = z
  .object({
    etag: z.string(),
    matterKind: Matter.shape.kind,
    matterKey: Matter.shape.key,
    person: PersonId,
    slot: z.string(),
    state: z.enum(cardStates),
    urgent: z.boolean().exactOptional(),
    since: Instant,
    activityId: z.string().exactOptional(),
    conversationId: z.string().exactOptional(),
    serviceUrl: z.string().exactOptional(),
    shows: z.string().exactOptional(),
    reason: z.string().exactOptional(),
  })
  .transform(({ etag, matterKind, matterKey, ...card }) => ({
    ...card,
    matter: { kind: matterKind, key: matterKey },
    version: etag,
  }));

const StoredAnnouncement = z.object({
  matterKind: z.enum([...Matter.shape.kind.options, 'people']),
  matterKey: Matter.shape.key,
  version: z.string().exactOptional(),
  failed: z.string().exactOptional(),
});

const keysOfConversation = (person: PersonId) => ({ partitionKey: 'person', rowKey: tableKey(person) });

const entityOfConversation = (conversation: Conversation): TableEntity => ({
  ...keysOfConversation(conversation.person),
  ...conversation,
});

const createConversations = (table: Table): Conversations => {
  const get: Conversations['get'] = async (person) => {
    const { partitionKey, rowKey } = keysOfConversation(person);
    const found = await table.get(partitionKey, rowKey);
    return found === undefined ? undefined : StoredConversation.parse(found);
  };
  return {
    get,
    put: (conversation) => table.put(entityOfConversation(conversation)),
    async add(conversation) {
      const isNew = (await table.insert(entityOfConversation(conversation))) !== undefined;
      return (isNew ? undefined : await get(conversation.person)) ?? conversation;
    },
    async serviceUrl() {
      const found = await table.any();
      return found === undefined ? undefined : StoredConversation.parse(found).serviceUrl;
    },
  };
};

const keysOfCard = ({ matter, person, slot }: Pick<SentCard, 'matter' | 'person' | 'slot'>) => ({
  partitionKey: tableKey(nameOfMatter(matter)),
  rowKey: tableKey(`${person}:${slot}`),
});

const entityOf = ({
  matter,
  version: _version,
  ...card
}: Omit<SentCard, 'version'> & { version?: string }): TableEntity => ({
  ...keysOfCard({ matter, ...card }),
  matterKind: matter.kind,
  matterKey: matter.key,
  ...card,
});

const createSentCards = (table: Table): SentCards => {
  const cards = async (filter: string): Promise<readonly SentCard[]> =>
    (await table.all(filter)).map((entity: Stored) => StoredCard.parse(entity));
  return {
    forMatter: (matter) => cards(odata`PartitionKey eq ${tableKey(nameOfMatter(matter))}`),
    inState: (states, person) => {
      const standing = `(${states.map((state) => odata`state eq ${state}`).join(' or ')})`;
      return cards(person === undefined ? standing : `${standing} and ${odata`person eq ${person}`}`);
    },
    async claim(card) {
      const version = await table.insert(entityOf(card));
      return version === undefined ? undefined : { ...card, version };
    },
    async save(card) {
      const version = await table.replace(entityOf(card), card.version);
      return version === undefined ? undefined : { ...card, version };
    },
  };
};

const keysOfAnnouncement = ({ kind, key }: Announceable) => ({ partitionKey: kind, rowKey: tableKey(key) });

const rowOf = (what: Announceable): TableEntity => ({
  ...keysOfAnnouncement(what),
  ...{ matterKind: what.kind, matterKey: what.key },
});

const createAnnouncements = (table: Table): Announcements => ({
  async all() {
    const found = (await table.all()).map((entity) => StoredAnnouncement.parse(entity));
    return new Map(
      found.map(({ matterKind, matterKey, ...announced }) => [
        nameOfMatter({ kind: matterKind, key: matterKey }),
        announced,
      ]),
    );
  },
  record: (matter, version) => table.put({ ...rowOf(matter), version }),
  recordFailed: (matter, version) => table.merge({ ...rowOf(matter), failed: version }),
});

const createKept = (tables: Readonly<Record<TableName, Table>>): KeptDelivery => {
  const remove = (name: TableName, { partitionKey, rowKey }: Keys, version?: string): Promise<boolean> =>
    tables[name].remove(partitionKey, rowKey, version);
  return {
    async *conversations() {
      for await (const page of tables.conversations.pages())
        yield page.map((found) => ({ conversation: StoredConversation.parse(found), version: found.etag }));
    },
    async *cards() {
      for await (const page of tables.sentcards.pages()) yield page.map((found) => StoredCard.parse(found));
    },
    dropConversation: (person, version) => remove('conversations', keysOfConversation(person), version),
    dropCard: (card) => remove('sentcards', keysOfCard(card), card.version),
    dropAnnouncement: (what) => remove('announcements', keysOfAnnouncement(what)),
  };
};

export interface DeliveryTables {
  readonly conversations: Conversations;
  readonly sentCards: SentCards;
  readonly announcements: Announcements;
  readonly kept: KeptDelivery;
}

/** What was sent where, in the app's own storage account: ids only, nothing of the trust's records. */
export const createDeliveryTables = (storage: StorageSettings): DeliveryTables => {
  const conversations = createTable(storage, 'conversations');
  const sentcards = createTable(storage, 'sentcards');
  const announcements = createTable(storage, 'announcements');
  return {
    conversations: createConversations(conversations),
    sentCards: createSentCards(sentcards),
    announcements: createAnnouncements(announcements),
    kept: createKept({ conversations, sentcards, announcements }),
  };
};
