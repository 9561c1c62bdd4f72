import { toFullWidth } from '../text/fullWidth';
import { isChinese } from '../text/punctuation';
import { hasTraditional, toSimplified } from '../text/script';

/**
 * A phrase as the index has it: simplified script, Chinese punctuation, no blanks beside Chinese.
 * `' 守初心, 擔使命 '` → `守初心，担使命`.
 */
export function normalisePhrase(phrase: string): string {
  const simplified = hasTraditional(phrase) ? toSimplified(phrase) : phrase;
  return withoutLayoutBlanks(toFullWidth(simplified.trim()));
}

/** Blanks between Latin words stay, as one each: `Wi Fi 覆盖` → `Wi Fi覆盖`. */
function withoutLayoutBlanks(text: string): string {
  return text.replace(/\s+/g, (_, at: number) => {
    const end = at + (/^\s+/.exec(text.slice(at))?.[0].length ?? 0);
    return isChinese(text.charCodeAt(at - 1)) || isChinese(text.charCodeAt(end)) ? '' : ' ';
  });
}
