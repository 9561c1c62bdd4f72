/** Frames mined from the corpus. */
import * as v from 'valibot';
import type { PassageRef } from './passages';
import { integer, path, type Schemas } from './schema';

/** `known`: `version` of the answer that the client has; where it is still the same, `frames` is null. */
const minedFramesParams = v.object({ known: v.optional(path) });
export type MinedFramesParams = v.InferOutput<typeof minedFramesParams>;

/** All mined frames, the best first, and the version of the list. */
export interface MinedFrames {
  version: string;
  frames: MinedFrame[] | null;
}

/** `pair` is shown among the sentences, `chain` among the clauses. */
export type MinedLevel = 'heading' | 'paragraph' | 'sentence' | 'clause';

/** A frame that recurs in articles, as a list shows it. */
export interface MinedFrame {
  /** Its number in this version. */
  id: number;
  level: MinedLevel;
  /** One member, slots by their names: `要大兴〔四字〕之风`. */
  template: string;
  /** How many articles have it. */
  articles: number;
  /** How many members usually stand together; 1 for a pair such as 既要……又要……. */
  members: number;
  /** Some members as they stand together in an article, and which one. */
  example: string;
  source: FrameSource;
}

/** Where a frame, or an instance of it, stands. */
export interface FrameSource extends PassageRef {
  title: string;
  date: string | null;
}

const minedFrameParams = v.object({ version: path, id: integer });
/** A frame by its number in a version of the list. */
export type MinedFrameParams = v.InferOutput<typeof minedFrameParams>;

/** One for each number of members a frame can have, ascending. */
export interface MinedFrameBody {
  members: number;
  /** How many articles have it with so many members. */
  articles: number;
  /** Snippet text. */
  body: string;
  /** What it looks like inserted, slots by their names; or a real instance with so many members. */
  preview: string;
  source: FrameSource | null;
}

/** About mined frames; `server/frames` answers. */
export interface MinedFrameRequests {
  /** All of them, best first. */
  'fanben/minedFrames': { params: MinedFramesParams; result: MinedFrames };
  /** What inserting one needs; null where the frames are others by now. */
  'fanben/minedFrame': { params: MinedFrameParams; result: MinedFrameBody[] | null };
}

/** What checks the params of each. */
export const minedFrameSchemas: Schemas<MinedFrameRequests> = {
  'fanben/minedFrames': minedFramesParams,
  'fanben/minedFrame': minedFrameParams,
};
