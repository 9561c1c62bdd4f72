import type { Edit } from '../text/edits';

/** Zero-width and control characters, bullets of symbol fonts (private use), and radicals that stand for characters. */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff]+|[\u2e80-\u2fd5]/g;

/** The edits that drop what nobody sees and turn radicals (⼈, U+2F08) into the characters they look like (人). */
export function invisibleEdits(line: string): Edit[] {
  return [...line.matchAll(INVISIBLE)].map(match => {
    const isRadical = match[0] >= '\u2e80' && match[0] <= '\u2fd5';
    return { start: match.index, end: match.index + match[0].length, text: isRadical ? match[0].normalize('NFKC') : '' };
  });
}
