/** The checks of a draft. */
import * as v from 'valibot';
import { messageLimits } from './limits';
import type { PassageRef } from './passages';
import { listOf, path, type Range, type Schemas, text, textDocument } from './schema';

/** The draft that is meant. */
const checkParams = v.object({ textDocument });
export type CheckParams = v.InferOutput<typeof checkParams>;

/** What a check of a whole draft has found. */
export interface CheckOutcome {
  /** Of what is shown; what the writer does not want to see again is not counted. */
  problems: number;
  overlap: OverlapOutcome | null;
}

/** How much of a draft stands in articles. */
export interface OverlapOutcome {
  /** UTF-16 code units, quotations and wordings of many articles left out. */
  taken: number;
  characters: number;
  /** Where it is, each with its source. */
  runs: OverlapRun[];
  /** Of each line that has text: 0-based, and its share. */
  lines: { line: number; taken: number; characters: number }[];
}

/** A stretch of a draft that stands in an article. */
export interface OverlapRun {
  range: Range;
  /** Counted as `taken` of the whole. */
  taken: number;
  source: PassageRef & { title: string; date: string | null; speaker: string | null };
}

/** What the diagnostics of the checks carry. */
export interface CheckData {
  /** `overlap`, `leftover`, … */
  code: string;
  /** 0-based: while the writer is writing between the problem and this line, they may be about to mend it themselves. */
  openUntilLine: number;
}

/** What the code actions of problems run: the server remembers that the writer does not want to see it in this draft. */
export const IGNORE_COMMAND = 'fanben.ignoreProblem';

const ignored = v.object({
  uri: path,
  code: text(messageLimits.name),
  text: v.nullable(text(messageLimits.paragraph)),
});
const commandParams = v.object({
  command: v.literal(IGNORE_COMMAND),
  arguments: v.pipe(v.array(ignored), v.minLength(1), v.maxLength(1)),
});

/** Files and folders that have other addresses now. */
const renamedParams = v.object({ files: listOf(v.object({ oldUri: path, newUri: path })) });

/** About the problems of a draft; `server/check` answers. */
export interface CheckRequests {
  /** Checks a whole draft now, and goes on showing what is found as it changes. Null where it is no draft, or too long. */
  'fanben/check': { params: CheckParams; result: CheckOutcome | null };
  /** Ends that. */
  'fanben/clearCheck': { params: CheckParams; result: null };
  'workspace/executeCommand': { params: v.InferOutput<typeof commandParams>; result: null };
}

/** What the client tells of drafts. */
export interface CheckNotifications {
  /** What the writer does not want to see again in a draft goes with it, and what they have asked for; also at its first save. */
  'workspace/didRenameFiles': { params: v.InferOutput<typeof renamedParams> };
}

/** What the server tells of a draft that it goes on checking, after each change. */
export interface CheckNews {
  'fanben/checked': { params: { uri: string; outcome: CheckOutcome | null } };
}

/** What checks the params of each. */
export const checkSchemas: Schemas<CheckRequests & CheckNotifications> = {
  'fanben/check': checkParams,
  'fanben/clearCheck': checkParams,
  'workspace/executeCommand': commandParams,
  'workspace/didRenameFiles': renamedParams,
};
