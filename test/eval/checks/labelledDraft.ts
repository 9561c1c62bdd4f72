import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckCode } from '../../../src/engine/check/problem';

/** A fault that a person has put into a draft and marked: a place in a line, in UTF-16 code units. */
export interface Fault {
  readonly code: CheckCode;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface LabelledDraft {
  readonly lines: readonly string[];
  readonly faults: readonly Fault[];
}

/** An article of the small corpus: title, date, speaker, text. */
export interface CorpusArticle {
  readonly title: string;
  readonly date: string;
  readonly speaker: string;
  readonly paragraphs: readonly string[];
}

const MARK = /⟦(\w+)\||⟧/g;

/** Each fault stands in ⟦code|…⟧; a fault may hold others: ⟦overlap|整修山塘⟦leftover|312口⟧⟧. */
export function parseDraft(source: string): LabelledDraft {
  const faults: Fault[] = [];
  const lines = source.split('\n').map((marked, line) => {
    const open: { code: CheckCode; start: number }[] = [];
    let text = '';
    let done = 0;
    for (const { index, 0: mark, 1: code } of marked.matchAll(MARK)) {
      text += marked.slice(done, index);
      done = index + mark.length;
      if (code !== undefined) {
        open.push({ code: code as CheckCode, start: text.length });
        continue;
      }
      const fault = open.pop();
      if (!fault || fault.start === text.length) throw new Error(`No fault is marked: ${marked}`);
      faults.push({ code: fault.code, line, start: fault.start, end: text.length });
    }
    if (open.length > 0) throw new Error(`A mark is not closed: ${marked}`);
    return text + marked.slice(done);
  });
  return { lines, faults };
}

const partsOf = (root: string, file: string): string[] =>
  readFileSync(join(root, 'test', 'eval', 'checks', file), 'utf8')
    .trim()
    .split('\n---\n');

/** `cases`: those the rules were tuned on; `unseen`: marked before, and scored when the rules stood. */
export type DraftSet = 'cases' | 'unseen';

/** The marked drafts, all of our own writing. `root` is the folder of the project. */
export function readDrafts(root: string, set: DraftSet = 'cases'): LabelledDraft[] {
  return partsOf(root, `${set}.md`).map(parseDraft);
}

/** The articles that they take over, quote and copy from. */
export function readCorpus(root: string): CorpusArticle[] {
  return partsOf(root, 'corpus.md').map(part => {
    const [title = '', date = '', speaker = '', ...paragraphs] = part.split('\n');
    return { title, date, speaker, paragraphs };
  });
}
