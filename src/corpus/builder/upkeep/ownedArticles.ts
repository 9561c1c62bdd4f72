import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FileRecord, type Manifest, ownersBySegment } from '../../index/manifest';

/** Articles that are looked at before others have their turn. */
const TURN_ARTICLES = 20_000;

/** The articles of each segment that files own, by its id. */
export type Owned = ReadonlyMap<
  string,
  readonly { readonly file: FileRecord; readonly first: number; readonly count: number }[]
>;

/** The articles of all segments of a manifest. */
export function ownedBySegment(manifest: Manifest): Owned {
  const files = new Map(manifest.files.map(file => [file.path, file]));
  return new Map(
    [...ownersBySegment(manifest)].map(([id, owners]) => [
      id,
      owners.map(({ path, first, count }) => ({ file: files.get(path)!, first, count })),
    ]),
  );
}

/** Shows the living articles of a segment one after the other, until it is aborted. */
export async function eachArticle(
  owned: Owned,
  id: string,
  signal: AbortSignal,
  see: (file: FileRecord, article: number) => void,
): Promise<void> {
  let seen = 0;
  for (const { file, first, count } of owned.get(id) ?? []) {
    for (let i = first; i < first + count; i++) {
      see(file, i);
      if (++seen % TURN_ARTICLES !== 0) continue;
      await nextTurn();
      if (signal.aborted) return;
    }
  }
}
