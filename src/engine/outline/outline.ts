import { endsStep, finish, type Steps } from '../steps';
import { countCharacters } from '../text/countCharacters';
import type { Marker } from './marker';
import type { Branch } from './reading/branch';
import { closingParagraph } from './reading/closing';
import { growTreeSteps } from './reading/growTree';
import type { SeriesId } from './series';
import { isBlank, titleOf } from './title';

/** One numbered part of a text: a section, a point, or a point inside a paragraph. */
export interface OutlineNode {
  readonly marker: Marker;
  /** The series it stands in; differs from `marker.series` where styles are mixed (首先 … 第三). */
  readonly series: SeriesId;
  /** The text behind the marker up to the first sentence end, without it. */
  readonly title: string;
  /** `heading`: a title that stands alone on its line. `runIn`: 一是抓产业。 with the text going on behind it. */
  readonly form: 'heading' | 'runIn';
  /** Inside a paragraph: 一是…；二是…. */
  readonly inline: boolean;
  /** Where the part begins: 0-based paragraph, UTF-16 offset of its marker. */
  readonly paragraph: number;
  readonly start: number;
  /** Where it ends: last paragraph (inclusive), UTF-16 offset there (exclusive). Trailing blank lines do not belong to it. */
  readonly endParagraph: number;
  readonly end: number;
  /** Characters of the part with all that is under it; see {@link countCharacters}. */
  readonly characters: number;
  readonly children: readonly OutlineNode[];
}

interface TextPosition {
  readonly paragraph: number;
  readonly offset: number;
}

function beginOf({ marker }: Branch): TextPosition {
  return { paragraph: marker.paragraph, offset: marker.inline ? marker.start : 0 };
}

/** The last place up to `limit` that has text before it. */
function lastText(paragraphs: readonly string[], limit: TextPosition): TextPosition {
  let { paragraph, offset } = limit;
  // Only from the end: blanks at the beginning of a line are passed by every number that stands in it.
  let text = (paragraphs[paragraph]?.slice(0, offset) ?? '').trimEnd();
  while (paragraph > 0 && text === '') {
    paragraph -= 1;
    text = paragraphs[paragraph]!.trimEnd();
  }
  offset = text.length;
  return { paragraph, offset };
}

function charactersBetween(paragraphs: readonly string[], from: TextPosition, to: TextPosition): number {
  let characters = 0;
  for (let paragraph = from.paragraph; paragraph <= to.paragraph; paragraph++) {
    const start = paragraph === from.paragraph ? from.offset : 0;
    const end = paragraph === to.paragraph ? to.offset : undefined;
    characters += countCharacters(paragraphs[paragraph]!.slice(start, end));
  }
  return characters;
}

/** The last paragraph that the part or anything under it begins in. */
function lastNumbered(branch: Branch): number {
  const last = branch.children.at(-1);
  return last ? lastNumbered(last) : branch.marker.paragraph;
}

/** Whether text without a number stands between the part and the next of its series. */
function hasTail(paragraphs: readonly string[], branch: Branch, next: Branch): boolean {
  return paragraphs.slice(lastNumbered(branch) + 1, next.marker.paragraph).some(text => !isBlank(text));
}

/**
 * Whether nothing unnumbered belongs to the part at `index`, which ends its series: behind the last of several points
 * that have no paragraphs of their own, the text goes back to what the points belong to.
 */
function endsTight(paragraphs: readonly string[], branches: readonly Branch[], index: number): boolean {
  const branch = branches[index]!;
  const next = branches[index + 1];
  if (branch.form === 'heading' || (next?.series === branch.series && next.marker.number > 1)) return false;
  for (let other = index; other > 0 && branches[other - 1]!.series === branch.series; other--) {
    const before = branches[other - 1]!;
    if (before.marker.number >= branches[other]!.marker.number) break;
    if (hasTail(paragraphs, before, branches[other]!)) return false;
  }
  return true;
}

function limitOf(
  paragraphs: readonly string[],
  branches: readonly Branch[],
  index: number,
  outer: TextPosition,
): TextPosition {
  const branch = branches[index]!;
  const next = branches[index + 1];
  const limit = next ? beginOf(next) : outer;
  const last = branch.marker.inline ? branch.marker.paragraph : lastNumbered(branch);
  if (limit.paragraph <= last || !(branch.marker.inline || endsTight(paragraphs, branches, index))) return limit;
  return { paragraph: last, offset: paragraphs[last]!.length };
}

function* nodesOf(
  paragraphs: readonly string[],
  branches: readonly Branch[],
  outer: TextPosition,
): Steps<OutlineNode[]> {
  const nodes: OutlineNode[] = [];
  for (const [index, branch] of branches.entries()) {
    const { marker, series, form } = branch;
    const limit = limitOf(paragraphs, branches, index, outer);
    const end = lastText(paragraphs, limit);
    const children = yield* nodesOf(paragraphs, branch.children, limit);
    if (endsStep(index)) yield;
    const stop = [...children, { paragraph: end.paragraph, start: end.offset }][0]!;
    const titleEnd = stop.paragraph === marker.paragraph ? stop.start : undefined;
    nodes.push({
      marker,
      series,
      title: titleOf(paragraphs[marker.paragraph]!.slice(marker.end, titleEnd)),
      form,
      inline: marker.inline,
      paragraph: marker.paragraph,
      start: marker.start,
      endParagraph: end.paragraph,
      end: end.offset,
      characters: charactersBetween(paragraphs, { paragraph: marker.paragraph, offset: marker.start }, end),
      children,
    });
  }
  return nodes;
}

/**
 * The numbered hierarchy of a text, one string a paragraph or line; blank ones are allowed.
 * `['一、抓产业', '一是扩规模；二是提质量。', '二、抓作风']` gives two sections, the first with two inline points.
 * With `keepsLevels` a heading never counts as a slip for one of another level.
 */
export function parseOutline(paragraphs: readonly string[], options: { keepsLevels?: boolean } = {}): OutlineNode[] {
  return finish(outlineSteps(paragraphs, options));
}

/** {@link parseOutline} in steps that give way. */
export function* outlineSteps(
  paragraphs: readonly string[],
  options: { keepsLevels?: boolean } = {},
): Steps<OutlineNode[]> {
  const branches = yield* growTreeSteps(paragraphs, options);
  const last = branches.at(-1);
  if (!last) return [];
  return yield* nodesOf(paragraphs, branches, {
    paragraph: closingParagraph(paragraphs, lastNumbered(last)),
    offset: 0,
  });
}

/** Every node of an outline with its parent, in the order of the text. */
export function* walkOutline(
  nodes: readonly OutlineNode[],
  parent: OutlineNode | null = null,
): Generator<{ node: OutlineNode; parent: OutlineNode | null }> {
  for (const node of nodes) {
    yield { node, parent };
    yield* walkOutline(node.children, node);
  }
}
