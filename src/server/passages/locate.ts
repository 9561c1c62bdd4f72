import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatOf } from '../../corpus/formats/formats';
import { readArticles, sourceText } from '../../corpus/readArticles';
import type { Article } from '../../engine/article/article';
import { sourceRange } from '../../engine/article/mapping/sourceMap';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { articleParagraphs } from '../../engine/passages/articlePlace';
import type { Location, PassageRef } from '../protocol/passages';
import type { Texts } from '../texts';

/** A stretch of a paragraph: 0-based paragraph, UTF-16 offset and length. */
type Stretch = Pick<PassageRef, 'paragraph' | 'offset' | 'length'>;

/**
 * Where a passage stands in its source. A text file is read again, and the wording found in it by its text where the file
 * has changed. Of other formats, and of collections, the article is shown as it was indexed.
 */
export async function locate(directory: ArticleDirectory, ref: PassageRef, texts: Texts): Promise<Location> {
  const indexed = indexedArticle(directory, ref);
  const wording = ref.text ?? indexed?.paragraphs[ref.paragraph]?.slice(ref.offset, ref.offset + ref.length);
  try {
    if ((await formatOf(ref.path)).isText)
      return (await inFile(ref, wording)) ?? gone(ref, texts.passageGone(ref.path));
  } catch {
    return gone(ref, texts.fileGone(ref.path));
  }
  const found = indexed && placeOf(indexed.paragraphs, ref, wording);
  if (!found) return gone(ref, texts.passageGone(ref.path));
  const { path, entry } = ref;
  const title = indexed.title || texts.untitled;
  const start = { line: found.paragraph, character: found.offset };
  const end = { line: found.paragraph, character: found.offset + found.length };
  return { kind: 'extracted', path, entry, title, text: indexed.paragraphs.join('\n'), start, end };
}

function gone({ path }: PassageRef, message: string): Location {
  return { kind: 'gone', path, message };
}

function indexedArticle(
  { view, find }: ArticleDirectory,
  { path, entry }: PassageRef,
): { title: string; paragraphs: string[] } | null {
  const place = find(path, entry);
  if (!place) return null;
  return { title: view[place.segment]!.meta(place.article).title, paragraphs: articleParagraphs(view, place) };
}

/** By the map that the article has to its source. Null where the file does not have the wording any more. */
async function inFile(ref: PassageRef, wording: string | undefined): Promise<Location | null> {
  const { text, encoding } = await sourceText(ref.path);
  const article = await readArticle(ref);
  const paragraphs = article?.paragraphs ?? [];
  const found = placeOf(
    paragraphs.map(paragraph => paragraph.text),
    ref,
    wording,
  );
  if (!found) return null;
  const range = sourceRange(paragraphs[found.paragraph]!, found.offset, found.offset + found.length);
  const document = TextDocument.create(ref.path, '', 0, text);
  const [start, end] = [document.positionAt(range.start), document.positionAt(range.end)];
  return { kind: 'file', path: ref.path, encoding, start, end };
}

async function readArticle({ path, entry }: PassageRef): Promise<Article | null> {
  for await (const read of readArticles(path)) {
    if (read.entry === entry && 'article' in read) return read.article;
  }
  return null;
}

/** The place itself if the wording is there, else the nearest paragraph that has it. */
function placeOf(paragraphs: readonly string[], ref: PassageRef, wording: string | undefined): Stretch | null {
  const { paragraph, offset, length } = ref;
  const there = paragraphs[paragraph]?.slice(offset, offset + length) ?? '';
  if (there.length === length && (wording === undefined || there === wording)) return { paragraph, offset, length };
  if (!wording) return null;
  const others = paragraphs
    .map((text, number) => ({ paragraph: number, offset: text.indexOf(wording), length: wording.length }))
    .filter(place => place.offset >= 0)
    .sort((a, b) => Math.abs(a.paragraph - paragraph) - Math.abs(b.paragraph - paragraph));
  return others[0] ?? null;
}
