import { type EdgeColumns, formKey, TRAIT } from './edgeColumns';
import { edgeForm } from './edgeForm';
import type { EdgeSketch } from './edgeSketch';
import { isSpoken } from './spoken';

/** What recurs less is not looked at: a page says its furniture on every page. */
const FEWEST = 3;
/** A form of which no more than this share of its articles elsewhere has it is at home in one source. */
const ELSEWHERE_SHARE = 1 / 20;
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

/** How often one form occurs in one source. */
interface Tally {
  /** `TRAIT.prose` and `TRAIT.long` of the form. */
  readonly kind: number;
  readonly clusters: Set<number>;
  inner: number;
  /** Is it furniture there? Decided when it is asked. */
  recurs: boolean | undefined;
}

/**
 * Finds out what recurs at the edges of the articles of one source: page furniture, such as the name of a site or a note about
 * copying, which no pattern knows. Formulas of speeches recur, too; they recur in every source, or are known (`isSpoken`).
 * The result does not depend on the order of the articles.
 */
export class RecurringEdges {
  private readonly tallies = new Map<number, Map<string, Tally>>();
  private readonly sizes = new Map<string, Set<number>>();

  /** `sketch`: of the edges of the same articles, so that only what can recur is counted. */
  constructor(private readonly sketch: EdgeSketch) {}

  /** Counts an article of a source: the file, folder or site it comes from. */
  add(source: string, { clusters, starts, forms, traits }: EdgeColumns, article: number): void {
    const cluster = clusters[article]!;
    const size = this.sizes.get(source) ?? new Set();
    this.sizes.set(source, size.add(cluster));
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      const form = forms[i]!;
      if (this.sketch.atMost(form) < FEWEST) continue;
      const tally = this.tallyOf(form, source, traits[i]!);
      if (traits[i]! & TRAIT.inner) tally.inner++;
      else tally.clusters.add(cluster);
    }
  }

  /** Does a form recur in a source as page furniture does? To be asked when all articles are counted. */
  recurs(form: number, source: string): boolean {
    const bySource = this.tallies.get(form);
    const tally = bySource?.get(source);
    if (!bySource || !tally) return false;
    tally.recurs ??= this.decide(source, tally, bySource);
    return tally.recurs;
  }

  /** Is a paragraph at the edge of an article of this source page furniture? */
  isFurniture(text: string, source: string): boolean {
    return this.recurs(formKey(edgeForm(text)), source) && !isSpoken(text);
  }

  private decide(source: string, tally: Tally, bySource: ReadonlyMap<string, Tally>): boolean {
    const count = tally.clusters.size;
    if (count < FEWEST || tally.inner * 2 > count) return false;
    const share = count / this.sizes.get(source)!.size;
    const rules = tally.kind & TRAIT.long ? RULES.long : tally.kind & TRAIT.prose ? RULES.prose : RULES.line;
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

  private tallyOf(form: number, source: string, kind: number): Tally {
    const bySource = this.tallies.get(form) ?? new Map<string, Tally>();
    this.tallies.set(form, bySource);
    const tally = bySource.get(source) ?? { kind, clusters: new Set(), inner: 0, recurs: undefined };
    bySource.set(source, tally);
    return tally;
  }
}
