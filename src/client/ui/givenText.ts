/** What a command was given by a link or another command: a menu of the editor gives it the address of the document instead. */
export function givenText(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}
