import {
  changeIgnored,
  type IgnoredProblem,
  type IgnoredProblems,
  readIgnored,
} from '../../corpus/check/ignoredProblems';

/** What the writer does not want to see again, draft by draft. */
export interface Ignored {
  isIgnored(uri: string, problem: { readonly code: string; readonly text: string }): boolean;
  /** Remembers it for good where the draft is a file. Rejects where the file cannot be written; it holds for this session then. */
  add(uri: string, problem: IgnoredProblem): Promise<void>;
  /** An untitled draft is gone with its name: the next of that name is another. */
  forget(uri: string): void;
  /** Tells of each draft of which something more is ignored. */
  onAdd(listener: (uri: string) => void): void;
  /** Reads what was remembered. */
  load(): Promise<void>;
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
  return {
    isIgnored: (uri, { code, text }) =>
      known.get(uri)?.some(other => other.code === code && (other.text === null || other.text === text)) ?? false,
    async add(uri, problem) {
      known = withProblem(known, uri, problem);
      for (const listener of listeners) listener(uri);
      const file = path();
      if (file === undefined || !isKept(uri)) return;
      const own = queue.then(async () => {
        // Another window may have added something meanwhile.
        const kept = await changeIgnored(file, now => withProblem(now, uri, problem));
        known = new Map([...[...known].filter(([other]) => !isKept(other)), ...kept]);
      });
      queue = own.catch(() => undefined);
      await own;
    },
    forget(uri) {
      if (!isKept(uri)) known = new Map([...known].filter(([other]) => other !== uri));
    },
    onAdd: listener => void listeners.push(listener),
    async load() {
      const file = path();
      if (file !== undefined) known = await readIgnored(file);
    },
  };
}
