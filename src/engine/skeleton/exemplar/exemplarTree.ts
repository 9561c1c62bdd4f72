import { markerText } from '../../outline/marker';
import { type OutlineNode, parseOutline } from '../../outline/outline';
import type { ArticleRange } from '../filling/draftSkeleton';

/** A node of an article's outline: a heading, a numbered point, or a paragraph. */
export interface ExemplarNode extends ArticleRange {
  readonly kind: 'heading' | 'point' | 'paragraph';
  /** `一、看清大势`, `一是`, or the opening words of a paragraph. */
  readonly label: string;
  readonly children: readonly ExemplarNode[];
}

/** Longest label, in UTF-16 code units. */
const LABEL = 40;

/**
 * The outline of an article with all its paragraphs: each stands under the heading it belongs to, points within a paragraph
 * (一是…；二是…) under that paragraph. Blank paragraphs are left out.
 */
export function exemplarTree(paragraphs: readonly string[]): ExemplarNode[] {
  return childrenOf(paragraphs, parseOutline(paragraphs), 0, paragraphs.length - 1);
}

/** What stands in the paragraphs from `first` to `last`, of which `nodes` are numbered. */
function childrenOf(
  paragraphs: readonly string[],
  nodes: readonly OutlineNode[],
  first: number,
  last: number,
): ExemplarNode[] {
  const children: ExemplarNode[] = [];
  const numbered = new Map(nodes.filter(({ inline }) => !inline).map(node => [node.paragraph, node]));
  const points = pointsByParagraph(nodes);
  for (let paragraph = first; paragraph <= last; paragraph++) {
    const text = paragraphs[paragraph]!;
    const node = numbered.get(paragraph);
    if (node) {
      children.push(nodeOf(paragraphs, node));
      paragraph = Math.max(paragraph, node.endParagraph);
    } else if (text.trim() !== '') {
      const range = { paragraph, start: 0, endParagraph: paragraph, end: text.length };
      children.push({
        kind: 'paragraph',
        label: shortened(text),
        ...range,
        children: (points.get(paragraph) ?? []).map(node => nodeOf(paragraphs, node)),
      });
    }
  }
  return children;
}

function nodeOf(paragraphs: readonly string[], node: OutlineNode): ExemplarNode {
  const { marker, title, form, paragraph, start, endParagraph, end } = node;
  const own = (pointsByParagraph(node.children).get(paragraph) ?? []).map(child => nodeOf(paragraphs, child));
  return {
    kind: form === 'heading' ? 'heading' : 'point',
    label: shortened(`${markerText(marker).trim()}${title}`),
    paragraph,
    start,
    endParagraph,
    end,
    children: node.inline ? own : [...own, ...childrenOf(paragraphs, node.children, paragraph + 1, endParagraph)],
  };
}

/** The points within paragraphs, by their paragraph. */
function pointsByParagraph(nodes: readonly OutlineNode[]): Map<number, OutlineNode[]> {
  const points = new Map<number, OutlineNode[]>();
  for (const node of nodes) {
    if (!node.inline) continue;
    const own = points.get(node.paragraph);
    if (own) own.push(node);
    else points.set(node.paragraph, [node]);
  }
  return points;
}

function shortened(text: string): string {
  const line = text.trim();
  return line.length > LABEL ? `${line.slice(0, LABEL)}…` : line;
}
