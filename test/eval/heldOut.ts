import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listFiles } from '../../src/corpus/listing/listFiles';
import { readArticles } from '../../src/corpus/reading/readArticles';
import { random } from './random';

/** An article that the corpus must not have. */
export interface HeldArticle {
  readonly title: string;
  readonly text: string;
}

/** What a writer types, and what stands before it in the draft. */
export interface HeldPassage {
  readonly before: string;
  readonly text: string;
  /** Number of the article it is of. */
  readonly article: number;
}

export interface PassageOptions {
  readonly passages: number;
  /** UTF-16 code units typed of each. */
  readonly length: number;
  readonly seed: number;
}

/** Of the article before a passage so much is in the draft. */
const BEFORE = 1500;
const SHORTEST_PARAGRAPH = 60;

/** The articles of a file or folder: lines of a .jsonl as they are, anything else as the importer reads it. */
export async function readHeld(path: string): Promise<HeldArticle[]> {
  if (/\.jsonl(\.gz)?$/.test(path)) return readLines(path);
  const { files } = await listFiles([resolve(path)], {});
  const articles: HeldArticle[] = [];
  for (const file of files) {
    for await (const item of readArticles(file.path)) {
      if (!('article' in item)) continue;
      const { title, paragraphs } = item.article;
      articles.push({ title, text: paragraphs.map(({ text }) => text).join('\n') });
    }
  }
  return articles;
}

function readLines(path: string): HeldArticle[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as HeldArticle);
}

/** Passages drawn from the articles, each from a paragraph of one on. Throws where no article has two long paragraphs. */
export function drawPassages(articles: readonly HeldArticle[], options: PassageOptions): HeldPassage[] {
  if (articles.length === 0) throw new Error('There are no held-out articles: are the paths right?');
  const next = random(options.seed);
  const drawn: HeldPassage[] = [];
  for (let tries = 0; drawn.length < options.passages && tries < options.passages * 50; tries++) {
    const article = Math.floor(next() * articles.length);
    const paragraphs = articles[article]!.text.split('\n').map(asTyped).filter(isProse);
    if (paragraphs.length < 2) continue;
    const first = Math.floor(next() * (paragraphs.length - 1));
    const before = paragraphs.slice(0, first).join('\n').slice(-BEFORE);
    const text = paragraphs.slice(first).join('\n').slice(0, options.length);
    drawn.push({ before: before === '' ? '' : `${before}\n`, text, article });
  }
  if (drawn.length === 0)
    throw new Error('The held-out articles have no paragraphs of 60 characters: give longer ones.');
  return drawn;
}

function isProse(paragraph: string): boolean {
  return paragraph.length >= SHORTEST_PARAGRAPH && !/[A-Za-z]{6}/.test(paragraph);
}

const HAN = /\p{Script=Han}/u;
const FULL_WIDTH = new Map([...',;:!?()'].map((mark, i) => [mark, '，；：！？（）'[i]!]));

/** As a writer types Chinese: no layout blanks, marks beside Chinese full-width. */
function asTyped(text: string): string {
  const characters = [...text.replace(/[ \t\u3000\u00a0]+/g, '')];
  const isHan = (at: number) => HAN.test(characters[at] ?? '');
  return characters
    .map((character, i) => (isHan(i - 1) || isHan(i + 1) ? (FULL_WIDTH.get(character) ?? character) : character))
    .join('');
}
