import type { PhraseTree } from '../../../../src/engine/background/phraseTree';
import type { TestArticle } from '../segmentOf';

/** Every text of up to `longest` units within a paragraph, or begun by the end of one, with the articles it is in. */
export function naiveCounts(articles: readonly TestArticle[], longest: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  articles.forEach(({ paragraphs }, article) => {
    paragraphs.forEach((marked, number) => {
      const paragraph = (number > 0 ? '\n' : '') + marked.replaceAll('|', '');
      for (let start = 0; start < paragraph.length; start++) {
        for (let end = start + 1; end <= Math.min(paragraph.length, start + longest); end++) {
          const text = paragraph.slice(start, end);
          found.set(text, [...(found.get(text) ?? []), article]);
          if (end > start + 1 && /[。！？]$/.test(text)) break;
        }
      }
    });
  });
  return found;
}

/** All texts of a tree, in its own order. */
export function textsOf(tree: PhraseTree, node = 0, text = ''): string[] {
  if (!tree.hasChildren(node)) return [];
  const first = tree.firstChild(node);
  return Array.from({ length: tree.lastChild(first) - first + 1 }, (_, i) => first + i).flatMap(child => {
    const longer = text + String.fromCharCode(tree.code(child));
    return [longer, ...textsOf(tree, child, longer)];
  });
}
