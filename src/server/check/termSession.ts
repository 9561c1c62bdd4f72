import { stat } from 'node:fs/promises';
import { readTermList, SHIPPED_NAME, TermListError } from '../../corpus/check/readTermList';
import type { TermList } from '../../engine/check/terms/termList';

/** The lists of wordings of now; read again when their files change. */
export interface TermSession {
  /** The writer's lists in their order, then the example that Fanben comes with. One that cannot be used is told of once. */
  lists(): Promise<readonly TermList[]>;
}

interface Read {
  readonly changed: number;
  readonly list: TermList | undefined;
}

/**
 * Reads the lists of the writer at `paths` and the one that is `shipped`; `tell` hears of one that cannot be read, once for each of its
 * versions.
 */
export function createTermSession(
  paths: () => readonly string[],
  shipped: string,
  tell: (problem: TermListError) => void,
): TermSession {
  const known = new Map<string, Read>();
  const listOf = async (path: string, name?: string): Promise<TermList | undefined> => {
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => -1,
    );
    const before = known.get(path);
    if (before?.changed === changed) return before.list;
    const list = await readTermList(path, name).catch((error: unknown) => {
      if (!(error instanceof TermListError)) throw error;
      tell(error);
      return undefined;
    });
    known.set(path, { changed, list });
    return list;
  };
  return {
    async lists() {
      const own = await Promise.all(paths().map(path => listOf(path)));
      return [...own, await listOf(shipped, SHIPPED_NAME)].filter(list => list !== undefined);
    },
  };
}
