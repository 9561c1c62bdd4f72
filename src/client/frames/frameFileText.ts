import { applyEdits, type Edit, type Node, type ParseError, parse, parseTree, stripComments } from 'jsonc-parser';
import type { Frames } from './renamedFrames';

/** How the JSON of the file is parsed: as leniently as VS Code reads its own snippets. */
const AS_WRITTEN = { allowTrailingComma: true, allowEmptyContent: true };

/** The frames of a file of VS Code snippets, comments and all; undefined where the text is no such file. */
export function framesIn(text: string): Frames | undefined {
  const errors: ParseError[] = [];
  const json: unknown = parse(withoutMark(text), errors, AS_WRITTEN) ?? {};
  return errors.length === 0 && typeof json === 'object' && !Array.isArray(json) ? (json as Frames) : undefined;
}

/**
 * The text of such a file with frames put in, those of a name that it has in place of the old one, the others at its end.
 * All else stays as the writer has it: comments, order, blanks.
 *
 *     withFrames('{\n  // 开头\n  "甲": {}\n}\n', { 乙: {} })   // '{\n  // 开头\n  "甲": {},\n  "乙": {}\n}\n'
 *
 * @param text of a file that `framesIn` can read
 */
export function withFrames(text: string, frames: Frames): string {
  const body = withoutMark(text);
  const tree = parseTree(body, [], AS_WRITTEN);
  if (!tree) return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${withFrames('{}\n', frames)}`;
  const style = styleOf(body);
  const entries = Object.entries(frames).map(([name, frame]) => ({ name, written: written(frame, style) }));
  const known = new Map(tree.children?.map(property => [nameOf(property), property.children?.[1]]));
  const replaced = entries.flatMap(({ name, written: content }): Edit[] => {
    const value = known.get(name);
    return value ? [{ offset: value.offset, length: value.length, content }] : [];
  });
  const added = entries
    .filter(({ name }) => !known.has(name))
    .map(({ name, written: content }) => `${style.eol}${style.indent}${JSON.stringify(name)}: ${content}`);
  const edits = added.length > 0 ? [...replaced, ...atEnd(body, tree, added.join(','), style.eol)] : replaced;
  return text.slice(0, text.length - body.length) + applyEdits(body, edits);
}

/** Behind the last property and the comments that follow it, which belong to it. */
function atEnd(text: string, tree: Node, content: string, eol: string): Edit[] {
  const last = tree.children?.at(-1);
  const from = last ? last.offset + last.length : tree.offset + 1;
  const close = tree.offset + tree.length - 1;
  const rest = text.slice(from, close);
  const end = from + rest.trimEnd().length;
  const line = text.slice(end, close).includes('\n') ? '' : eol;
  const edit = { offset: end, length: 0, content: content + line };
  return last && !stripComments(rest).includes(',') ? [{ offset: from, length: 0, content: ',' }, edit] : [edit];
}

interface Style {
  readonly eol: string;
  /** Of one level. */
  readonly indent: string;
}

function styleOf(text: string): Style {
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', indent: /^([ \t]+)"/m.exec(text)?.[1] ?? '  ' };
}

/** A value that stands one level deep. */
function written(value: unknown, { eol, indent }: Style): string {
  return JSON.stringify(value, null, indent).replaceAll('\n', eol + indent);
}

const nameOf = (property: Node): string => property.children![0]!.value;

/** Some editors write a mark at the beginning of a file. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');
