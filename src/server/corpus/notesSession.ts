import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FileRecord } from '../../corpus/index/manifest';
import { OWN_FOLDER } from '../../corpus/storage/world';
import {
  type ArticleNotes,
  type FileNote,
  followingFiles,
  notesByFile,
  withNote,
} from '../../corpus/writer/articleNotes';
import { changeNotes, LockedNotesError, readNotes } from '../../corpus/writer/notesFile';
import { describeFailure, type Report } from '../door/answer';
import type { Settings } from '../settings';

/** What the writer has noted about the articles of the corpus. */
export interface NotesSession {
  /** As they were read or written last. */
  all(): ArticleNotes;
  /** Reads the file of notes. Never rejects: the writer is told where it is locked, the log where it cannot be read. */
  read(): Promise<void>;
  /** Changes what is noted about an article of a file, for good. Rejects with what the writer is told where the file of notes cannot be written. */
  change(file: FileRecord, entry: number, changeOf: (now: FileNote) => FileNote): Promise<void>;
  /** Files were changed or moved: their notes go with them. */
  follow(files: readonly FileRecord[]): void;
}

const NONE: ArticleNotes = { notes: [] };

/** @param path of the file of notes now */
export function createNotesSession(
  path: () => string,
  settings: () => Settings,
  { warn, report }: { readonly warn: (message: string) => void; readonly report: Report },
): NotesSession {
  const seal = () => settings().seal;
  let notes = NONE;
  /** One change after the other. */
  let noting: Promise<void> = Promise.resolve();
  return {
    all: () => notes,
    async read() {
      notes = await readNotes(path(), seal()).catch(error => {
        if (error instanceof LockedNotesError) warn(settings().texts.notesLocked(path()));
        else report(`notes: ${describeFailure(error)}`);
        return NONE;
      });
    },
    async change(file, entry, changeOf) {
      const own = noting.then(async () => {
        // Another window may have noted something meanwhile.
        const change = (read: ArticleNotes) => {
          const now = notesByFile(read, [file]).get(file.path)?.get(entry) ?? {};
          return withNote(read, file, entry, changeOf(now));
        };
        await mkdir(dirname(path()), { recursive: true, mode: OWN_FOLDER });
        notes = await changeNotes(path(), change, seal());
      });
      noting = own.catch(() => undefined);
      await own.catch(error => {
        report(`notes: ${describeFailure(error)}`);
        throw new ResponseError(ErrorCodes.InternalError, settings().texts.notesUnusable(path()));
      });
    },
    follow(files) {
      if (!followingFiles(notes, files)) return;
      noting = noting.then(async () => {
        notes = await changeNotes(path(), read => followingFiles(read, files), seal());
      });
      noting = noting.catch(error => report(`notes: ${describeFailure(error)}`));
    },
  };
}
