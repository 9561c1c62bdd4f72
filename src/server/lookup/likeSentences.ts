import type { TextDocument } from 'vscode-languageserver-textdocument';
import { likeSentences as like, percentOf } from '../../engine/lookup/like/likeSentences';
import { nextParagraphs as next } from '../../engine/lookup/like/nextParagraphs';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import { lineText } from '../lines';
import { passageMessage } from '../passages/passageRef';
import type { LikeParams, LikeSentence, NextParagraph } from '../protocol/lookup';
import type { Adapter } from './adapt';

/** No answer is longer, whatever is asked for: each is compared and adapted. */
const MOST = 30;

/** Sentences of the corpus like one of the draft, each as it would fit there. */
export function likeSentences(
  directory: ArticleDirectory,
  document: TextDocument,
  { line, start, end, limit }: LikeParams,
  exceptCluster: number | undefined,
  adapter: Adapter,
): LikeSentence[] {
  const asked = lineText(document, line).slice(start, end);
  const found = like(directory.view, asked, {
    limit: Math.min(limit, MOST),
    ...(exceptCluster !== undefined && { exceptCluster }),
  });
  return found.map(one => ({
    ...passageMessage(one),
    sentence: one.sentence,
    percent: percentOf(one),
    differs: one.differs.map(span => [span.start, span.end]),
    adapted: adapter.sentence(one, line, start, end),
  }));
}

/** What followed paragraphs like one of the draft. */
export function nextParagraphs(
  directory: ArticleDirectory,
  document: TextDocument,
  { line, start, end, limit }: LikeParams,
  adapter: Adapter,
): NextParagraph[] {
  const asked = lineText(document, line).slice(start, end);
  return next(directory.view, asked, Math.min(limit, MOST)).map(({ text, like: found }) => ({
    ...passageMessage(found),
    paragraph: found.paragraph + 1,
    offset: 0,
    length: text.length,
    text,
    percent: percentOf(found),
    adapted: adapter.paragraph(found, found.paragraph + 1, text),
  }));
}
