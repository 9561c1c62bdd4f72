import { readFile, stat } from 'node:fs/promises';
import { PhraseTree } from '../../engine/background/phraseTree';
import { DamagedBackgroundError, decodePhraseTree } from '../../engine/background/phraseTreeCodec';
import type { Bilingual } from '../../engine/text/bilingual';
import { crc32 } from '../storage/checksum';

/** The only error that reading a background throws: which file, what is wrong, what to do. */
export class UnusableBackgroundError extends Error {
  override readonly name = 'UnusableBackgroundError';
  constructor(
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${reason.zh} / ${reason.en}`, options);
  }
}

/**
 * Reads a background of set phrases, some ten megabytes, into memory.
 * @throws {UnusableBackgroundError} where it is missing, too large, damaged or of another version
 */
export async function openBackground(path: string): Promise<PhraseTree> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new UnusableBackgroundError(damaged(path));
    return new PhraseTree(decodePhraseTree(await readFile(path), crc32));
  } catch (error) {
    if (error instanceof UnusableBackgroundError) throw error;
    const isDamaged = error instanceof DamagedBackgroundError;
    throw new UnusableBackgroundError(isDamaged ? damaged(path) : unreadable(path), { cause: error });
  }
}

const MOST_BYTES = 64_000_000;

const damaged = (path: string): Bilingual => ({
  zh: `${path} 不是可用的常用表述库（已损坏，或版本不符）。请用 fanben background 重新生成。`,
  en: `${path} is no background of set phrases that can be used (damaged, or of another version). Build it again with fanben background.`,
});

const unreadable = (path: string): Bilingual => ({
  zh: `读不出常用表述库 ${path}。请检查路径和权限。`,
  en: `The background of set phrases ${path} cannot be read. Check the path and its permissions.`,
});
