/**
 * Takes the place of the segmenters in the builder of the process tests: every character a word, no dictionary to load.
 * What these tests are about is how processes start, end and die; the real segmenters have tests of their own, and the
 * server and editor tests run the builder with them.
 */
export function load(): void {}

export function cut(text: string): string[] {
  return [...text];
}

/** No word is a name. */
export function tag(word: string): { word: string; tag: string }[] {
  return [{ word, tag: 'n' }];
}
