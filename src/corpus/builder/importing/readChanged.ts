import { basename, extname } from 'node:path';
import { formatOf } from '../../formats/formats';
import { systemError } from '../../formats/readBytes';
import { type Reason, UnreadableFileError } from '../../formats/unreadableFile';
import type { FileRecord, FileState } from '../../index/manifest';
import type { Changes } from '../../listing/changes';
import { NoFileError, StalledReadError } from '../../reading/boundedFile';
import type { Ledger } from '../publishing/ledger';
import { StorageError } from '../publishing/storageErrors';
import { hashFile } from './hashFile';
import type { Importer } from './importer';
import { TimeLimitError } from './timeLimit';

/** What is to be read, and with what. */
export interface ReadRun {
  readonly changes: Changes;
  readonly ledger: Ledger;
  readonly importer: Importer;
  /** Is a file to be read even if it has not changed? */
  readonly isAsked: (file: FileState) => boolean;
  readonly signal: AbortSignal;
  /** The program that was tried on what could not be read, if there is one. */
  readonly converter?: string | undefined;
  readonly onFile: (file: FileState) => void;
}

/** Reads the changed files one after the other. A bad file is noted and passed over; only `StorageError` is thrown. */
export async function readChanged(run: ReadRun): Promise<void> {
  const { changes, ledger, importer, signal, onFile, converter } = run;
  const movable = new Map(changes.gone.map(file => [file.hash, file]));
  for (const file of changes.toRead) {
    if (signal.aborted) break;
    onFile(file);
    try {
      await readOne(run, file, movable);
    } catch (error) {
      if (error instanceof StorageError) throw error;
      // Cancelled while it was converted: the next build tries it again.
      if (signal.aborted) break;
      const reason = reasonOf(error);
      ledger.skip({ ...file, reason, ...(converter && reason.converts && { converter }) });
    }
  }
  await importer.finish();
}

async function readOne({ ledger, importer, isAsked }: ReadRun, file: FileState, movable: Map<string, FileRecord>) {
  const hash = await hashFile(file.path, file.size);
  const known = ledger.file(file.path);
  if (isAsked(file)) return importer.read(file, hash, 0);
  // Touched or moved: the same bytes are not read again.
  if (known?.complete && known.hash === hash) return ledger.restate(known, file);
  const moved = movable.get(hash);
  if (moved?.complete && (await readsAlike(moved.path, file.path))) {
    movable.delete(hash);
    return ledger.restate(moved, file);
  }
  // Interrupted before: go on behind what is indexed.
  return importer.read(file, hash, known?.hash === hash ? known.entries : 0);
}

/** The name of a document may be where its title comes from; that of a collection means nothing. */
async function readsAlike(gone: string, there: string): Promise<boolean> {
  if (basename(gone) === basename(there)) return true;
  return extname(gone) === extname(there) && (await formatOf(there)).isCollection;
}

const TOO_SLOW: Reason = {
  kind: 'too-slow',
  zh: '读取超时（一篇超过 60 秒），已跳过。请检查文件是否过大或损坏。',
  en: 'Reading took more than 60 seconds for one article: skipped. Check whether the file is too large or damaged.',
};

function reasonOf(error: unknown): Reason {
  if (error instanceof UnreadableFileError) return error.reason;
  if (error instanceof TimeLimitError) return TOO_SLOW;
  if (error instanceof StalledReadError || error instanceof NoFileError) return systemError('', error).reason;
  const { code, name } = error as NodeJS.ErrnoException;
  return {
    kind: 'access',
    zh: `无法读取（${code ?? name}），请检查文件及其权限。`,
    en: `Cannot be read (${code ?? name}): check the file and its permissions.`,
  };
}
