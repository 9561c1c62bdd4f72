import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type OpenIndex, openIndex } from '../../corpus/index/indexStore';
import { type ArticleNotes, notesByFile } from '../../corpus/writer/articleNotes';
import { LockedNotesError, notesPathOf, readNotes } from '../../corpus/writer/notesFile';
import { throughLens } from '../../engine/passages/lens/lens';
import { cliLanguage } from '../output/language';

/**
 * The index of a storage folder as the writer wants it: what they have put right of articles is right, what they have excluded is not
 * asked. `given`: the file of notes; by default the one beside the folder, or that of the editor whose folder it is.
 * Rejects where the index cannot be opened, or the notes are there and cannot be read. Notes that the editor has encrypted are told
 * of on stderr: its key is not at hand.
 */
export async function openNotedIndex(storage: string, given?: string): Promise<OpenIndex> {
  const index = await openIndex(storage);
  try {
    const byFile = notesByFile(await readable(notesFile(storage, given)), index.manifest.files);
    if (byFile.size === 0) return index;
    const { asked } = throughLens(index.view, { filter: {}, rules: [], notesOf: path => byFile.get(path) });
    return { ...index, view: asked };
  } catch (error) {
    await index.close();
    throw error;
  }
}

async function readable(path: string): Promise<ArticleNotes> {
  try {
    return await readNotes(path);
  } catch (error) {
    if (!(error instanceof LockedNotesError)) throw error;
    console.error(locked[cliLanguage()](path));
    return { notes: [] };
  }
}

const locked = {
  zh: (path: string) =>
    `${path} 已由编辑器加密，命令行读不到：文章的更正和排除没有生效。要让它生效，请在编辑器设置中关闭 fanben.memory.encrypted。`,
  en: (path: string) =>
    `${path} is encrypted by the editor, which alone can read it: corrections and exclusions of articles do not hold here. Turn fanben.memory.encrypted off in the editor to have them.`,
};

/** Where the notes on the articles of an index are. An editor keeps them beside the folder of its indexes. */
export function notesFile(storage: string, given?: string): string {
  if (given !== undefined) return resolve(given);
  const own = notesPathOf({ storage: resolve(storage) });
  const ofEditor = join(dirname(dirname(resolve(storage))), 'notes.json');
  return !existsSync(own) && existsSync(ofEditor) && existsSync(join(dirname(ofEditor), 'uses')) ? ofEditor : own;
}
