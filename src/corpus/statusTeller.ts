import type { Progress } from './builder/messages';
import type { CorpusStatus } from './corpusStatus';
import { type Manifest, skippedFiles, totals } from './index/manifest';

/** The state a corpus is in, and the listener who hears of it. */
export interface StatusTeller {
  status(): CorpusStatus;
  /** Another state: told. How far the indexing had come is of the one before. */
  become(state: Pick<CorpusStatus, 'state' | 'message'>): void;
  /** How far the indexing has come: told while it goes on. */
  progress(progress: Progress): void;
  /** There is another index: told where that shows. */
  tellChanges(): void;
  /** Nothing is told any more. */
  silence(): void;
}

/** @param manifest of the index now */
export function createStatusTeller(manifest: () => Manifest, listener: (status: CorpusStatus) => void): StatusTeller {
  let state: Pick<CorpusStatus, 'state' | 'message'> = { state: 'indexing' };
  let progress: Progress | undefined;
  let isSilent = false;
  /** The status that the listener heard last, as JSON. */
  let told = '';
  const status = (): CorpusStatus => {
    const now = manifest();
    const { articles, characters } = totals(now);
    return { ...state, articles, characters, skipped: skippedFiles(now), ...progress };
  };
  const tell = () => {
    if (isSilent) return;
    const now = status();
    told = JSON.stringify(now);
    listener(now);
  };
  return {
    status,
    become(next) {
      state = next;
      progress = undefined;
      tell();
    },
    progress({ filesDone, filesFound, bytesDone, bytesFound }) {
      if (state.state !== 'indexing') return;
      progress = { filesDone, filesFound, bytesDone, bytesFound };
      tell();
    },
    tellChanges() {
      if (JSON.stringify(status()) !== told) tell();
    },
    silence() {
      isSilent = true;
    },
  };
}
