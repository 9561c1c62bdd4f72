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
