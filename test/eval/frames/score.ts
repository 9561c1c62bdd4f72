import { FRAME_LEVELS, type Frame, type FrameLevel, isSlot } from '../../../src/engine/parallel/frame';
import type { LabelledArticle, MarkedFrame, MarkedMember } from './labelledArticle';

/** How well mining finds what a person has marked. */
export interface Score {
  /** Frames marked, frames found, and how many of those were marked. */
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  /** 1 where nothing was found, or nothing marked. */
  readonly precision: number;
  readonly recall: number;
}

export interface LevelScore extends Score {
  readonly level: FrameLevel;
}

export interface FrameScores {
  readonly all: Score;
  readonly levels: readonly LevelScore[];
  /** For a person to look at. */
  readonly mistakes: readonly string[];
}

/** Members over this share of one another are the same. */
const SAME_MEMBER = 0.6;
/** So many of the marked members must be found, and so much of the wording. */
const ENOUGH_MEMBERS = 0.6;
const ENOUGH_WORDING = 0.6;

function sameMember(a: MarkedMember, b: MarkedMember): boolean {
  if (a.paragraph !== b.paragraph) return false;
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both >= SAME_MEMBER * (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function fixedWording({ parts }: Frame): string {
  return parts.map(part => (typeof part === 'string' ? part : isSlot(part) ? '…' : '')).join('');
}

/** The share of the marked wording that is fixed in the frame, in its order. */
function wordingFound(marked: string, wording: string): number {
  const wanted = [...marked.replaceAll('…', '')];
  let at = 0;
  let found = 0;
  for (const character of wanted) {
    const next = wording.indexOf(character, at);
    if (next < 0) continue;
    found++;
    at = next + 1;
  }
  return found / wanted.length;
}

/** Is the found frame the marked one: same level, the same members, the same fixed wording for the most part? */
function isSameFrame(frame: Frame, { level, wording, members }: MarkedFrame): boolean {
  const common = members.filter(member => frame.instances.some(instance => sameMember(member, instance)));
  if (frame.level !== level || common.length < ENOUGH_MEMBERS * members.length) return false;
  return level === 'series' || wordingFound(wording, fixedWording(frame)) >= ENOUGH_WORDING;
}

function scoreOf(marked: number, found: number, right: number): Score {
  return {
    marked,
    found,
    right,
    precision: found === 0 ? 1 : right / found,
    recall: marked === 0 ? 1 : right / marked,
  };
}

/** Compares what `mine` finds in each article with what is marked there. */
export function scoreFrames(
  articles: readonly LabelledArticle[],
  mine: (paragraphs: readonly string[]) => readonly Frame[],
): FrameScores {
  const results = articles.map(({ name, paragraphs, frames: marked }) => {
    const found = mine(paragraphs);
    const right = found.filter(frame => marked.some(own => isSameFrame(frame, own)));
    const missed = marked.filter(own => !found.some(frame => isSameFrame(frame, own)));
    const wrong = found.filter(frame => !right.includes(frame));
    return { name, marked, found, right, missed, wrong };
  });
  const counted = (level?: FrameLevel) => {
    const count = (of: 'marked' | 'found' | 'right') =>
      results.flatMap(result => [...result[of]].filter(frame => !level || frame.level === level)).length;
    return scoreOf(count('marked'), count('found'), count('right'));
  };
  return {
    all: counted(),
    levels: FRAME_LEVELS.map(level => ({ level, ...counted(level) })),
    mistakes: results.flatMap(({ name, missed, wrong }) => [
      ...missed.map(({ level, wording }) => `${name}: missed ${level} ${wording}`),
      ...wrong.map(({ level, template }) => `${name}: wrong ${level} ${template}`),
    ]),
  };
}
