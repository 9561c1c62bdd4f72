import type { CorpusView, Segment } from '../../index/segment';
import type { Asked } from '../../index/suffixes/commonLength';
import type { SuffixRange } from '../../index/suffixes/prefixTable';
import type { Occurrence } from '../../passages/occurrences';
import { visitNeighbours } from './neighbours';

/** A place of the corpus that has a stretch of a text. */
export interface Match extends Occurrence {
  /** UTF-16 code units that agree. */
  readonly length: number;
  /** Number of its article and near-duplicates. */
  readonly cluster: number;
}

/** Which articles count. */
export interface Counting {
  /** Not the draft itself, where it stands in the corpus, nor copies of it. */
  readonly exceptCluster?: number | undefined;
}

/** Places looked at in each segment: more are a wording of many articles anyway. */
const LOOK = 48;

/**
 * The longest matches of `text` from `from` on, one of each article at most, longest first: as many articles as `wanted`, with at
 * least `least` code units in common.
 *
 * @param isAsked is a segment to be looked at? All by default
 */
export function longestMatches(
  view: CorpusView,
  text: string,
  from: number,
  end: number,
  least: number,
  wanted: number,
  { exceptCluster, isAsked }: Counting & { readonly isAsked?: (segment: number) => boolean },
): Match[] {
  const found = view.flatMap((segment, number) =>
    isAsked && !isAsked(number)
      ? []
      : matchesIn(segment, number, { text, from, end }, { least, wanted, exceptCluster }),
  );
  if (view.length < 2) return found;
  found.sort((a, b) => b.length - a.length);
  const known = new Set<number>();
  return found.filter(({ cluster }) => !known.has(cluster) && known.add(cluster)).slice(0, wanted);
}

/** Those in one segment, whose number is `number`; `range`: see `sortedIn`. */
export function matchesIn(
  segment: Segment,
  number: number,
  { text, from, end }: Asked,
  {
    least,
    wanted,
    exceptCluster,
    range,
  }: Counting & { readonly least: number; readonly wanted: number; readonly range?: SuffixRange },
): Match[] {
  const found: Match[] = [];
  const clusters = new Set<number>();
  let looked = 0;
  visitNeighbours(
    segment,
    text,
    from,
    end,
    least,
    (position, length) => {
      const article = segment.articleAt(position);
      if (!(segment.hasDead && segment.isDead(article))) {
        const cluster = segment.cluster(article);
        if (cluster !== exceptCluster && !clusters.has(cluster)) {
          clusters.add(cluster);
          found.push({ segment: number, position, length, cluster });
        }
      }
      return clusters.size < wanted && ++looked < LOOK;
    },
    range,
  );
  return found;
}
