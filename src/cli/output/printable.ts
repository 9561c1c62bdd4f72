/** Controls of a terminal but for tab and line break, and marks that turn the direction of a line. */
const CONTROLS = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What can be shown in a terminal: names of files and words of articles may hold sequences that clear the screen, paint, or write
 * elsewhere. Controls are written as JSON writes them, so that JSON stays the same JSON.
 *
 * @example printable('\u001b[2J讲话') // '\\u001b[2J讲话'
 */
export const printable = (text: string): string =>
  text.replace(CONTROLS, control => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
