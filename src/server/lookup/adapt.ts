import type { TextDocument } from 'vscode-languageserver-textdocument';
import { articleEnd, type CorpusView } from '../../engine/index/segment';
import { adaptSentence, type Particularised } from '../../engine/lookup/like/adaptSentence';
import { draftParticulars } from '../../engine/lookup/like/draftParticulars';
import { headOf } from '../../engine/lookup/like/headOf';
import type { LikeSentence } from '../../engine/lookup/like/likeSentences';
import { type Replaceable, withOffices } from '../../engine/lookup/like/offices';
import { parseMarker } from '../../engine/outline/marker';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import { exemplarAt } from '../../engine/skeleton/exemplar/exemplar';
import type { Particular } from '../../engine/skeleton/particulars/particulars';
import { articleParticulars } from '../../engine/skeleton/patterns/articleParticulars';
import { type CountOf, placeNames } from '../../engine/skeleton/patterns/placeNames';
import { allLines } from '../lines';
import { createCountMemo } from './countMemo';

/** Fits what other speeches say to a draft. */
export interface Adapter {
  /** The sentence of the source, for a sentence at [start, end) of a line of the draft. */
  sentence(like: LikeSentence, line: number, start: number, end: number): string;
  /** A whole paragraph of the source: what the draft has of a kind, or slots. */
  paragraph(like: LikeSentence, paragraph: number, text: string): string;
}

/** Gives the adapter of a draft as it is now: the same one as long as neither the draft nor the corpus has changed. */
export function createAdapters(): (directory: ArticleDirectory, document: TextDocument) => Adapter {
  const countOf = createCountMemo();
  let last: { view: CorpusView; uri: string; version: number; adapter: Adapter } | undefined;
  return (directory, document) => {
    const { view } = directory;
    const { uri, version } = document;
    if (last?.view !== view || last.uri !== uri || last.version !== version)
      last = { view, uri, version, adapter: createAdapter(directory, document, countOf(view)) };
    return last.adapter;
  };
}

/** Articles whose particulars are remembered. */
const MOST_KNOWN = 100;

/** What belongs to the draft is found once; of each article that is asked about, too. */
function createAdapter({ view, find }: ArticleDirectory, document: TextDocument, countOf: CountOf): Adapter {
  const lines = allLines(document);
  const ofLine = draftParticulars(countOf, lines);
  let all: Replaceable[] | undefined;
  const draft = () => (all ??= lines.flatMap((_, line) => ofLine(line)));
  const known = new Map<string, (paragraph: number) => Particular[]>();
  const ofSource = ({ article, place }: LikeSentence, paragraph: number): Particular[] => {
    const key = `${article.path}\0${article.entry}`;
    let particulars = known.get(key);
    if (!particulars) {
      if (known.size >= MOST_KNOWN) known.clear();
      const source = find(article.path, article.entry) ?? {
        segment: place.segment,
        article: view[place.segment]!.articleAt(place.position),
      };
      if (!isHere(view, source)) return [];
      const exemplar = exemplarAt(view, source);
      const head = { ...exemplar, paragraphs: headOf(exemplar.paragraphs) };
      particulars = articleParticulars(exemplar, countOf, placeNames(head, countOf));
      known.set(key, particulars);
    }
    return particulars(paragraph);
  };
  return {
    sentence(like, line, start, end) {
      // Where the sentence begins in its paragraph: the match is in it.
      const offset = like.offset - like.before.length;
      const theirs = ofOffices(within(like.sentence, ofSource(like, like.paragraph), offset));
      const mine = within(lines[line]?.slice(start, end) ?? '', ofLine(line), start);
      return adaptSentence(theirs, mine, like.replaced, draft());
    },
    paragraph(like, paragraph, text) {
      // （三） is the number of a part, no figure of theirs.
      const behind = parseMarker(text)?.end ?? 0;
      const particulars = ofSource(like, paragraph).filter(({ start }) => start >= behind);
      return adaptSentence(ofOffices(within(text, particulars, 0)), NOTHING, [], draft());
    },
  };
}

/** A longer article of a library that is read on demand is not fetched for this. UTF-16 code units. */
const MOST_FETCHED = 60_000;

/** Is all of an article here? Of a library that is read on demand it is asked for otherwise. */
function isHere(view: CorpusView, { segment: number, article }: ArticlePlace): boolean {
  const segment = view[number]!;
  const [start, end] = [segment.articleStart(article), articleEnd(segment, article)];
  if (segment.hasText?.(start, end) !== false) return true;
  if (end - start <= MOST_FETCHED) segment.slice(start, end);
  return false;
}

const NOTHING: Particularised = { sentence: '', particulars: [] };

const ofOffices = ({ sentence, particulars }: Particularised): Particularised => ({
  sentence,
  particulars: withOffices(sentence, particulars),
});

/** Those of a paragraph that lie in a sentence which begins at `offset` of it, with offsets in the sentence. */
function within(sentence: string, particulars: readonly Replaceable[], offset: number): Particularised {
  return {
    sentence,
    particulars: particulars
      .map(one => ({ ...one, start: one.start - offset, end: one.end - offset }))
      .filter(({ start, end }) => start >= 0 && end <= sentence.length),
  };
}
