import { addPages } from '../../index/blocks/needs';
import { articleEnd, type CorpusView, type Segment } from '../../index/segment';
import type { NeedsOf } from '../../passages/search/searchNeeds';
import { splitSentences } from '../../text/sentences';
import { type LikeSentence, likeNeeds, likeSentences } from './likeSentences';

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
export function nextParagraphs(view: CorpusView, paragraph: string, limit: number): NextParagraph[] {
  const next = new Map<string, NextParagraph>();
  for (const like of likesOf(view, paragraph, limit)) {
    const text = behind(view, like);
    if (text && !next.has(text)) next.set(text, { text, like });
  }
  return [...next.values()].slice(0, limit);
}

function askedOf(paragraph: string): string[] {
  const sentences = splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));
  return [...new Set([sentences[0], ...sentences.slice(-1)])]
    .filter(sentence => sentence !== undefined)
    .slice(0, ASKED);
}

/** Of each sentence three times as many are looked at, for not every paragraph has one behind it. */
function likesOf(view: CorpusView, paragraph: string, limit: number): LikeSentence[] {
  return askedOf(paragraph)
    .flatMap(sentence => likeSentences(view, sentence, { limit: 3 * limit, least: LEAST }))
    .sort((a, b) => b.similarity - a.similarity);
}

/** The paragraph behind the one of a place; undefined where there is none, or not all of it is here. */
function behind(view: CorpusView, { place }: LikeSentence): string | undefined {
  const segment = view[place.segment]!;
  const end = articleEnd(segment, segment.articleAt(place.position)) - 1;
  const start = paragraphEnd(segment, place.position, end) + 1;
  const nextEnd = start > 0 && start < end ? paragraphEnd(segment, start, end) : -1;
  return nextEnd < 0 ? undefined : segment.slice(start, nextEnd);
}

const STEP = 400;

/** -1 where the text on the way there is not here: the first of it is asked for. */
function paragraphEnd(segment: Segment, from: number, end: number): number {
  for (let at = from; at < end; at += STEP) {
    const to = Math.min(at + STEP, end);
    const found = segment.slice(at, to).indexOf('\n');
    if (segment.hasText?.(at, to) === false) return -1;
    if (found >= 0) return at + found;
  }
  return end;
}

/** Two paragraphs are hardly longer, in UTF-16 code units. */
const BEHIND = 4_000;

/**
 * What `nextParagraphs` needs of a library that is read on demand: the sentences like it, then what stands behind the likest of each
 * layout.
 */
export function nextNeeds(paragraph: string, limit: number): NeedsOf {
  const likes = askedOf(paragraph).map(likeNeeds);
  return segment => {
    const needs = new Set(likes.flatMap(needsOf => [...needsOf(segment)]));
    if (needs.size > 0) return needs;
    for (const { place } of likesOf([segment], paragraph, limit).slice(0, limit)) {
      const end = articleEnd(segment, segment.articleAt(place.position));
      addPages(needs, segment, place.position, Math.min(end - place.position, BEHIND));
    }
    return needs;
  };
}
