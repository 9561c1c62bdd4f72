import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { notesByFile, notesPathOf, readNotes } from '../corpus/articleNotes';
import { type OpenIndex, openIndex } from '../corpus/indexStore';
import { throughLens } from '../engine/passages/lens';

/**
 * The index of a storage folder as the writer wants it: what they have put right of articles is right, what they have excluded is not
 * asked. `given`: the file of notes; by default the one beside the folder, or that of the editor whose folder it is.
 * Rejects where the index cannot be opened, or the notes are there and cannot be read.
 */
export async function openNotedIndex(storage: string, given?: string): Promise<OpenIndex> {
  const index = await openIndex(storage);
  try {
    const byFile = notesByFile(await readNotes(notesFile(storage, given)), index.manifest.files);
    if (byFile.size === 0) return index;
    const { asked } = throughLens(index.view, { filter: {}, rules: [], notesOf: path => byFile.get(path) });
    return { ...index, view: asked };
  } catch (error) {
    await index.close();
    throw error;
  }
}

/** Where the notes on the articles of an index are. An editor keeps them beside the folder of its indexes. */
export function notesFile(storage: string, given?: string): string {
  if (given !== undefined) return resolve(given);
  const own = notesPathOf({ storage: resolve(storage) });
  const ofEditor = join(dirname(dirname(resolve(storage))), 'notes.json');
  return !existsSync(own) && existsSync(ofEditor) && existsSync(join(dirname(ofEditor), 'uses')) ? ofEditor : own;
}
