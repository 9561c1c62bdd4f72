import { type FrameTemplate, parseTemplates } from './template';

/** The frames of a writer's file, and what is wrong with those that are left out. */
export interface FrameFile {
  readonly frames: readonly FrameTemplate[];
  /** Each names the frame, the field and what is wanted there. */
  readonly problems: readonly string[];
}

/**
 * Comments, commas too many, and texts, in which neither is looked for. A text or comment that nothing closes goes to the end of
 * the file: to look for its end from each of a million beginnings would take for ever.
 */
const COMMENT_OR_TEXT = /("(?:\\[\s\S]?|[^"\\])*"?)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=\s*[}\]])/g;

/**
 * The frames of a file of VS Code snippets, comments and all: `{ 名称: { prefix, body, description } }`. A frame that cannot be used
 * costs itself only. Throws a `SyntaxError` where the file is no JSON.
 */
export function parseFrameFile(source: string): FrameFile {
  const json: unknown = JSON.parse(source.replace(/^\ufeff/, '').replace(COMMENT_OR_TEXT, (_, text) => text ?? ''));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { frames: [], problems: ['a frame file is an object: frame name → { prefix, body, description }'] };
  }
  const frames: FrameTemplate[] = [];
  const problems: string[] = [];
  for (const [name, frame] of Object.entries(json)) {
    try {
      frames.push(...parseTemplates({ [name]: completed(name, frame) }));
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { frames, problems };
}

/** With the fields that VS Code does not know, and in the one writing of those that it takes in two. */
function completed(name: string, frame: unknown): unknown {
  if (typeof frame !== 'object' || frame === null) return frame;
  const { prefix, body, description } = frame as Record<string, unknown>;
  const text = (Array.isArray(description) ? description.join(' ') : description) || name;
  return {
    prefix: typeof prefix === 'string' ? [prefix] : prefix,
    body: typeof body === 'string' ? [body] : body,
    description: text,
    descriptionEn: text,
    kind: 'parallel',
    keywords: [name],
  };
}
