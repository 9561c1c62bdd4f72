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
  /** Memory for the index; a larger one stays on disk in part. */
  memoryBytes?: number;
  /** Locale of messages: `zh-cn` or `en`. */
  locale?: string;
  /** Offer phrases for typed pinyin letters. */
  pinyin?: boolean;
  /** Sounds that the writer does not tell apart: `z-zh`, `n-l`, `in-ing`, … */
  fuzzyPinyin?: string[];
  /** Absolute path of the file that keeps what the writer has taken from lists; without it nothing is remembered. */
  choices?: string;
  /** Off: that file is left as it is, and nothing in it counts. Default on. */
  remember?: boolean;
  /** Where numbering is checked, and whether members of another shape than their fellows are hinted at. */
  numbering?: { check: NumberingCheck; uneven: boolean };
}

/** In speech drafts only, in every document that is served, or nowhere. */
export type NumberingCheck = 'speechDrafts' | 'all' | 'off';

/** What the diagnostics of the numbering carry. */
export interface NumberingData {
  /** What is wrong: `missing`, `repeated`, `out-of-order`, `mixed-series`, `mixed-level`, `alone` or `uneven`. */
  code: string;
  /** 0-based: while the writer is writing between the problem and this line, they may be about to mend it themselves. */
  openUntilLine: number;
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

/** Notification client -> server: the writer has closed the list in this document with Escape. */
export const LIST_DISMISSED = 'fanben/listDismissed';
/** Notification client -> server: the writer presses the key for the list in this document. */
export const LIST_ASKED = 'fanben/listAsked';
export interface ListParams {
  uri: string;
}
/** Request without parameters: forget everything the writer has taken from lists. Fails where the file cannot be emptied. */
export const FORGET_CHOICES = 'fanben/forgetChoices';

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

/**
 * Request of the protocol (3.18) for ghost text. Items carry more than the protocol asks for, so that a part of one can be
 * taken: offsets in `insertText`, ascending, the last its length.
 */
export const GHOST_TEXT = 'textDocument/inlineCompletion';
export interface GhostItem {
  insertText: string;
  /** Empty, at the cursor. */
  range: { start: Place; end: Place };
  /** Where words end, by the index. */
  wordEnds: readonly number[];
  /** Where clauses end, each with its mark. */
  clauseEnds: readonly number[];
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

/** Notification client -> server: the files that hold the writer's own frames; sent again when one has changed. */
export const SET_FRAME_FILES = 'fanben/setFrameFiles';
export interface SetFrameFilesParams {
  /** Absolute paths; those that do not exist hold none. */
  paths: string[];
}

/** Request without parameters: the writer's own frames, and what is wrong with those that cannot be used. */
export const OWN_FRAMES = 'fanben/ownFrames';
export interface OwnFrames {
  frames: InsertableFrame[];
  problems: { path: string; message: string }[];
}

/** Request: what of a text may be a slot, in its order. */
export const SLOT_CANDIDATES = 'fanben/slotCandidates';
export interface SlotCandidatesParams {
  text: string;
}
/** UTF-16 offsets, `end` exclusive. */
export interface ChosenSlot {
  start: number;
  end: number;
  name: string;
}
export interface SlotCandidate extends ChosenSlot {
  /** It most probably is meant to be one: a quotation, a number, where parallel members differ. */
  isLikely: boolean;
}

/** Request: a text with slots as an entry of a file of VS Code snippets. */
export const COMPOSE_FRAME = 'fanben/composeFrame';
export interface ComposeFrameParams {
  text: string;
  slots: ChosenSlot[];
  name: string;
}
export interface ComposedFrame {
  prefix: string[];
  body: string[];
}

/** An article of the corpus: absolute path of its file, 0-based number in it. */
export interface ArticleRef {
  path: string;
  entry: number;
}
export interface ArticleEntry extends ArticleRef {
  /** Empty where it has none. */
  title: string;
  date: string | null;
  speaker: string | null;
}

/** Request: the articles of the corpus, newest first, or those of one file in its order. */
export const ARTICLES = 'fanben/articles';
export interface ArticlesParams {
  path?: string;
}
export interface Articles {
  articles: ArticleEntry[];
  /** There are more than one answer may hold. */
  isCut: boolean;
}

/** Request: an article with its outline; null where the index does not have it. */
export const EXEMPLAR = 'fanben/exemplar';
export interface Exemplar extends ArticleEntry {
  nodes: ExemplarNode[];
}
/** A heading, a numbered point or a paragraph, and the stretch of the article that it covers. */
export interface ExemplarNode extends ArticleRange {
  kind: 'heading' | 'point' | 'paragraph';
  label: string;
  children: ExemplarNode[];
}
/** A stretch of an article: 0-based paragraphs, UTF-16 offsets in them, `end` exclusive. */
export interface ArticleRange {
  paragraph: number;
  start: number;
  endParagraph: number;
  end: number;
}

/**
 * Request: an article, or a stretch of it, as snippet text with slots for what is its own; a whole one with a line of guidance before
 * each part. Null where the index does not have it.
 */
export const SKELETON = 'fanben/skeleton';
export interface SkeletonParams extends ArticleRef {
  range?: ArticleRange;
}

/** Notification client -> server: the articles that completions lean towards from now on. */
export const SET_EXEMPLARS = 'fanben/setExemplars';
export interface SetExemplarsParams {
  articles: ArticleRef[];
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

/** Request: the edits that make the numbers right, in the lines of a range or in all of the document. */
export const RENUMBER = 'fanben/renumber';
export interface RenumberParams {
  textDocument: { uri: string };
  range?: TextRange;
}
/** A range of the protocol. */
export interface TextRange {
  start: Place;
  end: Place;
}
export interface RangeEdit {
  range: TextRange;
  newText: string;
}

/** Request: the section at a place before its predecessor or behind its successor, with the numbers right. */
export const MOVE_SECTION = 'fanben/moveSection';
export interface MoveSectionParams {
  textDocument: { uri: string };
  position: Place;
  direction: 'up' | 'down';
}
export type MovedSection =
  /** `position`: where the place of the request is after the edit. */
  | { kind: 'moved'; edit: RangeEdit; position: Place }
  /** No numbered part is there; or there is no other before or behind it; or it is tied into a paragraph with other text. */
  | { kind: 'noSection' | 'atEnd' | 'tied' };

/** Request: how long a document and the ranges in it are. */
export const LENGTH = 'fanben/length';
export interface LengthParams {
  textDocument: { uri: string };
  ranges: TextRange[];
}
export interface Length {
  /** 字数 as Chinese office programs count: a Chinese character or mark is one, a word or number in Latin letters is one. */
  characters: number;
  /** Of the ranges together. */
  selected: number;
}
