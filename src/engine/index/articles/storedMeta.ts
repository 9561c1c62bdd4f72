import type { StatedField } from '../../article/article';
import type { StoredMeta } from '../columns/segmentParts';

/** Behind a title and a speaker, where something follows. */
const FIELD_END = '\x1f';
/** What begins so is JSON. */
const JSON_START = '{';

/**
 * Metadata as it is stored, in UTF-16: the fields themselves, title first, the empty ones behind left out. Most are a title in Chinese: so they take half as much as
 * JSON in UTF-8, and are read faster. What does not fit is JSON.
 */
export function encodeMeta(meta: StoredMeta): Uint8Array {
  const text = asFields(meta) ?? JSON.stringify(meta);
  return new Uint8Array(Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).buffer);
}

/** The text of what `encodeMeta` made as metadata; null where it is none. */
export function parseMeta(text: string): StoredMeta | null {
  if (text.startsWith(JSON_START)) return parseJson(text);
  const [title = '', speaker, occasion, ...others] = text.split(FIELD_END);
  if (others.length > 0) return null;
  return { title, ...(speaker && { speaker }), ...(occasion && { occasion }) };
}

function asFields(meta: StoredMeta): string | undefined {
  const { title, speaker, occasion, stated, furniture } = meta;
  const fields = [title, speaker ?? '', occasion ?? ''];
  const isPlain = speaker !== '' && occasion !== '' && !stated && !furniture && !title.startsWith(JSON_START);
  // A lone surrogate is no text to some decoders.
  if (!isPlain || fields.some(field => field.includes(FIELD_END) || /\p{Surrogate}/u.test(field))) return undefined;
  while (fields.length > 1 && fields.at(-1) === '') fields.pop();
  return fields.join(FIELD_END);
}

function parseJson(text: string): StoredMeta | null {
  try {
    const meta: unknown = JSON.parse(text);
    return isStoredMeta(meta) ? meta : null;
  } catch {
    return null;
  }
}

/** A title is a line, furniture some lines: what is longer is no metadata. Bytes of an article's. */
export const MOST_META_BYTES = 64 << 10;

const FIELDS: Readonly<Record<StatedField, true>> = { title: true, date: true, speaker: true, occasion: true };

/** Has a value the shape of the metadata of an article? Of what others have indexed it is to be asked. */
export function isStoredMeta(value: unknown): value is StoredMeta {
  if (!isRecord(value)) return false;
  const { title, speaker = null, occasion = null, stated = [], furniture } = value;
  return (
    typeof title === 'string' &&
    isTextOrNull(speaker) &&
    isTextOrNull(occasion) &&
    Array.isArray(stated) &&
    stated.every(field => Object.hasOwn(FIELDS, field)) &&
    (furniture === undefined || (isRecord(furniture) && areTexts(furniture.head) && areTexts(furniture.foot)))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(one => typeof one === 'string');
