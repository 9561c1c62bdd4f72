import { UnusableFileError } from '../../corpus/storage/usableFile';
import type { LanguageModel } from '../../engine/model/languageModel';
import { describeFailure, type Report } from '../door/answer';
import type { Host } from '../host';
import type { Settings } from '../settings';

/** The language model that advises the ranker, once it is read. */
export interface ModelSession {
  /** Undefined where there is none: not read yet, turned off, or of no use. */
  model(): LanguageModel | undefined;
  /** Begins to read it, if it is wanted. Nobody waits for it. Never rejects. */
  load(): Promise<void>;
}

/** `warn` tells the writer of a file that cannot be used: completion goes on without it. */
export function createModelSession(
  host: Pick<Host, 'model' | 'openModel'>,
  settings: () => Settings,
  warn: (message: string) => void,
  report: Report,
): ModelSession {
  let model: LanguageModel | undefined;
  return {
    model: () => model,
    async load() {
      const { options, texts } = settings();
      // It advises on what the background has, too.
      if (options.model === false || options.background === false) return;
      try {
        model = await host.openModel(host.model);
      } catch (error) {
        if (error instanceof UnusableFileError) warn(texts.modelUnusable(error.reason[texts.language]));
        else report(`model: ${describeFailure(error)}`);
      }
    },
  };
}
