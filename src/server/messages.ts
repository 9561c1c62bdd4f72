/**
 * What client and server say to each other beyond the language server protocol.
 * Types and method names only: the client may import this file, and nothing else of the server.
 */
import type { Problem, Removal } from '../engine/article/article';

/** `initializationOptions` of the server. */
export interface ServerOptions {
  /** Absolute paths of files and folders to index. */
  corpus: string[];
  /** Absolute path of the folder that holds the index. */
  storage: string;
  include?: string[];
  exclude?: string[];
  maxFileBytes?: number;
  /** Locale of messages: `zh-cn` or `en`. */
  locale?: string;
  /** Offer phrases for typed pinyin letters. */
  pinyin?: boolean;
}

/** Notification server -> client, whenever the state of the index changes, and during indexing at most 5 times a second. */
export const STATUS = 'fanben/status';
export interface Status {
  state: 'indexing' | 'ready' | 'failed';
  articles: number;
  characters: number;
  /** While indexing: files done of files found. */
  filesDone?: number;
  filesFound?: number;
  /** Number of files skipped; `REPORT` names them. */
  skipped: number;
  /** Set when state is `failed`. */
  message?: string;
}

/** Notification client -> server: stop the indexing under way; what is done is kept. */
export const CANCEL_INDEXING = 'fanben/cancelIndexing';
/** Notification client -> server: look at the corpus again now; `true` rebuilds from nothing. */
export const REINDEX = 'fanben/reindex';
export interface ReindexParams {
  fromScratch: boolean;
}

/** Notification client -> server: other folders or filters from now on. */
export const SET_CORPUS = 'fanben/setCorpus';
export type SetCorpusParams = Pick<ServerOptions, 'corpus' | 'include' | 'exclude' | 'maxFileBytes'>;

/** Request: what was indexed and what was skipped. */
export const REPORT = 'fanben/report';
export interface Report {
  articles: number;
  characters: number;
  indexBytes: number;
  files: { path: string; articles: number; characters: number; removed: number; problems: string[] }[];
  skipped: { path: string; reason: string }[];
}

/** Request: what cleaning took out of one file, and what a person should look at; null where the file cannot be read now. */
export const IMPORTED = 'fanben/imported';
export interface ImportedParams {
  /** Absolute path of a file of the corpus. */
  path: string;
}
export interface Imported {
  /** The articles of the file that have something to tell, in its order. */
  articles: ImportedArticle[];
  /** There is more than one answer may hold. */
  isCut: boolean;
}
export interface ImportedArticle {
  /** 0-based number of the article in its file. */
  entry: number;
  /** Empty where it has none, and where it could not be read. */
  title: string;
  removed: Removal[];
  /** Their messages are in the language of the locale. */
  problems: Problem[];
}

/** A place in the corpus. */
export interface PassageRef {
  /** Absolute path of the source file. */
  path: string;
  /** 0-based number of the article in its file (a .jsonl holds many). */
  entry: number;
  /** 0-based paragraph. */
  paragraph: number;
  /** UTF-16 offset in the normalised paragraph, and length. */
  offset: number;
  length: number;
  /** The wording itself: finds the place again where the article has changed since. */
  text?: string;
}

export interface Passage extends PassageRef {
  title: string;
  date: string | null;
  speaker: string | null;
  before: string;
  match: string;
  after: string;
}

/** Request: passages with all the words, best first. */
export const LOOK_UP = 'fanben/lookUp';
export interface LookUpParams {
  words: string;
  limit: number;
}
export interface LookUpHit extends Passage {
  /** The whole sentence around the match, without a leading number (一、) unless the words include it. */
  sentence: string;
  /** [start, end) spans of the words in `sentence`. */
  spans: [number, number][];
}

/** Request without parameters: the written templates. */
export const FRAMES = 'fanben/frames';
export type FrameKind =
  | 'numbered'
  | 'parallel'
  | 'opening'
  | 'transition'
  | 'call'
  | 'closing'
  | 'couplet'
  | 'skeleton';
export interface InsertableFrame {
  name: string;
  kind: FrameKind;
  /** What asks for it by typing: Chinese, and pinyin. */
  prefixes: readonly string[];
  keywords: readonly string[];
  description: string;
  descriptionEn: string;
  /** Snippet text. */
  body: string;
  /** What it looks like inserted, slots by their names. */
  preview: string;
}

/** Request: frames mined from the corpus, best first. */
export const MINED_FRAMES = 'fanben/minedFrames';
export interface MinedFramesParams {
  /** `version` of the answer that the client has: where it is still the same, `frames` is null. */
  known?: string;
}
export interface MinedFrames {
  version: string;
  frames: MinedFrame[] | null;
}
/** `pair` is shown among the sentences, `chain` among the clauses. */
export type MinedLevel = 'heading' | 'paragraph' | 'sentence' | 'clause';
export interface MinedFrame {
  /** Its number in this version. */
  id: number;
  level: MinedLevel;
  /** One member, slots by their names: `要大兴〔四字〕之风`. */
  template: string;
  /** How many articles have it. */
  articles: number;
  /** How many members usually stand together; 1 for a pair such as 既要……又要……. */
  members: number;
  /** Some members as they stand together in an article, and which one. */
  example: string;
  source: FrameSource;
}
export interface FrameSource extends PassageRef {
  title: string;
  date: string | null;
}

/** Request: what inserting a mined frame needs; null where the frames are others by now. */
export const MINED_FRAME = 'fanben/minedFrame';
export interface MinedFrameParams {
  version: string;
  id: number;
}
/** One for each number of members it can have, ascending. */
export interface MinedFrameBody {
  members: number;
  /** How many articles have it with so many members. */
  articles: number;
  /** Snippet text. */
  body: string;
  /** What it looks like inserted, slots by their names; or a real instance with so many members. */
  preview: string;
  source: FrameSource | null;
}

/** Request: where a passage stands in its source. */
export const LOCATE = 'fanben/locate';
export type LocateResult =
  /** A text file the editor can open itself: select this range. `encoding` is a VS Code encoding id. */
  | { kind: 'file'; path: string; encoding: string; start: Place; end: Place }
  /** No text file: show this extracted text read-only under `title`. */
  | { kind: 'extracted'; path: string; entry: number; title: string; text: string; start: Place; end: Place }
  | { kind: 'gone'; path: string; message: string };
export interface Place {
  line: number;
  character: number;
}
