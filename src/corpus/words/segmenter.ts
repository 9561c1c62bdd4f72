import { readFileSync } from 'node:fs';
import type { CutWords } from '../../engine/text/segmentWords';
import { dictionaryFile } from './dictionaryFile';
import { createJiebaCut } from './jiebaCut';
import { readJiebaModel } from './jiebaModel';

/** The files of nodejieba that hold jieba's dictionary, its user dictionary and its model for unknown words. */
const FILES = ['jieba.dict.utf8', 'user.dict.utf8', 'hmm_model.utf8'];

/**
 * With the dictionary of nodejieba, and cuts as it does, without loading it: reading the files takes a quarter of a second where
 * nodejieba takes three, and a text goes to no other language and back. What cannot be read throws, while nodejieba ends the process.
 */
function dictionaryCut(fileOf: (name: string) => string): CutWords {
  const [dictionary, user, model] = FILES.map(file => readFileSync(fileOf(file), 'utf8'));
  return createJiebaCut(readJiebaModel(dictionary!, user!, model!));
}

function portable(): CutWords {
  const jieba = require('jieba-wasm') as typeof import('jieba-wasm');
  jieba.cut('', true); // loads the dictionary
  return text => jieba.cut(text, true);
}

/**
 * The segmenter of imports: jieba's words. Where nodejieba is not there (it is optional), that of jieba-wasm, which has the same dictionary in
 * itself; where they differ is 0.3 % of the word starts.
 *
 * @example loadSegmenter()('推动高质量发展') // ['推动', '高质量', '发展']
 */
export function loadSegmenter(): CutWords {
  loaded ??= wellFormed(eitherCut());
  return loaded;
}

/** Kept for the next build of the process: a dictionary takes a quarter of a second to read. */
let loaded: CutWords | undefined;

/** Where one of the files of the dictionary is not there, or cannot be opened, the other segmenter. */
export function eitherCut(fileOf = dictionaryFile): CutWords {
  try {
    return dictionaryCut(fileOf);
  } catch {
    return portable();
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
