import type { SeriesId } from '../outline/series';

/**
 * Where a frame holds. `heading`: titles cut from one pattern; `paragraph`: paragraphs that open alike; `sentence`: sentences, or
 * parts between semicolons; `clause`: clauses in one sentence; `chain`: 听到不如看到、看到不如走到; `pair`: 既要……又要……;
 * `series`: numbered members that share nothing but their markers.
 */
export const FRAME_LEVELS = ['heading', 'paragraph', 'sentence', 'clause', 'chain', 'pair', 'series'] as const;
/** One of `FRAME_LEVELS`. */
export type FrameLevel = (typeof FRAME_LEVELS)[number];

/** Stands for `Frame.slots[slot]`. Parts with the same number are linked: 不该〔甲〕的不〔甲〕. */
export interface SlotPart {
  readonly slot: number;
}

/** A numbering marker: fixed, but counting from member to member. Its three parts are those of the first: `（`, `一`, `）`. */
export interface CounterPart {
  readonly series: SeriesId;
  readonly before: string;
  readonly numeral: string;
  readonly after: string;
}

/** A piece of a frame: fixed wording, a slot, or the number of the member. */
export type FramePart = string | SlotPart | CounterPart;

/** A gap of a frame. */
export interface FrameSlot {
  /** What to write there, by its shape: 两字, 引语, 内容; with 甲乙丙 behind it where the frame has several. */
  readonly name: string;
  /** What has filled it, in the order of the text, each once; an empty one is not among them. */
  readonly examples: readonly string[];
  /** One word of the fixed part that changes: 推进 and 推动, 不能 and 更不能. */
  readonly variation: boolean;
}

/** One member of a parallel structure at its place. */
export interface FrameInstance {
  readonly text: string;
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 offsets in the paragraph: `text` is what stands between them. */
  readonly start: number;
  readonly end: number;
  /** What fills each slot, `''` where a variation is left out. */
  readonly fillers: readonly string[];
  /** The numbering marker of this member, where the frame counts. */
  readonly marker?: string;
  /** Members with the same number stand together in the text. */
  readonly run: number;
}

/** A structure with slots, found in a text. */
export interface Frame {
  readonly level: FrameLevel;
  /** One member, readable: `要大兴〔四字〕之风`, `一、以〔内容甲〕为〔内容乙〕`. */
  readonly template: string;
  /** The fixed wording alone: `要大兴…之风`. */
  readonly name: string;
  readonly parts: readonly FramePart[];
  readonly slots: readonly FrameSlot[];
  /** Two at least, in the order of the text. */
  readonly instances: readonly FrameInstance[];
  /** How many members stand together: 3 for 三段式. Of several runs the longest. */
  readonly members: number;
  /** What stands between two members: `，`, `；`, `。`, or a line break. */
  readonly joint: string;
  /** Weight of the fixed wording, about one for a character; function words weigh less. */
  readonly weight: number;
  /** How equal the members are in length, 0 to 1. */
  readonly balance: number;
}

/** Is a part a slot? */
export function isSlot(part: FramePart): part is SlotPart {
  return typeof part === 'object' && 'slot' in part;
}

/** Is a part the number of the member? */
export function isCounter(part: FramePart): part is CounterPart {
  return typeof part === 'object' && 'series' in part;
}

/** The marker that a frame begins with: `（一）`. */
export function firstMarker({ before, numeral, after }: CounterPart): string {
  return before + numeral + after;
}
