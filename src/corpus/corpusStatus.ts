/** What the writer is told of the index. */
export interface CorpusStatus {
  readonly state: 'indexing' | 'ready' | 'failed';
  /** Of what can be found now; it grows during indexing. */
  readonly articles: number;
  readonly characters: number;
  /** While indexing: files done of files found, and the same in bytes of the files that must be read. */
  readonly filesDone?: number;
  readonly filesFound?: number;
  readonly bytesDone?: number;
  readonly bytesFound?: number;
  readonly skipped: number;
  /** Set when state is `failed`, in the language of the locale. */
  readonly message?: string;
}
