import { posix, win32 } from 'node:path';
import type { World } from '../../../../src/corpus/storage/world';

/** How a file system behaves. */
export interface Manner {
  /** `Lock` and `lock` are one file. */
  readonly foldsCase: boolean;
  /** Names come back decomposed, however they were written: HFS+. */
  readonly decomposes: boolean;
  /** Who has a file open keeps others from replacing and removing it. */
  readonly locksOpenFiles: boolean;
  /** Folders can be opened, to bring them to the disk. */
  readonly syncsFolders: boolean;
  /** Longest path. */
  readonly longest: number;
  readonly separator: '/' | '\\';
}

export const MANNERS = {
  windows: {
    foldsCase: true,
    decomposes: false,
    locksOpenFiles: true,
    syncsFolders: false,
    longest: 259,
    separator: '\\',
  },
  mac: {
    foldsCase: true,
    decomposes: true,
    locksOpenFiles: false,
    syncsFolders: true,
    longest: 1024,
    separator: '/',
  },
  linux: {
    foldsCase: false,
    decomposes: false,
    locksOpenFiles: false,
    syncsFolders: true,
    longest: 4096,
    separator: '/',
  },
} as const satisfies Record<string, Manner>;

interface File {
  readonly name: string;
  bytes: Buffer;
  modified: number;
}

const failure = (code: string) => Object.assign(new Error(code), { code });
/** Never: what a process that was killed waits for. */
const forever = new Promise<never>(() => undefined);

/**
 * A machine with a disk, a clock and processes, all by a seed: every step of every process is taken when the machine says so, in any
 * order; a process may be killed before any step, and in the midst of writing. What looks into files (a virus scanner, a
 * backup) has any of them open for a while.
 */
export class SimulatedMachine {
  private readonly files = new Map<string, File>();
  private readonly open = new Map<string, number>();
  private readonly dead = new Set<number>();
  private waiting: { readonly pid: number; readonly step: () => void }[] = [];
  private timers: { readonly at: number; readonly pid: number; readonly step: () => void }[] = [];
  /** Time goes on by itself; what the clock on the wall shows is that much more. */
  private now = 1_000_000;
  private wallAhead = 0;
  /** Steps taken. */
  steps = 0;

  constructor(
    readonly manner: Manner,
    private readonly next: () => number,
  ) {}

  private key(path: string): string {
    const portable = this.manner.separator === '\\' ? path.replaceAll('/', '\\') : path;
    const folded = this.manner.foldsCase ? portable.toUpperCase() : portable;
    return this.manner.decomposes ? folded.normalize('NFD') : folded;
  }

  private checked(path: string): string {
    if (path.length > this.manner.longest) throw failure('ENOENT');
    return this.key(path);
  }

  private refuseOpen(key: string): void {
    if (this.manner.locksOpenFiles && (this.open.get(key) ?? 0) > this.now)
      throw failure(this.next() < 0.5 ? 'EBUSY' : 'EPERM');
  }

  /** Somebody looks into a file, sooner or later after it was touched. */
  private lookInto(key: string): void {
    if (this.next() < 0.3) this.open.set(key, this.now + Math.floor(this.next() * 200));
  }

  kill(pid: number): void {
    this.dead.add(pid);
  }

  /** Somebody sets the clock on the wall. */
  setClock(milliseconds: number): void {
    this.wallAhead += milliseconds;
  }

  /** The world of one process. */
  world(pid: number): World {
    const step = async <T>(act: () => T): Promise<T> => {
      await new Promise<void>(go => this.waiting.push({ pid, step: go }));
      if (this.dead.has(pid)) return forever;
      return act();
    };
    const found = (path: string): File => {
      const file = this.files.get(this.checked(path));
      if (!file) throw failure('ENOENT');
      return file;
    };
    return {
      files: {
        read: path =>
          step(() => {
            const { bytes } = found(path);
            this.lookInto(this.key(path));
            return Buffer.from(bytes);
          }),
        write: async (path, pieces, { isNew = false } = {}) => {
          const all = Buffer.concat(pieces);
          await step(() => {
            const key = this.checked(path);
            if (isNew && this.files.has(key)) throw failure('EEXIST');
            this.refuseOpen(key);
            // Half of it: whoever is killed now leaves no more behind.
            this.files.set(key, {
              name: path,
              bytes: all.subarray(0, Math.floor(all.length / 2)),
              modified: this.now + this.wallAhead,
            });
          });
          await step(() => {
            const key = this.checked(path);
            const file = this.files.get(key);
            if (file) file.bytes = all;
            this.lookInto(key);
          });
        },
        rename: (from, to) =>
          step(() => {
            const file = found(from);
            const [source, target] = [this.key(from), this.checked(to)];
            this.refuseOpen(source);
            this.refuseOpen(target);
            this.files.delete(source);
            this.files.set(target, { ...file, name: to });
            this.lookInto(target);
          }),
        remove: path =>
          step(() => {
            const key = this.checked(path);
            if (!this.files.has(key)) return;
            this.refuseOpen(key);
            this.files.delete(key);
          }),
        names: folder =>
          step(() => {
            const { dirname, basename } = this.manner.separator === '\\' ? win32 : posix;
            const within = [...this.files.values()].filter(({ name }) => this.key(dirname(name)) === this.key(folder));
            return within.map(({ name }) =>
              this.manner.decomposes ? basename(name).normalize('NFD') : basename(name),
            );
          }),
        modified: path => step(() => found(path).modified),
        touch: path =>
          step(() => {
            found(path).modified = this.now + this.wallAhead;
          }),
        syncFolder: () =>
          step(() => {
            if (!this.manner.syncsFolders) throw failure('EPERM');
          }),
      },
      clock: {
        now: () => this.now + this.wallAhead,
        pause: milliseconds =>
          new Promise<void>(go => this.timers.push({ at: this.now + milliseconds, pid, step: go })),
        every: (milliseconds, act) => {
          let isOn = true;
          const again = () =>
            this.timers.push({
              at: this.now + milliseconds,
              pid,
              step: () => {
                if (!isOn) return;
                act();
                again();
              },
            });
          again();
          return () => {
            isOn = false;
          };
        },
      },
      writer: { pid, host: 'here', isRunning: other => !this.dead.has(other) },
    };
  }

  /** Runs all processes until `done`: any step that waits may be the next; where none waits, time goes on. */
  async run(done: Promise<unknown>): Promise<void> {
    let isDone = false;
    let problem: unknown;
    done.then(
      () => {
        isDone = true;
      },
      error => {
        isDone = true;
        problem = error;
      },
    );
    for (let idle = 0; !isDone; this.steps++) {
      // Everything that can be said without the machine is said.
      await new Promise(resolve => setImmediate(resolve));
      this.waiting = this.waiting.filter(({ pid }) => !this.dead.has(pid));
      this.timers = this.timers.filter(({ pid }) => !this.dead.has(pid));
      if (isDone) break;
      if (this.waiting.length > 0) {
        const [chosen] = this.waiting.splice(Math.floor(this.next() * this.waiting.length), 1);
        this.now += 1;
        chosen!.step();
        idle = 0;
      } else if (this.timers.length > 0) {
        const soonest = this.timers.reduce((a, b) => (b.at < a.at ? b : a));
        this.timers.splice(this.timers.indexOf(soonest), 1);
        this.now = Math.max(this.now, soonest.at);
        soonest.step();
        idle = 0;
      } else if (++idle > 3) throw new Error('nothing goes on');
      if (this.steps > 20_000) throw new Error('it does not end');
    }
    if (problem !== undefined) throw problem;
  }
}
