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
  return source.replace(CONTAINER, (tag, slash: string, inline: string | undefined) => {
    const instead = inline === undefined ? '<br>' : '';
    if (slash === '') return tag.endsWith('/>') || ++depth <= limits.pageDepth ? tag : instead;
    if (depth === 0) return tag;
    return depth-- > limits.pageDepth ? instead : tag;
  });
}
