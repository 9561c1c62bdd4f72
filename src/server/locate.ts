import { TextDocument } from 'vscode-languageserver-textdocument';
import { readArticles, sourceText } from '../corpus/readArticles';
import type { Article } from '../engine/article/article';
import { sourceRange } from '../engine/article/sourceMap';
import type { CorpusView } from '../engine/index/segment';
import { articleParagraphs, findArticle } from '../engine/passages/findArticle';
import type { LocateResult, PassageRef } from './messages';
import type { Texts } from './texts';

/** A stretch [start, end) of a text, in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the index has of a passage: what the source is compared with. */
interface Indexed {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The paragraph and the wording; empty where the index does not have the passage any more. */
  readonly paragraph: string;
  readonly wording: string;
}

/** Collections hold thousands of articles: the editor is shown the one, not the file. */
const COLLECTION = /\.jsonl(\.gz)?$/i;

/**
 * Where a passage stands in its source. A text file is read again: the editor selects the wording in it, found by its text
 * where the file has changed. Of other formats, and of collections, the article is shown as it was indexed.
 */
export async function locate(view: CorpusView, ref: PassageRef, texts: Texts): Promise<LocateResult> {
  const indexed = indexedPassage(view, ref, texts);
  if (COLLECTION.test(ref.path)) return extracted(ref, indexed, texts);
  const source = await sourceText(ref.path).catch(() => null);
  if (!source) return { kind: 'gone', path: ref.path, message: texts.fileGone(ref.path) };
  if (!source.isText) return extracted(ref, indexed, texts);
  const article = await readArticle(ref);
  const stretch =
    (article && placeInSource(source.text, article, ref, indexed)) ?? (indexed && placeByText(source.text, indexed));
  if (!stretch) return { kind: 'gone', path: ref.path, message: texts.passageGone(ref.path) };
  return { kind: 'file', path: ref.path, encoding: source.encoding, ...places(source.text, stretch) };
}

function indexedPassage(view: CorpusView, ref: PassageRef, texts: Texts): Indexed | null {
  const place = findArticle(view, ref.path, ref.entry);
  if (!place) return null;
  const paragraphs = articleParagraphs(view, place);
  const paragraph = paragraphs[ref.paragraph] ?? '';
  const { title } = view[place.segment]!.meta(place.article);
  const wording = paragraph.slice(ref.offset, ref.offset + ref.length);
  return { title: title || texts.untitled, paragraphs, paragraph, wording };
}

async function readArticle({ path, entry }: PassageRef): Promise<Article | null> {
  try {
    for await (const read of readArticles(path)) {
      if (read.entry === entry) return 'article' in read ? read.article : null;
    }
  } catch {
    // A file that cannot be read as an article any more may still have the text.
  }
  return null;
}

function extracted(ref: PassageRef, indexed: Indexed | null, texts: Texts): LocateResult {
  if (!indexed || indexed.wording === '') {
    return { kind: 'gone', path: ref.path, message: texts.passageGone(ref.path) };
  }
  const { title, paragraphs } = indexed;
  const start = { line: ref.paragraph, character: ref.offset };
  const end = { line: ref.paragraph, character: ref.offset + ref.length };
  return { kind: 'extracted', path: ref.path, entry: ref.entry, title, text: paragraphs.join('\n'), start, end };
}

/** By the article's own map to its source; by the nearest paragraph with the wording where the file has changed. */
function placeInSource(source: string, article: Article, ref: PassageRef, indexed: Indexed | null): Stretch | null {
  const known = indexed?.wording || null;
  const isThere = (number: number) => {
    const text = article.paragraphs[number]?.text ?? '';
    return known === null ? text.length >= ref.offset + ref.length : text.startsWith(known, ref.offset);
  };
  const found = isThere(ref.paragraph)
    ? { paragraph: ref.paragraph, offset: ref.offset }
    : known && nearestParagraph(article, ref.paragraph, known);
  if (!found) return null;
  const paragraph = article.paragraphs[found.paragraph]!;
  const { start, end } = sourceRange(paragraph, found.offset, found.offset + ref.length);
  return start < end && end <= source.length ? { start, end } : null;
}

function nearestParagraph(
  article: Article,
  near: number,
  wording: string,
): { paragraph: number; offset: number } | null {
  const found = article.paragraphs
    .map(({ text }, paragraph) => ({ paragraph, offset: text.indexOf(wording) }))
    .filter(({ offset }) => offset >= 0)
    .sort((a, b) => Math.abs(a.paragraph - near) - Math.abs(b.paragraph - near));
  return found[0] ?? null;
}

/** Where the source has the wording as it stands, in its own paragraph if that is still there. */
function placeByText(source: string, { paragraph, wording }: Indexed): Stretch | null {
  if (wording === '') return null;
  const around = source.indexOf(paragraph);
  const start = around < 0 ? source.indexOf(wording) : around + paragraph.indexOf(wording);
  return start < 0 ? null : { start, end: start + wording.length };
}

/** Lines and characters as an editor counts them. */
function places(text: string, { start, end }: Stretch) {
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
