/**
 * A date of an article in 32 bits, so that the newest of many articles is found without reading their metadata.
 *
 * @example packDate('2015-05') // 20150500; unpackDate(20150500) === '2015-05'
 */
export function packDate(date: string | null): number {
  const parts = date === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return 0;
  return Number(parts[1]) * 10000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0);
}

/** The date as ISO 8601, as precise as it was packed; null for 0. */
export function unpackDate(packed: number): string | null {
  if (packed <= 0) return null;
  const digits = String(packed).padStart(8, '0');
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (month === '00') return year;
  return day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** Drafts and copies of a speech come within so many months of it; what is said again later is said on another occasion. */
const ONE_OCCASION_MONTHS = 3;
const MONTHS = 12;

/**
 * Were two articles given at different times, as far as their dates tell? A year alone may be that of the title of a speech that was
 * given in the December before.
 *
 * @example areApart(packDate('2024-01-05'), packDate('2025-01-06')) // true
 * @example areApart(packDate('2025'), packDate('2024-12-28')) // false
 */
export function areApart(a: number, b: number): boolean {
  if (a <= 0 || b <= 0) return false;
  const [earliestA, latestA] = monthsOf(a);
  const [earliestB, latestB] = monthsOf(b);
  if (isYear(a) && isYear(b)) return a !== b;
  const allowed = isYear(a) || isYear(b) ? 0 : ONE_OCCASION_MONTHS;
  return Math.max(earliestA, earliestB) - Math.min(latestA, latestB) > allowed;
}

const isYear = (packed: number): boolean => packed % 10000 === 0;

/** The first and the last month that a date may mean, counted from the year 0. */
function monthsOf(packed: number): readonly [number, number] {
  const january = Math.floor(packed / 10000) * MONTHS;
  if (isYear(packed)) return [january - 1, january + MONTHS - 1];
  const month = january + (Math.floor(packed / 100) % 100) - 1;
  return [month, month];
}
