import {
  changeIgnored,
  type IgnoredProblem,
  type IgnoredProblems,
  readIgnored,
} from '../../corpus/check/ignoredProblems';
import { addressAfter, type Renamed } from '../../paths/renamedAddress';

/** What the writer does not want to see again, draft by draft. */
export interface Ignored {
  isIgnored(uri: string, problem: { readonly code: string; readonly text: string }): boolean;
  /** Remembers it for good where the draft is a file. Rejects where the file cannot be written; it holds for this session then. */
  add(uri: string, problem: IgnoredProblem): Promise<void>;
  /** Drafts have other addresses, or their first: what is ignored in them goes with them. Rejects as `add` does. */
  rename(renames: readonly Renamed[]): Promise<void>;
  /** An untitled draft is gone with its name: the next of that name is another. */
  forget(uri: string): void;
  /** Tells of each draft of which something more is ignored, or which has come to its address. */
  onAdd(listener: (uri: string) => void): void;
  /** Reads what was remembered. */
  load(): Promise<void>;
  /** Resolves when all that is to be remembered is on the disk, or could not be put there. */
  settled(): Promise<void>;
}

/** `path` of the file that keeps it; undefined where none does. */
export function createIgnored(path: () => string | undefined): Ignored {
  let known: IgnoredProblems = new Map();
  let queue: Promise<unknown> = Promise.resolve();
  const listeners: ((uri: string) => void)[] = [];
  const isKept = (uri: string) => uri.startsWith('file:');
  const withProblem = (all: IgnoredProblems, uri: string, problem: IgnoredProblem): IgnoredProblems => {
    const others = (all.get(uri) ?? []).filter(({ code, text }) => code !== problem.code || text !== problem.text);
    // The draft of now goes last: the oldest are forgotten first.
    return new Map([...[...all].filter(([other]) => other !== uri), [uri, [...others, problem]]]);
  };
  /** What comes to an address holds there, not what another draft was told that was there before. */
  const withRenamed = (all: IgnoredProblems, renames: readonly Renamed[]): IgnoredProblems => {
    const isMoved = ([uri]: readonly [string, unknown]) => addressAfter(renames, uri) !== uri;
    const moved = [...all].filter(isMoved).map(([uri, problems]) => [addressAfter(renames, uri), problems] as const);
    return new Map([...[...all].filter(one => !isMoved(one)), ...moved]);
  };
  /** Changes what is known now, and the file in turn. */
  const change = async (next: (all: IgnoredProblems) => IgnoredProblems, told: readonly string[]): Promise<void> => {
    known = next(known);
    for (const uri of told) for (const listener of listeners) listener(uri);
    const file = path();
    if (file === undefined || !told.some(isKept)) return;
    const own = queue.then(async () => {
      // Another window may have added something meanwhile.
      const kept = await changeIgnored(file, next);
      known = new Map([...[...known].filter(([other]) => !isKept(other)), ...kept]);
    });
    queue = own.catch(() => undefined);
    await own;
  };
  return {
    isIgnored: (uri, { code, text }) =>
      known.get(uri)?.some(other => other.code === code && (other.text === null || other.text === text)) ?? false,
    add: (uri, problem) => change(all => withProblem(all, uri, problem), [uri]),
    rename(renames) {
      const moved = [...known].filter(([uri]) => addressAfter(renames, uri) !== uri);
      if (moved.length === 0) return Promise.resolve();
      // An untitled draft that has become a file: the file of what is ignored does not know of it yet.
      const unkept = moved.filter(([uri]) => !isKept(uri));
      return change(
        all => withRenamed(new Map([...all, ...unkept]), renames),
        moved.map(([uri]) => addressAfter(renames, uri)),
      );
    },
    forget(uri) {
      if (!isKept(uri)) known = new Map([...known].filter(([other]) => other !== uri));
    },
    onAdd: listener => void listeners.push(listener),
    settled: () => queue.then(() => {}),
    async load() {
      const file = path();
      if (file !== undefined) known = await readIgnored(file);
    },
  };
}
