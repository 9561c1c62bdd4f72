import { generateArticles } from '../../bench/generateArticles';
import { formatWriters, type TypedSpeech } from '../../fixtures/formats';
import { printedPages } from './printedPages';

/** A file and what is right for it. */
export interface ImportCase {
  /** `two.pdf`: how it was written. */
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly date: string;
  readonly speaker: string;
  readonly paragraphs: readonly string[];
}

const CHARACTERS_OF_ONE = 3000;

/** The same articles in every kind of file; those a browser prints only where there is a browser. */
export async function importCases(articles: number, seed: number, browser: string | undefined): Promise<ImportCase[]> {
  const cases: ImportCase[] = [];
  for (const article of generateArticles(seed, articles * CHARACTERS_OF_ONE).slice(0, articles)) {
    const [year, month, day] = article.date!.split('-').map(Number);
    const [place, name] = article.speaker!.split(' ');
    const speech: TypedSpeech = {
      title: article.title!,
      dateLine: `（${year}年${month}月${day}日）`,
      speakerLine: `${place}\u3000${name}`,
      paragraphs: article.text.split('\n'),
    };
    const right = { title: article.title!, date: article.date!, speaker: name!, paragraphs: speech.paragraphs };
    for (const [kind, write] of Object.entries(formatWriters)) cases.push({ kind, bytes: write(speech), ...right });
    if (browser) for (const [kind, bytes] of await printedPages(speech, browser)) cases.push({ kind, bytes, ...right });
  }
  return cases;
}
