/**
 * The suffix array of a text of UTF-16 code units, as `src/engine/index/suffixes/suffixArray.ts` makes it, in WebAssembly: the same induced
 * sorting (SA-IS; Nong, Zhang, Chan 2009) with fewer looks at the text. What is written for a suffix says by its sign whether its left
 * neighbour is still to be induced from it: that neighbour was just looked at, while later each look at the text would be a cache
 * miss. AssemblyScript: TypeScript with the types of the machine, compiled by `scripts/bundles/assembly.mjs`.
 *
 * Memory: the text, the suffixes, and behind them the tables of each level of the recursion. It only grows, and is used again.
 */

/** Cells of 32 bits; a byte address. */
type Cells = usize;

function at(cells: Cells, i: i32): i32 {
  return load<i32>(cells + ((<usize>i) << 2));
}
function put(cells: Cells, i: i32, value: i32): void {
  store<i32>(cells + ((<usize>i) << 2), value);
}
function from(cells: Cells, i: i32): Cells {
  return cells + ((<usize>i) << 2);
}
/** The symbol at `i`: a code unit of the text, or on a deeper level a name. */
function symbol<T>(s: usize, i: i32): i32 {
  return <i32>load<T>(s + <usize>i * sizeof<T>());
}

/** Code units there are. */
const ALPHABET = 0x10000;

/** Where the text is to be put: a byte address. */
export function textAt(): usize {
  return __heap_base;
}

/** Makes room for a text of `n` code units; returns where its suffixes will stand, a byte address. */
export function prepare(n: i32): Cells {
  const suffixes = (__heap_base + ((<usize>n) << 1) + 63) & ~63;
  reserve(from(suffixes, n + 2 * ALPHABET));
  return suffixes;
}

/** Sorts the suffixes of the text that was put there after `prepare(n)`. */
export function sort(n: i32): void {
  const suffixes = prepare(n);
  if (n > 0) sortSuffixes<u16>(textAt(), suffixes, n, ALPHABET, from(suffixes, n));
}

function reserve(end: usize): void {
  const missing = <i32>((end + 0xffff) >>> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}

/** Fills `sa[0..n)` with the sorted suffixes of `s[0..n)`, whose symbols are below `alphabet`; `free` is where free memory begins. */
function sortSuffixes<T>(s: usize, sa: Cells, n: i32, alphabet: i32, free: usize): void {
  const counts: Cells = free;
  const bounds: Cells = from(counts, alphabet);
  const behind = from(bounds, alphabet);
  reserve(behind);
  memory.fill(counts, 0, (<usize>alphabet) << 2);
  for (let i = 0; i < n; i++) {
    const c = symbol<T>(s, i);
    put(counts, c, at(counts, c) + 1);
  }

  memory.fill(sa, 0, (<usize>n) << 2);
  bucketEnds(counts, bounds, alphabet);
  let valleys = 0;
  for (let i = valleyBefore<T>(s, n - 1); i > 0; i = valleyBefore<T>(s, i)) {
    pushBack(sa, bounds, symbol<T>(s, i), i);
    valleys++;
  }
  // One valley is sorted as it stands; without any, inducing from the last suffix sorts all.
  if (valleys > 1) {
    sortValleys<T>(s, sa, n, counts, bounds, alphabet);
    for (let i = 0, found = 0; found < valleys; i++) {
      const j = at(sa, i);
      if (j < 0) put(sa, found++, ~j);
    }
    const names = nameValleys<T>(s, sa, n, valleys);
    const reduced = from(sa, n - valleys);
    if (names < valleys) sortSuffixes<i32>(reduced, sa, valleys, names, behind);
    else for (let i = 0; i < valleys; i++) put(sa, at(reduced, i), i);

    // Back from numbers of valleys to positions; the reduced text is not needed any more.
    for (let i = valleyBefore<T>(s, n - 1), j = valleys; i > 0; i = valleyBefore<T>(s, i)) put(reduced, --j, i);
    for (let i = 0; i < valleys; i++) put(sa, i, at(reduced, at(sa, i)));
    memory.fill(from(sa, valleys), 0, (<usize>(n - valleys)) << 2);
    bucketEnds(counts, bounds, alphabet);
    for (let i = valleys - 1; i >= 0; i--) {
      const position = at(sa, i);
      put(sa, i, 0);
      pushBack(sa, bounds, symbol<T>(s, position), position);
    }
  }
  induce<T>(s, sa, n, counts, bounds, alphabet);
}

/**
 * The last valley before `end`, 0 where there is none: a position whose suffix is less than that behind it, with a greater one before
 * it (left-most S, LMS). `end` is the last position of the text or a valley.
 */
function valleyBefore<T>(s: usize, end: i32): i32 {
  let next = symbol<T>(s, end);
  let rises = false;
  for (let i = end - 1; i >= 0; i--) {
    const here = symbol<T>(s, i);
    if (here < next) rises = true;
    else if (here > next) {
      if (rises) return i + 1;
    }
    next = here;
  }
  return 0;
}

/** From valleys at the ends of their buckets to valleys in the order of the substrings that reach to the next one: these are complemented. */
function sortValleys<T>(s: usize, sa: Cells, n: i32, counts: Cells, bounds: Cells, alphabet: i32): void {
  bucketStarts(counts, bounds, alphabet);
  pushFalling<T>(s, sa, bounds, n - 1);
  for (let i = 0; i < n; i++) {
    const j = at(sa, i);
    if (j > 0) {
      put(sa, i, 0);
      pushFalling<T>(s, sa, bounds, j - 1);
    } else if (j < 0) put(sa, i, ~j);
  }
  bucketEnds(counts, bounds, alphabet);
  for (let i = n - 1; i >= 0; i--) {
    const j = at(sa, i);
    if (j > 0) {
      put(sa, i, 0);
      if (j > 1) pushRising<T>(s, sa, bounds, j - 1);
    }
  }
}

/** From valleys in order to all suffixes in order: falling ones (L) from the left, then rising ones (S) from the right. */
function induce<T>(s: usize, sa: Cells, n: i32, counts: Cells, bounds: Cells, alphabet: i32): void {
  bucketStarts(counts, bounds, alphabet);
  pushFalling<T>(s, sa, bounds, n - 1);
  for (let i = 0; i < n; i++) {
    const j = at(sa, i);
    put(sa, i, ~j);
    if (j > 0) pushFalling<T>(s, sa, bounds, j - 1);
  }
  bucketEnds(counts, bounds, alphabet);
  for (let i = n - 1; i >= 0; i--) {
    const j = at(sa, i);
    if (j > 0) pushRising<T>(s, sa, bounds, j - 1);
    else put(sa, i, ~j);
  }
}

/** Puts a falling suffix at the front of its bucket: complemented where its left neighbour is rising, and nothing is induced from it now. */
function pushFalling<T>(s: usize, sa: Cells, bounds: Cells, i: i32): void {
  const c = symbol<T>(s, i);
  const place = at(bounds, c);
  put(bounds, c, place + 1);
  put(sa, place, i > 0 && symbol<T>(s, i - 1) < c ? ~i : i);
}

/** Puts a rising suffix at the back of its bucket: complemented where it is a valley or the first of all. */
function pushRising<T>(s: usize, sa: Cells, bounds: Cells, i: i32): void {
  const c = symbol<T>(s, i);
  pushBack(sa, bounds, c, i === 0 || symbol<T>(s, i - 1) > c ? ~i : i);
}

function pushBack(sa: Cells, bounds: Cells, bucket: i32, value: i32): void {
  const place = at(bounds, bucket) - 1;
  put(bounds, bucket, place);
  put(sa, place, value);
}

/**
 * Gives the `valleys` in `sa[0..)`, sorted by their substrings, names: equal substrings the same. Leaves the names, in the order of
 * the text, in the last cells; returns how many differ.
 */
function nameValleys<T>(s: usize, sa: Cells, n: i32, valleys: i32): i32 {
  // Two valleys are never adjacent, so that half a position is enough: first their lengths, to the next valley's first symbol.
  const cells = n - valleys;
  const byHalf = from(sa, valleys);
  memory.fill(byHalf, 0, (<usize>cells) << 2);
  for (let i = valleyBefore<T>(s, n - 1), end = n; i > 0; i = valleyBefore<T>(s, i)) {
    put(byHalf, i >> 1, end - i);
    end = i + 1;
  }
  let names = 0;
  let previous = 0;
  let previousLength = 0;
  for (let i = 0; i < valleys; i++) {
    const valley = at(sa, i);
    const length = at(byHalf, valley >> 1);
    // The last one ends with the text, and is like no other.
    const isLast = valley + length >= n || previous + previousLength >= n;
    if (isLast || length !== previousLength || !same<T>(s, previous, valley, length)) names++;
    put(byHalf, valley >> 1, names);
    previous = valley;
    previousLength = length;
  }
  for (let i = cells - 1, j = cells - 1; i >= 0; i--) {
    const name = at(byHalf, i);
    if (name > 0) put(byHalf, j--, name - 1);
  }
  return names;
}

function same<T>(s: usize, a: i32, b: i32, length: i32): bool {
  for (let i = 0; i < length; i++) if (symbol<T>(s, a + i) !== symbol<T>(s, b + i)) return false;
  return true;
}

function bucketStarts(counts: Cells, bounds: Cells, alphabet: i32): void {
  for (let c = 0, sum = 0; c < alphabet; c++) {
    put(bounds, c, sum);
    sum += at(counts, c);
  }
}

function bucketEnds(counts: Cells, bounds: Cells, alphabet: i32): void {
  for (let c = 0, sum = 0; c < alphabet; c++) {
    sum += at(counts, c);
    put(bounds, c, sum);
  }
}
