import { countHan } from '../text/han';
import { isSentenceEnd } from '../text/punctuation';
import { edgeForm } from './edgeForm';

/**
 * What of the articles of a segment decides which of their lines are page furniture: the forms of the paragraphs at head and foot,
 * and of the short ones between, as hashes. Of each article they stand in its order; `starts` has one number more than there are
 * articles. A tenth as large as the text, and made once, for a segment never changes.
 */
export interface EdgeColumns {
  /** Cluster of each article. */
  readonly clusters: Int32Array;
  readonly starts: Int32Array;
  /** `formKey` of each form. */
  readonly forms: Float64Array;
  /** What each form is, as bits of `TRAIT`. */
  readonly traits: Uint8Array;
}

/** Bits that say what a form is and what became of it. */
export const TRAIT = {
  /** It ends as a sentence does… */
  prose: 1,
  /** …and is so long that it does not recur by chance. */
  long: 2,
  /** It stands within the article, not at its head or foot: one entry each time. */
  inner: 4,
  /** It stands in the text. */
  stands: 8,
  /** It was taken out of the text. */
  taken: 16,
  /** It was looked at, and is no furniture however often it recurs: part of a speech, or of the title. */
  stays: 32,
} as const;

/** Prose of so many characters does not recur by chance. */
const LONG_HAN = 40;

/** The paragraphs of an article that matter. */
export interface ArticleEdges {
  /** Copies of one article have the same. */
  readonly cluster: number;
  /** At head and foot, in the text. */
  readonly standing: readonly string[];
  /** Taken out of it before. */
  readonly taken: readonly string[];
  /** Short ones between. */
  readonly inner: readonly string[];
  /** Is it known of a paragraph that it stays? */
  readonly stays?: (text: string) => boolean;
}

/** Number of a form, with 48 bits of it: two forms hardly ever meet. */
export function formKey(form: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  return (low >>> 0) * 0x10000 + (high >>> 16);
}

/** The columns of some articles, in their order. */
export function packEdges(articles: Iterable<ArticleEdges>): EdgeColumns {
  const clusters: number[] = [];
  const starts = [0];
  const forms: number[] = [];
  const traits: number[] = [];
  for (const article of articles) {
    for (const [form, trait] of entriesOf(article)) {
      forms.push(form);
      traits.push(trait);
    }
    clusters.push(article.cluster);
    starts.push(forms.length);
  }
  return {
    clusters: Int32Array.from(clusters),
    starts: Int32Array.from(starts),
    forms: Float64Array.from(forms),
    traits: Uint8Array.from(traits),
  };
}

/** The columns of the articles of several, one after the other. */
export function joinEdges(parts: readonly EdgeColumns[]): EdgeColumns {
  const articles = parts.reduce((sum, { clusters }) => sum + clusters.length, 0);
  const entries = parts.reduce((sum, { forms }) => sum + forms.length, 0);
  const joined = {
    clusters: new Int32Array(articles),
    starts: new Int32Array(articles + 1),
    forms: new Float64Array(entries),
    traits: new Uint8Array(entries),
  };
  let article = 0;
  let entry = 0;
  for (const { clusters, starts, forms, traits } of parts) {
    joined.clusters.set(clusters, article);
    joined.forms.set(forms, entry);
    joined.traits.set(traits, entry);
    for (let i = 0; i < clusters.length; i++) joined.starts[++article] = entry + starts[i + 1]!;
    entry += forms.length;
  }
  return joined;
}

/** Forms with their traits: each of the edges once, then those within. */
function* entriesOf({
  standing,
  taken,
  inner,
  stays,
}: ArticleEdges): Generator<readonly [form: number, traits: number]> {
  const edges = new Map<number, number>();
  const moving = new Set<number>();
  const add = (text: string, trait: number): number => {
    const form = edgeForm(text);
    const key = formKey(form);
    edges.set(key, (edges.get(key) ?? kindOf(form)) | trait);
    return key;
  };
  for (const text of taken) add(text, TRAIT.taken);
  for (const text of standing) {
    const key = add(text, TRAIT.stands);
    if (!stays?.(text)) moving.add(key);
  }
  for (const [key, traits] of edges) {
    const isSettled = (traits & TRAIT.stands) > 0 && !moving.has(key);
    yield [key, isSettled ? traits | TRAIT.stays : traits];
  }
  for (const text of inner) {
    const form = edgeForm(text);
    yield [formKey(form), TRAIT.inner | kindOf(form)];
  }
}

/** A sentence, rather than a line that is a label or a name; and is it a long one? */
function kindOf(form: string): number {
  let end = form.length;
  while (end > 0 && '”’）】'.includes(form[end - 1]!)) end--;
  if (!isSentenceEnd(form.charCodeAt(end - 1))) return 0;
  return countHan(form) >= LONG_HAN ? TRAIT.prose | TRAIT.long : TRAIT.prose;
}
