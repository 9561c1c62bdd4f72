import type { RawArticle } from '../../../engine/article/article';
import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { frontMatter } from './frontMatter';

/** Takes the place of each character of markup: cleaning drops it, and every offset stays that of the file. */
const MASK = '\u200b';

/** What is markup in a line, and which groups of the match are. Text in between stays. */
const INLINE: readonly RegExp[] = [
  /(!?\[)[^\][\n]{0,400}(\]\([^)\n]{0,2000}\)|\]\[[^\]\n]{0,200}\])/g,
  /(<)(?:https?:\/\/|mailto:)[^>\s]+(>)/g,
  /(\*{1,3}|~~|==)(?=\S)(?:(?!\1).){1,400}?(?<=\S)(\1)/g,
  /(?<![\w_])(_{1,3})(?=[^\s_])(?:(?!\1).){1,400}?(?<=[^\s_])(\1)(?![\w_])/g,
  /(`+)[^`\n]{1,400}(\1)/g,
  /(\\)(?=[\\`*_{}[\]()#+\-.!|~>])/g,
  /(\[\^[^\]\n]{1,20}\]:?)/g,
];
const BLOCK: readonly RegExp[] = [
  /^(\s{0,3}#{1,6}(?:\s+|(?=[^\s#\w])))/,
  /(\s#+)\s*$/,
  /^(\s*(?:>\s?)+)/,
  /^(\s*[-*+]\s+(?:\[[ xX]\]\s+)?)/,
  /^(\s*(?:`{3,}|~{3,}).*)$/,
  /^(\s{0,3}(?:[-*_=]\s?){3,})$/,
  /^(\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?)$/,
  /^(\s*\[[^\]^]+\]:\s+\S+.*)$/,
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

/** The text of a Markdown source, every offset as in the source. */
export function readMarkdown(source: string): RawArticle {
  const { end, ...metadata } = frontMatter(source);
  const lines = source.slice(end).split(/(\r\n|\r|\n)/);
  return { text: masked(source.slice(0, end)) + lines.map(maskLine).join(''), ...metadata };
}

function maskLine(line: string): string {
  if (!/[^\u3400-\u9fff\r\n]/.test(line)) return line;
  let result = line;
  for (const pattern of [...BLOCK, ...INLINE]) result = maskGroups(result, pattern);
  return /^\s*\|.*\|\s*$/.test(result) ? result.replaceAll('|', '\u3000') : result;
}

function maskGroups(line: string, pattern: RegExp): string {
  const found = new RegExp(pattern, pattern.flags.includes('g') ? 'dg' : 'd');
  let result = line;
  for (const match of line.matchAll(new RegExp(found, 'dg'))) {
    for (const span of (match.indices ?? []).slice(1)) {
      if (span) result = result.slice(0, span[0]) + masked(result.slice(...span)) + result.slice(span[1]);
    }
  }
  return result;
}

function masked(markup: string): string {
  return markup.replace(/[^\r\n]/g, MASK);
}
