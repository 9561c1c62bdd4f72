/** Elements in elements; a page of a program goes far less deep, and the DOM is walked by recursion. */
const DEEPEST = 256;
const CONTAINER =
  /<(\/?)(?:(span|font|b|strong|i|em|u|a)|div|center|section|article|blockquote|table|tbody|tr|td|ul|ol|dl)(?=[\s>/])[^<>]*>/gi;

/** A page without the tags that open deeper than any page needs, and those that close them; its text stays, in its lines. */
export function withoutDepths(source: string): string {
  let depth = 0;
  return source.replace(CONTAINER, (tag, slash: string, inline: string | undefined) => {
    const instead = inline === undefined ? '<br>' : '';
    if (slash === '') return tag.endsWith('/>') || ++depth <= DEEPEST ? tag : instead;
    if (depth === 0) return tag;
    return depth-- > DEEPEST ? instead : tag;
  });
}
