import { setImmediate } from 'node:timers/promises';
import { type ReadEntry, readArticles } from '../../corpus/reading/readArticles';
import type { KeptLines } from '../../corpus/writer/articleNotes';
import type { Imported, ImportedArticle } from '../protocol/corpus';

/** What is known of a file beside what it says; by the entries of its articles. */
export interface KnownOfFile {
  /** What the index took out because other articles have it, too. */
  readonly recurring: ReadonlyMap<number, readonly string[]>;
  /** Lines that the writer keeps. */
  readonly kept: KeptLines;
}

/** Removals and problems in one answer: more than a person reads. */
const MOST_FINDINGS = 500;

/**
 * What importing a file took out and complained of. The file is read again: the index keeps only the counts.
 *
 * @param known what the index and the writer know of it
 * @param isCancelled asked between articles: a collection may be long
 * @throws {UnreadableFileError}
 */
export async function imported(
  path: string,
  language: 'zh' | 'en',
  { recurring, kept }: KnownOfFile = { recurring: new Map(), kept: new Map() },
  isCancelled: () => boolean = () => false,
): Promise<Imported> {
  const articles: ImportedArticle[] = [];
  let room = MOST_FINDINGS;
  for await (const read of readArticles(path, { kept })) {
    const all = findingsOf(read, language, recurring.get(read.entry) ?? [], kept);
    const problems = all.problems.slice(0, room);
    const removed = all.removed.slice(0, room - problems.length);
    const count = problems.length + removed.length;
    room -= count;
    if (count + all.kept.length > 0) articles.push({ ...all, problems, removed });
    if (count < all.problems.length + all.removed.length) return { articles, isCut: true };
    // Other requests are not kept waiting.
    await setImmediate();
    if (isCancelled()) break;
  }
  return { articles, isCut: false };
}

function findingsOf(
  read: ReadEntry,
  language: 'zh' | 'en',
  recurring: readonly string[],
  keptLines: KeptLines,
): ImportedArticle {
  const { entry } = read;
  const kept = [...(keptLines.get(entry) ?? [])];
  if ('problem' in read) {
    const message = read.problem[language];
    return { entry, title: '', removed: [], kept, problems: [{ message, line: entry, text: '' }] };
  }
  const { title, removed, problems, paragraphs } = read.article;
  // Their lines in the source are not known any more: where they stand among the paragraphs says where to look.
  const out = paragraphs.flatMap(({ text }, line) =>
    recurring.includes(text) && !kept.includes(text) ? [{ reason: 'recurring' as const, text, line }] : [],
  );
  return {
    entry,
    title,
    removed: [...removed, ...out],
    kept,
    problems: problems.map(problem => ({ ...problem, message: problem.message[language] })),
  };
}
