import { type CorpusView, wholeSegments } from '../../index/segment';
import { chooseSet } from '../ranking/chooseSet';
import type { Continuation, Draft } from '../request';
import { addresses, type Beginning, readFirstLines } from './firstLines';
import { LONGEST_TITLE, namesSpeech, type Promising, readTitles, type TitleReading } from './titles';

/** What a speech begins with at the cursor. */
export interface BeginningPhrase extends Continuation {
  /** Goes before the text where it begins a line of its own: a line break and the indent of the line above. */
  readonly lead?: string;
}

/** Tells what speeches of a view begin with. */
export interface Beginnings {
  /** Best first; nothing where a draft is past its beginning. */
  find(draft: Draft, admits: (text: string) => boolean): readonly BeginningPhrase[];
  /** Reads ahead what `find` would read, some milliseconds of it; false: there is no more to do. */
  prepare(draft: Draft): boolean;
}

const MOST = 8;
const MOST_TITLES = 4;
const MOST_SALUTATIONS = 2;
/** First lines of exemplars: they stand above those of all others. */
const MOST_OF_EXEMPLARS = 3;
/** Exemplars that are looked at, the newest ones. */
const MOST_EXEMPLARS = 10;
/** Fewer characters are the beginning of any title. */
const LEAST_TYPED = 2;
/** Articles whose titles are read ahead at a time: a millisecond. */
const READ_AHEAD = 256;
/** Wordings that are looked at, the most promising ones. */
const MOST_LOOKED_AT = 200;

/**
 * Beginnings from the corpus: titles, salutations and first lines in an empty draft, titles where one is begun in its first line,
 * first lines behind a salutation, those of the exemplars of the draft first. Reads titles and heads of articles when first asked for them.
 *
 *     createBeginnings(view).find({ before: '同志们：\n' }, () => true)[0].text → '今天，我们召开全县春耕生产工作会议，'
 */
export function createBeginnings(all: CorpusView): Beginnings {
  // A place of one is the same place of the other: what is not all here comes last.
  const view = wholeSegments(all);
  let firstLines: ReturnType<typeof readFirstLines> | undefined;
  let reading: TitleReading | undefined;
  const titles = () => (reading ??= readTitles(view));
  const allTitles = () => titles().titles();
  const allFirstLines = () => (firstLines ??= readFirstLines(view));

  /** First lines, best first: how the exemplars begin, then how all do. */
  const openings = (exemplars: Draft['exemplars'], admits: (text: string) => boolean): readonly BeginningPhrase[] => {
    const { clauses } = allFirstLines();
    const places = (exemplars ?? []).filter(({ segment }) => segment < view.length).slice(-MOST_EXEMPLARS);
    const theirs = promising(readFirstLines(view, places.toReversed()).clauses);
    const led = best(theirs, admits, MOST_OF_EXEMPLARS).map(row => ({ ...row, ...countOf(clauses, row) }));
    const others = best(promising(clauses), admits, MOST).filter(({ text }) => !led.some(row => row.text === text));
    return [...led, ...others].slice(0, MOST);
  };

  const find: Beginnings['find'] = ({ before, after = '', exemplars }, admits) => {
    if (after.trim() !== '') return [];
    const lines = before.split(/\r?\n/);
    const line = lines.at(-1)!;
    const typed = line.trimStart();
    if (before.trim() === '') {
      const { salutations, clauses } = allFirstLines();
      const heads = [
        ...best(ofSpeeches(allTitles().goingOn('', MOST_LOOKED_AT)), admits, MOST_TITLES),
        ...best(promising(salutations), admits, MOST_SALUTATIONS),
        ...best(promising(clauses), admits, MOST),
      ];
      // A draft that nobody has begun may become anything.
      return heads.slice(0, MOST).map(found => ({ ...found, probability: 0 }));
    }
    if (addresses(line.trim())) {
      const lead = `\n${line.slice(0, line.length - typed.length)}`;
      return openings(exemplars, admits).map(found => ({ ...found, lead }));
    }
    if (typed === '') {
      const above = lines.findLast(text => text.trim() !== '')!;
      return addresses(above.trim()) ? openings(exemplars, admits) : [];
    }
    if (lines.length > 1 || typed.length < LEAST_TYPED || typed.length >= LONGEST_TITLE) return [];
    return best(allTitles().goingOn(typed, MOST_LOOKED_AT), admits, MOST_TITLES).map(found => ({
      ...found,
      replace: typed.length,
    }));
  };
  return {
    find,
    // Behind the first line nobody asks for a title.
    prepare: ({ before }) => !before.includes('\n') && titles().readOn(READ_AHEAD),
  };
}

/**
 * Those that together save most. How probable a wording is: its share of all articles, where what is new comes as often as it
 * has (Witten and Bell 1991).
 */
function best(
  { first, wordings, articles }: Promising,
  admits: (text: string) => boolean,
  limit: number,
): readonly BeginningPhrase[] {
  const all = articles + wordings;
  const pool = first
    .filter(({ text }) => admits(text))
    // Parents first.
    .sort((a, b) => a.text.length - b.text.length);
  const at = new Map(pool.map(({ text }, index) => [text, index]));
  const candidates = pool.map(({ text, goesOnFrom }) => ({
    length: text.length,
    prefix: at.get(goesOnFrom ?? '') ?? -1,
  }));
  const probability = Float64Array.from(pool, ({ articles }) => articles / all);
  return chooseSet(candidates, probability, limit, 0).map(index => {
    const { text, articles, source } = pool[index]!;
    return {
      text,
      replace: 0,
      probability: probability[index]!,
      articles,
      occurrences: articles,
      estimated: false,
      source,
    };
  });
}

/** Who begins a draft begins a speech: where there are titles of such, those of what else is read stay away. */
function ofSpeeches(titles: Promising): Promising {
  const first = titles.first.filter(({ text }) => namesSpeech(text));
  return first.length > 0 ? { ...titles, first } : titles;
}

/** How many of all articles begin so: those of exemplars are few of them. */
function countOf(
  all: readonly Beginning[],
  { text, articles }: Beginning,
): Pick<Continuation, 'articles' | 'occurrences'> {
  const count = Math.max(articles, all.find(other => other.text === text)?.articles ?? 0);
  return { articles: count, occurrences: count };
}

/** The wordings of most articles; they and what they go on with are one beginning. */
function promising(beginnings: readonly Beginning[]): Promising {
  const whole = beginnings.filter(({ goesOnFrom }) => goesOnFrom === undefined);
  return {
    first: beginnings.toSorted((a, b) => b.articles - a.articles).slice(0, MOST_LOOKED_AT),
    wordings: whole.length,
    articles: whole.reduce((sum, { articles }) => sum + articles, 0),
  };
}
