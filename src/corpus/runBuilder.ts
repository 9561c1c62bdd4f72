import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BuildRequest, BuildResult, DeadlyFile, FromBuilder, Progress, ToBuilder } from './builder/messages';
import type { Reason } from './formats/unreadableFile';

/** What is heard of a build before it ends. */
export interface BuildEvents {
  readonly progress: (progress: Progress) => void;
  readonly published: () => void;
  /** All is indexed; the builder goes on mining frames. */
  readonly indexed: () => void;
}

/** A build under way in its process. */
export interface BuildRun {
  /** Never rejects. */
  readonly finished: Promise<BuildResult>;
  /** When it has finished: the builder, where it stays for another build. */
  builder(): BuilderProcess | undefined;
  /** Stops soon; what is read is kept. */
  cancel(): void;
  /** Stops at once. */
  kill(): void;
}

/** As much of a process as is asked of a builder. */
export type BuilderProcess = Pick<ChildProcess, 'connected' | 'send' | 'kill' | 'on' | 'off'>;

/** How builder processes are started and watched. */
export interface BuilderOptions {
  /** Starts a builder; by default a process that runs `builder`. */
  readonly startBuilder?: (() => BuilderProcess) | undefined;
  /** The builder's bundle; by default the one beside this bundle. */
  readonly builder?: string | undefined;
  /** A builder that says nothing for so long hangs. */
  readonly silenceMs?: number | undefined;
}

const SILENCE_MS = 60_000;
/** A cancelled builder sorts and writes what it has read. */
const CANCEL_MS = 20_000;

/** A builder that has sent its result ends. */
const ENDED_MS = 5_000;

/** Starts a builder that gets ready while it waits to be used by `runBuilder`. */
export function prepareBuilder(options: BuilderOptions = {}): BuilderProcess {
  const child = startBuilder(options);
  send(child, { type: 'prepare' });
  return child;
}

/**
 * Runs the builder process to its end, or, where it stays, to the end of this build. If it dies while reading a file, or hangs, it is started again without that file,
 * which is reported as skipped.
 */
export function runBuilder(
  request: Omit<BuildRequest, 'deadly'>,
  events: BuildEvents,
  options: BuilderOptions = {},
  prepared?: BuilderProcess,
): BuildRun {
  const deadly: DeadlyFile[] = [];
  let child = prepared?.connected ? prepared : startBuilder(options);
  let staying: BuilderProcess | undefined;
  let stopped = false;

  const attempt = async (): Promise<BuildResult> => {
    const end = await runOnce(child, { ...request, deadly }, events, options.silenceMs ?? SILENCE_MS);
    if ('result' in end) {
      if (end.result.type === 'done' && end.result.stays) staying = child;
      return end.result;
    }
    if (stopped) return { type: 'done', cancelled: true };
    const { reading, hung } = end;
    if (reading === null || deadly.some(({ path }) => path === reading)) return DIED;
    else deadly.push({ path: reading, reason: hung ? HUNG_ON_FILE : DIED_ON_FILE, hung });
    child = startBuilder(options);
    return attempt();
  };

  return {
    finished: attempt(),
    builder: () => staying,
    cancel() {
      stopped = true;
      const cancelled = child;
      send(cancelled, { type: 'cancel' });
      setTimeout(() => {
        if (cancelled !== staying) cancelled.kill('SIGKILL');
      }, CANCEL_MS).unref();
    },
    kill() {
      stopped = true;
      child.kill('SIGKILL');
    },
  };
}

const startBuilder = (options: BuilderOptions): BuilderProcess => options.startBuilder?.() ?? forkBuilder(options);

/** Room for what is young, in MB: pages of a PDF, say, are dropped before they are old. By default it is half as much, and a tenth slower. */
const BUILDER_FLAGS = ['--max-semi-space-size=32'];

/** Its output would end up in the middle of the language server's own. */
function forkBuilder({ builder = join(__dirname, 'builder.js') }: BuilderOptions): ChildProcess {
  // A read that a network drive never answers keeps one of these threads for good.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '16' };
  const child = fork(builder, [], { execArgv: BUILDER_FLAGS, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
  return child.on('error', () => undefined); // nobody may be listening yet; `runOnce` hears of its end
}

/** That it could not be sent is found out by the end of the process. */
function send(child: BuilderProcess, message: ToBuilder): void {
  if (child.connected) child.send(message, () => undefined);
}

/** How a builder ended: with its last message, or without, while reading a file, or before or after all (null). */
type End = { readonly result: BuildResult } | { readonly reading: string | null; readonly hung: boolean };

function runOnce(child: BuilderProcess, request: BuildRequest, events: BuildEvents, silenceMs: number): Promise<End> {
  return new Promise(resolve => {
    let result: BuildResult | undefined;
    let reading: string | null = null;
    let hung = false;
    let ending: NodeJS.Timeout | undefined;
    const onSilence = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    let silence = setTimeout(onSilence, silenceMs);
    const onMessage = (message: FromBuilder) => {
      clearTimeout(silence);
      silence = setTimeout(onSilence, silenceMs);
      if (message.type === 'progress') events.progress(message);
      else if (message.type === 'published') events.published();
      else if (message.type === 'indexed') events.indexed();
      else if (message.type === 'reading') reading = message.path;
      else if (message.type === 'done' && message.stays) {
        result = message;
        ended();
      } else {
        result = message;
        // It ends by itself, unless a read of it hangs in the system.
        ending = setTimeout(() => child.kill('SIGKILL'), ENDED_MS).unref();
      }
    };
    const ended = () => {
      clearTimeout(silence);
      clearTimeout(ending);
      child.off('message', onMessage).off('exit', ended).off('error', ended);
      resolve(result ? { result } : { reading, hung });
    };
    child.on('message', onMessage);
    child.on('exit', ended);
    child.on('error', ended); // it could not even be started
    send(child, { type: 'build', request });
  });
}

const DIED_ON_FILE: Reason = {
  kind: 'crashed',
  zh: '读取该文件时索引进程崩溃，已跳过。请检查文件是否损坏，或另存为其他格式。',
  en: 'The indexer crashed while reading this file: skipped. Check whether it is damaged, or save it in another format.',
};

const HUNG_ON_FILE: Reason = {
  kind: 'too-slow',
  zh: '读取该文件时索引进程没有响应，已跳过。请检查文件是否过大或损坏。',
  en: 'The indexer hung while reading this file: skipped. Check whether it is too large or damaged.',
};

const DIED: BuildResult = {
  type: 'failed',
  message: {
    zh: '索引进程意外结束。已完成的部分可以使用，请重新索引。',
    en: 'The indexer ended unexpectedly. What it finished can be used: index again.',
  },
};
