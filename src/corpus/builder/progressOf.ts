import { extname } from 'node:path';
import type { FileState } from '../index/manifest';
import type { Progress } from './messages';

/** Characters to a byte of a collection: what part of a large file is done is estimated by what came out of it. */
const CHARACTERS_PER_BYTE: Readonly<Record<string, number>> = { '.jsonl': 0.34, '.gz': 0.84 };

/** Told what is read, it knows how much is done. */
export interface ProgressTracker {
  /** How much of what is to be read is done, of 1. */
  share(): number;
  /** A file is begun, so the one before is done. */
  onFile(file: FileState): void;
  onArticle(characters: number): void;
  finish(): void;
}

/** Counts what is done of the files of a corpus, those that need no reading included. */
export function progressOf(
  found: readonly FileState[],
  toRead: readonly FileState[],
  report: (progress: Progress) => void,
): ProgressTracker {
  const bytesFound = toRead.reduce((sum, { size }) => sum + size, 0);
  const filesFound = found.length;
  let filesDone = filesFound - toRead.length;
  let bytesBefore = 0;
  let current: FileState | undefined;
  let characters = 0;

  const bytesDone = () => bytesBefore + bytesOf(current, characters);
  const tell = () => report({ filesDone, filesFound, bytesDone: bytesDone(), bytesFound });
  const closeFile = () => {
    if (!current) return;
    filesDone++;
    bytesBefore += current.size;
    current = undefined;
  };
  tell();
  return {
    share: () => bytesDone() / Math.max(1, bytesFound),
    onFile(file) {
      closeFile();
      current = file;
      characters = 0;
      tell();
    },
    onArticle(more) {
      characters += more;
      tell();
    },
    finish() {
      closeFile();
      tell();
    },
  };
}

function bytesOf(file: FileState | undefined, characters: number): number {
  const density = file && CHARACTERS_PER_BYTE[extname(file.path).toLowerCase()];
  return density ? Math.min(file.size, Math.round(characters / density)) : 0;
}
