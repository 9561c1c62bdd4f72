import type { CorpusView } from '../../index/segment';
import type { ArticleDirectory } from '../../passages/articleDirectory';
import { articleParagraphs } from '../../passages/articlePlace';
import type { Passage } from '../../passages/passage';
import { splitSentences } from '../../text/sentences';
import { type LikeSentence, likeSentences } from './likeSentences';

/** What an article says behind a paragraph that is like one of the draft. */
export interface NextParagraph {
  /** Of the article, as it stands there. */
  readonly text: string;
  /** The sentence by which its paragraph was found; `paragraph` is the one before this. */
  readonly like: LikeSentence;
}

const LEAST = 0.35;
/** Sentences of the paragraph that are asked for: its first tells what it is about, its last what it leads to. */
const ASKED = 2;

/** What followed paragraphs like this one, those behind the likest first; each text once. */
export function nextParagraphs(
  view: CorpusView,
  directory: Pick<ArticleDirectory, 'find'>,
  paragraph: string,
  limit: number,
): NextParagraph[] {
  const sentences = splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));
  const asked = [...new Set([sentences[0], ...sentences.slice(-1)])].filter(sentence => sentence !== undefined);
  const found = asked
    .slice(0, ASKED)
    .flatMap(sentence => likeSentences(view, sentence, { limit: 3 * limit, least: LEAST }))
    .sort((a, b) => b.similarity - a.similarity);
  const next = new Map<string, NextParagraph>();
  for (const like of found) {
    const text = behind(view, directory, like);
    if (text && !next.has(text)) next.set(text, { text, like });
  }
  return [...next.values()].slice(0, limit);
}

function behind(view: CorpusView, directory: Pick<ArticleDirectory, 'find'>, { article, paragraph }: Passage) {
  const place = directory.find(article.path, article.entry);
  return place && articleParagraphs(view, place)[paragraph + 1];
}
