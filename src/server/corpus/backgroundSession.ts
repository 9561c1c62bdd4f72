import { UnusableFileError } from '../../corpus/storage/usableFile';
import type { PhraseTree } from '../../engine/background/phraseTree';
import { describeFailure, type Report } from '../door/answer';
import type { Host } from '../host';
import type { Settings } from '../settings';

/** The background of set phrases, once it is read. */
export interface BackgroundSession {
  /** Undefined where there is none: not read yet, turned off, or of no use. */
  tree(): PhraseTree | undefined;
  /** Begins to read it, if it is wanted. Nobody waits for it. Never rejects. */
  load(): Promise<void>;
}

/** `warn` tells the writer of one of their own that cannot be used. */
export function createBackgroundSession(
  host: Pick<Host, 'background' | 'openBackground'>,
  settings: () => Settings,
  warn: (message: string) => void,
  report: Report,
): BackgroundSession {
  let tree: PhraseTree | undefined;
  return {
    tree: () => tree,
    async load() {
      const { options, texts } = settings();
      const { background = true } = options;
      if (background === false) return;
      try {
        tree = await host.openBackground(typeof background === 'string' ? background : host.background);
      } catch (error) {
        if (error instanceof UnusableFileError) warn(texts.backgroundUnusable(error.reason[texts.language]));
        else report(`background: ${describeFailure(error)}`);
      }
    },
  };
}
