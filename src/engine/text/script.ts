import { Converter } from 'opencc-js/t2cn';
import { TRADITIONAL } from './traditionalCharacters';

let converter: ((text: string) => string) | undefined;

/** Does the text contain a character that only the traditional script uses? Cheap: needs no dictionary. */
export function hasTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (TRADITIONAL.has(text.charCodeAt(i))) return true;
  return false;
}

/**
 * The text in simplified script, unit for unit: the result always has the length of the text, so offsets stay valid.
 * The dictionary is prepared at the first call (about 10 ms).
 */
export function toSimplified(text: string): string {
  converter ??= Converter({ from: 'tw', to: 'cn' });
  const simplified = converter(text);
  return simplified.length === text.length ? simplified : characterByCharacter(text, converter);
}

/** A dictionary word of another length would shift all offsets after it: then each character is converted alone. */
function characterByCharacter(text: string, convert: (text: string) => string): string {
  let result = '';
  for (const character of text) {
    const simplified = convert(character);
    result += simplified.length === character.length ? simplified : character;
  }
  return result;
}
