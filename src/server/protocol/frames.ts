/** Templates: the written ones, the writer's own, and how one is made of a text. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import { listOf, natural, nothing, path, placesOf, type Range, type Schemas, text, textDocument } from './schema';

/** What a frame is for; the list groups by it. */
export type FrameKind =
  | 'numbered'
  | 'parallel'
  | 'opening'
  | 'transition'
  | 'call'
  | 'closing'
  | 'couplet'
  | 'skeleton';

/** A template as the client lists and inserts it. */
export interface InsertableFrame {
  name: string;
  kind: FrameKind;
  /** What asks for it by typing: Chinese, and pinyin. */
  prefixes: readonly string[];
  keywords: readonly string[];
  description: string;
  descriptionEn: string;
  /** Snippet text. */
  body: string;
  /** What it looks like inserted, slots by their names. */
  preview: string;
}

/** `paths`: absolute; those that do not exist hold no frames. */
const frameFilesParams = v.object({ paths: listOf(path) });

/** The writer's own templates, in the order of their files, and what is wrong in which file, in the language of the locale. */
export interface OwnFrames {
  frames: InsertableFrame[];
  problems: { path: string; message: string }[];
}

const articleFramesParams = v.object({ textDocument });
/** A frame of an article, and where its members stand in the document. */
export interface ArticleFrame {
  /** One member, slots by their names: `要大兴〔四字〕之风`. */
  template: string;
  places: Range[];
}

const slotCandidatesParams = v.object({ text: text(messageLimits.frameText) });

/** UTF-16 offsets, `end` exclusive. */
const chosenSlot = v.object({ start: natural, end: natural, name: text(messageLimits.frameText) });
export type ChosenSlot = v.InferOutput<typeof chosenSlot>;

/** A stretch of a text that may be a slot, with the name proposed for it. */
export interface SlotCandidate extends ChosenSlot {
  /** It most probably is meant to be one: a quotation, a number, where parallel members differ. */
  isLikely: boolean;
}

const composeFrameParams = v.object({
  text: text(messageLimits.frameText),
  slots: placesOf(chosenSlot),
  name: text(messageLimits.name),
});
/** The text, its slots in order, and what the frame is called. */
export type ComposeFrameParams = v.InferOutput<typeof composeFrameParams>;

/** An entry of a file of snippets, without its name: what is typed for it, and its lines as snippet text. */
export interface ComposedFrame {
  prefix: string[];
  body: string[];
}

/** About written and own templates; `server/frames` answers. */
export interface FrameRequests {
  /** The written templates. */
  'fanben/frames': { params: null; result: InsertableFrame[] };
  /** The writer's own frames, and what is wrong with those that cannot be used. */
  'fanben/ownFrames': { params: null; result: OwnFrames };
  /** The frames that an open article shows by itself, best first. */
  'fanben/articleFrames': { params: v.InferOutput<typeof articleFramesParams>; result: ArticleFrame[] };
  /** What of a text may be a slot, in its order. */
  'fanben/slotCandidates': { params: v.InferOutput<typeof slotCandidatesParams>; result: SlotCandidate[] };
  /** A text with slots as an entry of a file of VS Code snippets. */
  'fanben/composeFrame': { params: ComposeFrameParams; result: ComposedFrame | null };
}

/** Where own templates are. */
export interface FrameNotifications {
  /** The files that hold the writer's own frames; sent again when one has changed. */
  'fanben/setFrameFiles': { params: v.InferOutput<typeof frameFilesParams> };
}

/** What checks the params of each. */
export const frameSchemas: Schemas<FrameRequests & FrameNotifications> = {
  'fanben/frames': nothing,
  'fanben/ownFrames': nothing,
  'fanben/articleFrames': articleFramesParams,
  'fanben/slotCandidates': slotCandidatesParams,
  'fanben/composeFrame': composeFrameParams,
  'fanben/setFrameFiles': frameFilesParams,
};
