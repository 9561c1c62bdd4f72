import { PhraseTree } from '../../engine/background/phraseTree';
import { decodePhraseTree } from '../../engine/background/phraseTreeCodec';
import { crc32 } from '../storage/checksum';
import { type Complaints, readUsable } from '../storage/usableFile';

const MOST_BYTES = 64_000_000;

/**
 * Reads a background of set phrases, some ten megabytes, into memory.
 * @throws {UnusableFileError} where it is missing, too large, damaged or of another version
 */
export function openBackground(path: string): Promise<PhraseTree> {
  return readUsable(path, MOST_BYTES, bytes => new PhraseTree(decodePhraseTree(bytes, crc32)), complaints);
}

const complaints: Complaints = {
  damaged: path => ({
    zh: `${path} 不是可用的常用表述库（已损坏，或版本不符）。请用 fanben background 重新生成。`,
    en: `${path} is no background of set phrases that can be used (damaged, or of another version). Build it again with fanben background.`,
  }),
  unreadable: path => ({
    zh: `无法读取常用表述库 ${path}。请检查路径和权限。`,
    en: `The background of set phrases ${path} cannot be read. Check the path and its permissions.`,
  }),
};
