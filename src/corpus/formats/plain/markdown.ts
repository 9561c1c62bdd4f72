import type { RawArticle, Removal } from '../../../engine/article/article';
import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { CELL_SEPARATOR } from '../tableRow';
import { frontMatter } from './frontMatter';

/** Takes the place of each character of markup: cleaning drops it, and every offset stays that of the file. */
const MASK = '\u200b';

/** What is markup in a line, and which groups of the match are. Text in between stays. */
const INLINE: readonly RegExp[] = [
  // Links between notes: ![[会场.png]], [[计划#目标|年度目标]], [[农村工作]].
  /(!\[\[[^\]\n]{0,400}\]\])/g,
  /(\[\[[^\]|\n]{0,400}\|)[^\]|\n]{1,400}(\]\])/g,
  /(\[\[)[^\]|#\n]{1,400}((?:#[^\]|\n]{0,400})?\]\])/g,
  /(!?\[)[^\][\n]{0,400}(\]\([^)\n]{0,2000}\)|\]\[[^\]\n]{0,200}\])/g,
  /(<)(?:https?:\/\/|mailto:)[^>\s]+(>)/g,
  /(\*{1,3}|~~|==)(?=\S)(?:(?!\1).){1,400}?(?<=\S)(\1)/g,
  /(?<![\w_])(_{1,3})(?=[^\s_])(?:(?!\1).){1,400}?(?<=[^\s_])(\1)(?![\w_])/g,
  /(`+)[^`\n]{1,400}(\1)/g,
  /(\\)(?=[\\`*_{}[\]()#+\-.!|~>])/g,
  /(\[\^[^\]\n]{1,20}\]:?)/g,
  // Tags, which are no text, and names of blocks at the end of a line.
  /(?<=^|[\s。，；：！？、）”])(#[\p{L}_][\p{L}\p{N}_/-]{0,40})(?=$|[\s#])/gu,
  /(?<=\S)(\s+\^[A-Za-z0-9-]{3,40})\s*$/g,
  // Attributes of headings and spans.
  /(\{(?:[#.][\w-]{1,40}\s*){1,6}\})/g,
];
const BLOCK: readonly RegExp[] = [
  // A line of nothing but tags; one alone is a heading without its blank.
  /^(\s*(?:#[\p{L}\p{N}_/-]{1,40}\s+)+#[\p{L}\p{N}_/-]{1,40}\s*)$/u,
  /^(\s{0,3}#{1,6}(?:\s+|(?=[^\s#\w])))/,
  /(\s#+)\s*$/,
  /^(\s*(?:>\s?)+)/,
  // The kind of a callout: [!note]-
  /^[\u200b\s]*(\[![\w-]{1,20}(?:\|[^\]\n]{0,40})?\][-+]?\s*)/,
  /^\s*(\[(?:TOC|toc|目录)\]|\[\[_?(?:TOC|toc)_?\]\]|\[\^[^\]\n]{1,20}\]:.*)\s*$/,
  /^(\s*[-*+]\s+(?:\[[ xX]\]\s+)?)/,
  /^(\s*(?:`{3,}|~{3,}).*)$/,
  /^(\s{0,3}(?:[-*_=]\s?){3,})$/,
  /^(\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?)$/,
  /^(\s*\[[^\]^]+\]:\s+\S+.*)$/,
];

/** What a reader does not see as text, over several lines too: %%…%%, <!-- … -->, and code in a language, queries of a vault too. */
const COMMENTS: readonly RegExp[] = [
  /^[ \t]{0,3}(`{3,}|~{3,})[ \t]*(?!(?:te?xt|plain|markdown|md|quote)\b)[A-Za-z][\w+#-]{0,20}[^\n`]*\n[\s\S]{0,20000}?\n[ \t]{0,3}\1[ \t]*$/gm,
  /%%(?:(?!%%)[\s\S]){0,20000}%%/g,
  /<!--[\s\S]{0,20000}?-->/g,
];

/** Markdown: markup is masked in place, front matter read as metadata; one article a file. */
export const markdown: Format = {
  isText: true,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    yield { entry: 0, raw: readMarkdown(decodeFile(source.path, bytes).text) };
  },
};

/** What nobody writes in a text without markup: a heading with its blank, bold words, front matter. */
const SIGNS: readonly RegExp[] = [
  /^[ ]{0,3}#{1,6} (?=[^\s#])/gm,
  /\*\*[\u3400-\u9fff“《][^*\n]{0,60}\*\*/g,
  /^\ufeff?---[ \t]*\r?\n[\p{L}_-]{1,20}\s*[:：]/gu,
];
const FEWEST_SIGNS = 2;

/** Does a text, whatever its file is called, bear the markup of Markdown? One sign alone may be a slip. */
export function isMarkdown(text: string): boolean {
  let signs = 0;
  for (const sign of SIGNS) {
    for (const _ of text.matchAll(sign)) if (++signs >= FEWEST_SIGNS) return true;
  }
  return false;
}

/** The text of a Markdown source, every offset as in the source. */
export function readMarkdown(source: string): RawArticle {
  const { end, ...metadata } = frontMatter(source);
  const removed: Removal[] = [];
  const body = COMMENTS.reduce(
    (text, comment) =>
      text.replace(comment, (all: string, at: number) => {
        removed.push({ reason: 'markup', text: all, line: lineAt(source, end + at) });
        return masked(all);
      }),
    source.slice(end),
  );
  const lines = body.split(/(\r\n|\r|\n)/);
  const text = masked(source.slice(0, end)) + lines.map(maskLine).join('');
  return { text, ...metadata, ...(removed.length > 0 && { removed }) };
}

/** The 0-based line of an offset. */
function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
}

function maskLine(line: string): string {
  if (!/[^\u3400-\u9fff\r\n]/.test(line)) return line;
  let result = line;
  for (const pattern of [...BLOCK, ...INLINE]) result = maskGroups(result, pattern);
  return TABLE_ROW.test(result) ? rowWithSeparators(result) : result;
}

const TABLE_ROW = /^\s*\|.*\|\s*$/;

/** The bars at the ends of a row go, those between cells become the mark that keeps cells apart; so do empty cells. */
function rowWithSeparators(row: string): string {
  const first = row.indexOf('|');
  const last = row.lastIndexOf('|');
  const inner = row.slice(first + 1, last).replace(/\|(?=[\s\u200b]*(?:\||$))|(?<=^[\s\u200b]*)\|/g, MASK);
  return `${row.slice(0, first)}${MASK}${inner.replaceAll('|', CELL_SEPARATOR)}${MASK}${row.slice(last + 1)}`;
}

function maskGroups(line: string, pattern: RegExp): string {
  const flags = new Set([...pattern.flags, 'd', 'g']);
  let result = line;
  for (const match of line.matchAll(new RegExp(pattern, [...flags].join('')))) {
    for (const span of (match.indices ?? []).slice(1)) {
      if (span) result = result.slice(0, span[0]) + masked(result.slice(...span)) + result.slice(span[1]);
    }
  }
  return result;
}

function masked(markup: string): string {
  return markup.replace(/[^\r\n]/g, MASK);
}
