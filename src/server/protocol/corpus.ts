/** The index: its state, what is to be indexed, what became of the files. */
import * as v from 'valibot';
import type { Removal } from '../../engine/article/article';
import { messageLimits } from './limits';
import { corpusFilters } from './options';
import { listOf, natural, nothing, path, type Schemas, text } from './schema';

/** How it stands with the index, and what it holds now: living articles and their UTF-16 code units. It grows during indexing. */
export interface Status {
  state: 'indexing' | 'ready' | 'failed';
  articles: number;
  characters: number;
  /** While indexing: files done of files found. */
  filesDone?: number;
  filesFound?: number;
  /** Number of files skipped; the report names them. */
  skipped: number;
  /** Set when state is `failed`. */
  message?: string;
}

/** What was indexed, file by file, and what was not; reasons and problems in the language of the locale. Characters are UTF-16 code units. */
export interface Report {
  articles: number;
  characters: number;
  indexBytes: number;
  files: { path: string; articles: number; characters: number; removed: number; problems: string[] }[];
  skipped: { path: string; reason: string }[];
  /** Kinds of files that are never meant as text, a row a kind and corpus folder. */
  ignored: { folder: string; reason: string }[];
}

/** What cleaning did to one file. */
export interface Imported {
  /** The articles of the file that have something to tell, in its order. */
  articles: ImportedArticle[];
  /** There is more than one answer may hold. */
  isCut: boolean;
}

/** What cleaning took out of an article, and what a person should look at. */
export interface ImportedArticle {
  /** 0-based number of the article in its file. */
  entry: number;
  /** Empty where it has none, and where it could not be read. */
  title: string;
  removed: Removal[];
  /** Lines that are kept although they would be removed. */
  kept: string[];
  problems: ImportedProblem[];
}

/** What a person should look at; in the language of the locale. */
export interface ImportedProblem {
  message: string;
  /** 0-based line of the source. */
  line: number;
  text: string;
}

/** Folders and filters from now on. */
const corpusParams = v.object({ corpus: listOf(path), ...corpusFilters });
export type CorpusParams = v.InferOutput<typeof corpusParams>;

/** `paths`: of files to read although they have not changed. */
const reindexParams = v.nullish(v.object({ fromScratch: v.boolean(), paths: v.optional(listOf(path)) }), {
  fromScratch: false,
});

/** `path`: absolute path of a file of the corpus. */
const importedParams = v.object({ path });

/** `line`: the text of a removal, as it was told. */
const keepLineParams = v.object({ path, entry: natural, line: text(messageLimits.line), isKept: v.boolean() });

/** About what was indexed; `server/corpus` answers. */
export interface CorpusRequests {
  /** What was indexed and what was skipped. */
  'fanben/report': { params: null; result: Report | null };
  /** What cleaning took out of one file, and what a person should look at; null where the file cannot be read now. */
  'fanben/imported': { params: v.InferOutput<typeof importedParams>; result: Imported | null };
  /** Keeps a line of an article that cleaning removed, or lets it go again, for good. Fails where that cannot be noted. */
  'fanben/keepLine': { params: v.InferOutput<typeof keepLineParams>; result: null };
}

/** What is to be done to the index; nothing is answered, the status tells. */
export interface CorpusNotifications {
  /** Stop the indexing under way; what is done is kept. */
  'fanben/cancelIndexing': { params: null };
  /** Look at the corpus again now; `fromScratch` rebuilds from nothing. */
  'fanben/reindex': { params: v.InferOutput<typeof reindexParams> };
  /** Other folders or filters from now on. */
  'fanben/setCorpus': { params: CorpusParams };
}

/** What checks the params of each. */
export const corpusSchemas: Schemas<CorpusRequests & CorpusNotifications> = {
  'fanben/report': nothing,
  'fanben/imported': importedParams,
  'fanben/keepLine': keepLineParams,
  'fanben/cancelIndexing': nothing,
  'fanben/reindex': reindexParams,
  'fanben/setCorpus': corpusParams,
};

/** From the server, whenever the state of the index changes, and during indexing at most 5 times a second. */
export interface CorpusNews {
  'fanben/status': { params: Status };
}
