import type { MinedLevel } from '../../server/protocol/minedFrames';
import type { PassageRef } from '../../server/protocol/passages';

/** A frame in the picker, wherever it comes from. */
export interface FrameEntry {
  /** What it is called: the writer's name for it, or its wording. */
  readonly name: string;
  /** What else finds it: as typed (`一是`, `yishi`), and by meaning. */
  readonly prefixes: readonly string[];
  readonly keywords: readonly string[];
  readonly descriptions: readonly string[];
  /** Name of its group in the picker, in the writer's language. */
  readonly kind: string;
  /** The writer's own: stands on top. */
  readonly isOwn?: boolean;
  /** Where in a text it belongs, if that is known. */
  readonly level?: MinedLevel;
  /** Several articles have it. */
  readonly isShared?: boolean;
  /** Beside the name, in grey. */
  readonly note: string;
  /** Below the name, on a line of its own. */
  readonly preview: string;
  /** An article that has it. */
  readonly source?: PassageRef;
  /** Snippet text to insert, after asking what there is to ask; undefined where the writer changed their mind. */
  readonly body: () => Promise<string | undefined>;
}

/** Frames of one origin. */
export interface FrameSource {
  /** What is known already, best first. */
  readonly known: () => readonly FrameEntry[];
  /** Looks again; resolves to whether there are others now. Rejects where they cannot be had. */
  readonly refresh: () => Promise<boolean>;
}
