import { countHan } from '../text/han';
import { isSentenceEnd } from '../text/punctuation';
import { edgeForm } from './edgeForm';
import type { EdgeSketch } from './edgeSketch';
import { isSpoken } from './spoken';

/** What recurs less is not looked at: a page says its furniture on every page. */
const FEWEST = 3;
/** A form of which no more than this share of its articles elsewhere has it is at home in one source. */
const ELSEWHERE_SHARE = 1 / 20;
/** Prose of so many characters does not recur by chance. */
const LONG_HAN = 40;

interface Rule {
  /** In so many articles of a source, copies not counted… */
  readonly count: number;
  /** …and in this share of them. */
  readonly share: number;
  /** Even where other sources have it as well: the same site may be kept in two folders. */
  readonly anywhere?: true;
}

/** What is furniture in a source: a line without an end of a sentence, a sentence, a long one. One rule must hold. */
const RULES: Readonly<Record<'line' | 'prose' | 'long', readonly Rule[]>> = {
  line: [
    { count: 4, share: 0.5, anywhere: true },
    { count: 5, share: 0.02 },
    { count: 20, share: 0.002 },
  ],
  prose: [
    { count: 8, share: 0.5 },
    { count: 10, share: 0.05 },
  ],
  long: [
    { count: 5, share: 0.5, anywhere: true },
    { count: 5, share: 0.05 },
    { count: 10, share: 0.008 },
  ],
};

/** An article as the counts see it. */
export interface EdgeArticle {
  /** The file, folder or site it comes from. */
  readonly source: string;
  /** Copies of one article count once. */
  readonly cluster: number;
  /** Paragraphs at its head and foot, those taken out before among them. */
  readonly edges: readonly string[];
  readonly inner: readonly string[];
}

/** How often one form occurs in one source. */
interface Tally {
  readonly clusters: Set<number>;
  inner: number;
}

/**
 * Finds out what recurs at the edges of the articles of one source: page furniture, such as the name of a site or a note about
 * copying, which no pattern knows. Formulas of speeches recur, too; they recur in every source, or are known (`isSpoken`).
 * The result does not depend on the order of the articles.
 */
export class RecurringEdges {
  private readonly tallies = new Map<string, Map<string, Tally>>();
  private readonly sizes = new Map<string, Set<number>>();
  private readonly decided = new Map<string, boolean>();

  /** `sketch`: of the edges of the same articles, so that only what can recur is counted. */
  constructor(private readonly sketch: EdgeSketch) {}

  add({ source, cluster, edges, inner }: EdgeArticle): void {
    const size = this.sizes.get(source) ?? new Set();
    this.sizes.set(source, size.add(cluster));
    for (const form of new Set(edges.map(edgeForm))) {
      if (this.sketch.atMost(form) < FEWEST) continue;
      this.tallyOf(form, source).clusters.add(cluster);
    }
    for (const text of inner) {
      const form = edgeForm(text);
      if (this.sketch.atMost(form) >= FEWEST) this.tallyOf(form, source).inner++;
    }
  }

  /** Is a paragraph at the edge of an article of this source page furniture? To be asked when all are counted. */
  isFurniture(text: string, source: string): boolean {
    const form = edgeForm(text);
    const bySource = this.tallies.get(form);
    const tally = bySource?.get(source);
    if (!bySource || !tally) return false;
    const key = `${source}\n${form}`;
    let known = this.decided.get(key);
    if (known === undefined) {
      known = this.decide(form, source, tally, bySource);
      this.decided.set(key, known);
    }
    return known && !isSpoken(text);
  }

  private decide(form: string, source: string, tally: Tally, bySource: ReadonlyMap<string, Tally>): boolean {
    const count = tally.clusters.size;
    if (count < FEWEST || tally.inner * 2 > count) return false;
    const share = count / this.sizes.get(source)!.size;
    const rules = isProse(form) ? (countHan(form) >= LONG_HAN ? RULES.long : RULES.prose) : RULES.line;
    const isAtHome = !this.isElsewhere(share, source, bySource);
    return rules.some(rule => count >= rule.count && share >= rule.share && (isAtHome || rule.anywhere === true));
  }

  /** Do the articles of other sources have it, too, as they have the formulas of speeches? */
  private isElsewhere(share: number, source: string, bySource: ReadonlyMap<string, Tally>): boolean {
    let count = 0;
    let all = 0;
    for (const [other, { size }] of this.sizes) {
      if (other === source) continue;
      count += bySource.get(other)?.clusters.size ?? 0;
      all += size;
    }
    return count >= 2 && count / all >= share * ELSEWHERE_SHARE;
  }

  private tallyOf(form: string, source: string): Tally {
    const bySource = this.tallies.get(form) ?? new Map<string, Tally>();
    this.tallies.set(form, bySource);
    const tally = bySource.get(source) ?? { clusters: new Set(), inner: 0 };
    bySource.set(source, tally);
    return tally;
  }
}

/** A sentence, rather than a line that is a label or a name. */
function isProse(text: string): boolean {
  return isSentenceEnd(text.charCodeAt(text.replace(/[”’）】]+$/, '').length - 1));
}
