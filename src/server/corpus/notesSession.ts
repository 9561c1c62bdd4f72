import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FileRecord } from '../../corpus/index/manifest';
import { OWN_FOLDER } from '../../corpus/storage/world';
import {
  type ArticleNotes,
  type FileNote,
  followingFiles,
  type KeptLines,
  keptOf,
  notesByFile,
  withNote,
} from '../../corpus/writer/articleNotes';
import { changeNotes, LockedNotesError, readNotes } from '../../corpus/writer/notesFile';
import { paths } from '../../paths/pathIdentity';
import { describeFailure, type Report } from '../door/answer';
import type { Settings } from '../settings';

/** What the writer has noted about the articles of the corpus. */
export interface NotesSession {
  /** As they were read or written last: path -> number of the article in the file -> what is noted about it. */
  byFile(): ReadonlyMap<string, ReadonlyMap<number, FileNote>>;
  /** Which lines are kept of a file. */
  keptOf(path: string): KeptLines;
  /** Reads the file of notes. Never rejects: the writer is told where it is locked, the log where it cannot be read. */
  read(): Promise<void>;
  /**
   * Notes something about an article of a file, for good; nothing where the file is none of the corpus. Rejects with what the writer is told where the
   * file of notes cannot be written.
   */
  note(path: string, entry: number, change: FileNote): Promise<void>;
  /** Likewise that a line is kept, or not any more. */
  keep(path: string, entry: number, line: string, isKept: boolean): Promise<void>;
  /** Files were changed or moved: their notes go with them. */
  follow(): void;
}

const NONE: ArticleNotes = { notes: [] };

/** @param path of the file of notes now @param files of the corpus now */
export function createNotesSession(
  path: () => string,
  files: () => readonly FileRecord[],
  settings: () => Settings,
  { warn, report }: { readonly warn: (message: string) => void; readonly report: Report },
): NotesSession {
  const seal = () => settings().seal;
  let notes = NONE;
  /** One change after the other. */
  let noting: Promise<void> = Promise.resolve();
  const fileAt = (wanted: string) => files().find(file => paths.isSame(file.path, wanted));
  const changed = async (wanted: string, entry: number, changeOf: (now: FileNote) => FileNote) => {
    const file = fileAt(wanted);
    if (!file) return;
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
  };
  return {
    byFile: () => notesByFile(notes, files()),
    keptOf(wanted) {
      const file = fileAt(wanted);
      return file ? keptOf(notes, file) : new Map();
    },
    async read() {
      notes = await readNotes(path(), seal()).catch(error => {
        if (error instanceof LockedNotesError) warn(settings().texts.notesLocked(path()));
        else report(`notes: ${describeFailure(error)}`);
        return NONE;
      });
    },
    note: (path, entry, change) => changed(path, entry, () => change),
    keep: (path, entry, line, isKept) =>
      changed(path, entry, ({ kept = [] }) => {
        const others = kept.filter(other => other !== line);
        return { kept: isKept ? [...others, line] : others };
      }),
    follow() {
      const now = files();
      if (!followingFiles(notes, now)) return;
      noting = noting.then(async () => {
        notes = await changeNotes(path(), read => followingFiles(read, now), seal());
      });
      noting = noting.catch(error => report(`notes: ${describeFailure(error)}`));
    },
  };
}
