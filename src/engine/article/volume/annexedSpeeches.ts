import { bare } from '../metadata/head/titleLines';
import { headBlocks } from './headBlocks';

const ANNEX = /^附\s*件?\s*[一二三四五六七八九十\d]{0,2}\s*[：:]?$/;
/** What a letter that sends a speech round is called, and what it says of it. */
const LETTER = /(?:通知|函|通报|按语?)(?:[（(].{1,8}[）)])?$/;
const SENDS = /印发|转发|刊发|下发|发给|送上|附后/;
const SPEECH = /(?:讲话|致辞|致词|发言|主持词|党课|演讲|报告)(?:稿|摘要|提纲|要点)?(?:[（(].*[）)])?$/;
const LETTER_TITLE_REACH = 6;

/**
 * Where a letter and the speeches that are annexed to it begin: 附件 alone in its line, or the title that the letter's own title
 * names, and there a head with a day, a name or a greeting. Null where anything else is annexed as well: it belongs to the letter.
 */
export function annexedSpeeches(lines: readonly string[]): number[] | null {
  const annexes = [...lines.keys()].filter(i => ANNEX.test(lines[i]!));
  const [first] = annexes;
  if (first === undefined) return namedSpeech(lines);
  if (first < 2) return null;
  const letter = lines.slice(0, first);
  if (!letter.slice(0, LETTER_TITLE_REACH).some(line => LETTER.test(line)) || !letter.some(line => SENDS.test(line)))
    return null;
  return annexes.every((at, i) => isSpeech(lines.slice(at + 1, annexes[i + 1]))) ? [0, ...annexes] : null;
}

/** The letter 关于印发陆明远同志在…上的讲话的通知 and, below it, that speech. */
function namedSpeech(lines: readonly string[]): number[] | null {
  const blocks = headBlocks(lines).filter(({ from, title }) => from > 2 && SPEECH.test(title));
  const [speech] = blocks;
  if (blocks.length !== 1 || !speech) return null;
  const letter = lines.slice(0, speech.from);
  const end = letter.slice(0, LETTER_TITLE_REACH + 2).findIndex(line => LETTER.test(line.trim()));
  if (end < 0 || !letter.some(line => SENDS.test(line))) return null;
  return bare(letter.slice(0, end + 1).join('')).includes(bare(speech.title)) ? [0, speech.from] : null;
}

function isSpeech(lines: readonly string[]): boolean {
  const head = headBlocks(lines.slice(0, 8))[0];
  return head !== undefined && head.from === 0 && SPEECH.test(head.title);
}
