import { TextDocument } from 'vscode-languageserver-textdocument';
import { formatOf } from '../../corpus/formats/formats';
import { readArticles, sourceText } from '../../corpus/reading/readArticles';
import type { Article } from '../../engine/article/article';
import { sourceRange } from '../../engine/article/mapping/sourceMap';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { articleParagraphs } from '../../engine/passages/articlePlace';
import type { Location, PassageRef } from '../protocol/passages';
import type { Texts } from '../textTable';
import { placeOf } from './placeOf';

/**
 * Where a passage stands in its file. A text file is read again, and the wording found in it by its text where the file has
 * changed. Files that the index does not know are not read, whoever asks.
 */
export async function locate(directory: ArticleDirectory, ref: PassageRef, texts: Texts): Promise<Location> {
  const { path } = ref;
  const gone = (message: string): Location => ({ kind: 'gone', path, message });
  if (directory.ofFile(path).length === 0) return gone(texts.notIndexed(path));
  const wording = ref.text ?? indexedWording(directory, ref);
  try {
    if (!(await formatOf(path)).isText) return { kind: 'document', path };
    return (await inFile(ref, wording)) ?? gone(texts.passageGone(path));
  } catch {
    return gone(texts.fileGone(path));
  }
}

function indexedWording({ view, find }: ArticleDirectory, ref: PassageRef): string | undefined {
  const place = find(ref.path, ref.entry);
  const paragraph = place && articleParagraphs(view, place)[ref.paragraph];
  return paragraph?.slice(ref.offset, ref.offset + ref.length);
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
