import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';

/** A range that somebody else asks for too, a while later. */
export interface Repeated {
  readonly name: string;
  readonly from: number;
  readonly length: number;
  readonly afterMs: number;
}

/** What they asked for in all, why some of it was not had, how often, and the processor time they took. */
export interface Done {
  requests: number;
  bytes: number;
  readonly failed: Record<string, number>;
  cpuMs: number;
}

export interface OtherWriters {
  repeat(asked: readonly Repeated[]): void;
  /** Resolves when all was asked for. */
  end(): Promise<Done>;
}

/**
 * Writers of whom this machine has no room to let them think: they ask the store at `target` for what those who do have asked for. In a process of their own, for they
 * load the store, and not the machine of a writer.
 */
export function otherWriters(target: string): OtherWriters {
  const program = join(dirname(process.argv[1]!), 'trials', 'otherWritersProcess.cjs');
  const child = fork(program, [target], { execArgv: [] });
  return {
    repeat: asked => void child.send(asked),
    async end() {
      child.send('end');
      const [done] = (await once(child, 'message')) as [Done];
      child.disconnect();
      return done;
    },
  };
}
