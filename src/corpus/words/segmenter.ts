import { readFileSync } from 'node:fs';
import { bitBytes, copyBits } from '../../engine/index/columns/bits';
import { cutMarks, type MarkWords, markCuts } from '../../engine/index/columns/markWords';
import type { CutWords } from '../../engine/text/segmentWords';
import { dictionaryFile } from './dictionaryFile';
import { createJiebaMarker } from './jiebaMarker';
import { readJiebaModel } from './jiebaModel';

/** The files of nodejieba that hold jieba's dictionary, its user dictionary and its model for unknown words. */
const FILES = ['jieba.dict.utf8', 'user.dict.utf8', 'hmm_model.utf8'];

/**
 * With the dictionary of nodejieba, and cuts as it does, without loading it: reading the files takes a quarter of a second where
 * nodejieba takes three, and a text goes to no other language and back. What cannot be read throws, while nodejieba ends the process.
 */
function dictionaryMarker(fileOf: (name: string) => string): MarkWords {
  const [dictionary, user, model] = FILES.map(file => readFileSync(fileOf(file), 'utf8'));
  return createJiebaMarker(readJiebaModel(dictionary!, user!, model!));
}

function portable(): MarkWords {
  const jieba = require('jieba-wasm') as typeof import('jieba-wasm');
  jieba.cut('', true); // loads the dictionary
  return markCuts(text => jieba.cut(text, true));
}

/**
 * The segmenter of imports, on code units: jieba's words. Where nodejieba is not there (it is optional), that of jieba-wasm, which has the same dictionary in
 * itself; where they differ is 0.3 % of the word starts.
 */
export function loadMarker(): MarkWords {
  loaded ??= wellFormed(eitherMarker());
  return loaded;
}

/**
 * The same on strings.
 *
 * @example loadSegmenter()('推动高质量发展') // ['推动', '高质量', '发展']
 */
export function loadSegmenter(): CutWords {
  return cutMarks(loadMarker());
}

/** Kept for the next build of the process: a dictionary takes a quarter of a second to read. */
let loaded: MarkWords | undefined;

/** Where one of the files of the dictionary is not there, or cannot be opened, the other segmenter. */
export function eitherMarker(fileOf = dictionaryFile): MarkWords {
  try {
    return dictionaryMarker(fileOf);
  } catch {
    return portable();
  }
}

const REPLACEMENT = 0xfffd;
const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/** Half a character is another one: either library would take it for one. */
function wellFormed(mark: MarkWords): MarkWords {
  return (text, start, end, bits) => {
    let copy: Uint16Array | undefined;
    for (let at = start; at < end; at++) {
      const code = text[at]!;
      if ((code & 0xf800) !== 0xd800) continue;
      if (isHigh(code) && at + 1 < end && isLow(text[at + 1]!)) at++;
      else {
        copy ??= text.slice(start, end);
        copy[at - start] = REPLACEMENT;
      }
    }
    if (!copy) return mark(text, start, end, bits);
    const own = new Uint8Array(bitBytes(copy.length));
    mark(copy, 0, copy.length, own);
    copyBits(own, 0, copy.length, bits, start);
  };
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
