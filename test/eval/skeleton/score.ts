import type { Exemplar } from '../../../src/engine/skeleton/exemplar/exemplar';
import { cutTokens } from '../../../src/engine/skeleton/filling/cutTokens';
import { fillParagraph } from '../../../src/engine/skeleton/filling/fillParagraph';
import { placeNames } from '../../../src/engine/skeleton/patterns/placeNames';
import { isPublicQuote, type Lexicon } from '../../../src/engine/skeleton/tagger/lexicon';
import { taggedParticulars } from '../../../src/engine/skeleton/tagger/taggedParticulars';
import { createTagger } from '../../../src/engine/skeleton/tagger/tagger';
import type { TaggerWeights } from '../../../src/engine/skeleton/tagger/weights';
import type { CutWords } from '../../../src/engine/text/segmentWords';
import type { LabelledSpeech } from './labelledSpeech';

/** How well slots fit what a person has marked, where every clause is kept: the hardest case, for what is left out leaves nothing. */
export interface SkeletonScore {
  readonly articles: number;
  /** Particulars marked, and those of which a letter or digit stayed text. */
  readonly particulars: number;
  readonly left: number;
  /** Those of which nothing stayed text, but not all is in a slot that is sure: it has its own words, 〔云溪？〕. */
  readonly doubtful: number;
  /** Edges of slots within a word of the segmenter, unless a person has put an edge there, too. */
  readonly cutWords: number;
  /** Letters that are no particular; those of them that are in a slot, and lost; those that are in a doubtful one, which keeps them. */
  readonly letters: number;
  readonly lost: number;
  readonly asked: number;
  /** Slots that are doubtful. */
  readonly doubtfulSlots: number;
  /** For a person to look at. */
  readonly mistakes: readonly string[];
}

/** What became of a letter. */
const [TEXT, LOST, ASKED] = [0, 1, 2] as const;
const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
/** 第|三届, 一百万|元, 2024|年, 三|家: before a number and between it and what it counts no word is cut, though a segmenter takes both for one. */
const isMeasure = (text: string, at: number): boolean =>
  /[0-9〇零一二三四五六七八九十百千万亿两半第]/.test(text[at - 1] ?? '');
const lettersIn = (text: string): number => [...text].filter(isLetter).length;
const QUOTED = /“[^“”]+”|《[^《》]+》/g;

/** Scores speeches, with all of them as the corpus. Quotations that public texts do not have are slots by themselves. */
export function scoreSkeletons(
  speeches: readonly LabelledSpeech[],
  cut: CutWords,
  lexicon: Lexicon,
  weights?: TaggerWeights,
): SkeletonScore {
  const corpus = speeches.flatMap(({ paragraphs }) => paragraphs).join('\n');
  const countOf = (text: string) => corpus.split(text).length - 1;
  const sum = { particulars: 0, left: 0, doubtful: 0, cutWords: 0, letters: 0, lost: 0, asked: 0, doubtfulSlots: 0 };
  const mistakes: string[] = [];
  for (const { name, paragraphs, particulars } of speeches) {
    const exemplar = exemplarOf(paragraphs, cut);
    const tag = createTagger(lexicon, weights);
    const particularsIn = taggedParticulars(exemplar, tag, placeNames(exemplar, countOf));
    paragraphs.forEach((text, paragraph) => {
      const inSlot = new Uint8Array(text.length);
      const marked = particulars[paragraph]!;
      const tokens = cutTokens(text, {
        isWordStart: offset => exemplar.isWordStart(paragraph, offset),
        fixed: outsideQuotes(text, lexicon),
        markers: [],
        particulars: particularsIn(paragraph),
        isCommon: () => false,
      });
      let at = 0;
      for (const piece of fillParagraph(text, tokens)) {
        const length = typeof piece === 'string' ? piece.length : piece.gap.length;
        if (typeof piece !== 'string') {
          const isDoubtful = !piece.particular;
          inSlot.fill(isDoubtful ? ASKED : LOST, at, at + length);
          if (isDoubtful) sum.doubtfulSlots++;
          for (const edge of [at, at + length]) {
            const isEdge = edge === text.length || isMeasure(text, edge) || exemplar.isWordStart(paragraph, edge);
            if (isEdge || marked.some(({ start, end }) => edge === start || edge === end)) continue;
            sum.cutWords++;
            mistakes.push(`${name}: cut ${text.slice(Math.max(0, edge - 4), edge)}|${text.slice(edge, edge + 4)}`);
          }
        }
        at += length;
      }
      const lettersOf = (start: number, end: number, slot: number) =>
        [...text.slice(start, end)].filter((letter, offset) => isLetter(letter) && inSlot[start + offset] === slot);
      for (const { start, end } of marked) {
        sum.particulars++;
        const stayed = lettersOf(start, end, TEXT);
        if (stayed.length === 0) {
          if (lettersOf(start, end, ASKED).length > 0) sum.doubtful++;
          continue;
        }
        sum.left++;
        const which =
          lettersOf(start, end, TEXT).length < lettersIn(text.slice(start, end)) ? `${stayed.join('')} of ` : '';
        mistakes.push(`${name}: left ${which}${text.slice(start, end)}`);
      }
      const bounds = [0, ...marked.flatMap(({ start, end }) => [start, end]), text.length];
      for (let i = 0; i < bounds.length; i += 2) {
        const [start, end] = [bounds[i]!, bounds[i + 1]!];
        const lost = lettersOf(start, end, LOST);
        sum.letters += lettersIn(text.slice(start, end));
        sum.lost += lost.length;
        sum.asked += lettersOf(start, end, ASKED).length;
        if (lost.length > 0) mistakes.push(`${name}: lost ${lost.join('')} in ${text.slice(start, end).slice(0, 20)}`);
      }
    });
  }
  return { articles: speeches.length, ...sum, mistakes };
}

export function exemplarOf(paragraphs: readonly string[], cut: CutWords): Exemplar {
  const starts = paragraphs.map(text => {
    const own = new Set<number>([0]);
    let at = 0;
    for (const word of cut(text)) {
      own.add(at);
      at += word.length;
    }
    return own;
  });
  const about = { title: '', date: null, speaker: null, occasion: null, cluster: 0 };
  return { ...about, paragraphs, isWordStart: (paragraph, offset) => starts[paragraph]!.has(offset) };
}

/** All but quotations that are nobody else's. */
function outsideQuotes(text: string, lexicon: Lexicon): { start: number; end: number }[] {
  const quotes = [...text.matchAll(QUOTED)].filter(({ 0: quote }) => !isPublicQuote(lexicon, quote));
  const starts = [0, ...quotes.map(({ index, 0: quote }) => index + quote.length - 1)];
  return starts.map((start, i) => ({ start, end: (quotes[i]?.index ?? text.length - 1) + 1 }));
}
