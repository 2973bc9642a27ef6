import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import type { z } from 'zod';
import { entraTables } from './entra/tables';
import { graphTables } from './graph/tables';

export type SqlValue = string | number | null;

/** The embedded database of the local Microsoft 365: synchronous, one connection, one process. */
export interface LocalDatabase {
  /** Runs one or several statements without values; the place for `create table if not exists`. */
  exec(sql: string): void;
  /** better-sqlite3's prepared statement, made once for each text. */
  prepare(sql: string): Database.Statement;
  rows<T>(shape: z.ZodType<T>, sql: string, ...values: SqlValue[]): T[];
  row<T>(shape: z.ZodType<T>, sql: string, ...values: SqlValue[]): T | undefined;
  /** An insert, update or delete. Answers the number of rows it changed. */
  change(sql: string, ...values: SqlValue[]): number;
  /** All or nothing; inside another one it joins it. */
  atomically<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the file, or makes it, with the tables of Graph and Entra. The write-ahead log keeps every answered
 * write when the process is killed.
 */
export const openDatabase = (file: string): LocalDatabase => {
  mkdirSync(path.dirname(file), { recursive: true });
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('foreign_keys = ON');
  connection.exec(entraTables);
  connection.exec(graphTables);

  const prepared = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    exec: (sql) => void connection.exec(sql),
    prepare,
    rows: (shape, sql, ...values) =>
      prepare(sql)
        .all(values)
        .map((row) => shape.parse(row)),
    row: (shape, sql, ...values) => {
      const [first] = prepare(sql).all(values);
      return first === undefined ? undefined : shape.parse(first);
    },
    change: (sql, ...values) => prepare(sql).run(values).changes,
    atomically: (work) => (connection.inTransaction ? work() : connection.transaction(work).immediate()),
    close: () => {
      prepared.clear();
      if (connection.open) connection.close();
    },
  };
};
