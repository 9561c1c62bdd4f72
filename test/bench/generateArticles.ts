import type { CorpusArticle } from '../eval/corpusText';
import { random } from '../eval/random';
import { words } from './wordLists';

/** Articles of about this many UTF-16 code units. */
const SHORTEST = 1200;
const LONGEST = 2800;
/** Share of objects with a term of the trade in them, of which a real corpus has thousands. */
const COINED = 0.4;
const TERMS = 3000;
const NUMERALS = [...'一二三四五六七八九十'];

/**
 * Articles that look like speeches, of `characters` code units in all at least: headings, numbered points, phrases that
 * recur as often as words do in any language (by Zipf's law), names and figures that hardly do.
 * The same seed gives the same articles, and fewer characters the first of them.
 */
export function generateArticles(seed: number, characters: number): CorpusArticle[] {
  const writer = createWriter(random(seed));
  const articles: CorpusArticle[] = [];
  for (let written = 0; written < characters; written += articles.at(-1)!.text.length) articles.push(writer.article());
  return articles;
}

/** Terms of two characters, the same for every corpus. */
const terms: readonly string[] = (() => {
  const next = random(1);
  const character = () => words.characters[Math.floor(next() * words.characters.length)]!;
  return Array.from({ length: TERMS }, () => character() + character());
})();

function createWriter(next: () => number) {
  const below = (limit: number) => Math.floor(next() * limit);
  /** The first of a list are much more frequent than the last. */
  const pick = (list: readonly string[]) => list[Math.floor((list.length + 1) ** next()) - 1]!;
  const any = (list: readonly string[]) => list[below(list.length)]!;
  const place = () => any(words.placeSyllables) + any(words.placeSyllables) + pick(words.placeKinds);
  const person = () =>
    any(words.surnames) + any(words.placeSyllables) + (next() < 0.5 ? any(words.placeSyllables) : '');
  const object = () => (next() < COINED ? pick(terms) : pick(words.modifiers)) + pick(words.nouns);
  const action = () => pick(words.adverbs) + pick(words.verbs) + object();

  const clauses: readonly (() => string)[] = [
    action,
    () => `要${action()}`,
    () => `${pick(words.subjects)}要${action()}`,
    () => pick(words.aims),
    () => pick(words.manners),
    () => `以${object()}为抓手`,
    () => `既要${pick(words.verbs)}${object()}，又要${pick(words.verbs)}${object()}`,
    () => `把${object()}作为${object()}的重中之重`,
    () => `${place()}${pick(words.verbs)}${object()}${2 + below(400)}处`,
    () => `必须始终保持“${action()}”的劲头`,
    () => pick(words.remarks),
    () => `${pick(words.openings)}，${pick(words.subjects)}${action()}`,
    () => `${person()}同志在${place()}带头${action()}`,
  ];
  const clause = () => clauses[below(clauses.length)]!();
  const sentence = () => `${Array.from({ length: 1 + below(4) }, clause).join('，')}。`;
  const sentences = (count: number) => Array.from({ length: count }, sentence).join('');
  const points = () =>
    NUMERALS.slice(0, 2 + below(3))
      .map(number => `${number}是${action()}。${sentences(1 + below(2))}`)
      .join('');
  const section = (number: string) => [
    `${number}、${pick(words.adverbs)}${pick(words.verbs)}${object()}，${pick(words.aims)}`,
    sentences(2 + below(3)),
    next() < 0.5 ? points() : `（一）${action()}。${sentences(2 + below(3))}`,
  ];

  return {
    article(): CorpusArticle {
      const occasion = pick(words.occasions);
      const length = SHORTEST + below(LONGEST - SHORTEST);
      const paragraphs = ['同志们：', sentences(3)];
      for (let i = 0; paragraphs.join('').length < length; i++) paragraphs.push(...section(NUMERALS[i % 10]!));
      paragraphs.push(`${pick(words.openings)}，让我们${action()}，${pick(words.aims)}！`);
      const speaker = `${place()}${any(words.posts)} ${person()}`;
      const month = String(1 + below(12)).padStart(2, '0');
      return {
        title: `在${occasion}上的讲话`,
        date: `${2010 + below(15)}-${month}-${String(1 + below(28)).padStart(2, '0')}`,
        speaker,
        text: paragraphs.join('\n'),
      };
    },
  };
}
