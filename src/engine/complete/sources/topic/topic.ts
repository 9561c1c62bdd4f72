import { articleEnd, type CorpusView } from '../../../index/segment';
import { visitStrides } from '../../../index/suffixes/strides';
import { suffixRanges } from '../../../index/suffixes/suffixRange';
import type { ArticlePlace } from '../../../passages/articlePlace';
import { isHan } from '../../../text/han';
import { TopK } from '../topK';
import { buildFocus, type Focus, type FocusBuilder, type FocusPiece, NO_FOCUS } from './focus';
import { type TopicScale, topicScale } from './topicScale';

/** Occurrences of a pair of characters looked at. */
const SAMPLES = 60;
/** The draft must have grown this much before the like articles are chosen anew. */
const REFRESH_EVERY = 60;
/** Like articles are chosen between two keys; an answer waits for them only where the draft has grown by more than this since. */
const LATE = 2 * REFRESH_EVERY;
/** The same while the draft is short. */
const REFRESH_FIRST = 8;
const FOCUS_ARTICLES = 40;
const FOCUS_CHARACTERS = 6000;
/** A draft just opened, or a text just pasted, is taken in over some steps: so many pairs each. */
const AT_ONCE = 12;
/** A pinned article counts as at least so like the draft, and so often in the text of the like ones. */
const PINNED_LIKENESS = 4;
const PINNED_TIMES = 2;
const PINNED_CHARACTERS = 20_000;
/** Only this much of a draft that was not seen growing says what it is about. */
const RECENT = 1500;

/**
 * Which articles are like the draft. It grows with the draft: a character more costs a few microseconds, because a
 * new pair of characters only adds its weight to the articles that hold it (TF-IDF over pairs of characters, which
 * needs no word segmentation and tells topics apart as well).
 */
export interface Topic {
  /** Takes in some of the draft before the cursor as it is now: what an answer can wait for. */
  update(before: string, title: string): void;
  /** Takes in some more, and chooses the like articles, a fraction of a millisecond of work; false: there is no more to do. */
  prepare(before: string, title: string): boolean;
  /** Standard deviations above the mean article; 0 for a draft without content. */
  likeness(segment: number, article: number): number;
  /** The articles most like the draft; a little behind it, for it is put together a few articles a time. */
  focus(): Focus;
  /** Articles that the writer has pinned as models: like the draft, whatever it is about. */
  pin(places: readonly ArticlePlace[]): void;
}

/** The topic of a draft of which nothing is known yet; `shared` is the same for all drafts of a view. */
export function createTopic(view: CorpusView, shared: TopicScale = topicScale(view)): Topic {
  const { firstArticle, articles, characters, scale } = shared;
  const scores = new Float32Array(articles);
  const tooCommon = Math.max(30, characters / 1000);
  /** What the rarity of a pair is measured against: about as many as there are paragraphs. */
  const passages = Math.max(characters / 300, 2 * articles);

  let seen = '';
  /** Seen, but not taken in: from the last character on that is. */
  let waiting = '';
  let seenTitle = '';
  let counted = 0;
  let countedAtRefresh = -REFRESH_FIRST;
  let pairs = new Map<string, number>();
  /** Of all scores: kept as they change. */
  let sum = 0;
  let squares = 0;
  let mean = 0;
  let deviation = 1;
  let focus = NO_FOCUS;
  let coming: FocusBuilder | undefined;
  let pinned: number[] = [];

  const addTo = (article: number, share: number): void => {
    const before = scores[article]! * scale[article]!;
    scores[article]! += share;
    const now = scores[article]! * scale[article]!;
    sum += now - before;
    squares += now * now - before * before;
  };
  const addPair = (pair: string): void => {
    const count = (pairs.get(pair) ?? 0) + 1;
    pairs.set(pair, count);
    const { ranges, total } = suffixRanges(view, pair);
    if (total === 0 || total > tooCommon) return;
    const rarity = Math.log(passages / total);
    if (rarity <= 0) return;
    const weight = rarity * (Math.log(1 + count) - (count > 1 ? Math.log(count) : 0));
    const stride = Math.max(1, total / SAMPLES);
    const share = weight * (stride > 1 ? 1 + Math.log(stride) : 1);
    let next = 0;
    ranges.forEach((range, number) => {
      const segment = view[number]!;
      const base = firstArticle[number]!;
      let last = -1;
      next = visitStrides(segment, range, next, stride, position => {
        const article = segment.articleAt(position);
        if (article !== last) addTo(base + article, share);
        last = article;
      });
    });
  };
  const takeIn = (): void => {
    const end = Math.max(0, Math.min(waiting.length - 1, AT_ONCE));
    for (let i = 0; i < end; i++) {
      if (isHan(waiting.charCodeAt(i)) && isHan(waiting.charCodeAt(i + 1))) addPair(waiting.slice(i, i + 2));
    }
    waiting = waiting.slice(end);
    counted += end;
  };
  /** Should the like articles be chosen anew? Often while the draft grows, a few times while it is taken in. */
  const isDue = (): boolean => {
    const grown = counted - countedAtRefresh;
    return waiting.length > AT_ONCE
      ? grown >= Math.max(REFRESH_EVERY, 3 * countedAtRefresh)
      : grown >= Math.min(REFRESH_EVERY, REFRESH_FIRST + countedAtRefresh);
  };
  const refresh = (): void => {
    mean = articles > 0 ? sum / articles : 0;
    deviation = Math.sqrt(Math.max(0, articles > 0 ? squares / articles - mean * mean : 0)) || 1;
    coming = buildFocus(likeArticles(), pieceOf);
    countedAtRefresh = counted;
  };
  /** Numbers of the articles most like the draft, counted through the view. */
  const likeArticles = (): number[] => {
    const like = new TopK(FOCUS_ARTICLES, 1);
    view.forEach((segment, number) => {
      const base = firstArticle[number]!;
      for (let a = 0; a < segment.articleCount; a++) {
        const value = (scores[base + a]! * scale[base + a]! - mean) / deviation;
        if (value > like.least && !(segment.hasDead && segment.isDead(a))) like.add(base + a, value);
      }
    });
    const likest = like.keys();
    if (pinned.length === 0) return likest;
    // Last is looked at first.
    return [...likest.filter(article => !pinned.includes(article)), ...Array(PINNED_TIMES).fill(pinned).flat()];
  };
  const pieceOf = (article: number): FocusPiece => {
    const number = firstArticle.findLastIndex(first => first <= article);
    const segment = view[number]!;
    const inSegment = article - firstArticle[number]!;
    const start = segment.articleStart(inSegment);
    const most = pinned.includes(article) ? PINNED_CHARACTERS : FOCUS_CHARACTERS;
    const text = segment.slice(start, Math.min(articleEnd(segment, inSegment), start + most));
    return { text, isWordStart: offset => segment.isWordStart(start + offset) };
  };

  const update = (before: string, title: string): void => {
    if (title !== seenTitle || !(before.startsWith(seen) || seen.startsWith(before))) {
      scores.fill(0);
      sum = squares = 0;
      pairs = new Map();
      counted = 0;
      countedAtRefresh = -REFRESH_FIRST;
      waiting = `${title}\n${before.slice(-RECENT)}`;
      seen = before;
      seenTitle = title;
    } else if (before.length > seen.length) {
      waiting += before.slice(Math.max(seen.length, before.length - RECENT));
      seen = before;
    }
    takeIn();
  };
  const chooseLike = (): void => {
    if (isDue()) refresh();
    const complete = coming?.step();
    if (complete) {
      focus = complete;
      coming = undefined;
    }
  };

  return {
    update(before, title) {
      update(before, title);
      // Of a new draft something must be known; and where nobody works ahead it must be done here.
      const isUnknown = countedAtRefresh < 0 || (focus === NO_FOCUS && coming !== undefined);
      if (isUnknown || counted - countedAtRefresh > LATE) chooseLike();
    },
    prepare(before, title) {
      update(before, title);
      chooseLike();
      return waiting.length > 1 || coming !== undefined || isDue();
    },
    likeness(segment, article) {
      const at = firstArticle[segment]! + article;
      const likeness = (scores[at]! * scale[at]! - mean) / deviation;
      return pinned.length > 0 && pinned.includes(at) ? Math.max(likeness, PINNED_LIKENESS) : likeness;
    },
    focus: () => focus,
    pin(places) {
      const next = places.map(({ segment, article }) => firstArticle[segment]! + article);
      if (next.join() === pinned.join()) return;
      pinned = next;
      focus = NO_FOCUS;
      coming = undefined;
      countedAtRefresh = -REFRESH_FIRST; // chosen anew with the next of the draft
    },
  };
}
