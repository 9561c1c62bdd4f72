import { join } from 'node:path';
import { HITS, type SearchEngine } from './searchEngine';

/** What node:sqlite and better-sqlite3 have in common. */
interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
  close(): void;
}

type OpenDatabase = (path: string) => Database;

/** SQLite's full-text index of all triples of characters, the usual way to find any part of a Chinese text. */
export const sqliteTrigram: SearchEngine = (() => {
  const open = findSqlite();
  return {
    name: 'SQLite FTS5 trigram',
    ...(!open && { missing: 'no SQLite: Node 22 has one, and better-sqlite3 could not be installed' }),
    build(passages, folder) {
      const database = open!(join(folder, 'passages.sqlite'));
      database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'trigram')");
      database.exec('BEGIN');
      const insert = database.prepare('INSERT INTO passages (text) VALUES (?)');
      for (const text of passages) insert.run(text);
      database.exec('COMMIT');
      const match = database.prepare(`SELECT rowid, text FROM passages WHERE passages MATCH ? LIMIT ${HITS}`);
      const like = database.prepare(`SELECT rowid, text FROM passages WHERE text LIKE ? LIMIT ${HITS}`);
      const both = database.prepare(`SELECT rowid, text FROM passages WHERE text LIKE ? AND text LIKE ? LIMIT ${HITS}`);
      return {
        // Two characters are no triple: such a phrase is looked for in every passage.
        phrase: phrase => (phrase.length < 3 ? like.all(`%${phrase}%`) : match.all(`"${phrase}"`)),
        words(query) {
          const words = query.split(' ');
          return words.some(word => word.length < 3)
            ? both.all(...words.map(word => `%${word}%`))
            : match.all(words.map(word => `"${word}"`).join(' '));
        },
        close: () => database.close(),
      };
    },
  };
})();

function findSqlite(): OpenDatabase | undefined {
  const tries: readonly (() => OpenDatabase)[] = [
    () => {
      const { DatabaseSync } = require('node:sqlite') as { DatabaseSync: new (path: string) => Database };
      return path => new DatabaseSync(path);
    },
    () => {
      const Sqlite = require(process.env.FANBEN_SQLITE ?? 'better-sqlite3') as new (path: string) => Database;
      return path => new Sqlite(path);
    },
  ];
  for (const find of tries) {
    try {
      return find();
    } catch {
      // not in this Node, not installed
    }
  }
  return undefined;
}
