import type { Edit } from '../../text/edits';

/** Zero-width and control characters, bullets of symbol fonts (private use), and radicals that stand for characters. */
const INVISIBLE = /(?:(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Co}])+|[\u2e80-\u2fd5]/gu;

/** The edits that drop what nobody sees and turn radicals (⼈, U+2F08) into the characters they look like (人). */
export function invisibleEdits(line: string): Edit[] {
  return [...line.matchAll(INVISIBLE)].map(match => {
    const isRadical = match[0] >= '\u2e80' && match[0] <= '\u2fd5';
    return {
      start: match.index,
      end: match.index + match[0].length,
      text: isRadical ? match[0].normalize('NFKC') : '',
    };
  });
}
