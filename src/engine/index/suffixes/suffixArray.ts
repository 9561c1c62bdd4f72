/**
 * The suffix array of `text`: the positions of all its suffixes in lexicographic order of UTF-16 code units,
 * a suffix that is a prefix of another coming first. Sorted by induction (SA-IS; Nong, Zhang, Chan: Linear Suffix Array
 * Construction by Almost Pure Induced-Sorting, 2009): linear time, 4 bytes a character beside the text plus the reduced
 * problem, which shares the result array.
 *
 * @example suffixArray(codeUnits('banana')) // [5, 3, 1, 0, 4, 2]
 */
export function suffixArray(text: Uint16Array): Int32Array {
  const suffixes = new Int32Array(text.length);
  if (text.length > 1) sortSuffixes(text, suffixes, text.length, 0x10000);
  return suffixes;
}

type Symbols = Uint16Array | Int32Array;

/** Fills `sa[0..n)` with the sorted suffixes of `s[0..n)`, whose symbols are below `alphabet`. */
function sortSuffixes(s: Symbols, sa: Int32Array, n: number, alphabet: number): void {
  if (n === 1) {
    sa[0] = 0;
    return;
  }
  const counts = new Int32Array(alphabet);
  for (let i = 0; i < n; i++) counts[s[i]!]!++;
  const ends = new Int32Array(alphabet);

  const lmsCount = placeLmsUnsorted(s, sa, n, counts, ends);
  induce(s, sa, n, counts, ends);
  if (lmsCount === 0) return; // no valley in the text: inducing from the last suffix has sorted all

  // The LMS substrings are sorted now; gather them in front and give equal ones equal names behind.
  let found = 0;
  for (let i = 0; i < n; i++) {
    const at = sa[i]!;
    if (isLms(s, n, at)) sa[found++] = at;
  }
  const names = nameLmsSubstrings(s, sa, n, lmsCount);

  const reduced = sa.subarray(n - lmsCount, n);
  if (names < lmsCount) sortSuffixes(reduced, sa, lmsCount, names);
  else for (let i = 0; i < lmsCount; i++) sa[reduced[i]!] = i;

  // Back from ranks of the reduced text to positions; `reduced` is free to hold them.
  for (let i = n - 2, j = lmsCount, below = false; i >= 0; i--) {
    const here = s[i]!;
    const next = s[i + 1]!;
    if (here < next) below = true;
    else if (here > next) {
      if (below) reduced[--j] = i + 1;
      below = false;
    }
  }
  for (let i = 0; i < lmsCount; i++) sa[i] = reduced[sa[i]!]!;
  sa.fill(-1, lmsCount, n);
  bucketEnds(counts, ends);
  for (let i = lmsCount - 1; i >= 0; i--) {
    const at = sa[i]!;
    sa[i] = -1;
    sa[--ends[s[at]!]!] = at;
  }
  induce(s, sa, n, counts, ends);
}

/** Puts the left-most S positions at the ends of their buckets, in any order; returns how many there are. */
function placeLmsUnsorted(s: Symbols, sa: Int32Array, n: number, counts: Int32Array, ends: Int32Array): number {
  sa.fill(-1, 0, n);
  bucketEnds(counts, ends);
  let lmsCount = 0;
  for (let i = n - 2, below = false; i >= 0; i--) {
    const here = s[i]!;
    const next = s[i + 1]!;
    if (here < next) below = true;
    else if (here > next) {
      if (below) {
        sa[--ends[next]!] = i + 1;
        lmsCount++;
      }
      below = false;
    }
  }
  return lmsCount;
}

/** From LMS positions in order to all positions in order: L types left to right, then S types right to left. */
function induce(s: Symbols, sa: Int32Array, n: number, counts: Int32Array, bounds: Int32Array): void {
  bucketStarts(counts, bounds);
  sa[bounds[s[n - 1]!]!++] = n - 1; // the suffix before the virtual end mark
  for (let i = 0; i < n; i++) {
    const at = sa[i]!;
    if (at > 0) {
      const before = s[at - 1]!;
      if (before >= s[at]!) sa[bounds[before]!++] = at - 1;
    }
  }
  bucketEnds(counts, bounds);
  for (let i = n - 1; i >= 0; i--) {
    const at = sa[i]!;
    if (at > 0) {
      const before = s[at - 1]!;
      const here = s[at]!;
      // An equal neighbour is S exactly when this suffix is, and then it was already placed in the S part.
      if (before < here || (before === here && bounds[here]! <= i)) sa[--bounds[before]!] = at - 1;
    }
  }
}

function isLms(s: Symbols, n: number, at: number): boolean {
  if (at <= 0 || s[at - 1]! <= s[at]!) return false;
  for (let i = at + 1; i < n; i++) {
    if (s[i] !== s[at]) return s[at]! < s[i]!;
  }
  return false;
}

/** Writes the names, in text order, into the last `lmsCount` cells of `sa`; returns how many differ. */
function nameLmsSubstrings(s: Symbols, sa: Int32Array, n: number, lmsCount: number): number {
  const byPosition = sa.subarray(lmsCount, n);
  byPosition.fill(-1);
  let names = 0;
  let previous = -1;
  for (let i = 0; i < lmsCount; i++) {
    const at = sa[i]!;
    if (previous < 0 || !sameLmsSubstring(s, n, previous, at)) names++;
    byPosition[at >> 1] = names - 1; // two LMS positions are never adjacent
    previous = at;
  }
  for (let i = byPosition.length - 1, j = n - 1; i >= 0; i--) {
    const name = byPosition[i]!;
    if (name >= 0) sa[j--] = name;
  }
  return names;
}

function sameLmsSubstring(s: Symbols, n: number, a: number, b: number): boolean {
  for (let i = 0; ; i++) {
    if (a + i >= n || b + i >= n || s[a + i] !== s[b + i]) return false;
    if (i > 0) {
      const endA = isLms(s, n, a + i);
      const endB = isLms(s, n, b + i);
      if (endA || endB) return endA && endB;
    }
  }
}

function bucketStarts(counts: Int32Array, bounds: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    bounds[c] = sum;
    sum += counts[c]!;
  }
}

function bucketEnds(counts: Int32Array, bounds: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    sum += counts[c]!;
    bounds[c] = sum;
  }
}
