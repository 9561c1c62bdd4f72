import { xmlEvents } from '../xml';
import type { ListPlace } from './listCounter';

interface Style {
  basedOn?: string;
  list?: string;
  level?: number;
}

/** Paragraph style → the list it puts its paragraphs in, inherited from the style it is based on. */
export function readStyleNumbering(stylesXml: string): ReadonlyMap<string, ListPlace> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'close' && event.name === 'style') style = null;
    if (event.kind !== 'open') continue;
    const value = event.attributes.get('val') ?? '';
    if (event.name === 'style') {
      style = {};
      styles.set(event.attributes.get('styleId') ?? '', style);
    } else if (style && event.name === 'basedOn') style.basedOn = value;
    else if (style && event.name === 'numId') style.list = value;
    else if (style && event.name === 'ilvl') style.level = Number(value);
  }
  const places = new Map<string, ListPlace>();
  for (const id of styles.keys()) {
    const place = inherited(styles, id);
    if (place) places.set(id, place);
  }
  return places;
}

function inherited(styles: ReadonlyMap<string, Style>, id: string): ListPlace | null {
  const seen = new Set<string>();
  let level: number | undefined;
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    const style = styles.get(at);
    level ??= style?.level;
    if (style?.list !== undefined) return { list: style.list, level: level ?? 0 };
  }
  return null;
}
