import type { CorpusView } from '../../../src/engine/index/segment';

/** The distinct clauses of the first part of a corpus. */
export function firstClauses(view: CorpusView, characters: number): { clauses: string[]; characters: number } {
  let read = '';
  for (const segment of view) {
    if (read.length >= characters) break;
    read += segment.slice(0, Math.min(segment.length, characters - read.length));
  }
  const clauses = new Set(read.split(/[^\p{L}\p{N}、]+/u).filter(clause => clause.length >= 2));
  return { clauses: [...clauses], characters: read.length };
}
