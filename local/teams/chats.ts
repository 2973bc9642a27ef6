import { z } from 'zod';
import type { ChatDatabase } from './platform';
import { ChatMessage } from './shapes';

const schema = `
  CREATE TABLE IF NOT EXISTS teams_conversation (id TEXT PRIMARY KEY, person TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS teams_installation (
    person TEXT PRIMARY KEY,
    installed INTEGER NOT NULL,
    announced INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS teams_activity (
    conversation TEXT NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (conversation, id, version)
  );`;

const ConversationRow = z.object({ id: z.string(), person: z.string() });
const InstallationRow = z.object({ installed: z.number(), announced: z.number() });
const ActivityRow = z.object({ document: z.string() });

export type NewMessage = Omit<z.input<typeof ChatMessage>, 'id' | 'version' | 'at'>;

/** `new`: never installed; `unannounced`: installed, the bot does not know yet; `removed`: uninstalled by the person. */
export type Installation = 'new' | 'unannounced' | 'announced' | 'removed';

const installations = (database: ChatDatabase) => {
  const write = (person: string, installed: boolean, announced: boolean): void => {
    database
      .prepare('INSERT OR REPLACE INTO teams_installation (person, installed, announced) VALUES (?, ?, ?)')
      .run(person, installed ? 1 : 0, announced ? 1 : 0);
  };
  const installationOf = (person: string): Installation => {
    const row = database.prepare('SELECT installed, announced FROM teams_installation WHERE person = ?').get(person);
    if (row === undefined || row === null) return 'new';
    const { installed, announced } = InstallationRow.parse(row);
    if (installed === 0) return 'removed';
    return announced === 1 ? 'announced' : 'unannounced';
  };
  return {
    installationOf,
    isInstalled: (person: string): boolean => ['unannounced', 'announced'].includes(installationOf(person)),
    install: (person: string): void => write(person, true, false),
    markAnnounced: (person: string): void => write(person, true, true),
    remove: (person: string): void => write(person, false, true),
  };
};

const conversations = (database: ChatDatabase) => ({
  open(id: string, person: string): void {
    database.prepare('INSERT OR IGNORE INTO teams_conversation (id, person) VALUES (?, ?)').run(id, person);
  },
  personIn(id: string): string | undefined {
    const row = database.prepare('SELECT id, person FROM teams_conversation WHERE id = ?').get(id);
    return row === undefined || row === null ? undefined : ConversationRow.parse(row).person;
  },
});

const read = (row: unknown): ChatMessage => ChatMessage.parse(JSON.parse(ActivityRow.parse(row).document));

const messages = (database: ChatDatabase, now: () => number) => {
  const write = (conversation: string, message: ChatMessage): ChatMessage => {
    database
      .prepare('INSERT INTO teams_activity (conversation, id, version, document) VALUES (?, ?, ?, ?)')
      .run(conversation, Number(message.id), message.version, JSON.stringify(message));
    return message;
  };
  /** Ids are the milliseconds of arrival, moved on by one where two arrive together. */
  const nextId = (conversation: string): number => {
    const row = database
      .prepare('SELECT COALESCE(MAX(id), 0) AS last FROM teams_activity WHERE conversation = ?')
      .get(conversation);
    return Math.max(now(), z.object({ last: z.number() }).parse(row).last + 1);
  };
  const find = (conversation: string, id: string): ChatMessage | undefined => {
    const row = database
      .prepare('SELECT document FROM teams_activity WHERE conversation = ? AND id = ? ORDER BY version DESC LIMIT 1')
      .get(conversation, Number(id));
    return row === undefined || row === null ? undefined : read(row);
  };
  return {
    find,
    add(conversation: string, message: NewMessage): ChatMessage {
      const id = nextId(conversation);
      const at = new Date(now()).toISOString();
      return write(conversation, ChatMessage.parse({ ...message, id: String(id), version: 1, at }));
    },
    /** A new version with the given fields laid over the newest one; the earlier versions stay readable. */
    revise(conversation: string, current: ChatMessage, changes: Partial<ChatMessage>): ChatMessage {
      return write(conversation, ChatMessage.parse({ ...current, ...changes, version: current.version + 1 }));
    },
    /** Every message's newest version, oldest first. */
    list(conversation: string): ChatMessage[] {
      const rows = database
        .prepare(`SELECT document, MAX(version) FROM teams_activity WHERE conversation = ? GROUP BY id ORDER BY id`)
        .all(conversation);
      return rows.map(read).filter((message) => message.deleted !== true);
    },
    versions(conversation: string, id: string): ChatMessage[] {
      return database
        .prepare('SELECT document FROM teams_activity WHERE conversation = ? AND id = ? ORDER BY version')
        .all(conversation, Number(id))
        .map(read);
    },
  };
};

/**
 * What Teams remembers: conversations, installations and every version of every message.
 * Written at once, so that chats survive a restart, even a killed one.
 */
export const openChats = (database: ChatDatabase, now: () => number = Date.now) => {
  database.exec(schema);
  return {
    ...installations(database),
    conversations: conversations(database),
    messages: messages(database, now),
  };
};
export type Chats = ReturnType<typeof openChats>;
