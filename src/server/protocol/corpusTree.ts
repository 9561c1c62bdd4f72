/** The corpus as a tree of folders, files and articles; what the writer notes about articles, and which of them they want now. */
import * as v from 'valibot';
import type { LibraryState } from './libraries';
import { messageLimits } from './limits';
import { listOf, natural, nothing, path, type Schemas, text } from './schema';

/** Whose children are wanted: those of the corpus itself, of a folder, a file, an article with versions, or what was skipped. */
const treeParent = v.variant('kind', [
  v.object({ kind: v.literal('corpus') }),
  v.object({ kind: v.literal('folder'), path }),
  v.object({ kind: v.literal('file'), path }),
  v.object({ kind: v.literal('article'), path, entry: natural }),
  v.object({ kind: v.literal('skipped') }),
]);
/** Children from number `from` on. */
const treeParams = v.object({ parent: treeParent, from: natural });
export type TreeParent = v.InferOutput<typeof treeParent>;
export type TreeParams = v.InferOutput<typeof treeParams>;

/** Some children of a parent in their order, from the number asked for on. */
export interface TreePage {
  rows: TreeRow[];
  /** All children of the parent, of which this may be a part. */
  total: number;
}

/** A child in the tree, by its kind. */
export type TreeRow = FolderRow | LibraryRow | FileRow | ArticleRow | SkippedRow | SkippedFileRow;

/** A folder with indexed files somewhere below it. */
export interface FolderRow {
  kind: 'folder';
  path: string;
  /** Last part of the path. */
  name: string;
  /** One of the corpus setting, rather than within one. */
  isRoot: boolean;
  articles: number;
  /** Of a library: there is no such folder here. */
  isOfLibrary: boolean;
  /** Why it cannot be looked into now; what is indexed of it is kept. */
  problem: string | null;
}
/** A library; its children are those of the folder at `path`. */
export interface LibraryRow extends LibraryState {
  kind: 'library';
  path: string;
}
/** A file with several articles. */
export interface FileRow {
  kind: 'file';
  path: string;
  name: string;
  articles: number;
  characters: number;
}

/** An article: in a folder where it is alone in its file, in the file else, and below its newest version where it is an older one. */
export interface ArticleRow {
  kind: 'article';
  path: string;
  entry: number;
  /** Empty where it has none. */
  title: string;
  date: string | null;
  speaker: string | null;
  occasion: string | null;
  characters: number;
  /** Articles that are all but the same, itself included. Their newest has the others as its children. */
  versions: number;
  /** Not asked now: the writer has excluded it, switched off its folder or limited its years, or has set a filter. */
  isHidden: boolean;
  isExcluded: boolean;
  /** Of a library: there is no file of it here, and nothing is noted about it. */
  isOfLibrary: boolean;
  /** What was removed from its file, and what is to be looked at there. */
  findings: number;
}
/** All that was skipped. */
export interface SkippedRow {
  kind: 'skipped';
  count: number;
}

/** A file that gave no article, and why, in the language of the locale. */
export interface SkippedFileRow {
  kind: 'skippedFile';
  path: string;
  reason: string;
  /** A row for all files of a kind that is never meant as text. */
  isKind: boolean;
}

const articleParams = v.object({ path, entry: natural });

/** An article as it is indexed: cleaned, its date ISO 8601 as precise as it is known. */
export interface ArticleText {
  title: string;
  date: string | null;
  /** A paragraph a line. */
  text: string;
}

const noted = v.optional(v.nullable(text(400)));
/** What is to be noted from now on: null takes a note back, what is left out stays. Empty text: there is none. */
const noteChange = v.object({
  title: noted,
  date: v.optional(v.nullable(v.pipe(text(10), v.regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/)))),
  speaker: noted,
  occasion: noted,
  excluded: v.optional(v.boolean()),
});
export type NoteChange = v.InferOutput<typeof noteChange>;
const noteParams = v.object({ ...articleParams.entries, change: noteChange });

/** What became of a note. */
export interface NoteResult {
  /** Fields that the file itself states: they stay, whatever is noted. */
  stated: ('title' | 'date' | 'speaker' | 'occasion')[];
}

const year = v.optional(v.pipe(natural, v.maxValue(9999)));
/** Articles that are asked from now on; what is left out does not matter. */
const articleFilter = v.object({
  speakers: v.optional(listOf(text(messageLimits.name))),
  fromYear: year,
  toYear: year,
  occasion: v.optional(text(messageLimits.name)),
  name: v.optional(text(messageLimits.name)),
});
export type ArticleFilter = v.InferOutput<typeof articleFilter>;

/** What holds below a folder. */
const folderRule = v.object({
  path,
  enabled: v.optional(v.boolean(), true),
  weight: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)), 1),
  fromYear: year,
  toYear: year,
});
const lensParams = v.object({ filter: articleFilter, folders: listOf(folderRule) });
export type LensParams = v.InferOutput<typeof lensParams>;

/** What the articles can be filtered by, near-duplicates counted each. */
export interface Facets {
  /** Who speaks, with the number of articles, the most frequent first. */
  speakers: { name: string; articles: number }[];
  /** Years that articles are from, the newest first. */
  years: { year: number; articles: number }[];
}

/** About the articles of corpus and libraries; `server/corpus` answers. */
export interface CorpusTreeRequests {
  'fanben/corpusTree': { params: TreeParams; result: TreePage };
  /** An article as it is indexed; null where it is not. */
  'fanben/articleText': { params: v.InferOutput<typeof articleParams>; result: ArticleText | null };
  /** Notes something about an article; null where it is not indexed. */
  'fanben/noteArticle': { params: v.InferOutput<typeof noteParams>; result: NoteResult | null };
  /** What can be filtered by. */
  'fanben/facets': { params: null; result: Facets };
}

/** Which articles are asked, and how much folders count. */
export interface CorpusTreeNotifications {
  'fanben/setLens': { params: LensParams };
}

/** What checks the params of each. */
export const corpusTreeSchemas: Schemas<CorpusTreeRequests & CorpusTreeNotifications> = {
  'fanben/corpusTree': treeParams,
  'fanben/articleText': articleParams,
  'fanben/noteArticle': noteParams,
  'fanben/facets': nothing,
  'fanben/setLens': lensParams,
};
