import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { inlineMarkers, parseMarker } from '../../outline/marker';
import { titleOf } from '../../outline/title';
import { segmentEnds } from '../../text/segmentWords';
import type { Span } from '../../text/sentences';
import type { Exemplar } from '../exemplar/exemplar';
import { type Particular, particularsOf } from '../particulars/particulars';
import { articleParticulars } from '../patterns/articleParticulars';
import { placeNames } from '../patterns/placeNames';
import { taggedParticulars } from '../tagger/taggedParticulars';
import type { Tagger } from '../tagger/tagger';
import { cutTokens } from './cutTokens';
import { fillParagraph, type SkeletonPart } from './fillParagraph';
import { frameWording } from './frameWording';
import { sharedWording } from './sharedWording';

/** A word that stands here or there in every few pages says nothing by itself. In UTF-16 code units of the corpus. */
const COMMON_EVERY = 20_000;
/** In a small corpus a word has to be seen so often to be one. */
const COMMON_LEAST = 20;

/** Fills paragraphs of an article, one at a time, so that whoever waits can be answered in between. */
export interface ExemplarFiller {
  /** The paragraph (0-based) between two UTF-16 offsets, as fixed wording with gaps. */
  fill(paragraph: number, start?: number, end?: number): SkeletonPart[];
  /** Its title: 在〔全县经济工作会议〕上的讲话. */
  fillTitle(): SkeletonPart[];
}

/** What is to be known of the whole article first: its parallel structure, and its places. `tag` finds its particulars; null where there is nothing to tell them by but patterns. */
export function exemplarFiller(view: CorpusView, exemplar: Exemplar, tag: Tagger | null = null): ExemplarFiller {
  const characters = view.reduce((sum, { length }) => sum + length, 0);
  const isCommon = (word: string) => countOccurrences(view, word) >= Math.max(COMMON_LEAST, characters / COMMON_EVERY);
  const frames = frameWording(exemplar);
  const countOf = (text: string) => countOccurrences(view, text);
  const places = placeNames(exemplar, countOf);
  const particularsIn = tag ? taggedParticulars(exemplar, tag, places) : articleParticulars(exemplar, countOf, places);
  return {
    fill(paragraph, start = 0, end = exemplar.paragraphs[paragraph]!.length) {
      const text = exemplar.paragraphs[paragraph]!;
      const first = parseMarker(text);
      const markers = [...(first ? [first] : []), ...inlineMarkers(text, first?.end ?? 0)];
      const shared = sharedWording(view, exemplar, paragraph);
      const isIn = (spans: readonly Span[], one: Span) =>
        spans.some(({ start, end }) => start <= one.start && one.end <= end);
      const tokens = cutTokens(text, {
        isWordStart: offset => exemplar.isWordStart(paragraph, offset),
        fixed: [...frames[paragraph]!, ...shared],
        markers,
        // Numbering is never part of a slot, and what is merely doubtful is not one where several others say the same.
        particulars: particularsIn(paragraph).filter(
          one =>
            !markers.some(({ start, end }) => start < one.end && one.start < end) &&
            !(one.isDoubtful && isIn(shared, one)),
        ),
        isCommon,
      });
      const titleEnd = first ? first.end + titleOf(text.slice(first.end)).length + 1 : 0;
      const within = tokens.filter(token => token.start >= start && token.end <= end);
      return fillParagraph(text, within, titleEnd);
    },
    fillTitle() {
      const { title, occasion } = exemplar;
      const at = occasion ? title.indexOf(occasion) : -1;
      const own: Particular[] =
        at < 0 ? [] : [{ start: at, end: at + occasion!.length, name: '会议', text: occasion!, isAlone: true }];
      const starts = new Set(segmentEnds(title));
      const named = tag ? tag(title, offset => offset === 0 || starts.has(offset)) : particularsOf(title, places);
      const isFree = ({ start, end }: Span) => own.every(one => end <= one.start || start >= one.end);
      const particulars = [...own, ...named.filter(isFree)].sort((a, b) => a.start - b.start);
      if (particulars.length === 0)
        return [{ gap: title, opening: title, particular: { name: '标题', isAlone: true } }];
      return particulars.flatMap((one, i): SkeletonPart[] => [
        title.slice(particulars[i - 1]?.end ?? 0, one.start),
        one.name === '会议' || one.isDoubtful
          ? gapFor(one.text)
          : { gap: one.text, opening: one.text, particular: one },
        ...(i === particulars.length - 1 ? [title.slice(one.end)] : []),
      ]);
    },
  };
}

const gapFor = (text: string): SkeletonPart => ({ gap: text, opening: text });
