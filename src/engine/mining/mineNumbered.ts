import { markerText } from '../outline/marker';
import { type OutlineNode, outlineSteps } from '../outline/outline';
import { SPOKEN_LEVEL } from '../outline/series';
import type { Source } from '../parallel/clause';
import { cutClauses, sentencesOf } from '../parallel/cutClauses';
import { growRun, isFull } from '../parallel/growRun';
import type { MatchTokens } from '../parallel/matchTokens';
import { counterOf, type Parallelism, parallelismOf } from '../parallel/parallelism';
import { shapeOf } from '../parallel/shape';
import type { Unit } from '../parallel/unit';
import type { Steps } from '../steps';

/** Members from which on a numbered series is a frame by itself, whatever they say. */
const LEAST_SERIES = 3;
/** Members of a series at most: longer ones are provisions, or a table. */
const MOST_SERIES = 12;

/** The level of a numbered series by its second member, which tells whether the series stands inline. */
function levelOf({ inline, marker }: OutlineNode): 'heading' | 'paragraph' | 'sentence' {
  if (inline) return 'sentence';
  return marker.level < SPOKEN_LEVEL ? 'heading' : 'paragraph';
}

/** The first sentence behind the number. */
function unitOf(sources: readonly Source[], { marker, paragraph, endParagraph, end }: OutlineNode): Unit | null {
  const place = sources[paragraph]!;
  const { source } = place;
  const clauses = sentencesOf(cutClauses(place, 2, marker.end, endParagraph === paragraph ? end : source.length))[0];
  return clauses ? { paragraph, source, clauses, marker } : null;
}

function jointOf(level: string, unit: Unit): string {
  return level === 'sentence' ? unit.clauses.at(-1)!.mark || '。' : '\n';
}

/** Members looked at in one step: each is aligned with a dozen others at most. */
const IN_A_STEP = 16;

/** The longest stretches of siblings that are parallel. */
function* parallels(
  units: readonly Unit[],
  level: 'heading' | 'paragraph' | 'sentence',
  match: MatchTokens,
): Steps<Parallelism[]> {
  const all: Parallelism[] = [];
  for (let from = 0, looks = 1; from < units.length - 1; from++, looks++) {
    if (looks % IN_A_STEP === 0) yield;
    const run = growRun(units, from, { reach: 1, maybe: () => true, match });
    const found = run && parallelismOf(run.alignment, level, jointOf(level, units[from]!));
    if (found) all.push(found);
    if (run && (found || isFull(run))) from = run.indexes.at(-1)!;
  }
  return all;
}

/** A spoken series whose members share nothing but that they count: 一是…；二是…；三是…. */
function seriesOf(units: readonly Unit[], level: string): Parallelism[] {
  if (units.length < LEAST_SERIES || units.length > MOST_SERIES || units[0]!.marker!.level !== SPOKEN_LEVEL) return [];
  const first = units.map(({ clauses }) => clauses[0]!);
  const columns = [units.map(({ source, marker }, i) => source.slice(marker!.end, first[i]!.end))];
  const spans = units.map(({ paragraph, marker }, i) => ({
    paragraph,
    start: marker!.start,
    end: first[i]!.end,
    marker: markerText(marker!),
  }));
  const counter = counterOf(units[0]!.marker!);
  const shape = shapeOf(columns, units.length);
  return [{ level: 'series', columns, spans, shape, joint: jointOf(level, units[0]!), counter, members: units.length }];
}

/** Siblings of one kind, counting up: a slip such as 三要 after 二是 divides them. */
function alikeGroups(nodes: readonly OutlineNode[]): OutlineNode[][] {
  const groups: OutlineNode[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    // The first of an inline series may begin its paragraph.
    const isBeside = before?.inline === node.inline || before?.paragraph === node.paragraph;
    const goesOn = before?.marker.series === node.marker.series && isBeside;
    if (before && goesOn && before.marker.number < node.marker.number) group!.push(node);
    else groups.push([node]);
  }
  return groups;
}

function* siblingsOf(nodes: readonly OutlineNode[]): Generator<readonly OutlineNode[]> {
  yield* alikeGroups(nodes);
  for (const { children } of nodes) yield* siblingsOf(children);
}

/** Numbered members cut from one pattern: headings, points that begin paragraphs, points inside a paragraph. */
export function* mineNumbered(sources: readonly Source[], match: MatchTokens): Steps<Parallelism[]> {
  const all: Parallelism[] = [];
  for (const nodes of siblingsOf(yield* outlineSteps(sources.map(({ source }) => source)))) {
    yield;
    if (nodes.length < 2) continue;
    const level = levelOf(nodes[1]!);
    const units = nodes.flatMap(node => unitOf(sources, node) ?? []);
    if (units.length < 2) continue;
    const found = yield* parallels(units, level, match);
    for (const one of found.length > 0 ? found : seriesOf(units, level)) all.push(one);
  }
  return all;
}
