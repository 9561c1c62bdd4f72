import { limits } from '../limits';

/** Elements that hold nothing, that end by themselves where another begins, whose text is none of the page, or that a page has once. */
const NO_CONTAINER =
  'area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup|rp|rt|thead|tfoot|script|style|template|noscript|iframe|object|textarea|title|html|head|body';
/** Whatever else a page calls its elements, those it makes up itself, too. */
const CONTAINER = new RegExp(
  `<(/?)(?:(span|font|b|strong|i|em|u|a)|(?!(?:${NO_CONTAINER})[\\s>/])[a-z][\\w:.-]*)(?=[\\s>/])[^<>]*>`,
  'gi',
);

/**
 * A page without the tags that open deeper than any page needs, and those that close them; its text stays, in its lines. What reads the
 * page afterwards walks it by recursion.
 */
export function withoutDepths(source: string): string {
  let depth = 0;
  /** Where the last tag that was left out ended: of several in a row one breaks the line. */
  let leftOut = -1;
  return source.replace(CONTAINER, (tag, slash: string, inline: string | undefined, offset: number) => {
    const instead = inline === undefined && offset !== leftOut ? '<br>' : '';
    const isKept =
      slash === '' ? tag.endsWith('/>') || ++depth <= limits.pageDepth : depth === 0 || depth-- <= limits.pageDepth;
    if (isKept) return tag;
    leftOut = offset + tag.length;
    return instead;
  });
}
