import { fastKernel } from '../../engine/model/kernel';
import { createLanguageModel, type LanguageModel } from '../../engine/model/languageModel';
import { decodeModel } from '../../engine/model/modelFile';
import { crc32 } from '../storage/checksum';
import { type Complaints, readUsable } from '../storage/usableFile';

const MOST_BYTES = 16_000_000;

/**
 * Reads a language model, some two megabytes, into memory. Undefined where this machine would be too slow for it, for it
 * cannot multiply many numbers at once.
 * @throws {UnusableFileError} where it is missing, too large, damaged or of another version
 */
export async function openModel(path: string): Promise<LanguageModel | undefined> {
  const weights = await readUsable(path, MOST_BYTES, bytes => decodeModel(bytes, crc32), complaints);
  return canBeFast() ? createLanguageModel(weights, bytes => fastKernel(bytes)!) : undefined;
}

const canBeFast = (): boolean => fastKernel(1) !== undefined;

const complaints: Complaints = {
  damaged: path => ({
    zh: `${path} 不是可用的语言模型（已损坏，或版本不符）。请重新安装范本。`,
    en: `${path} is no language model that can be used (damaged, or of another version). Install Fanben again.`,
  }),
  unreadable: path => ({
    zh: `无法读取语言模型 ${path}。请检查权限，或重新安装范本。`,
    en: `The language model ${path} cannot be read. Check its permissions, or install Fanben again.`,
  }),
};
