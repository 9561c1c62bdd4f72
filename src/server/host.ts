import { join } from 'node:path';
import { openBackground } from '../corpus/background/openBackground';
import { lastWritten } from '../corpus/check/lastWritten';
import { type CorpusIndex, openCorpus } from '../corpus/corpusIndex';
import type { CorpusStatus } from '../corpus/corpusStatus';
import { openModel } from '../corpus/model/openModel';
import type { CorpusOptions } from '../corpus/openStorage';
import type { Seal } from '../corpus/storage/seal';
import { type PartsOfSpeech, partsOfSpeech } from '../corpus/words/partsOfSpeech';
import { type ChoicesFile, type ChoicesProblem, openChoices } from '../corpus/writer/choicesFile';
import type { PhraseTree } from '../engine/background/phraseTree';
import type { LanguageModel } from '../engine/model/languageModel';
import { keepReplicas } from '../library/keepReplicas';
import { openLibrary } from '../library/openLibrary';

/** What the server needs of the world. */
export interface Host {
  /** Absolute path of the file that holds the written templates. */
  readonly templates: string;
  /** Absolute path of the background of set phrases that Fanben comes with. */
  readonly background: string;
  /** Absolute path of the list of wordings that Fanben comes with. */
  readonly terms: string;
  /** Absolute path of the language model that Fanben comes with. */
  readonly model: string;
  openCorpus(options: CorpusOptions, listener: (status: CorpusStatus) => void): Promise<CorpusIndex>;
  openLibrary: typeof openLibrary;
  keepReplicas: typeof keepReplicas;
  openBackground(path: string): Promise<PhraseTree>;
  /** Undefined where this machine would be too slow for one. */
  openModel(path: string): Promise<LanguageModel | undefined>;
  /** What the dictionary says of words: read when first asked for. */
  partsOfSpeech(): PartsOfSpeech;
  openChoices(path: string, tell: (problem: ChoicesProblem) => void, seal: Seal): ChoicesFile;
  /** The day a draft was written on last, by its path; today, where it has none. */
  lastWritten(path: string | null): Promise<string>;
  /** Takes `step` once, `milliseconds` from now; what is returned prevents it. */
  after(milliseconds: number, step: () => void): () => void;
}

/** The world as it is. `folder`: absolute path of the one that holds `snippets/`, `checks/` and `media/`. */
export function nodeHost(folder: string): Host {
  return {
    templates: join(folder, 'snippets', 'frames.code-snippets'),
    background: join(folder, 'media', 'background.bin'),
    terms: join(folder, 'checks', 'terms.csv'),
    model: join(folder, 'media', 'model.bin'),
    openCorpus,
    openLibrary,
    keepReplicas,
    openBackground,
    openModel,
    partsOfSpeech,
    openChoices,
    lastWritten,
    after(milliseconds, step) {
      const timer = setTimeout(step, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  };
}
