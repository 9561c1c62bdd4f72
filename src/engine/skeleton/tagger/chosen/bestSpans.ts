import type { Span } from '../../../text/sentences';

/** A stretch with what it is worth to choose it. */
export interface Scored extends Span {
  readonly score: number;
}

/** Those that are worth most together, none over another (weighted interval scheduling), ascending. */
export function bestSpans<Candidate extends Scored>(candidates: readonly Candidate[], length: number): Candidate[] {
  const byEnd: Candidate[][] = Array.from({ length: length + 1 }, () => []);
  for (const candidate of candidates) if (candidate.score > 0) byEnd[candidate.end]!.push(candidate);
  const best = new Float64Array(length + 1);
  const chosen: (Candidate | undefined)[] = new Array(length + 1);
  for (let end = 1; end <= length; end++) {
    best[end] = best[end - 1]!;
    for (const candidate of byEnd[end]!) {
      const sum = best[candidate.start]! + candidate.score;
      if (sum <= best[end]!) continue;
      best[end] = sum;
      chosen[end] = candidate;
    }
  }
  const spans: Candidate[] = [];
  for (let end = length; end > 0; ) {
    const candidate = chosen[end];
    if (candidate) spans.push(candidate);
    end = candidate ? candidate.start : end - 1;
  }
  return spans.reverse();
}
