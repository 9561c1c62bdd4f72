import { readFile, stat } from 'node:fs/promises';
import { fastKernel } from '../../engine/model/kernel';
import { createLanguageModel, type LanguageModel } from '../../engine/model/languageModel';
import { DamagedModelError, decodeModel } from '../../engine/model/modelFile';
import type { Bilingual } from '../../engine/text/bilingual';
import { crc32 } from '../storage/checksum';

/** The only error that opening a model throws: which file, what is wrong, what to do. */
export class UnusableModelError extends Error {
  override readonly name = 'UnusableModelError';
  constructor(
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${reason.zh} / ${reason.en}`, options);
  }
}

const MOST_BYTES = 16_000_000;

/**
 * Reads a language model, some two megabytes, into memory. Undefined where this machine would be too slow for it, for it
 * cannot multiply many numbers at once.
 * @throws {UnusableModelError} where it is missing, too large, damaged or of another version
 */
export async function openModel(path: string): Promise<LanguageModel | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new UnusableModelError(damaged(path));
    const weights = decodeModel(await readFile(path), crc32);
    return canBeFast() ? createLanguageModel(weights, bytes => fastKernel(bytes)!) : undefined;
  } catch (error) {
    if (error instanceof UnusableModelError) throw error;
    const isDamaged = error instanceof DamagedModelError;
    throw new UnusableModelError(isDamaged ? damaged(path) : unreadable(path), { cause: error });
  }
}

const canBeFast = (): boolean => fastKernel(1) !== undefined;

const damaged = (path: string): Bilingual => ({
  zh: `${path} 不是可用的语言模型（已损坏，或版本不符）。请重新安装范本。`,
  en: `${path} is no language model that can be used (damaged, or of another version). Install Fanben again.`,
});

const unreadable = (path: string): Bilingual => ({
  zh: `读不出语言模型 ${path}。请检查权限，或重新安装范本。`,
  en: `The language model ${path} cannot be read. Check its permissions, or install Fanben again.`,
});
