/**
 * The same program in ASCII. V8 keeps the source of a bundle as long as its process lives: two bytes for each character where a single one is
 * beyond Latin-1. esbuild escapes them in strings, but not in regular expressions.
 *
 * @param {string} code
 * @returns {string}
 */
export function inAscii(code) {
  const raw = /\braw`[^`]*[^\p{ASCII}][^`]*`/u.exec(code);
  if (raw) throw new Error(`Escaped, a raw template is another text: ${raw[0]}`);
  return code.replace(/[^\p{ASCII}]/gu, character =>
    Array.from({ length: character.length }, (_, i) => escapeOf(character.charCodeAt(i))).join(''),
  );
}

const escapeOf = code => `\\u${code.toString(16).padStart(4, '0')}`;
