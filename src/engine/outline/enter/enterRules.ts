/** One entry of `onEnterRules` in a VS Code language configuration. */
export interface EnterRule {
  readonly beforeText: string;
  readonly afterText: string;
  readonly action: { readonly indent: 'none'; readonly appendText: string };
}

/**
 * A paragraph under an indented one is indented, too, and one that moves down stays so. The editor copies blanks and tabs,
 * but not those of full width.
 */
const KEEP_INDENT: EnterRule = { beforeText: '^　　', afterText: '', action: { indent: 'none', appendText: '　　' } };

/**
 * What the editor does at Enter by itself. It numbers nothing: such a rule sees one line, and whether a number is wanted
 * depends on how the lines above it stand (`afterEnter`).
 */
export function enterRules(): EnterRule[] {
  return [KEEP_INDENT];
}
