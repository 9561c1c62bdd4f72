import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../../src/engine/text/sentences';

/** A speech in which a person has marked what belongs to its one occasion. */
export interface LabelledSpeech {
  readonly name: string;
  readonly paragraphs: readonly string[];
  /** The particulars of each paragraph: [start, end) in UTF-16 code units. */
  readonly particulars: readonly (readonly Span[])[];
}

/** A text with each particular in ⟦…⟧. Throws an `Error` that names the text where a bracket stands alone. */
export function parseSpeech(name: string, source: string): LabelledSpeech {
  const lines = source.split('\n').filter(line => line !== '');
  const particulars = lines.map(line => {
    if (/⟦[^⟧]*(?:⟦|$)|(?:^|⟧)[^⟦]*⟧/.test(line))
      throw new Error(`${name}: a bracket ⟦ or ⟧ stands alone in “${line}”`);
    return [...line.matchAll(/⟦([^⟧]+)⟧/g)].map((match, before) => {
      const start = match.index - 2 * before;
      return { start, end: start + match[1]!.length };
    });
  });
  return { name, paragraphs: lines.map(line => line.replace(/[⟦⟧]/g, '')), particulars };
}

/** The marked speeches of a folder: its `.md` files by name. */
export function readSpeeches(folder: string): LabelledSpeech[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => parseSpeech(file, readFileSync(join(folder, file), 'utf8')));
}

/**
 * The folder of marked speeches of our own writing that lie beside this file (what is marked, and what not: MARKING.md), `root` being that of the project. `articles`: those the
 * rules were tuned on; `unseen`: marked before, and scored when the rules stood.
 */
export const speechesBeside = (root: string, set: 'articles' | 'unseen'): string =>
  join(root, 'test', 'eval', 'skeleton', set);
