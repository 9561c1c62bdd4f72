import type { Manifest } from './manifest';

/**
 * Has a value the shape of a manifest, and is it in agreement with itself: does every file own articles that its segments have?
 * By hand rather than by a schema: a hundred thousand files are looked at while a writer types.
 */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { segments, files, skipped, nextCluster, maxFileBytes, devices = [] } = value;
  if (!Array.isArray(segments) || !Array.isArray(files) || !Array.isArray(skipped)) return false;
  if (!Array.isArray(devices) || !devices.every(isDevice)) return false;
  if (!isCount(nextCluster) || !(maxFileBytes === null || typeof maxFileBytes === 'number')) return false;
  if (!segments.every(isSegment) || !skipped.every(isSkipped)) return false;
  const articles = new Map(segments.map(({ id, articles: count }) => [id, count]));
  return files.every(file => isFile(file) && file.spans.every(span => isSpan(span, articles)));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Its id is a file's name: it leads nowhere else. */
function isSegment(value: unknown): value is { id: string; articles: number } {
  if (!isRecord(value) || typeof value.id !== 'string' || !/^[\w-]+$/.test(value.id)) return false;
  const { clusterBase = 0 } = value;
  return [value.characters, value.articles, value.bytes, clusterBase].every(isCount);
}

function isFile(value: unknown): value is { spans: unknown[] } {
  if (!isRecord(value) || !isState(value) || typeof value.hash !== 'string' || typeof value.complete !== 'boolean')
    return false;
  const { spans, problems, articles, characters, removed, entries } = value;
  return (
    Array.isArray(spans) &&
    Array.isArray(problems) &&
    problems.every(isBilingual) &&
    [articles, characters, removed, entries].every(isCount)
  );
}

function isSpan(value: unknown, articles: ReadonlyMap<string, number>): boolean {
  if (!isRecord(value) || !isCount(value.first) || !isCount(value.count)) return false;
  const most = articles.get(value.segment as string);
  return most !== undefined && value.first + value.count <= most;
}

const isDevice = (value: unknown): boolean =>
  isRecord(value) && typeof value.path === 'string' && typeof value.device === 'number';

const isSkipped = (value: unknown): boolean => isRecord(value) && isState(value) && isBilingual(value.reason);

const isState = ({ path, size, mtimeMs }: Record<string, unknown>): boolean =>
  typeof path === 'string' && typeof size === 'number' && typeof mtimeMs === 'number';

const isBilingual = (value: unknown): boolean =>
  isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string';
