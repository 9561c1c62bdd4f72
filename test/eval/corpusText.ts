import { resolve } from 'node:path';
import { listFiles } from '../../src/corpus/listing/listFiles';
import { readArticles } from '../../src/corpus/reading/readArticles';
import type { Article } from '../../src/engine/article/article';
import { copiesOf } from '../../src/engine/background/copiesOf';
import type { HeldArticle } from './heldOut';

/** An article as a line of a .jsonl, which every part of a harness can read. */
export interface CorpusArticle {
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly text: string;
}

export interface CorpusText {
  readonly articles: readonly CorpusArticle[];
  /** Articles left out because they are copies of held-out ones. */
  readonly copies: number;
}

/** The articles of files and folders as the importer reads them, without copies of `held`. */
export async function readCorpus(paths: readonly string[], held: readonly HeldArticle[]): Promise<CorpusText> {
  const isCopy = copiesOf(held.map(({ text }) => text.replace(/\s+/g, '')));
  const { files } = await listFiles(
    paths.map(path => resolve(path)),
    {},
  );
  const articles: CorpusArticle[] = [];
  let copies = 0;
  for (const file of files) {
    for await (const item of readArticles(file.path)) {
      if (!('article' in item)) continue;
      const article = asLine(item.article);
      if (isCopy(article.text.replaceAll('\n', ''))) copies++;
      else articles.push(article);
    }
  }
  return { articles, copies };
}

/** The first articles, up to about so many characters. */
export function upTo(articles: readonly CorpusArticle[], characters: number): CorpusArticle[] {
  let sum = 0;
  return articles.filter(({ text }) => {
    if (sum >= characters) return false;
    sum += text.length;
    return true;
  });
}

/** An article in the form of a line. */
export function asLine({ title, date, speaker, paragraphs }: Article): CorpusArticle {
  return { title, date, speaker, text: paragraphs.map(({ text }) => text).join('\n') };
}
