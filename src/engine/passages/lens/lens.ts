import type { ArticleCorrection, ArticleMeta, ArticleOverlay, CorpusView, Segment } from '../../index/segment';

/** Which articles are wanted now; what is left out wants all. An article of which it is not known is not wanted. */
export interface ArticleFilter {
  /** Any of these. */
  readonly speakers?: readonly string[] | undefined;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
  /** Part of the occasion, or of the title. */
  readonly occasion?: string | undefined;
  /** Part of the title, or of the path of the file. */
  readonly name?: string | undefined;
}

/** What holds for the articles below a folder; the innermost folder that has a rule decides. */
export interface FolderRule {
  /** Absolute path. */
  readonly path: string;
  /** Off: its articles are kept and not asked. */
  readonly enabled: boolean;
  /** What an article counts, against 1 elsewhere. */
  readonly weight: number;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}

/** What the writer has noted about an article. */
export interface ArticleNote extends ArticleCorrection {
  readonly excluded?: boolean | undefined;
}

/** How the writer looks at the corpus. */
export interface Lens {
  readonly filter: ArticleFilter;
  readonly rules: readonly FolderRule[];
  /** Whether a path is below a folder, as the system tells paths apart; by default as they are written. */
  readonly isWithin?: (path: string, folder: string) => boolean;
  /** Notes about the articles of a file, by their entries. */
  notesOf(path: string): ReadonlyMap<number, ArticleNote> | undefined;
}

/** The two views of a corpus through a lens. Places mean the same articles in both. */
export interface Seen {
  /** All articles, as corrected. */
  readonly all: CorpusView;
  /** Those that are asked now. */
  readonly asked: CorpusView;
}

/** A view as the writer wants it: articles hidden, weighed and corrected. Text and tables are shared with what was given. */
export function throughLens(view: CorpusView, lens: Lens): Seen {
  const all = view.map(segment => corrected(segment, lens));
  return { all, asked: all.map(segment => asked(segment, lens)) };
}

const NOTHING_HIDDEN: ReadonlySet<number> = new Set();
const NO_WEIGHTS: ReadonlyMap<number, number> = new Map();

function corrected(segment: Segment, { notesOf }: Lens): Segment {
  const corrections = new Map<number, ArticleNote>();
  visit(segment, (meta, article) => {
    const note = notesOf(meta.path)?.get(meta.entry);
    if (note) corrections.set(article, note);
  });
  return corrections.size > 0
    ? segment.overlaid({ hidden: NOTHING_HIDDEN, weights: NO_WEIGHTS, corrections })
    : segment;
}

function asked(segment: Segment, lens: Lens): Segment {
  const hidden = new Set<number>();
  const weights = new Map<number, number>();
  const corrections = new Map<number, ArticleNote>();
  const isWanted = wantedBy(lens.filter);
  // The articles of a file lie side by side.
  let path: string | undefined;
  let rule: FolderRule | undefined;
  let notes: ReadonlyMap<number, ArticleNote> | undefined;
  visit(segment, (meta, article) => {
    if (meta.path !== path) {
      path = meta.path;
      rule = ruleFor(path, lens.rules, lens.isWithin);
      notes = lens.notesOf(path);
    }
    const note = notes?.get(meta.entry);
    if (note) corrections.set(article, note);
    if (note?.excluded || (rule && !(rule.enabled && isWithinYears(meta, rule))) || !isWanted(meta))
      hidden.add(article);
    else if (rule && rule.weight !== 1) weights.set(article, rule.weight);
  });
  if (hidden.size === 0 && weights.size === 0) return segment;
  const overlay: ArticleOverlay = { hidden, weights, corrections };
  return segment.overlaid(overlay);
}

function visit(segment: Segment, look: (meta: ArticleMeta, article: number) => void): void {
  for (let article = 0; article < segment.articleCount; article++) {
    if (!segment.isDead(article)) look(segment.meta(article), article);
  }
}

/** The rule of the innermost folder around a file; undefined where none has one. */
function ruleFor(
  path: string,
  rules: readonly FolderRule[],
  isWithin: Lens['isWithin'] = isBelow,
): FolderRule | undefined {
  let best: FolderRule | undefined;
  for (const rule of rules) {
    if (isWithin(path, rule.path) && (!best || rule.path.length > best.path.length)) best = rule;
  }
  return best;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || (path.startsWith(folder) && /[\\/]/.test(path[folder.length]! + folder.at(-1)!));
}

/** Does a filter want anything less than all? */
export function isFiltering({ speakers, fromYear, toYear, occasion, name }: ArticleFilter): boolean {
  return Boolean(speakers?.length || fromYear || toYear || occasion || name);
}

/** Looks only at what the filter asks for: titles and names are read from their text one by one. */
export function wantedBy(filter: ArticleFilter): (meta: ArticleMeta) => boolean {
  const { speakers, occasion, name } = filter;
  const wanted = speakers?.length ? new Set(speakers) : undefined;
  return meta =>
    isWithinYears(meta, filter) &&
    (!wanted || (meta.speaker !== null && wanted.has(meta.speaker))) &&
    (!occasion || Boolean(meta.occasion?.includes(occasion)) || meta.title.includes(occasion)) &&
    (!name || meta.title.includes(name) || meta.path.includes(name));
}

function isWithinYears({ date }: ArticleMeta, { fromYear, toYear }: Pick<ArticleFilter, 'fromYear' | 'toYear'>) {
  if (!fromYear && !toYear) return true;
  const year = Number(date?.slice(0, 4) ?? Number.NaN);
  return year >= (fromYear || 0) && year <= (toYear || 9999);
}
