import { type Edit, withEdits } from '../../text/edits';
import { sourceOffset } from './sourceMap';

/** A text on its way through cleaning, with its map back to the source (see `Paragraph`). */
export interface Mapped {
  readonly text: string;
  readonly map: readonly number[];
  /** [start, end) spans that no later rule may touch. */
  readonly garbled?: readonly (readonly [number, number])[];
}

/** The stretch [start, end) of the source itself. */
export function mappedSource(source: string, start: number, end: number): Mapped {
  return { text: source.slice(start, end), map: [0, start] };
}

/** Applies edits to text, map and garbled spans. Edits that touch a garbled span are left out. */
export function applyEdits(mapped: Mapped, wanted: readonly Edit[]): Mapped {
  const edits = mapped.garbled ? wanted.filter(edit => !touches(mapped.garbled!, edit)) : wanted;
  if (edits.length === 0) return mapped;
  const map: number[] = [];
  let shift = 0;
  let done = 0;
  let pair = 0;
  const copyPairs = (to: number, start: number) => {
    if (start < to) addPair(map, start + shift, sourceOffset(mapped, start));
    for (; pair < mapped.map.length && mapped.map[pair]! < to; pair += 2) {
      if (mapped.map[pair]! > start) addPair(map, mapped.map[pair]! + shift, mapped.map[pair + 1]!);
    }
  };
  for (const edit of edits) {
    copyPairs(edit.start, done);
    if (edit.text !== '') addPair(map, edit.start + shift, sourceOffset(mapped, edit.start));
    shift += edit.text.length - (edit.end - edit.start);
    done = edit.end;
  }
  copyPairs(mapped.text.length, done);
  if (map.length === 0 || map[0] !== 0) map.unshift(0, sourceOffset(mapped, edits[0]!.end));
  const text = withEdits(mapped.text, edits);
  return mapped.garbled ? { text, map, garbled: shiftSpans(mapped.garbled, edits) } : { text, map };
}

/** The part [start, end) of a mapped text. */
export function sliceMapped(mapped: Mapped, start: number, end: number): Mapped {
  if (start === 0 && end === mapped.text.length) return mapped;
  const map = [0, sourceOffset(mapped, start)];
  for (let i = 0; i < mapped.map.length; i += 2) {
    const at = mapped.map[i]!;
    if (at > start && at < end) addPair(map, at - start, mapped.map[i + 1]!);
  }
  const garbled = mapped.garbled
    ?.filter(([from, to]) => from < end && to > start)
    .map(([from, to]) => [Math.max(from - start, 0), Math.min(to, end) - start] as const);
  const text = mapped.text.slice(start, end);
  return garbled && garbled.length > 0 ? { text, map, garbled } : { text, map };
}

/** Several mapped texts, ascending in the source, as one. */
export function joinMapped(parts: readonly Mapped[]): Mapped {
  if (parts.length === 1) return parts[0]!;
  const map: number[] = [];
  const garbled: (readonly [number, number])[] = [];
  let text = '';
  for (const part of parts) {
    for (let i = 0; i < part.map.length; i += 2) addPair(map, part.map[i]! + text.length, part.map[i + 1]!);
    for (const [start, end] of part.garbled ?? []) garbled.push([start + text.length, end + text.length]);
    text += part.text;
  }
  return garbled.length > 0 ? { text, map, garbled } : { text, map };
}

/** Adds a pair unless text and source have run in step up to it anyway. */
function addPair(map: number[], offset: number, source: number): void {
  const last = map.length - 2;
  if (last >= 0) {
    if (map[last] === offset) {
      map[last + 1] = source;
      return;
    }
    if (source - map[last + 1]! === offset - map[last]!) return;
  }
  map.push(offset, source);
}

function touches(spans: readonly (readonly [number, number])[], edit: Edit): boolean {
  return spans.some(([start, end]) => edit.start < end && edit.end > start);
}

function shiftSpans(spans: readonly (readonly [number, number])[], edits: readonly Edit[]): [number, number][] {
  return spans.map(([start, end]) => {
    let shift = 0;
    for (const edit of edits) {
      if (edit.start >= start) break;
      shift += edit.text.length - (edit.end - edit.start);
    }
    return [start + shift, end + shift];
  });
}
