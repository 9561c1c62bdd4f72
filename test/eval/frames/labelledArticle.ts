import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRAME_LEVELS, type FrameLevel } from '../../../src/engine/parallel/frame';

/** A member of a marked frame: [start, end) in its paragraph. */
export interface MarkedMember {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A frame that a person has marked in a text. */
export interface MarkedFrame {
  readonly level: FrameLevel;
  /** Its fixed wording, `…` for the slots between: 要大兴…之风. */
  readonly wording: string;
  readonly members: readonly MarkedMember[];
}

export interface LabelledArticle {
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly frames: readonly MarkedFrame[];
}

const MARK = /⟦(\d+)\||⟧/g;
const LABEL = /^(\d+) (\w+) (.+)$/;

/**
 * A text in which every member of a frame stands in ⟦1|…⟧, and behind a line `===` what the numbers are:
 * `1 sentence 要大兴…之风`. Throws an `Error` that names the text where a number is not explained, or is of no member.
 */
export function parseLabelled(name: string, source: string): LabelledArticle {
  const [text = '', labels = ''] = source.split('\n===\n');
  const members = new Map<string, MarkedMember[]>();
  const paragraphs = text.split('\n').map((line, paragraph) => {
    let plain = '';
    let from = 0;
    const open: { readonly number: string; readonly start: number }[] = [];
    for (const mark of line.matchAll(MARK)) {
      plain += line.slice(from, mark.index);
      from = mark.index + mark[0].length;
      if (mark[1] !== undefined) open.push({ number: mark[1], start: plain.length });
      else {
        const { number, start } = open.pop()!;
        members.set(number, [...(members.get(number) ?? []), { paragraph, start, end: plain.length }]);
      }
    }
    return plain + line.slice(from);
  });
  const frames = labels
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [, number = '', level, wording = ''] = LABEL.exec(line) ?? [];
      const known = FRAME_LEVELS.find(own => own === level);
      const own = members.get(number);
      if (!known || !own) throw new Error(`${name}: “${line}” names no level, or no member marked ⟦${number}|…⟧`);
      members.delete(number);
      return { level: known, wording, members: own };
    });
  if (members.size > 0) throw new Error(`${name}: ⟦${[...members.keys()].join(', ')}|…⟧ is not explained below ===`);
  return { name, paragraphs, frames };
}

/** `articles`: those the miner was tuned on; `unseen`: marked before it was run on them. */
export type LabelledSet = 'articles' | 'unseen';

/** The labelled articles, of our own writing, that lie beside this file. `root` is the folder of the project. */
export function readLabelledArticles(root: string, set: LabelledSet = 'articles'): LabelledArticle[] {
  const folder = join(root, 'test', 'eval', 'frames', set);
  return readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .sort()
    .map(file => parseLabelled(file, readFileSync(join(folder, file), 'utf8')));
}
