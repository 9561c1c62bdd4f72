import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusView } from '../../engine/index/segment';
import { countOccurrences } from '../../engine/index/suffixes/suffixRange';
import { adaptSentence, type Particularised } from '../../engine/lookup/like/adaptSentence';
import { draftParticulars } from '../../engine/lookup/like/draftParticulars';
import type { LikeSentence } from '../../engine/lookup/like/likeSentences';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { Passage } from '../../engine/passages/passage';
import { exemplarAt } from '../../engine/skeleton/exemplar/exemplar';
import type { Particular } from '../../engine/skeleton/particulars/particulars';
import { articleParticulars } from '../../engine/skeleton/patterns/articleParticulars';
import { allLines } from '../lines';

/** Fits what other speeches say to a draft. */
export interface Adapter {
  /** The sentence of the source, for a sentence at [start, end) of a line of the draft. */
  sentence(like: LikeSentence, line: number, start: number, end: number): string;
  /** A whole paragraph of the source: what the draft has of a kind, or slots. */
  paragraph(like: Passage, paragraph: number, text: string): string;
}

/** What belongs to the draft is found once; of each article that is asked about, too. */
export function createAdapter({ view, find }: ArticleDirectory, document: TextDocument): Adapter {
  const lines = allLines(document);
  const ofLine = draftParticulars(view, lines);
  let all: Particular[] | undefined;
  const draft = () => (all ??= lines.flatMap((_, line) => ofLine(line)));
  const known = new Map<string, (paragraph: number) => Particular[]>();
  const ofSource = ({ article }: Passage, paragraph: number): Particular[] => {
    const key = `${article.path}\0${article.entry}`;
    let particulars = known.get(key);
    if (!particulars) {
      particulars = sourceParticulars(view, find(article.path, article.entry));
      known.set(key, particulars);
    }
    return particulars(paragraph);
  };
  return {
    sentence(like, line, start, end) {
      // Where the sentence begins in its paragraph: the match is in it.
      const offset = like.offset - like.before.length;
      const theirs = within(like.sentence, ofSource(like, like.paragraph), offset);
      const mine = within(lines[line]?.slice(start, end) ?? '', ofLine(line), start);
      return adaptSentence(theirs, mine, like.replaced, draft());
    },
    paragraph: (like, paragraph, text) =>
      adaptSentence(within(text, ofSource(like, paragraph), 0), { sentence: '', particulars: [] }, [], draft()),
  };
}

function sourceParticulars(view: CorpusView, place: ReturnType<ArticleDirectory['find']>) {
  return place
    ? articleParticulars(exemplarAt(view, place), text => countOccurrences(view, text))
    : (): Particular[] => [];
}

/** Those of a paragraph that lie in a sentence which begins at `offset` of it, with offsets in the sentence. */
function within(sentence: string, particulars: readonly Particular[], offset: number): Particularised {
  return {
    sentence,
    particulars: particulars
      .map(one => ({ ...one, start: one.start - offset, end: one.end - offset }))
      .filter(({ start, end }) => start >= 0 && end <= sentence.length),
  };
}
