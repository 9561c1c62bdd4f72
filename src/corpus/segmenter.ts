import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CutWords } from '../engine/text/segmentWords';

/**
 * nodejieba cuts twice as fast but takes 0.8 s longer to load: it pays from about 2.5 million characters on,
 * which are 7 MB of text and 2 MB of compressed text.
 */
const WORTH_NATIVE_BYTES = 2_000_000;

/**
 * Both use the dictionary of jieba and its model for unknown words; where they differ is 0.3 % of the word starts.
 *
 * nodejieba does not throw where it cannot open its dictionary, it ends the process. So we look first; and it is told
 * the bare names from within their folder, for on Windows it opens no path with Chinese characters (`C:\\Users\\张三`).
 */
function native(): CutWords {
  const jieba = require('nodejieba') as Nodejieba;
  const paths = {
    dict: jieba.DEFAULT_DICT,
    hmmDict: jieba.DEFAULT_HMM_DICT,
    userDict: jieba.DEFAULT_USER_DICT,
    idfDict: jieba.DEFAULT_IDF_DICT,
    stopWordDict: jieba.DEFAULT_STOP_WORD_DICT,
  };
  for (const path of Object.values(paths)) checkReadable(path);
  const before = process.cwd();
  process.chdir(dirname(paths.dict));
  try {
    jieba.load(Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, basename(path)])));
  } finally {
    process.chdir(before);
  }
  return text => jieba.cut(text, true);
}

/** Its types leave out where the dictionaries are. */
type Nodejieba = typeof import('nodejieba') &
  Readonly<
    Record<
      'DEFAULT_DICT' | 'DEFAULT_HMM_DICT' | 'DEFAULT_USER_DICT' | 'DEFAULT_IDF_DICT' | 'DEFAULT_STOP_WORD_DICT',
      string
    >
  >;

/** Throws where the file cannot be opened, or is none. */
function checkReadable(path: string): void {
  const file = openSync(path, 'r');
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is not a file`);
  } finally {
    closeSync(file);
  }
}

function portable(): CutWords {
  const jieba = require('jieba-wasm') as typeof import('jieba-wasm');
  jieba.cut('', true); // loads the dictionary
  return text => jieba.cut(text, true);
}

/**
 * Loads a segmenter for about `bytes` of files; where the better one is missing (nodejieba is optional), the other.
 * `portableOnly`: nodejieba has just killed a builder.
 *
 * Takes up to a second, all of it at once.
 *
 * @example loadSegmenter(1e8)('推动高质量发展') // ['推动', '高质量', '发展']
 */
export function loadSegmenter(bytes: number, portableOnly = false): CutWords {
  if (portableOnly) return wellFormed(portable());
  const [first, second] = bytes >= WORTH_NATIVE_BYTES ? [native, portable] : [portable, native];
  try {
    return wellFormed(first());
  } catch {
    return wellFormed(second());
  }
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Half a character would come back as another one from either library. */
function wellFormed(cut: CutWords): CutWords {
  return text => cut(text.replace(LONE_SURROGATE, '\ufffd'));
}

/**
 * The part of speech of single words, as jieba's dictionary has it: `nr…` is a personal name, `x` a word it does not know.
 *
 * @example loadTagger()('李白') // 'nr'
 */
export function loadTagger(): (word: string) => string {
  try {
    const jieba = require('nodejieba') as typeof import('nodejieba');
    return word => tagOfWhole(jieba.tag(word), word);
  } catch {
    const jieba = require('jieba-wasm') as typeof import('jieba-wasm');
    return word => tagOfWhole(jieba.tag(word, true), word);
  }
}

const tagOfWhole = (tags: readonly { word: string; tag: string }[], word: string): string =>
  tags.length === 1 && tags[0]!.word === word ? tags[0]!.tag : 'x';
