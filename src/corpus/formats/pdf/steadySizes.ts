import { type Fragment, median, type Page } from './layout';

/** Text that was recognised in a picture has a size of its own for each line: none is that of so much of it. */
const MOST_COMMON_SHARE = 0.45;
const FEWEST_SIZES = 5;
const SHARE_OF_A_SIZE = 0.03;
const SPREAD = 0.18;
const SHARE_WITHIN = 0.75;

/**
 * Scanned pages that were recognised have text of sizes a little apart: where all are one within such errors, they get that one. Other
 * pages stay.
 */
export function steadySizes(pages: readonly Page[]): readonly Page[] {
  const counts = new Map<number, number>();
  const sizes: number[] = [];
  let total = 0;
  for (const { text, size } of pages.flatMap(({ fragments }) => fragments)) {
    const rounded = Math.round(size * 4) / 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
    sizes.push(size);
    total += text.length;
  }
  const shares = [...counts.values()].map(count => count / Math.max(total, 1));
  const several = shares.filter(share => share >= SHARE_OF_A_SIZE).length;
  if (several < FEWEST_SIZES || Math.max(...shares) > MOST_COMMON_SHARE) return pages;
  const usual = median(sizes);
  const isUsual = ({ size }: Fragment) => Math.abs(size - usual) <= usual * SPREAD;
  const within = pages.flatMap(({ fragments }) => fragments.filter(isUsual));
  if (within.reduce((sum, { text }) => sum + text.length, 0) < total * SHARE_WITHIN) return pages;
  return pages.map(page => ({
    ...page,
    fragments: page.fragments.map(fragment => (isUsual(fragment) ? { ...fragment, size: usual } : fragment)),
  }));
}
