import { stat } from 'node:fs/promises';
import type { OpenIndex } from '../../corpus/index/indexStore';
import { manifestPath } from '../../corpus/index/manifestFile';
import { notesFile, openNotedIndex } from './notedIndex';

/** The index of a folder for one question after the other. */
export interface KeptIndex {
  /** As it is now, opened anew where its manifest or the notes have changed. Closing it gives it back. Rejects as `openNotedIndex` does. */
  open(): Promise<OpenIndex>;
  /** Closes what is open, when its last question is answered. */
  close(): Promise<void>;
}

/** So long it stays open behind a question: an assistant asks some in a row, and what nobody asks is to hold neither memory nor files. */
const IDLE_MS = 60_000;

interface Kept {
  readonly state: string;
  readonly index: OpenIndex;
  questions: number;
  isReplaced: boolean;
}

/** The index in a storage folder; nothing is opened before the first question. `notes`: path of the writer's notes on articles. */
export function keepIndex(storage: string, notes?: string, idleMs = IDLE_MS): KeptIndex {
  let kept: Kept | undefined;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const replace = async (by?: Kept) => {
    const before = kept;
    kept = by;
    if (!before) return;
    before.isReplaced = true;
    if (before.questions === 0) await before.index.close();
  };
  const giveBack = async (one: Kept) => {
    if (--one.questions > 0) return;
    if (one.isReplaced) return one.index.close();
    idle = setTimeout(() => one.questions === 0 && one === kept && void replace(), idleMs).unref();
  };
  const openNow = async (): Promise<OpenIndex> => {
    clearTimeout(idle);
    // Before it is opened: what changes meanwhile is seen at the next question.
    const state = await stateOf([manifestPath(storage), notesFile(storage, notes)]);
    let one = kept?.state === state ? kept : undefined;
    if (!one) {
      one = { state, index: await openNotedIndex(storage, notes), questions: 0, isReplaced: false };
      await replace(one);
      // What is not whole may be mended without another manifest.
      if (one.index.damaged.size > 0 || one.index.problem !== null) await replace();
    }
    const own = one;
    own.questions++;
    return { ...own.index, close: () => giveBack(own) };
  };
  return {
    open() {
      const opened = turn.then(openNow);
      turn = opened.catch(() => undefined);
      return opened;
    },
    async close() {
      clearTimeout(idle);
      await turn;
      await replace();
    },
  };
}

/** Other files have another state: they are replaced, never written to. */
async function stateOf(paths: readonly string[]): Promise<string> {
  const states = await Promise.all(
    paths.map(path =>
      stat(path, { bigint: true }).then(
        ({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`,
        () => '',
      ),
    ),
  );
  return states.join('\n');
}
