import { openSlots } from './openSlot';
import { parseSnippet, type SnippetPart, toSnippet } from './snippetText';

/** What a frame is for; the picker groups by it. */
export const FRAME_KINDS = [
  'numbered',
  'parallel',
  'opening',
  'transition',
  'call',
  'closing',
  'couplet',
  'skeleton',
] as const;
/** One of `FRAME_KINDS`. */
export type FrameKind = (typeof FRAME_KINDS)[number];

/** A written template: a structure with slots, as `snippets/frames.code-snippets` holds it. */
export interface FrameTemplate {
  /** Readable Chinese name, unique in its file: `既要……又要……`. */
  readonly name: string;
  /** What the writer types to ask for it: Chinese (`一是`) or pinyin letters (`yishi`); two characters or more each. */
  readonly prefixes: readonly string[];
  /** Snippet text, lines joined by `\n`; {@link parseSnippet} reads it. Without choices, its slots open: see {@link withOpenSlots}. */
  readonly body: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly kind: FrameKind;
  readonly keywords: readonly string[];
}

/** A template asked for by typing, and how many UTF-16 units before the cursor it replaces. */
export interface TypedTemplate {
  readonly template: FrameTemplate;
  readonly replaceLength: number;
}

/**
 * The templates of a parsed snippet file, in its order. Fields we do not know are left to the editor.
 * Throws an `Error` that names the frame, the field and what is wanted there.
 */
export function parseTemplates(json: unknown): FrameTemplate[] {
  if (!isRecord(json)) throw new Error('a frame file is an object: frame name → { prefix, body, description, … }');
  return Object.entries(json).map(([name, frame]) => parseTemplate(name, frame));
}

function parseTemplate(name: string, frame: unknown): FrameTemplate {
  const wrong = (field: string, wanted: string) => new Error(`frame “${name}”, field "${field}": ${wanted}`);
  if (!isRecord(frame)) throw new Error(`frame “${name}”: must be an object with prefix, body, description, …`);
  const text = (field: string): string => {
    const value = frame[field];
    if (typeof value !== 'string' || value.trim() === '') throw wrong(field, 'must be a text that is not empty');
    return value;
  };
  const texts = (field: string): string[] => {
    const value = frame[field];
    if (!Array.isArray(value) || value.length === 0 || !value.every(item => typeof item === 'string')) {
      throw wrong(field, 'must be a list of texts with at least one');
    }
    return value;
  };

  const prefixes = texts('prefix');
  const unusable = prefixes.find(prefix => !/^\S{2,}$/.test(prefix));
  if (unusable !== undefined) throw wrong('prefix', `“${unusable}” must have two characters or more, and no blanks`);

  let body = texts('body').join('\n');
  try {
    body = withOpenSlots(body);
  } catch (error) {
    throw wrong('body', error instanceof Error ? error.message : String(error));
  }

  const kind = FRAME_KINDS.find(known => known === frame.kind);
  if (!kind) throw wrong('kind', `must be one of ${FRAME_KINDS.join(', ')}`);

  return {
    name,
    prefixes,
    body,
    description: text('description'),
    descriptionEn: text('descriptionEn'),
    kind,
    keywords: texts('keywords'),
  };
}

/**
 * The body with open slots, and with the first of the choices as text: `必须${1|把牢,坚定|}${2:方向}` → `必须${1:把牢}${2:〔方向〕}`. The
 * editor keeps a list of choices open while the writer composes a word of their own, and the next Tab or Enter puts its first item in
 * the place of that.
 */
function withOpenSlots(body: string): string {
  const parts = parseSnippet(body);
  const open = openSlots(parts);
  const isOpen = parts.every(
    (part, at) => typeof part === 'string' || (!part.choices && part.name === slotName(open[at])),
  );
  return isOpen ? body : toSnippet(open);
}

const slotName = (part: SnippetPart | undefined) => (typeof part === 'object' ? part.name : undefined);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ANYWHERE = /$/;
/** At the start of a line or behind a mark, so that 统一是 does not ask for 一是, nor 二十一、 for 一、. */
const CLAUSE_START = /(?:^|[^\p{L}\p{N}])$/u;
const LINE_START = /^\s*$/;
/** What may stand on the line before the typed prefix: only a sentence frame belongs into the middle of a sentence. */
const MAY_FOLLOW: Record<FrameKind, RegExp> = {
  numbered: CLAUSE_START,
  parallel: CLAUSE_START,
  opening: CLAUSE_START,
  transition: CLAUSE_START,
  call: ANYWHERE,
  closing: CLAUSE_START,
  couplet: ANYWHERE,
  skeleton: LINE_START,
};

/**
 * The templates that the text before the cursor asks for, longest prefix first: `工作要到位。一是|`, `我们既要|`, `yishi|`.
 * Pinyin letters count only when they stand alone: `yishi|`, not `xyishi|`.
 */
export function templatesFor(typed: string, templates: readonly FrameTemplate[]): TypedTemplate[] {
  const line = typed.slice(typed.lastIndexOf('\n') + 1);
  return templates
    .map(template => ({ template, replaceLength: typedLength(line, template) }))
    .filter(({ replaceLength }) => replaceLength > 0)
    .sort((a, b) => b.replaceLength - a.replaceLength);
}

/** Length of the longest prefix of the template that the line ends with, where it may stand; 0 without one. */
function typedLength(line: string, { prefixes, kind }: FrameTemplate): number {
  const fitting = prefixes.filter(prefix => {
    if (!line.endsWith(prefix)) return false;
    const before = line.slice(0, line.length - prefix.length);
    return MAY_FOLLOW[kind].test(before) && !(/^\w/.test(prefix) && /\w$/.test(before));
  });
  return Math.max(0, ...fitting.map(prefix => prefix.length));
}

/** The template as plain text: slots show their name. */
export function previewText(template: FrameTemplate): string {
  return parseSnippet(template.body)
    .map(part => (typeof part === 'string' ? part : part.name))
    .join('');
}
