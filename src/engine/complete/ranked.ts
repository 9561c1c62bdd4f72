import type { PhraseTree } from '../background/phraseTree';
import type { AdvisedRows } from './ranking/advice';
import type { PooledCandidate } from './ranking/candidates';

/** The candidates of one request, with how probable each is. What it tells of a candidate it tells until the next request. */
export interface Ranked {
  readonly pool: readonly PooledCandidate[];
  readonly probability: Float64Array;
  /** What the ranker saw of them, row after row of `FEATURES`. Until the next request. */
  readonly rows: Float32Array;
  /** What it saw of those that a language model was asked about, if there is one and it has read so far. */
  readonly advised: AdvisedRows | undefined;
  readonly wordStartsHere: number;
  /** Length of the draft's last word; 0: no Chinese character stands before the cursor. */
  readonly wordLength: number;
  /** Length of the longest context that the corpus, the draft itself or the background knows. */
  readonly knownLength: number;
  /** The background of set phrases, if it was asked, too. */
  readonly phraseTree: PhraseTree | undefined;
  /** Does the cursor stand behind a Chinese character? */
  readonly previousIsHan: boolean;
  /** Length of the corpus, UTF-16. */
  readonly characters: number;
  /** Length of the longest context a candidate was seen after in the corpus; 0: only in the draft. */
  contextLength(candidate: Pick<PooledCandidate, 'node'>): number;
  /** Likewise in the background; 0: that has it not. */
  backgroundLength(candidate: Pick<PooledCandidate, 'node'>): number;
  /** In so many living places at most the corpus has it behind the last `length` characters of the draft, by what was looked at. */
  mostPlaces(candidate: Pick<PooledCandidate, 'node' | 'length'>, length: number): number;
  /** Does a word begin with what the draft had before that text the last time, as long as its last word is? */
  beginsWordInDraft(text: string): boolean;
  /** Neither the corpus, as far as it was looked at, nor the draft has it. */
  isOnlyInBackground(candidate: Pick<PooledCandidate, 'node'>): boolean;
}
