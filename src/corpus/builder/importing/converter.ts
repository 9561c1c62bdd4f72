import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual } from '../../../engine/text/bilingual';
import { corpusLimits } from '../../limits';
import { converterArguments, findConverter } from './findConverter';

/** A document made of one that is not read here. */
export interface Converted {
  /** Absolute path of a .docx with the name of the file, in a folder of its own. */
  readonly path: string;
  /** Deletes that folder. */
  remove(): Promise<void>;
}

/** Converts the file at a path. @throws {ConversionError} and nothing else */
export type Convert = (path: string) => Promise<Converted>;

/** Why a file was not converted. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  constructor(readonly reason: Bilingual) {
    super(reason.en);
  }
}

/** Which program converts, and what bounds it. */
export interface ConverterOptions {
  /** `auto`, or the absolute path of a program. */
  readonly setting: string;
  /** Absolute path of a folder for the program's own profile. */
  readonly profile: string;
  readonly signal: AbortSignal;
  /** Milliseconds for one file. */
  readonly limitMs?: number;
}

/**
 * Another program that reads what is not read here. It gets a copy, so that it leaves no lock beside the file; it has a
 * time limit, and is stopped with all that it started.
 */
export function openConverter({
  setting,
  profile,
  signal,
  limitMs = corpusLimits.converterMs,
}: ConverterOptions): Convert {
  const program = findConverter(setting);
  return async path => {
    if (!program) throw new ConversionError(NO_PROGRAM);
    const folder = await mkdtemp(join(tmpdir(), 'fanben-convert-'));
    const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    try {
      const extension = extname(path);
      // LibreOffice takes the kind from the content; a name without extension makes it ask.
      const input = join(folder, 'in', extension === '' ? `${basename(path)}.doc` : basename(path));
      const out = join(folder, 'out');
      await Promise.all([mkdir(join(folder, 'in')), mkdir(out), mkdir(profile, { recursive: true, mode: 0o700 })]);
      await copyFile(path, input);
      const output = join(out, `${basename(input, extname(input))}.docx`);
      const args = converterArguments(program, input, output, out, pathToFileURL(profile).href);
      await run(program, args, folder, limitMs, signal);
      if (!(await stat(output).catch(() => null))?.isFile()) throw new ConversionError(NO_RESULT);
      return { path: output, remove };
    } catch (error) {
      await remove();
      throw error instanceof ConversionError ? error : new ConversionError(NO_RESULT);
    }
  };
}

/** Resolves when the program has ended by itself. */
function run(
  program: string,
  args: readonly string[],
  cwd: string,
  limitMs: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: what it starts is stopped with it.
    const child = spawn(program, args, {
      cwd,
      stdio: 'ignore',
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const stop = () => killTree(child);
    const timer = setTimeout(() => {
      stop();
      reject(new ConversionError(TOO_SLOW));
    }, limitMs);
    const done = (settle: () => void) => () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle();
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.on(
      'error',
      done(() => reject(new ConversionError(NO_PROGRAM))),
    );
    // What it leaves running would hold its files.
    child.on(
      'exit',
      done(() => {
        stop();
        resolve();
      }),
    );
  });
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', String(pid), '/T', '/F'], () => undefined);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

const NO_PROGRAM: Bilingual = {
  zh: '找不到设置的转换程序，请检查 fanben.corpus.converter',
  en: 'the converter of the settings was not found: check fanben.corpus.converter',
};
const NO_RESULT: Bilingual = { zh: '转换程序也没有读出来', en: 'the converter could not read it either' };
const TOO_SLOW: Bilingual = { zh: '转换程序超时，已停止', en: 'the converter took too long and was stopped' };
