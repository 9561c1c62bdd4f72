import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { speech } from '../sampleText';

/** A folder of its own for a test, with a corpus and a place for the index. */
export interface TestFolder {
  readonly corpus: string;
  readonly storage: string;
  /** Absolute path of a corpus file. */
  path(name: string): string;
  /** Writes a corpus file; returns its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Writes a text file of a heading and some generated sentences. */
  writeSpeech(name: string, seed: number, characters?: number): string;
  remove(): void;
}

export function testFolder(): TestFolder {
  const root = mkdtempSync(join(tmpdir(), 'fanben-语料-'));
  const corpus = join(root, '讲话');
  mkdirSync(corpus);
  const path = (name: string) => join(corpus, name);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
    return path(name);
  };
  return {
    corpus,
    storage: join(root, '索引'),
    path,
    write,
    writeSpeech: (name, seed, characters = 300) =>
      write(name, `在第${seed}次座谈会上的讲话\n${speech(seed, characters)}\n`),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Lines of a collection, one generated article a line. */
export function collection(articles: number, characters: number, firstSeed = 0): string {
  return Array.from({ length: articles }, (_, i) => {
    const seed = firstSeed + i;
    return JSON.stringify({
      title: `第${seed}篇`,
      date: '2022-03-04',
      speaker: '苏明远',
      text: speech(seed, characters),
    });
  })
    .map(line => `${line}\n`)
    .join('');
}
